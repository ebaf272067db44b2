import { expect, test } from 'vitest'
import { decideCommand } from '../../../../shared/domain/commands/ledger-command.ts'
import { decideRestoreFields, type RestoreFields } from '../../../../shared/domain/commands/restore-commands.ts'
import { aLedger } from '../../../support/a-ledger.ts'
import { countingIds, day } from '../../../support/ports.ts'

const ledger = aLedger({
  problems: [
    {
      statement: '管网漏损率高。',
      status: 'done',
      sustained: true,
      target: '降到百分之八',
      deadlineOn: day('2024-09-30'),
      deadlineWords: '2024年9月底前',
      measures: [{ text: '换管12公里', status: 'closed' }],
    },
  ],
  more: {
    extension: [
      {
        id: 'e1',
        ownerId: 'p1',
        fromOn: day('2024-06-30'),
        fromWords: '2024年6月底前',
        toOn: day('2024-09-30'),
        toWords: '2024年9月底前',
      },
    ],
    accountability: [{ id: 'a1', problemId: 'p1', measure: '警告', count: 2 }],
  },
})
const restore = (fields: RestoreFields['fields'], kind: RestoreFields['kind'] = 'problem', id = 'p1') =>
  decideRestoreFields(ledger, { type: 'restore-fields', problemId: 'p1', kind, id, fields })

test('an old text stands again, and the act is named by its field', () => {
  expect(restore({ target: '降到一成' })).toMatchObject({
    ok: true,
    value: {
      intent: '恢复整改目标的旧内容',
      edits: [{ type: 'change', kind: 'problem', id: 'p1', fields: { target: '降到一成' } }],
    },
  })
})

test('what nobody had told is told by nobody again', () => {
  expect(restore({ status: '', target: '', completedOn: '' })).toMatchObject({
    value: { edits: [{ fields: { status: 'unstated', target: '' } }] },
  })
})

test('what stands there already is no change', () => {
  expect(restore({ target: '降到百分之八', sustained: '是' })).toMatchObject({ ok: true, value: { edits: [] } })
})

test('a deadline that goes back takes the extension with it that had put it off', () => {
  expect(restore({ deadlineOn: '2024-06-30', deadlineWords: '2024年6月底前' })).toMatchObject({
    value: {
      edits: [
        { type: 'change', kind: 'problem', fields: { deadlineOn: '2024-06-30' } },
        { type: 'remove', kind: 'extension', id: 'e1' },
      ],
    },
  })
})

test('and where it goes to another day, the last extension ends there', () => {
  expect(restore({ deadlineOn: '2024-08-31', deadlineWords: '2024年8月底前' })).toMatchObject({
    value: { edits: [{}, { type: 'change', kind: 'extension', id: 'e1', fields: { toOn: '2024-08-31' } }] },
  })
})

test('a status that goes back says what is unusual about it', () => {
  const answer = restore({ status: '已销号' })
  expect(answer.ok && answer.value.advice?.map(({ type }) => type)).toContain('closed-without-closure')
})

test('the office part goes back too, as an act like any other', () => {
  const command = { type: 'restore-fields', problemId: 'p1', kind: 'accountability', id: 'a1', fields: { count: '1' } } as const
  const context = { ids: countingIds('n'), year: 2024, today: day('2024-07-05') }
  expect(decideCommand(ledger, command, context)).toMatchObject({
    value: { intent: '恢复数量的旧内容', edits: [{ kind: 'accountability', id: 'a1', fields: { count: 1 } }] },
  })
})

test('nothing is set on a record that is gone, on its place, or from a text that is no value', () => {
  expect(restore({ text: '换管' }, 'measure', 'gone')).toMatchObject({ ok: false, error: { type: 'entity-removed' } })
  expect(restore({ nodeId: 'n1' })).toMatchObject({ ok: false, error: { type: 'no-such-field' } })
  expect(restore({ completedOn: '去年' })).toMatchObject({ ok: false, error: { type: 'value-not-understood' } })
})

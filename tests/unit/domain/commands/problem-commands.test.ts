import { describe, expect, test } from 'vitest'
import { decideAddProblem } from '../../../../shared/domain/commands/add-problem.ts'
import { decideProblemCommand, type ProblemCommand } from '../../../../shared/domain/commands/problem-commands.ts'
import { fileAfter } from '../../../../shared/domain/file-after.ts'
import type { ProblemFile } from '../../../../shared/domain/ledger.ts'
import { editableCell } from '../../../../shared/domain/list-cells.ts'
import { problemRow, searchTextOf } from '../../../../shared/domain/problem-row.ts'
import { aLedger } from '../../../support/a-ledger.ts'
import { countingIds, day } from '../../../support/ports.ts'

const ledger = aLedger({
  problems: [
    {
      statement: '管网漏损率高。',
      status: 'inProgress',
      deadlineOn: day('2024-06-30'),
      deadlineWords: '2024年6月底前',
      measures: [
        { title: '换管', text: '换管12公里' },
        { text: '装表', deadlineWords: '年底前' },
      ],
      progress: [{ id: 'g1', on: day('2024-05-01'), text: '已换3公里' }],
      responsibilities: [
        { role: 'leadUnit', name: '县水利局' },
        { role: 'leader', name: '何启明' },
      ],
    },
  ],
})
const [file] = ledger.problems as [ProblemFile]
const context = { ids: countingIds('n'), year: 2024, today: day('2024-07-05') }
type Named = ProblemCommand extends infer C ? (C extends ProblemCommand ? Omit<C, 'problemId'> : never) : never
const decide = (command: Named) => decideProblemCommand(file, { problemId: 'p1', ...command } as ProblemCommand, context)

test('setting a field names it in the words a person sees', () => {
  expect(decide({ type: 'set-field', measureId: null, field: 'statement', value: '漏损' })).toMatchObject({
    ok: true,
    value: { intent: '修改反馈问题', edits: [{ kind: 'problem', id: 'p1', fields: { statement: '漏损' } }] },
  })
  expect(decide({ type: 'set-field', measureId: 'p1-m2', field: 'text', value: '装表计量' })).toMatchObject({
    value: { edits: [{ kind: 'measure', id: 'p1-m2' }] },
  })
})

test('what stands there already is no change', () => {
  expect(decide({ type: 'set-field', measureId: null, field: 'deadline', value: '2024年6月底前' })).toMatchObject({
    value: { edits: [] },
  })
  expect(decide({ type: 'set-field', measureId: null, field: 'status', value: '整改中' })).toMatchObject({ value: { edits: [] } })
})

test('what is not there (any more) is refused: a field, a removal pressed twice, an entry for a measure that is gone', () => {
  for (const command of [
    { type: 'set-field', measureId: 'gone', field: 'text', value: 'x' },
    { type: 'remove-measure', measureId: 'gone' },
    { type: 'add-progress', measureId: 'gone', on: null, text: '已办' },
    { type: 'change-progress', progressId: 'gone', text: '已办' },
    { type: 'remove-progress', progressId: 'gone' },
  ] as const)
    expect(decide(command), command.type).toMatchObject({ error: { type: 'entity-removed' } })
})

test('new measures and entries stand behind the others', () => {
  const added = decide({ type: 'add-measure', text: '改表\n' })
  expect(added).toMatchObject({ value: { edits: [{ type: 'create', tagged: { kind: 'measure', record: { text: '改表' } } }] } })
  const order = added.ok ? (added.value.edits[0] as { tagged: { record: { order: string } } }).tagged.record.order : ''
  expect(order > (file.measures.at(-1)?.order ?? '')).toBe(true)
  expect(decide({ type: 'add-progress', measureId: 'p1-m2', on: day('2024-06-01'), text: '已装' })).toMatchObject({
    value: { edits: [{ tagged: { kind: 'progress', record: { ownerId: 'p1-m2', on: '2024-06-01' } } }] },
  })
})

test('a text no field can hold is refused', () => {
  for (const command of [
    { type: 'add-measure', text: '长'.repeat(20_001) },
    { type: 'add-progress', measureId: null, on: null, text: '长'.repeat(20_001) },
    { type: 'change-progress', progressId: 'g1', text: '长'.repeat(20_001) },
  ] as const)
    expect(decide(command), command.type).toMatchObject({ error: { type: 'text-too-long' } })
  expect(
    decideAddProblem(
      ledger.records,
      { type: 'add-problem', nodeId: null, afterId: null, statement: '长'.repeat(20_001) },
      context,
    ),
  ).toMatchObject({ error: { type: 'text-too-long' } })
})

test('entries, measures and the problem itself can be taken out', () => {
  expect(decide({ type: 'change-progress', progressId: 'g1', text: '已换5公里' })).toMatchObject({
    value: { edits: [{ type: 'change', kind: 'progress', id: 'g1', fields: { text: '已换5公里' } }] },
  })
  expect(decide({ type: 'remove-progress', progressId: 'g1' })).toMatchObject({
    value: { edits: [{ type: 'remove', kind: 'progress' }] },
  })
  expect(decide({ type: 'remove-measure', measureId: 'p1-m1' })).toMatchObject({
    value: { edits: [{ kind: 'measure', id: 'p1-m1' }] },
  })
  expect(decide({ type: 'remove-problem' })).toMatchObject({
    value: { intent: '删除问题', edits: [{ kind: 'problem', id: 'p1' }] },
  })
})

test('a cell of a list writes the field it shows, of the problem or of the measure in its row', () => {
  const cell = (list: Parameters<typeof editableCell>[0], column: string, measureId: string | null) =>
    editableCell(list, column, file, measureId, context)
  expect(cell('problems', 'status', null)?.field).toMatchObject({ shown: '整改中', input: 'choice' })
  expect(cell('tasks', 'measure', 'p1-m1')).toMatchObject({ measureId: 'p1-m1', field: { shown: '换管12公里', input: 'lines' } })
  expect(cell('tasks', 'result', 'p1-m2')).toMatchObject({ measureId: null })
  expect(cell('times', 'deadline', 'p1-m2')).toMatchObject({ measureId: 'p1-m2', field: { shown: '年底前', input: 'deadline' } })
  expect(cell('times', 'subject', 'p1-m1')).toMatchObject({ measureId: 'p1-m1', field: { shown: '换管' } })
  expect(cell('times', 'subject', 'p1-m2')).toMatchObject({ field: { shown: '装表' } })
  expect(cell('duties', 'leadUnit', null)).toMatchObject({ field: { shown: '县水利局', input: 'names' } })
  for (const [list, column] of [
    ['times', 'daysLeft'],
    ['tasks', 'progress'],
    ['problems', 'number'],
  ] as const)
    expect(cell(list, column, null), column).toBeNull()
})

test('a row says what lists need of a problem, and its search text holds every word of it', () => {
  expect(problemRow(ledger.records)).toMatchObject({
    id: 'p1',
    status: 'inProgress',
    units: '县水利局',
    leaders: '何启明',
    lastProgressOn: '2024-05-01',
    measures: 2,
    lists: { problems: [null], tasks: ['p1-m1', 'p1-m2'], times: [null, 'p1-m2'], duties: [null] },
  })
  for (const words of ['管网漏损率高', '换管12公里', '已换3公里', '何启明', '年底前'])
    expect(searchTextOf(ledger.records)).toContain(words)
})

describe('the order of measures', () => {
  const [three] = aLedger({ problems: [{ measures: [{ text: '一' }, { text: '二' }, { text: '三' }] }] }).problems as [
    ProblemFile,
  ]
  const moved = (measureId: string, afterId: string | null) => {
    const decided = decideProblemCommand(three, { type: 'move-measure', problemId: 'p1', measureId, afterId }, context)
    return decided.ok
      ? fileAfter(three, decided.value.edits)
          ?.measures.map(({ text }) => text)
          .join('')
      : decided.error.type
  }

  test.each([
    ['p1-m3', null, '三一二'],
    ['p1-m1', 'p1-m3', '二三一'],
    ['p1-m1', 'p1-m2', '二一三'],
    ['p1-m2', 'p1-m1', '一二三'],
  ])('%s behind %s: %s', (measureId, afterId, order) => expect(moved(measureId, afterId)).toBe(order))

  test('a place behind a measure that is gone is refused', () => expect(moved('p1-m1', 'gone')).toBe('no-such-place'))

  test('a move to where it stands changes nothing', () => {
    const command = { type: 'move-measure', problemId: 'p1', measureId: 'p1-m2', afterId: 'p1-m1' } as const
    expect(decideProblemCommand(three, command, context)).toMatchObject({ value: { edits: [] } })
  })
})

describe('an entry of progress', () => {
  test('comes with its unit and its 成效 as one act', () => {
    const decided = decide({
      type: 'add-progress',
      measureId: null,
      on: null,
      unit: ' 县水利局 ',
      text: '修订办法',
      outcomes: [
        { 成效类别: '制度', title: '供水管理办法' },
        { kind: '清退追缴资金', '金额（万元）': '12.50' },
      ],
    })
    expect(decided).toMatchObject({ ok: true, value: { intent: '添加进展' } })
    const [entry, ...outcomes] = (decided.ok ? decided.value.edits : []).map((edit) =>
      edit.type === 'create' ? edit.tagged.record : null,
    )
    expect(entry).toMatchObject({ unit: '县水利局', text: '修订办法' })
    expect(outcomes).toMatchObject([
      { kind: 'regulation', title: '供水管理办法', ownerId: entry?.id },
      { kind: 'returned', amount: '12.5', ownerId: entry?.id },
    ])
  })

  test('is not added when one of its 成效 says nothing the ledger knows', () => {
    expect(decide({ type: 'add-progress', measureId: null, on: null, text: '办', outcomes: [{ amount: '很多' }] })).toMatchObject(
      {
        ok: false,
        error: { type: 'value-not-understood' },
      },
    )
  })

  test('can be given another day and unit, and keeps what is not told', () => {
    const change = { type: 'change-progress', progressId: 'g1', text: '已换3公里' } as const
    expect(decide({ ...change, on: day('2024-04-30') })).toMatchObject({
      value: { edits: [{ kind: 'progress', id: 'g1', fields: { on: '2024-04-30', unit: null, text: '已换3公里' } }] },
    })
    expect(decide({ ...change, on: null })).toMatchObject({ value: { edits: [{ fields: { on: null } }] } })
    expect(decide(change)).toMatchObject({ value: { edits: [] } })
  })
})

import { expect, test } from 'vitest'
import { decideCommand, ledgerCommandSchema } from '../../../../shared/domain/commands/ledger-command.ts'
import { adviceText } from '../../../../shared/messages/advice.ts'
import { refusalText } from '../../../../shared/messages/refusals.ts'
import { aLedger } from '../../../support/a-ledger.ts'
import { countingIds, day } from '../../../support/ports.ts'

const printedOn = day('2024-06-01')
const ledger = aLedger({
  problems: [{ statement: '管网漏损率高。' }],
  settings: { documentWord: '青整督' },
  more: {
    supervision: [{ id: 's1', title: '第一轮督查' }],
    numberBlock: [{ pc: '一号机', year: 2024, from: 1, to: 5 }],
    supervisionNotice: [
      { id: 'n1', word: '青整督', year: 2024, number: 1, printedOn },
      { id: 'n2', word: '青整督', year: 2024, number: 2 },
      { id: 'n3', word: '青整督', year: 2024, number: 2 },
      { id: 'n4', word: '青整督', year: 2024, number: 1 },
      { id: 'n5', word: '青整督' },
    ],
  },
})
const decide = (command: object, of = ledger) =>
  decideCommand(of, ledgerCommandSchema.parse(command) as never, {
    ids: countingIds('n'),
    year: 2024,
    today: day('2024-07-05'),
  })
const issue = {
  type: 'issue-notice',
  kind: 'handling',
  pc: '一号机',
  year: null,
  unit: '县水利局',
  supervisionId: 's1',
  problemId: 'p1',
  text: '请说明原因。',
  replyDue: '2024-07-20',
}

test('a new notice takes the first free number of the PC’s block, in this year', () => {
  expect(decide(issue)).toMatchObject({
    ok: true,
    value: {
      edits: [{ tagged: { kind: 'supervisionNotice', record: { number: 3, year: 2024, word: '青整督', printedOn: null } } }],
      advice: [],
    },
  })
})

test('a number from no block, and a ledger without 机关代字, are told', () => {
  const told = decide({ ...issue, pc: '二号机', supervisionId: null, problemId: null }, aLedger())
  expect(told).toMatchObject({ value: { advice: [{ type: 'no-document-word' }, { type: 'number-outside-block' }] } })
  const sentences = told.ok ? (told.value.advice ?? []).map(adviceText) : []
  expect(sentences.at(-1)).toBe('没有给“二号机”分配号段，暂编为“〔2024〕1号”；印发前请与其他电脑核对，或先分配号段。')
})

test('a notice about what is not there is refused', () => {
  expect(decide({ ...issue, problemId: 'gone' })).toMatchObject({ error: { entity: 'problem:gone' } })
  expect(decide({ ...issue, supervisionId: 'gone' })).toMatchObject({ error: { entity: 'supervision:gone' } })
  expect(decide({ type: 'print-notice', noticeId: 'gone', on: null })).toMatchObject({ error: { type: 'entity-removed' } })
})

test('printing fixes the number: it is neither changed nor printed again', () => {
  expect(decide({ type: 'print-notice', noticeId: 'n2', on: null })).toMatchObject({
    value: { edits: [{ id: 'n2', fields: { printedOn: '2024-07-05' } }], advice: [{ type: 'number-also-proposed' }] },
  })
  for (const command of [
    { type: 'renumber-notice', noticeId: 'n1', number: 9 },
    { type: 'print-notice', noticeId: 'n1', on: null },
    { type: 'remove-record', kind: 'supervisionNotice', id: 'n1' },
  ]) {
    const refused = decide(command)
    expect(refused).toMatchObject({ error: { type: 'number-printed' } })
    expect(refused.ok ? '' : refusalText(refused.error)).toContain('“青整督〔2024〕1号”已经印发')
  }
})

test('a notice that is not on paper is removed', () => {
  expect(decide({ type: 'remove-record', kind: 'supervisionNotice', id: 'n2' })).toMatchObject({
    value: { edits: [{ id: 'n2' }] },
  })
})

test('印发日期 that is typed is asked what printing is asked', () => {
  const typed = (id: string) =>
    decide({ type: 'set-record-field', kind: 'supervisionNotice', id, field: '印发日期', value: '2024-07-01' })
  expect(typed('n4')).toMatchObject({ error: { type: 'number-taken', number: '青整督〔2024〕1号' } })
  expect(typed('n5')).toMatchObject({ error: { type: 'notice-unnumbered' } })
  expect(typed('n2')).toMatchObject({
    value: { edits: [{ fields: { printedOn: '2024-07-01' } }], advice: [{ type: 'number-also-proposed' }] },
  })
  const fields = { 机关代字: '青整督', year: '2024', number: '1', printedOn: '2024-07-01' }
  expect(decide({ type: 'add-record', kind: 'supervisionNotice', fields })).toMatchObject({ error: { type: 'number-taken' } })
})

test('what is printed elsewhere already, or has no number, is not printed', () => {
  expect(decide({ type: 'print-notice', noticeId: 'n4', on: null })).toMatchObject({ error: { type: 'number-taken' } })
  expect(decide({ type: 'print-notice', noticeId: 'n5', on: null })).toMatchObject({ error: { type: 'notice-unnumbered' } })
})

test('another number is taken as long as nobody has it', () => {
  expect(decide({ type: 'renumber-notice', noticeId: 'n3', number: 4 })).toMatchObject({
    value: { edits: [{ id: 'n3', fields: { number: 4, year: 2024 } }] },
  })
  expect(decide({ type: 'renumber-notice', noticeId: 'n3', number: 1 })).toMatchObject({ error: { type: 'number-taken' } })
  expect(decide({ type: 'renumber-notice', noticeId: 'n3', number: 2 })).toMatchObject({ value: { edits: [] } })
})

test('a block that meets another is refused; beside it, in another year or kind it is given', () => {
  const block = { type: 'give-block', kind: 'handling', year: 2024, pc: '二号机', from: 6, to: 10 }
  expect(decide(block)).toMatchObject({ value: { edits: [{ tagged: { record: { pc: '二号机', from: 6, to: 10 } } }] } })
  expect(decide({ ...block, from: 5 })).toMatchObject({ error: { type: 'block-overlaps', pc: '一号机', from: 1, to: 5 } })
  expect(decide({ ...block, from: 1, year: 2025 })).toMatchObject({ ok: true })
  expect(decide({ ...block, from: 1, kind: 'caution' })).toMatchObject({ ok: true })
  expect(decide({ ...block, from: 11 })).toMatchObject({ error: { type: 'value-not-understood' } })
})

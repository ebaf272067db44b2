import { describe, expect, test } from 'vitest'
import {
  addSplit,
  changeSplit,
  detailsToProblems,
  moveSplit,
  problemsToDetails,
  removeSplit,
  takeSplit,
} from '../../../../shared/intake/feedback/edit-splits.ts'
import { readFeedback } from '../../../../shared/intake/feedback/read-feedback.ts'
import { applySplits, type FeedbackEntry, type Split } from '../../../../shared/intake/feedback/splits.ts'
import { suggestFromFeedback } from '../../../../shared/intake/feedback/suggest-feedback.ts'
import { countingIds, day } from '../../../support/ports.ts'

const TEXT =
  '一、管理方面\n（一）把关不严，合同漏审、印章外借。台账缺失。有的外借；有的遗失。\n（二）在登记、审核、盘点等方面失管。'
const { splits } = readFeedback(TEXT)
const at = (words: string): number => TEXT.indexOf(words)
const shape = (after: readonly Split[]): unknown => applySplits(TEXT, after).entries.map(shapeOf)
const shapeOf = (entry: FeedbackEntry): unknown =>
  entry.type === 'node' ? [entry.heading, ...entry.children.map(shapeOf)] : { [entry.statement]: entry.details }

const SECOND = { '在登记、审核、盘点等方面失管。': [] }
const DETAILS = ['台账缺失。', '有的外借；', '有的遗失。']

describe('split points set by hand', () => {
  test('the text as it was suggested', () => {
    expect(shape(splits)).toEqual([['管理方面', { '把关不严，合同漏审、印章外借。': DETAILS }, SECOND]])
  })

  test('a point that is added begins a problem beside the one it cuts', () => {
    expect(shape(addSplit(TEXT, splits, at('印章外借'), 'problem'))).toEqual([
      ['管理方面', { '把关不严，合同漏审': [] }, { '印章外借。': DETAILS }, SECOND],
    ])
  })

  test('a point that is removed joins its piece to the one before, and stays on offer', () => {
    const after = removeSplit(splits, at('有的遗失'))
    expect(shape(after)).toEqual([
      ['管理方面', { '把关不严，合同漏审、印章外借。': ['台账缺失。', '有的外借；有的遗失。'] }, SECOND],
    ])
    expect(shape(takeSplit(after, at('有的遗失')))).toEqual(shape(splits))
    const byHand = addSplit(TEXT, splits, at('印章外借'), 'problem')
    expect(removeSplit(byHand, at('印章外借'))).toEqual(splits)
  })

  test('what was offered is taken', () => {
    expect(shape(takeSplit(takeSplit(splits, at('审核')), at('盘点')))).toEqual([
      ['管理方面', { '把关不严，合同漏审、印章外借。': DETAILS }, { 在登记: ['审核、', '盘点等方面失管。'] }],
    ])
  })

  test('a point that is moved keeps what it is', () => {
    expect(shape(moveSplit(TEXT, splits, at('台账缺失'), at('合同漏审')))).toEqual([
      ['管理方面', { 把关不严: ['合同漏审、印章外借。台账缺失。', '有的外借；', '有的遗失。'] }, SECOND],
    ])
    expect(moveSplit(TEXT, splits, 1_000, 3)).toBe(splits)
  })

  test('a piece becomes what a person says', () => {
    expect(shape(changeSplit(splits, at('台账缺失'), { role: 'problem' }))).toEqual([
      ['管理方面', { '把关不严，合同漏审、印章外借。': [] }, { '台账缺失。': ['有的外借；', '有的遗失。'] }, SECOND],
    ])
  })

  test('具体表现 become problems under their heading, and back', () => {
    const problems = detailsToProblems(splits, at('（一）'))
    expect(shape(problems)).toEqual([
      ['管理方面', ['把关不严，合同漏审、印章外借。', { '台账缺失。': [] }, { 有的外借: [] }, { '有的遗失。': [] }], SECOND],
    ])
    expect(shape(problemsToDetails(problems, at('（一）')))).toEqual(shape(splits))
    expect(detailsToProblems(splits, at('管理'))).toBe(splits)
    expect(problemsToDetails(splits, at('（二）'))).toBe(splits)
  })

  test('the ledger is made of what a person left', () => {
    const after = addSplit(TEXT, splits, at('印章外借'), 'problem')
    const made = suggestFromFeedback(TEXT, { ids: countingIds(), today: day('2026-11-22') }, after)
    expect(made.ok && made.value.ledger.problems.map(({ problem }) => problem.statement)).toEqual([
      '把关不严，合同漏审',
      '印章外借。',
      '在登记、审核、盘点等方面失管。',
    ])
  })

  test('no point stands inside a character or outside the text', () => {
    const text = '甲𠮷乙'
    const inside = addSplit(text, [], 2, 'problem')
    expect(inside.map((split) => split.at)).toEqual([1])
    expect(addSplit(text, [], 99, 'problem')).toEqual([])
    expect(applySplits(text, addSplit(text, [], -5, 'problem')).problems.map(({ statement }) => statement)).toEqual([text])
  })
})

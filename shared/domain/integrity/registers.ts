import { groupBy } from '../../base/list.ts'
import { categoriesOfMeasure } from '../accountability-measures.ts'
import { numberClashes, overlappingBlocks, printDocumentNumber } from '../document-numbers.ts'
import { ACCOUNTABILITY_WORDS, COUNT_UNIT_WORDS, LEAD_WORDS } from '../records/register-records.ts'
import { splitNames } from '../unit-names.ts'
import { type IntegrityIssue, issue } from './integrity-issue.ts'
import type { Survey } from './survey.ts'

const REGISTERS = { area: 'registers' } as const

/** No more are closed than came in. */
export const leadCounts = ({ records }: Survey): readonly IntegrityIssue[] =>
  records.lead.flatMap((lead) => {
    const { kind, number, received, closed } = lead
    if (received === null || closed === null || closed <= received) return []
    const text = LEAD_WORDS[kind] + (number === null ? '' : `“${number}”`)
    return [issue('integrity.lead-counts', REGISTERS, [lead], { text, stated: String(closed), expected: String(received) })]
  })

/** 诫勉 entered as 党纪处分 makes every sum of 处分 wrong. */
export const measureCategories = ({ records, placeOf }: Survey): readonly IntegrityIssue[] =>
  records.accountability.flatMap((line) => {
    const fitting = categoriesOfMeasure(line.measure)
    // 党纪政务处分 holds the measures of both.
    const asEntered = line.category === 'combined' ? (['combined', 'party', 'government'] as const) : [line.category]
    if (fitting.length === 0 || asEntered.some((category) => fitting.includes(category))) return []
    return [
      issue('integrity.measure-category', line.problemId === null ? REGISTERS : placeOf(line.problemId), [line], {
        text: line.measure,
        stated: ACCOUNTABILITY_WORDS[line.category],
        expected: fitting.map((category) => ACCOUNTABILITY_WORDS[category]).join('、'),
      }),
    ]
  })

/** 人 and 人次 within one category cannot be added; names and a number of persons should agree. */
export const personCounts = ({ records, placeOf }: Survey): readonly IntegrityIssue[] => {
  const mixed = [...groupBy(records.accountability, ({ category }) => category)].flatMap(([category, lines]) =>
    new Set(lines.map(({ countUnit }) => countUnit)).size > 1
      ? [
          issue('integrity.count-units', REGISTERS, lines, {
            text: ACCOUNTABILITY_WORDS[category],
            names: Object.values(COUNT_UNIT_WORDS),
          }),
        ]
      : [],
  )
  const unequal = records.accountability.flatMap((line) => {
    const names = splitNames(line.people ?? '').length
    if (names === 0 || line.count === null || line.countUnit !== 'persons' || names === line.count) return []
    const facts = { text: ACCOUNTABILITY_WORDS[line.category], stated: String(line.count), expected: String(names) }
    return [issue('integrity.people-count', line.problemId === null ? REGISTERS : placeOf(line.problemId), [line], facts)]
  })
  return [...mixed, ...unequal]
}

/** Numbers of 督办 documents that two PCs gave, and blocks that would let them. */
export const documentNumbers = ({ records }: Survey): readonly IntegrityIssue[] => {
  const clashes = numberClashes(records, null).map(({ series, number, notices, printed }) => {
    const records = notices.map(({ notice }) => notice)
    const facts = {
      text: printDocumentNumber({ ...series, number }) ?? '',
      count: printed > 1 ? printed : notices.length,
      names: notices.flatMap(({ proposal }) => (proposal === null ? [] : [`${proposal}号`])),
    }
    return issue(printed > 1 ? 'integrity.number-printed-twice' : 'integrity.number-clash', REGISTERS, records, facts)
  })
  const blocks = overlappingBlocks(records.numberBlock).map((pair) =>
    issue('integrity.blocks-overlap', REGISTERS, pair, {
      names: pair.map(({ pc, from, to }) => `${pc} ${from}—${to}号`),
    }),
  )
  return [...clashes, ...blocks]
}

import { groupBy } from '../../base/list.ts'
import type { PlainDate } from '../../base/plain-date.ts'
import { inOrder } from '../arrangement.ts'
import { deadlineOf, parseDeadline, printDeadline, yearOfDate } from '../deadline.ts'
import type { Extension } from '../records/record-kinds.ts'
import { type IntegrityIssue, issue } from './integrity-issue.ts'
import { placeOfFile, type Survey, worksOf } from './survey.ts'

/** Start, deadline and completion in their order, and nothing done tomorrow. */
export const workDates = ({ files, today }: Survey): readonly IntegrityIssue[] =>
  files.flatMap((file) =>
    worksOf(file).flatMap(({ work, whose }) => {
      const { startOn, deadlineOn, completedOn } = work
      const place = placeOfFile(file)
      return [
        ...(isBefore(completedOn, startOn)
          ? [issue('integrity.completed-before-start', place, [work], { text: whose, ...pair(completedOn, startOn) })]
          : []),
        ...(isBefore(deadlineOn, startOn)
          ? [issue('integrity.deadline-before-start', place, [work], { text: whose, ...pair(deadlineOn, startOn) })]
          : []),
        ...(isBefore(today, completedOn)
          ? [issue('integrity.in-the-future', place, [work], { text: `${whose}完成日期`, ...pair(completedOn, today) })]
          : []),
      ]
    }),
  )

/** A cycle is closed after the work was completed, and not tomorrow. */
export const closureDates = ({ files, today }: Survey): readonly IntegrityIssue[] =>
  files.flatMap((file) =>
    file.closures.flatMap((closure, i) => {
      const place = placeOfFile(file)
      // Earlier cycles keep their own 完成日期; the problem's is that of the last.
      const completedOn = closure.completedOn ?? (i === file.closures.length - 1 ? file.problem.completedOn : null)
      return [
        ...(isBefore(closure.closedOn, completedOn)
          ? [issue('integrity.closed-before-completed', place, [closure], pair(closure.closedOn, completedOn))]
          : []),
        ...(isBefore(today, closure.closedOn)
          ? [issue('integrity.in-the-future', place, [closure], { text: '销号日期', ...pair(closure.closedOn, today) })]
          : []),
      ]
    }),
  )

/** The team comes, leaves, and gives its feedback, in this order. */
export const inspectionDates = ({ records }: Survey): readonly IntegrityIssue[] =>
  records.inspection.flatMap((inspection) => {
    const { periodFrom, periodTo, feedbackOn } = inspection
    const found = (text: string, early: PlainDate | null, late: PlainDate | null) =>
      isBefore(early, late)
        ? [issue('integrity.inspection-dates', { area: 'ledger' }, [inspection], { text, ...pair(early, late) })]
        : []
    return [...found('离驻日期早于进驻日期', periodTo, periodFrom), ...found('反馈日期早于离驻日期', feedbackOn, periodTo)]
  })

/** Each extension begins where the one before ended, and the last ends at the deadline that stands. */
export const extensionChains = ({ files }: Survey): readonly IntegrityIssue[] =>
  files.flatMap((file) => {
    const byOwner = groupBy(file.extensions, ({ ownerId }) => ownerId)
    return worksOf(file).flatMap(({ work, whose }) => {
      const row = inOrder(byOwner.get(work.id) ?? [])
      return row.flatMap((extension, i): IntegrityIssue[] => {
        const next = row[i + 1]
        const to = dayAfter(extension)
        const expected = next ? dayBefore(next) : { on: work.deadlineOn, words: work.deadlineWords }
        if (isSame(to, expected)) return []
        return [
          issue('integrity.extension-chain', placeOfFile(file), next ? [extension, next] : [extension, work], {
            text: `${whose}${next ? `第${i + 1}次延期` : '最后一次延期'}`,
            stated: printDeadline(to) || '无',
            expected: printDeadline(expected) || '无',
          }),
        ]
      })
    })
  })

/** Words of a deadline that read as another day than the date beside them. Words without a year are read in the year of the date. */
export const deadlineWords = ({ files }: Survey): readonly IntegrityIssue[] =>
  files.flatMap((file) =>
    worksOf(file).flatMap(({ work, whose }) => {
      const read = parseDeadline(work.deadlineWords, yearOfDate(work.deadlineOn)).on
      if (read === null || read === work.deadlineOn) return []
      return [
        issue('integrity.deadline-words', placeOfFile(file), [work], {
          text: whose,
          stated: printDeadline(deadlineOf(work)),
          ...(work.deadlineOn === null ? {} : { expected: work.deadlineOn }),
        }),
      ]
    }),
  )

interface Day {
  readonly on: PlainDate | null
  readonly words: string
}

const dayAfter = ({ toOn, toWords }: Extension): Day => ({ on: toOn, words: toWords })
const dayBefore = ({ fromOn, fromWords }: Extension): Day => ({ on: fromOn, words: fromWords })

/** The days decide; words only where neither names one. */
const isSame = (a: Day, b: Day): boolean => (a.on === null && b.on === null ? a.words === b.words : a.on === b.on)

const isBefore = (a: PlainDate | null, b: PlainDate | null): boolean => a !== null && b !== null && a < b

const pair = (stated: PlainDate | null, expected: PlainDate | null) => ({ stated: stated ?? '', expected: expected ?? '' })

import type { PlainDate } from '../base/plain-date.ts'
import { type Deadline, daysLeft } from '../domain/deadline.ts'
import { standingsAt } from '../domain/figures/standing.ts'
import { namesInRole } from '../domain/four-lists.ts'
import type { Ledger, ProblemFile } from '../domain/ledger.ts'
import type { ResponsibilityRole } from '../domain/records/ledger-records.ts'
import type { Status } from '../domain/status.ts'
import type { Warning } from '../domain/warning.ts'
import { mendPunctuation } from '../notice/punctuation.ts'

/** A problem or a measure that is late or soon will be. */
export interface LateLine {
  readonly file: ProblemFile
  readonly subject: string
  readonly units: string
  readonly leaders: string
  readonly deadline: Deadline
  /** Negative: so many days late. */
  readonly days: number
  readonly warning: Warning
  readonly status: Status
  readonly sustained: boolean
}

/** What is 逾期 or 临期 at a day, the latest first. */
export const lateLines = (ledger: Ledger, date: PlainDate): readonly LateLine[] =>
  standingsAt(ledger, date)
    .flatMap((standing) => {
      const { file, measures } = standing
      return [
        { of: standing, subject: file.problem.statement, ownerId: file.problem.id },
        ...measures.map((measure) => ({ of: measure, subject: measureWords(file, measure.id), ownerId: measure.id })),
      ]
        .filter(({ of }) => of.warning === 'red' || of.warning === 'yellow')
        .map(({ of: { deadline, warning, status, sustained }, subject, ownerId }) => ({
          file,
          subject: mendPunctuation(subject),
          units: namesOf(file, ownerId, ['leadUnit', 'unit']),
          leaders: namesOf(file, ownerId, ['leader']),
          deadline,
          days: daysLeft(deadline, date) ?? 0,
          warning,
          status,
          sustained,
        }))
    })
    .sort((a, b) => a.days - b.days)

const measureWords = (file: ProblemFile, measureId: string): string => {
  const measure = file.measures.find(({ id }) => id === measureId)
  return measure === undefined ? '' : measure.title || measure.text
}

/** Of the measure itself, else of its problem. */
const namesOf = (file: ProblemFile, ownerId: string, roles: readonly ResponsibilityRole[]): string => {
  const of = (id: string): string =>
    [...new Set(roles.map((role) => namesInRole(file, id, role)).filter((names) => names !== ''))].join('、')
  return of(ownerId) || of(file.problem.id)
}

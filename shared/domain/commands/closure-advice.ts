import type { PlainDate } from '../../base/plain-date.ts'
import type { Advice, AdvisedDay } from '../advice.ts'
import type { ProblemFile } from '../ledger.ts'
import type { Reviewer } from '../records/closure-records.ts'
import type { Closure } from '../records/record-kinds.ts'
import { isRemaining } from '../status.ts'
import type { Asker } from '../status-machine.ts'
import { canonicalUnitName } from '../unit-names.ts'
import { adviceOnStep } from './status-advice.ts'

interface Said {
  readonly on: PlainDate
  readonly asker: Asker | null
  readonly today: PlainDate
}

/** What is unusual about an application: unfinished work, a day out of order, an applicant who has no part in it. */
export const adviceOnApplying = (
  file: ProblemFile,
  said: { readonly on: PlainDate | null; readonly by: string | null; readonly asker: Asker | null; readonly today: PlainDate },
): readonly Advice[] => [
  ...stepOf(file, 'apply', said.asker),
  ...(said.by === null || hasPart(file, said.by) ? [] : [{ type: 'foreign-applicant', by: said.by } as const]),
  ...unfinished(file),
  ...adviceOnDays('appliedOn', said.on, { completedOn: file.problem.completedOn }, said.today),
]

/** What is unusual about a closing. Reviews are expected of the office, and of the lead unit and the leader where the problem has them. */
export const adviceOnClosing = (file: ProblemFile, open: Closure | null, said: Said): readonly Advice[] => {
  const reviews = file.reviews.filter(({ closureId }) => closureId === open?.id)
  /** The last opinion of each counts: one who returned it may agree later. */
  const opinions = new Map(reviews.map(({ reviewer, opinion }) => [reviewer, opinion]))
  const expected: readonly Reviewer[] = ['leadUnit', 'leader', 'office']
  const missing = expected.filter((reviewer) => !opinions.has(reviewer) && (reviewer === 'office' || hasRole(file, reviewer)))
  const returned = [...opinions].flatMap(([reviewer, opinion]) => (opinion === 'returned' ? [reviewer] : []))
  return [
    ...(open ? [] : [{ type: 'closed-without-application' } as const]),
    ...stepOf(file, 'close', said.asker),
    ...(missing.length === 0 ? [] : [{ type: 'reviews-missing', reviewers: missing } as const]),
    ...(returned.length === 0 ? [] : [{ type: 'review-returned', reviewers: returned } as const]),
    ...unfinished(file),
    ...adviceOnDays(
      'closedOn',
      said.on,
      { completedOn: file.problem.completedOn, appliedOn: open?.appliedOn ?? null },
      said.today,
    ),
  ]
}

export const adviceOnReturning = (file: ProblemFile, open: Closure, said: Said): readonly Advice[] => [
  ...stepOf(file, 'return', said.asker),
  ...adviceOnDays('returnedOn', said.on, { appliedOn: open.appliedOn }, said.today),
]

/** A day that lies before what it follows, or ahead of today. */
export const adviceOnDays = (
  day: AdvisedDay,
  on: PlainDate | null,
  after: Readonly<Partial<Record<AdvisedDay, PlainDate | null>>>,
  today: PlainDate,
): readonly Advice[] => {
  if (on === null) return []
  const earlier = (Object.entries(after) as [AdvisedDay, PlainDate | null][]).flatMap(([of, not]): Advice[] =>
    not !== null && on < not ? [{ type: 'day-before', day, on, of, not }] : [],
  )
  return on > today ? [...earlier, { type: 'day-ahead', day, on }] : earlier
}

/** 长期坚持 may be applied for while it goes on; what was closed by hand gets its papers late. */
const stepOf = ({ problem }: ProblemFile, act: 'apply' | 'close' | 'return', asker: Asker | null): readonly Advice[] => {
  const isUsual = problem.status === 'closed' ? act !== 'return' : act === 'apply' && problem.sustained
  return adviceOnStep(act, problem.status, asker).filter(({ type }) => !(type === 'unusual-step' && isUsual))
}

const unfinished = ({ measures }: ProblemFile): readonly Advice[] => {
  const left = measures.filter(({ status }) => isRemaining(status)).length
  return left === 0 ? [] : [{ type: 'measures-unfinished', unfinished: left, measures: measures.length }]
}

const hasRole = ({ responsibilities }: ProblemFile, role: string): boolean => responsibilities.some((r) => r.role === role)

/** Is this one of the units of the problem or its measures? Where none is named, nobody is foreign. */
const hasPart = ({ responsibilities }: ProblemFile, by: string): boolean => {
  const units = responsibilities.filter(({ role }) => role === 'leadUnit' || role === 'unit' || role === 'supportUnit')
  return units.length === 0 || units.some(({ name }) => canonicalUnitName(name) === canonicalUnitName(by))
}

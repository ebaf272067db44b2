import type { PlainDate } from '../../../shared/base/plain-date.ts'
import type { RectificationKind } from '../../../shared/domain/records/problem-records.ts'
import type { Status } from '../../../shared/domain/status.ts'
import { dayBetween, daysAfter, deadlineAfter, earlier } from './calendar.ts'
import type { Frame } from './frame.ts'
import type { RandomSource } from './random-source.ts'

/** The fields that problems and measures share. */
export interface Course {
  readonly startOn: PlainDate | null
  readonly deadlineOn: PlainDate | null
  readonly deadlineWords: string
  readonly status: Status
  readonly sustained: boolean
  readonly completedOn: PlainDate | null
}

/** How the work on one problem went: its own course, that of each measure, and whether it was closed and opened again. */
export interface ProblemCourse extends Course {
  readonly kind: RectificationKind
  readonly measures: readonly Course[]
  /** The days of 销号, one per cycle; the last still stands when the status says so. */
  readonly closedOn: readonly PlainDate[]
}

/** The status of a measure under a problem of some status: the first measure of two or more is always the one that is furthest. */
const MEASURE_STATUSES: Readonly<Record<Status, readonly Status[]>> = {
  unstated: ['unstated'],
  notStarted: ['notStarted'],
  inProgress: ['inProgress', 'inProgress', 'done', 'notStarted'],
  basicallyDone: ['basicallyDone', 'done', 'done'],
  done: ['done'],
  closed: ['done'],
}

export const drawCourse = (random: RandomSource, { feedbackOn, today }: Frame, measures: number): ProblemCourse => {
  const kind = random.weighted({ immediate: 2, dated: 6, sustained: 2 })
  const status = random.weighted<Exclude<Status, 'unstated'>>({
    notStarted: 1,
    inProgress: 5,
    basicallyDone: 3,
    done: 6,
    closed: 5,
  })
  const startOn = status === 'notStarted' ? null : dayBetween(random, daysAfter(feedbackOn, 7), daysAfter(feedbackOn, 60))
  const deadline =
    kind === 'immediate'
      ? { deadlineWords: '立行立改', deadlineOn: null }
      : kind === 'sustained'
        ? { deadlineWords: '长期坚持', deadlineOn: null }
        : deadlineAfter(random, feedbackOn, random.whole(3, 18))
  const parts = Array.from({ length: measures }, (_, i): Course => {
    const choices = MEASURE_STATUSES[status]
    const own = i === 0 ? (choices[0] ?? status) : random.pick(choices)
    const began = own === 'notStarted' || startOn === null ? null : dayBetween(random, startOn, daysAfter(startOn, 30))
    const completedOn = own === 'done' && began !== null ? dayBetween(random, daysAfter(began, 10), daysAfter(today, -30)) : null
    return { startOn: began, ...deadline, status: own, sustained: false, completedOn }
  })
  const isDone = status === 'done' || status === 'closed'
  const completedOn = isDone
    ? parts.reduce(
        (last, part) => (part.completedOn !== null && part.completedOn > last ? part.completedOn : last),
        startOn ?? feedbackOn,
      )
    : null
  // One in ten that work goes on with was thought finished and came back; one in twelve of the closed ones had come back before.
  const cameBack = (status === 'inProgress' && random.chance(0.1)) || (status === 'closed' && random.chance(0.08))
  const first = cameBack && startOn !== null ? [daysAfter(startOn, random.whole(5, 9))] : []
  const last = status === 'closed' && completedOn !== null ? [earlier(daysAfter(completedOn, random.whole(1, 25)), today)] : []
  return {
    kind,
    startOn,
    ...deadline,
    status,
    sustained: isDone && kind === 'sustained',
    completedOn,
    measures: parts,
    closedOn: [...first, ...last],
  }
}

import type { Decimal } from '../../../shared/base/decimal.ts'
import { orderKeys } from '../../../shared/base/order.ts'
import type { ResponsibilityRole } from '../../../shared/domain/records/ledger-records.ts'
import { type ProblemSource, SOURCE_WORDS } from '../../../shared/domain/records/problem-records.ts'
import type { Problem } from '../../../shared/domain/records/record-kinds.ts'
import { dayBetween, daysAfter, deadlineAfter } from './calendar.ts'
import { type Course, drawCourse, type ProblemCourse } from './course.ts'
import type { Aspect, DirectoryEntry, Frame } from './frame.ts'
import { inventPerson } from './places.ts'
import type { RandomSource } from './random-source.ts'
import { placeIn, type RecordWriter } from './record-writer.ts'
import { moneyOf, type Sentences, sentencesOf } from './sentences.ts'

export interface ProblemPlace {
  readonly aspect: Aspect
  readonly order: string
  /** 原序号, as the feedback numbered it. */
  readonly sourceNumber: number
}

/** Writes problems one after the other; `livedIn` is how many progress entries one has on average, up to 15. */
export const problemWriter = (random: RandomSource, writer: RecordWriter, frame: Frame, livedIn: number) => {
  const words = new Map(frame.aspects.map(({ topic }) => [topic, sentencesOf(random, frame.county, topic)]))
  return ({ aspect, order, sourceNumber }: ProblemPlace): void => {
    const write = words.get(aspect.topic) ?? sentencesOf(random, frame.county, aspect.topic)
    const places = orderKeys(random.whole(3, 6))
    const { measures, closedOn, ...course } = drawCourse(random, frame, places.length)
    const isDone = course.completedOn !== null
    const problem = writer.add('problem', {
      id: random.id(),
      nodeId: aspect.nodeId,
      order,
      statement: write.statement(),
      details: write.details(),
      source: random.chance(0.8) ? 'feedback' : random.pick(Object.keys(SOURCE_WORDS) as ProblemSource[]),
      target: write.target(),
      account: course.startOn === null ? '' : write.account(),
      result: isDone ? write.result() : '',
      sourceNumber: String(sourceNumber),
      ...course,
    })
    const ids = measures.map((measure, i) => writeMeasure(random, writer, write, problem.id, placeIn(places, i), measure))
    writeResponsibilities(random, writer, frame, problem.id, ids)
    writeProgress(random, writer, frame, write, [problem.id, ...ids], course, random.whole(0, Math.min(30, livedIn * 2)))
    if (isDone) writeOutcomes(random, writer, frame, write, problem)
    if (course.kind === 'dated' && random.chance(0.15)) writeExtensions(random, writer, frame, problem)
    closedOn.forEach((on, i) => {
      writer.add('closure', {
        id: random.id(),
        problemId: problem.id,
        cycle: i + 1,
        closedOn: on,
        result: '经现场复核，措施到位、资料齐全，同意销号。',
      })
    })
    if (random.chance(0.12)) writeOffice(random, writer, frame, problem.id)
  }
}

const writeMeasure = (
  random: RandomSource,
  writer: RecordWriter,
  write: Sentences,
  problemId: string,
  order: string,
  course: Course,
): string =>
  writer.add('measure', {
    id: random.id(),
    problemId,
    order,
    text: write.measure(),
    ...course,
    account: course.completedOn !== null && random.chance(0.4) ? write.account() : '',
  }).id

/** A leader, a lead unit, one to three units and whom to ask; some measures have units of their own. Spellings vary, the entry does not. */
const writeResponsibilities = (
  random: RandomSource,
  writer: RecordWriter,
  { leaders, units }: Frame,
  problemId: string,
  measureIds: readonly string[],
): void => {
  const add = (ownerId: string, role: ResponsibilityRole, entries: readonly DirectoryEntry[]): void => {
    const places = orderKeys(entries.length)
    entries.forEach(({ id, names }, i) => {
      const name = random.chance(0.75) ? (names[0] ?? '') : random.pick(names)
      writer.add('responsibility', { id: random.id(), ownerId, role, order: placeIn(places, i), name, directoryId: id })
    })
  }
  const outside = (role: ResponsibilityRole, name: string): void => {
    writer.add('responsibility', { id: random.id(), ownerId: problemId, role, name })
  }
  add(problemId, 'leader', [random.pick(leaders)])
  add(problemId, 'leadUnit', [random.pick(units)])
  add(problemId, 'unit', random.several(units, random.whole(1, 3)))
  if (random.chance(0.3)) add(problemId, 'supportUnit', random.several(units, random.whole(1, 2)))
  outside('person', inventPerson(random))
  outside('phone', `0000-${random.whole(1_000_000, 9_999_999)}`)
  for (const measureId of measureIds) if (random.chance(0.25)) add(measureId, 'unit', random.several(units, random.whole(1, 2)))
}

/** Entries in the order of their days, most on the problem, the others on its measures; none before the work began. */
const writeProgress = (
  random: RandomSource,
  writer: RecordWriter,
  { today, units }: Frame,
  write: Sentences,
  owners: readonly string[],
  { startOn, completedOn }: Omit<ProblemCourse, 'measures' | 'closedOn'>,
  count: number,
): void => {
  if (startOn === null) return
  const days = Array.from({ length: count }, () => dayBetween(random, startOn, completedOn ?? today)).sort()
  const places = orderKeys(count)
  days.forEach((on, i) => {
    writer.add('progress', {
      id: random.id(),
      ownerId: random.chance(0.6) ? (owners[0] ?? '') : random.pick(owners),
      order: placeIn(places, i),
      on,
      unit: random.pick(units).names[0] ?? null,
      text: write.progress(),
    })
  })
}

const writeOutcomes = (
  random: RandomSource,
  writer: RecordWriter,
  { county }: Frame,
  write: Sentences,
  { id, completedOn }: Problem,
): void => {
  const places = orderKeys(2)
  if (random.chance(0.35))
    writer.add('outcome', {
      id: random.id(),
      ownerId: id,
      order: placeIn(places, 0),
      kind: 'regulation',
      title: write.regulation(),
      documentNumber: `${county.short}办发〔${completedOn?.slice(0, 4) ?? '2024'}〕${random.whole(1, 90)}号`,
      on: completedOn,
    })
  if (random.chance(0.25))
    writer.add('outcome', {
      id: random.id(),
      ownerId: id,
      order: placeIn(places, 1),
      kind: random.pick(['recovered', 'returned']),
      on: completedOn,
      amount: moneyOf(random) as Decimal,
    })
}

/** One extension or two; the last ends at the deadline the problem has now. */
const writeExtensions = (random: RandomSource, writer: RecordWriter, { feedbackOn }: Frame, problem: Problem): void => {
  if (problem.deadlineOn === null || problem.deadlineOn < daysAfter(feedbackOn, 150)) return
  const steps = [
    deadlineAfter(random, feedbackOn, 2),
    ...(random.chance(0.2) ? [deadlineAfter(random, feedbackOn, 3)] : []),
    problem,
  ]
  const places = orderKeys(steps.length - 1)
  steps.slice(1).forEach((to, i) => {
    const from = steps[i] ?? to
    writer.add('extension', {
      id: random.id(),
      ownerId: problem.id,
      order: placeIn(places, i),
      fromOn: from.deadlineOn,
      fromWords: from.deadlineWords,
      toOn: to.deadlineOn,
      toWords: to.deadlineWords,
      reason: random.pick(['涉及跨部门协调，前期手续未办结。', '受汛期影响，现场施工推迟。', '上级政策调整，方案需重新报批。']),
      approvedBy: '县委巡察整改领导小组',
    })
  })
}

const writeOffice = (random: RandomSource, writer: RecordWriter, { feedbackOn, today }: Frame, problemId: string): void => {
  const withheld = random.chance(0.3)
  writer.add('officePart', {
    id: problemId,
    problemId,
    withheld,
    withheldReason: withheld ? '涉及尚未办结的问题线索。' : null,
    notes: '责任追究情况由县纪委提供，公开前再核。',
  })
  if (random.chance(0.5)) return
  const dealing = random.pick([
    { category: 'party', measure: '党内警告' },
    { category: 'government', measure: '政务记过' },
    { category: 'organisational', measure: '调离岗位' },
    { category: 'admonition', measure: '诫勉' },
    { category: 'talk', measure: '批评教育' },
  ] as const)
  writer.add('accountability', {
    id: random.id(),
    problemId,
    ...dealing,
    count: 1,
    people: inventPerson(random),
    on: dayBetween(random, feedbackOn, today),
  })
}

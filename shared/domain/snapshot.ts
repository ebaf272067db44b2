import { z } from 'zod'
import { type Decimal, isDecimal } from '../base/decimal.ts'
import { parseJson } from '../base/json.ts'
import { isPlainDate, type PlainDate } from '../base/plain-date.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { printDeadline } from './deadline.ts'
import { directoryOf } from './directory.ts'
import { isBy } from './figures/figure.ts'
import { figuresOf } from './figures/figures-of.ts'
import { type ProblemStanding, standingsAt } from './figures/standing.ts'
import type { Ledger } from './ledger.ts'
import type { ResponsibilityRole } from './records/ledger-records.ts'
import { STATUSES } from './status.ts'

/** The format of a frozen period, of its own: it is read long after the ledger's format has moved on. */
const FORMAT = { name: 'zgtz-snapshot', version: 1 } as const

const plainDate = z.string().refine(isPlainDate) as unknown as z.ZodType<PlainDate, PlainDate>
const decimal = z.string().refine(isDecimal) as unknown as z.ZodType<Decimal, Decimal>
const words = z.string()
const whole = z.number().int().min(0)

const frozenProblemSchema = z.object({
  id: words,
  number: whole,
  /** Cut at 200 characters: enough to know it by. */
  statement: words,
  status: z.enum(STATUSES),
  sustained: z.boolean(),
  deadlineOn: plainDate.nullable(),
  deadlineWords: words,
  /** 1, and one more for each time it was reopened. */
  cycle: whole,
  /** How often it was extended. */
  extensions: whole,
  warning: z.enum(['none', 'green', 'yellow', 'red']),
  leadUnits: z.array(words),
  units: z.array(words),
  leaders: z.array(words),
  /** Its measures, and those of other problems they were before a join or split. */
  measures: z.array(words),
  measureOrigins: z.array(words),
})

const snapshotContentSchema = z.object({
  format: z.object({ name: z.literal(FORMAT.name), version: z.literal(FORMAT.version) }),
  ledgerId: words,
  title: words,
  cutoff: plainDate,
  figures: z.array(
    z.object({ id: words, label: words, value: decimal, unit: words, formula: words, counts: z.array(words).readonly() }),
  ),
  problems: z.array(frozenProblemSchema),
})

const versionSchema = z.object({ format: z.object({ name: z.literal(FORMAT.name), version: whole }) })

/** 期报: every figure of a ledger and the state of every problem, as they stood at the end of a cut-off date. Plain data. */
export type Snapshot = Readonly<z.infer<typeof snapshotContentSchema>>
export type FrozenProblem = Readonly<z.infer<typeof frozenProblemSchema>>

/** What the ledger shows at `cutoff`, to be kept. Nothing in it depends on the order in which records were read. */
export const snapshotOf = (ledger: Ledger, cutoff: PlainDate): Snapshot => {
  const freeze = frozenProblem(ledger, cutoff)
  return {
    format: FORMAT,
    ledgerId: ledger.ledger.id,
    title: ledger.ledger.title,
    cutoff,
    figures: figuresOf(ledger, cutoff).map((figure) => ({ ...figure, counts: [...figure.counts].sort() })),
    problems: standingsAt(ledger, cutoff).map(freeze),
  }
}

const frozenProblem = (ledger: Ledger, cutoff: PlainDate) => {
  const { unitOf, leaderOf } = directoryOf(ledger.records)
  return ({ file, id, status, sustained, deadline, warning }: ProblemStanding): FrozenProblem => {
    const names = (role: ResponsibilityRole, nameOf: typeof unitOf): string[] => [
      ...new Set(file.responsibilities.filter((r) => r.role === role).map((r) => nameOf(r.name, r.directoryId).name)),
    ]
    return {
      id,
      number: file.number,
      statement: file.problem.statement.slice(0, 200),
      status,
      sustained,
      deadlineOn: deadline.on,
      deadlineWords: printDeadline(deadline),
      cycle: 1 + file.closures.filter(({ reopenedOn }) => reopenedOn !== null && reopenedOn <= cutoff).length,
      extensions: file.extensions.filter(({ ownerId, approvedOn }) => ownerId === id && isBy(approvedOn, cutoff)).length,
      warning,
      leadUnits: names('leadUnit', unitOf),
      units: names('unit', unitOf),
      leaders: names('leader', leaderOf),
      measures: file.measures.map((measure) => measure.id),
      measureOrigins: file.measures.flatMap(({ originId }) => (originId === null ? [] : [originId])),
    }
  }
}

/** The one text of a snapshot: the same ledger at the same day gives the same text, whichever PC prints it. */
export const printSnapshot = (snapshot: Snapshot): string => JSON.stringify(snapshotContentSchema.parse(snapshot))

/** Reads what printSnapshot wrote. `snapshot-newer` for one of a later program; anything else that is none is `snapshot-damaged`. */
export const readSnapshot = (text: string): Result<Snapshot, Refusal> => {
  const parsed = parseJson(text)
  const version = versionSchema.safeParse(parsed)
  if (version.success && version.data.format.version > FORMAT.version)
    return err({ type: 'snapshot-newer', version: version.data.format.version, known: FORMAT.version })
  const snapshot = snapshotContentSchema.safeParse(parsed)
  return snapshot.success ? ok(snapshot.data) : err({ type: 'snapshot-damaged' })
}

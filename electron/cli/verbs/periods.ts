import type { z } from 'zod'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { inOrder } from '../../../shared/domain/arrangement.ts'
import { compareSnapshots, type ProblemChange } from '../../../shared/domain/compare-snapshots.ts'
import { usualDate } from '../../../shared/domain/ledger.ts'
import type { RecordOf } from '../../../shared/domain/records/record-kinds.ts'
import { type FrozenProblem, type Snapshot, snapshotOf } from '../../../shared/domain/snapshot.ts'
import type { OpenedLedger } from '../../../shared/exchange/ledger-package.ts'
import { openSnapshotFile } from '../../../shared/exchange/snapshot-file.ts'
import { dateOption } from '../arguments.ts'
import { periodsOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { done, misused, option, refused, type Verb } from '../verb.ts'

type Comparison = NonNullable<z.infer<typeof periodsOutput>['comparison']>

export const periodsVerb: Verb = {
  name: 'periods',
  usage: 'periods LEDGER [--compare A,B | --compare A] [--date YYYY-MM-DD]',
  summary: 'lists the periods (期报) of the ledger, and compares two of them, or one with the ledger as it is',
  positionals: 1,
  options: { compare: { type: 'string' }, date: { type: 'string' } },
  required: [],
  output: periodsOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const chosen = dateOption(given)
    if (!chosen.ok) return misused(chosen.error)
    const sides = option(given, 'compare')?.split(',') ?? null
    if (sides !== null && (sides.length > 2 || sides.some((side) => !/^[1-9]\d{0,5}$/.test(side))))
      return misused('--compare 应写两期的期次，如 1,2，或只写一期，与台账现状比较')
    if (sides?.length === 2 && chosen.value !== null) return misused('比较两期时不用 --date')
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const periods = inOrder(opened.value.ledger.records.snapshot)
    const [a, b] = sides ?? (chosen.value === null ? [] : [String(periods.length)])
    const date = chosen.value ?? usualDate(opened.value.ledger, ports.clock.today())
    const comparison = a === undefined ? ok(null) : comparisonOf(opened.value, periods, a, b ?? null, date)
    if (!comparison.ok) return refused(comparison.error)
    const output: z.infer<typeof periodsOutput> = {
      periods: periods.map(({ title, cutoff, takenOn, sha256 }, i) => {
        const read = openSnapshotFile(opened.value.filesByHash.get(sha256), sha256)
        return { period: i + 1, title, cutoff, takenOn, sha256, content: contentOf(read) }
      }),
      comparison: comparison.value,
    }
    return done(output)
  },
}

const contentOf = (read: Result<Snapshot, Refusal>): 'whole' | 'missing' | 'newer' | 'damaged' => {
  if (read.ok) return 'whole'
  if (read.error.type === 'snapshot-missing') return 'missing'
  return read.error.type === 'snapshot-newer' ? 'newer' : 'damaged'
}

type Side = Result<{ readonly period: number | null; readonly snapshot: Snapshot }, Refusal>

const comparisonOf = (
  { ledger, filesByHash }: OpenedLedger<unknown>,
  periods: readonly RecordOf<'snapshot'>[],
  a: string,
  b: string | null,
  date: PlainDate,
): Result<Comparison, Refusal> => {
  const side = (text: string): Side => {
    const period = periods[Number(text) - 1]
    if (!period) return err({ type: 'no-such-period', period: text, count: periods.length })
    const read = openSnapshotFile(filesByHash.get(period.sha256), period.sha256)
    return read.ok ? ok({ period: Number(text), snapshot: read.value }) : read
  }
  const before = side(a)
  if (!before.ok) return before
  const after: Side = b === null ? ok({ period: null, snapshot: snapshotOf(ledger, date) }) : side(b)
  if (!after.ok) return after
  const { figures, gone, added, ...changes } = compareSnapshots(before.value.snapshot, after.value.snapshot)
  const sideOutput = ({ period, snapshot }: { readonly period: number | null; readonly snapshot: Snapshot }) => ({
    period,
    cutoff: snapshot.cutoff,
  })
  return ok({
    before: sideOutput(before.value),
    after: sideOutput(after.value),
    added: added.map(named),
    gone: gone.map(({ problem, joinedIntoId }) => ({ ...named(problem), joinedIntoId })),
    finished: changes.finished.map(change),
    closed: changes.closed.map(change),
    reopened: changes.reopened.map(change),
    newlyOverdue: changes.newlyOverdue.map(change),
    extended: changes.extended.map(change),
    statusChanged: changes.statusChanged.map(change),
    figures: figures.map((figure) => ({
      ...figure,
      before: figure.before === null ? null : Number(figure.before),
      after: figure.after === null ? null : Number(figure.after),
    })),
  })
}

const named = ({ id, number, statement }: FrozenProblem) => ({ id, number, statement })

const change = ({ before, after }: ProblemChange) => ({
  ...named(after),
  statusBefore: before.status,
  statusAfter: after.status,
  deadlineBefore: before.deadlineWords,
  deadlineAfter: after.deadlineWords,
})

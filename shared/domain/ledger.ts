import { groupBy } from '../base/list.ts'
import type { PlainDate } from '../base/plain-date.ts'
import { defect } from '../base/result.ts'
import { arrange, type Branch, inOrder } from './arrangement.ts'
import { inCycles } from './closing.ts'
import type {
  Attachment,
  Closure,
  Extension,
  Inspection,
  LedgerRecords,
  Measure,
  OfficePart,
  Outcome,
  OutlineNode,
  Problem,
  Progress,
  RecordOf,
  Responsibility,
  Review,
} from './records/record-kinds.ts'

/** 问题档案: one problem with everything that belongs to it, in display order. */
export interface ProblemFile {
  readonly problem: Problem
  /** 序号: the running display number from 1, computed from the outline and the order. */
  readonly number: number
  /** The outline nodes above it, from 类别 down. */
  readonly path: readonly OutlineNode[]
  readonly measures: readonly Measure[]
  /** Of the problem and of its measures: look at `ownerId`. */
  readonly responsibilities: readonly Responsibility[]
  readonly progress: readonly Progress[]
  readonly outcomes: readonly Outcome[]
  readonly extensions: readonly Extension[]
  /** By cycle, and in a cycle as they were applied for. */
  readonly closures: readonly Closure[]
  /** Of all cycles: look at `closureId`. */
  readonly reviews: readonly Review[]
  /** Of the problem, its measures, progress entries and closures: look at `ownerId`. */
  readonly attachments: readonly Attachment[]
  readonly office: OfficePart | null
}

/** One node of the outline with what stands under it, nodes and problems side by side as they are ordered. */
export type OutlineBranch = Branch<ProblemFile>

/** A ledger as the rules read it: the records, joined once. Built by `openLedger`; never written to. */
export interface Ledger {
  readonly records: LedgerRecords
  readonly ledger: RecordOf<'ledger'>
  readonly inspection: Inspection
  readonly outline: OutlineBranch
  /** Every problem in display order. */
  readonly problems: readonly ProblemFile[]
}

/** Joins the records of one ledger; see `arrange` for what happens to broken references. */
export const openLedger = (records: LedgerRecords): Ledger => {
  const ledger = records.ledger[0] ?? defect('a ledger holds its own record')
  const inspection = records.inspection[0] ?? defect('a ledger holds its inspection')
  return { records, ledger, inspection, ...arrange(records.outlineNode, records.problem, problemFiles(records)) }
}

/** Makes the 问题档案 of any problem of these records; they may be all of a ledger or those of one problem. */
export const problemFiles = (records: LedgerRecords) => {
  const measures = groupBy(records.measure, (m) => m.problemId)
  const byOwner = {
    responsibilities: groupBy(records.responsibility, (r) => r.ownerId),
    progress: groupBy(records.progress, (p) => p.ownerId),
    outcomes: groupBy(records.outcome, (o) => o.ownerId ?? ''),
    extensions: groupBy(records.extension, (e) => e.ownerId),
    attachments: groupBy(records.attachment, (a) => a.ownerId ?? ''),
    reviews: groupBy(records.review, (r) => r.closureId),
  }
  const closures = groupBy(records.closure, (c) => c.problemId)
  const offices = new Map(records.officePart.map((o) => [o.problemId, o]))
  return (problem: Problem, path: readonly OutlineNode[], number: number): ProblemFile => {
    const own = inOrder(measures.get(problem.id) ?? [])
    const owners = [problem.id, ...own.map((measure) => measure.id)]
    const of = <T extends { readonly order: string; readonly id: string }>(
      grouped: ReadonlyMap<string, readonly T[]>,
      of: readonly string[] = owners,
    ) => of.flatMap((owner) => inOrder(grouped.get(owner) ?? []))
    const progress = of(byOwner.progress)
    const entries = progress.map(({ id }) => id)
    const cycles = inCycles(closures.get(problem.id) ?? [])
    const cycleIds = cycles.map(({ id }) => id)
    return {
      problem,
      number,
      path,
      measures: own,
      responsibilities: of(byOwner.responsibilities),
      progress,
      outcomes: of(byOwner.outcomes, [...owners, ...entries]),
      extensions: of(byOwner.extensions),
      closures: cycles,
      reviews: of(byOwner.reviews, cycleIds),
      attachments: of(byOwner.attachments, [...owners, ...entries, ...cycleIds]),
      office: offices.get(problem.id) ?? null,
    }
  }
}

/** The date a ledger is looked at when nobody names one: the date of its (first) notice, else today. */
export const usualDate = (ledger: Ledger, today: PlainDate): PlainDate => inOrder(ledger.records.notice)[0]?.signedOn ?? today

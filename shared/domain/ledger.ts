import { groupBy } from '../base/list.ts'
import type { PlainDate } from '../base/plain-date.ts'
import { defect } from '../base/result.ts'
import type {
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
  readonly closures: readonly Closure[]
  readonly office: OfficePart | null
}

/** One node of the outline with what stands under it, nodes and problems side by side as they are ordered. */
export interface OutlineBranch {
  readonly node: OutlineNode | null
  readonly children: readonly (OutlineBranch | ProblemFile)[]
}

/** A ledger as the rules read it: the records, joined once. Built by `openLedger`; never written to. */
export interface Ledger {
  readonly records: LedgerRecords
  readonly ledger: RecordOf<'ledger'>
  readonly inspection: Inspection
  readonly outline: OutlineBranch
  /** Every problem in display order. */
  readonly problems: readonly ProblemFile[]
}

export const isBranch = (child: OutlineBranch | ProblemFile): child is OutlineBranch => 'children' in child

/** Siblings in their order; equal places fall back to the id, so that every PC shows the same. */
export const inOrder = <T extends { readonly order: string; readonly id: string }>(records: readonly T[]): readonly T[] =>
  [...records].sort((a, b) => compareText(a.order, b.order) || compareText(a.id, b.id))

/**
 * Joins the records of one ledger. A problem or node whose parent is missing, and nodes that a merge has put under each
 * other, stand at the top: nothing is hidden because a reference is broken.
 */
export const openLedger = (records: LedgerRecords): Ledger => {
  const ledger = records.ledger[0] ?? defect('a ledger holds its own record')
  const inspection = records.inspection[0] ?? defect('a ledger holds its inspection')
  const fileOf = problemFiles(records)
  const parents = shownParents(records.outlineNode)
  const children = groupBy<OutlineNode | Problem, string | null>([...records.outlineNode, ...records.problem], (child) =>
    'heading' in child
      ? (parents.get(child.id) ?? null)
      : child.nodeId !== null && parents.has(child.nodeId)
        ? child.nodeId
        : null,
  )
  const problems: ProblemFile[] = []

  const branchOf = (node: OutlineNode | null, path: readonly OutlineNode[]): OutlineBranch => ({
    node,
    children: inOrder(children.get(node?.id ?? null) ?? []).map((child) => {
      if ('heading' in child) return branchOf(child, [...path, child])
      const file = fileOf(child, path, problems.length + 1)
      problems.push(file)
      return file
    }),
  })

  const outline = branchOf(null, [])
  return { records, ledger, inspection, outline, problems }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The parent each node is shown under: null when it is missing, or when following parents comes back to the node itself. */
const shownParents = (nodes: readonly OutlineNode[]): ReadonlyMap<string, string | null> => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const isItsOwnAncestor = (node: OutlineNode): boolean => {
    const seen = new Set<string>()
    let parent = node.parentId
    while (parent !== null && parent !== node.id && !seen.has(parent)) {
      seen.add(parent)
      parent = byId.get(parent)?.parentId ?? null
    }
    return parent === node.id
  }
  const shown = (node: OutlineNode): string | null => {
    const hasParent = node.parentId !== null && byId.has(node.parentId)
    return hasParent && !isItsOwnAncestor(node) ? node.parentId : null
  }
  return new Map(nodes.map((node) => [node.id, shown(node)]))
}

const problemFiles = (records: LedgerRecords) => {
  const measures = groupBy(records.measure, (m) => m.problemId)
  const byOwner = {
    responsibilities: groupBy(records.responsibility, (r) => r.ownerId),
    progress: groupBy(records.progress, (p) => p.ownerId),
    outcomes: groupBy(records.outcome, (o) => o.ownerId ?? ''),
    extensions: groupBy(records.extension, (e) => e.ownerId),
  }
  const closures = groupBy(records.closure, (c) => c.problemId)
  const offices = new Map(records.officePart.map((o) => [o.problemId, o]))
  return (problem: Problem, path: readonly OutlineNode[], number: number): ProblemFile => {
    const own = inOrder(measures.get(problem.id) ?? [])
    const owners = [problem.id, ...own.map((measure) => measure.id)]
    const of = <T extends { readonly order: string; readonly id: string }>(grouped: ReadonlyMap<string, readonly T[]>) =>
      owners.flatMap((owner) => inOrder(grouped.get(owner) ?? []))
    return {
      problem,
      number,
      path,
      measures: own,
      responsibilities: of(byOwner.responsibilities),
      progress: of(byOwner.progress),
      outcomes: of(byOwner.outcomes),
      extensions: of(byOwner.extensions),
      closures: [...(closures.get(problem.id) ?? [])].sort((a, b) => (a.cycle ?? 0) - (b.cycle ?? 0)),
      office: offices.get(problem.id) ?? null,
    }
  }
}

/** The date a ledger is looked at when nobody names one: the date of its (first) notice, else today. */
export const usualDate = (ledger: Ledger, today: PlainDate): PlainDate => inOrder(ledger.records.notice)[0]?.signedOn ?? today

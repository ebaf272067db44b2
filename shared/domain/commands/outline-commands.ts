import { z } from 'zod'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { fittingRecord } from '../field-limits.ts'
import type { Ledger } from '../ledger.ts'
import { placeAt, placesAt } from '../placement.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import { id } from '../records/fields.ts'
import type { OutlineNode } from '../records/record-kinds.ts'
import { indexBehind, placeEdits, rowUnder, type Sibling } from '../siblings.ts'
import type { CommandContext, Decision } from './decision.ts'

/**
 * Acts on the outline and on where problems stand in it. `afterId` is the problem or node to stand behind, in the row under `nodeId`
 * (`parentId`); null: first.
 */
export const outlineCommandSchemas = [
  z.object({
    type: z.literal('move-problems'),
    ids: z.array(id()).min(1).max(30_000),
    nodeId: id().nullable(),
    afterId: id().nullable(),
  }),
  z.object({
    type: z.literal('add-node'),
    parentId: id().nullable(),
    afterId: id().nullable(),
    heading: z.string(),
    text: z.string(),
  }),
  z.object({ type: z.literal('move-node'), nodeId: id(), parentId: id().nullable(), afterId: id().nullable() }),
  /** What stands under it moves up to its parent, in its place. */
  z.object({ type: z.literal('remove-node'), nodeId: id() }),
] as const
export type OutlineCommand = Readonly<z.infer<(typeof outlineCommandSchemas)[number]>>

export const decideOutlineCommand = (
  ledger: Ledger,
  command: OutlineCommand,
  context: CommandContext,
): Result<Decision, Refusal> => {
  switch (command.type) {
    case 'move-problems':
      return moveProblems(ledger, command)
    case 'add-node':
      return addNode(ledger, command, context)
    case 'move-node':
      return moveNode(ledger, command)
    case 'remove-node':
      return removeNode(ledger, command.nodeId)
  }
}

type Act<T extends OutlineCommand['type']> = Extract<OutlineCommand, { readonly type: T }>

const moveProblems = (ledger: Ledger, command: Act<'move-problems'>): Result<Decision, Refusal> => {
  const wanted = [...new Set(command.ids)]
  const problems = new Map(ledger.records.problem.map((problem) => [problem.id, problem]))
  const missing = wanted.find((problemId) => !problems.has(problemId))
  if (missing !== undefined) return err({ type: 'entity-removed', entity: `problem:${missing}` })
  const place = placeInRow(ledger, command.nodeId, command.afterId, wanted)
  if (!place.ok) return place
  const { rest, index } = place.value
  const { orders, moved } = placesAt(rest, index, wanted.length)
  const placed = wanted.map((problemId, i): RecordEdit => {
    const fields = { nodeId: command.nodeId, order: orders[i] ?? 'a0' }
    return { type: 'change', kind: 'problem', id: problemId, fields }
  })
  return ok({ intent: '移动问题', edits: [...placeEdits(moved), ...placed] })
}

const addNode = (ledger: Ledger, command: Act<'add-node'>, context: CommandContext): Result<Decision, Refusal> => {
  const place = placeInRow(ledger, command.parentId, command.afterId, [])
  if (!place.ok) return place
  const { order, moved } = placeAt(place.value.rest, place.value.index)
  const node = fittingRecord('outlineNode', {
    id: context.ids.id(),
    parentId: command.parentId,
    order,
    heading: command.heading.trimEnd(),
    text: command.text.trimEnd(),
  })
  if (!node.ok) return node
  const created: RecordEdit = { type: 'create', tagged: tag('outlineNode', node.value) }
  return ok({ intent: '添加标题', edits: [...placeEdits(moved), created] })
}

const moveNode = (ledger: Ledger, command: Act<'move-node'>): Result<Decision, Refusal> => {
  const node = nodeOf(ledger, command.nodeId)
  if (!node.ok) return node
  if (isUnder(ledger.records.outlineNode, command.parentId, node.value.id))
    return err({ type: 'node-under-itself', heading: node.value.heading })
  const place = placeInRow(ledger, command.parentId, command.afterId, [command.nodeId])
  if (!place.ok) return place
  const { order, moved } = placeAt(place.value.rest, place.value.index)
  const fields = { parentId: command.parentId, order }
  const change: RecordEdit = { type: 'change', kind: 'outlineNode', id: command.nodeId, fields }
  return ok({ intent: '移动标题', edits: [...placeEdits(moved), change] })
}

const removeNode = (ledger: Ledger, nodeId: string): Result<Decision, Refusal> => {
  const node = nodeOf(ledger, nodeId)
  if (!node.ok) return node
  const { outlineNode, problem } = ledger.records
  const parentId = shownParent(ledger, nodeId)
  const row = rowUnder(parentId, outlineNode, problem) ?? []
  const at = row.findIndex(({ id: siblingId }) => siblingId === nodeId)
  const children = rowUnder(nodeId, outlineNode, problem) ?? []
  const { orders, moved } = placesAt(
    row.filter(({ id: siblingId }) => siblingId !== nodeId),
    Math.max(0, at),
    children.length,
  )
  const raised = children.map((child, i): RecordEdit => {
    const order = orders[i] ?? 'a0'
    return child.kind === 'problem'
      ? { type: 'change', kind: 'problem', id: child.id, fields: { nodeId: parentId, order } }
      : { type: 'change', kind: 'outlineNode', id: child.id, fields: { parentId, order } }
  })
  return ok({
    intent: '删除标题',
    edits: [...placeEdits(moved), ...raised, { type: 'remove', kind: 'outlineNode', id: nodeId }],
  })
}

const nodeOf = (ledger: Ledger, nodeId: string): Result<OutlineNode, Refusal> => {
  const node = ledger.records.outlineNode.find((candidate) => candidate.id === nodeId)
  return node ? ok(node) : err({ type: 'entity-removed', entity: `outlineNode:${nodeId}` })
}

/** The row under a node without those that leave it, and where in it stands what comes behind `afterId`. */
const placeInRow = (
  ledger: Ledger,
  nodeId: string | null,
  afterId: string | null,
  leaving: readonly string[],
): Result<{ readonly rest: readonly Sibling[]; readonly index: number }, Refusal> => {
  const row = rowUnder(nodeId, ledger.records.outlineNode, ledger.records.problem)
  if (!row) return err({ type: 'entity-removed', entity: `outlineNode:${nodeId}` })
  const behind = indexBehind(row, afterId)
  if (behind === null) return err({ type: 'no-such-place' })
  const left = new Set(leaving)
  const stays = ({ id: siblingId }: Sibling): boolean => !left.has(siblingId)
  return ok({ rest: row.filter(stays), index: row.slice(0, behind).filter(stays).length })
}

/** Does following parents from `nodeId` come to `aboveId`? */
const isUnder = (nodes: readonly OutlineNode[], nodeId: string | null, aboveId: string): boolean => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const seen = new Set<string>()
  let at = nodeId
  while (at !== null && !seen.has(at)) {
    if (at === aboveId) return true
    seen.add(at)
    at = byId.get(at)?.parentId ?? null
  }
  return false
}

/** The node a node is shown under. */
const shownParent = (ledger: Ledger, nodeId: string): string | null => {
  const { outlineNode, problem } = ledger.records
  const parentId = outlineNode.find((node) => node.id === nodeId)?.parentId ?? null
  const isThere = rowUnder(parentId, outlineNode, problem)?.some((sibling) => sibling.id === nodeId) ?? false
  return isThere ? parentId : null
}

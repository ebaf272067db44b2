import { orderKeysBetween } from '../../base/order.ts'
import type { Ids } from '../../base/ports.ts'
import { inOrder } from '../arrangement.ts'
import type { ProblemFile } from '../ledger.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import { type Measure, type RecordKind, type RecordOf, recordOf } from '../records/record-kinds.ts'

/**
 * [Note: Moving between problems] A record lives in the document of its problem. What goes to another problem is written there anew and
 * removed here, in one act; its history up to then stays with what was removed. The removed stand from the innermost out, because editing
 * a part touches its owner and would bring an owner back that was removed before.
 */
export interface Move {
  readonly created: readonly RecordEdit[]
  readonly removed: readonly RecordEdit[]
}

export const joinedMoves = (moves: readonly Move[]): Move => ({
  created: moves.flatMap(({ created }) => created),
  removed: moves.flatMap(({ removed }) => removed),
})

/** A measure with everything under it, as the measure of another problem. */
export const moveMeasure = (file: ProblemFile, measure: Measure, problemId: string, order: string, ids: Ids): Move => {
  const id = ids.id()
  const { created, removed } = movedRecord('measure', measure, { id, problemId, order, originId: measure.id })
  const from = [{ file, ownerId: measure.id }]
  const parts = joinedMoves([
    moveParts('responsibilities', from, id, ids),
    moveParts('extensions', from, id, ids),
    moveWork(from, id, ids),
  ])
  return { created: [...created, ...parts.created], removed: [...parts.removed, ...removed] }
}

/** An owner whose parts move. */
export interface Source {
  readonly file: ProblemFile
  readonly ownerId: string
}

/**
 * Progress, outcomes and attachments of some owners, and the outcomes and attachments of each progress entry. `into` is the file of the
 * owner they come to, which has some already: they stand behind those.
 */
export const moveWork = (from: readonly Source[], to: string, ids: Ids, into: ProblemFile | null = null): Move => {
  const entries = from.flatMap(({ file, ownerId }) =>
    inOrder(file.progress.filter((entry) => entry.ownerId === ownerId)).map((entry) => ({ file, entry })),
  )
  const places = placesBehind(into?.progress ?? null, to, entries.length)
  const progress = entries.map(({ file, entry }, i): Move => {
    const id = ids.id()
    const own = movedRecord('progress', entry, { id, ownerId: to, order: places?.[i] ?? entry.order })
    const source = [{ file, ownerId: entry.id }]
    const proofs = joinedMoves([moveParts('outcomes', source, id, ids), moveParts('attachments', source, id, ids)])
    return { created: [...own.created, ...proofs.created], removed: [...proofs.removed, ...own.removed] }
  })
  return joinedMoves([...progress, moveParts('outcomes', from, to, ids, into), moveParts('attachments', from, to, ids, into)])
}

const PART_KINDS = {
  responsibilities: 'responsibility',
  extensions: 'extension',
  outcomes: 'outcome',
  attachments: 'attachment',
} as const
type Part = RecordOf<(typeof PART_KINDS)[keyof typeof PART_KINDS]>

/** One sort of part of some owners. Without `into` they keep their places. */
export const moveParts = (
  part: keyof typeof PART_KINDS,
  from: readonly Source[],
  to: string,
  ids: Ids,
  into: ProblemFile | null = null,
): Move => {
  const parts = from.flatMap(({ file, ownerId }) => inOrder<Part>(file[part].filter((record) => record.ownerId === ownerId)))
  const places = placesBehind(into?.[part] ?? null, to, parts.length)
  return joinedMoves(
    parts.map((record, i) =>
      movedRecord(PART_KINDS[part], record as never, { id: ids.id(), ownerId: to, order: places?.[i] ?? record.order }),
    ),
  )
}

type Owned = { readonly id: string; readonly order: string; readonly ownerId: string | null }

/** Places behind the last that `ownerId` has; null where there is no row they come to. */
const placesBehind = (row: readonly Owned[] | null, ownerId: string, n: number): readonly string[] | null =>
  row && orderKeysBetween(inOrder(row.filter((record) => record.ownerId === ownerId)).at(-1)?.order ?? null, null, n)

/** One record written anew with other fields, and the old one removed. */
export const movedRecord = <K extends RecordKind>(
  kind: K,
  record: RecordOf<K>,
  fields: { readonly id: string; readonly [field: string]: unknown },
): Move => ({
  created: [{ type: 'create', tagged: tag(kind, recordOf(kind, { ...record, ...fields } as never)) }],
  removed: [{ type: 'remove', kind, id: record.id, movedTo: fields.id }],
})

import { useLiveQuery } from 'dexie-react-hooks'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import { inOrder } from '../../shared/domain/arrangement.ts'
import { directoryOf } from '../../shared/domain/directory.ts'
import type { RecordOf, Transfer } from '../../shared/domain/records/record-kinds.ts'
import { type ToldConflict, toldConflict } from '../../shared/exchange/told-plan.ts'
import { type UnitAtWork, unitsAtWork } from '../../shared/exchange/units-at-work.ts'
import { type DocumentKey, documentKey, documentParts } from '../../shared/merge/document-boundaries.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import { titlesOfRecords } from '../../shared/merge/told-changes.ts'
import { windowDb as db, placedProblems } from './queries.ts'
import { eachOf } from './registers-queries.ts'

/** What was handed out and taken in, newest first, and what the ledger itself was cut from; undefined while it is being read. */
export interface Transfers {
  readonly transfers: readonly Transfer[]
  readonly origin: RecordOf<'slice'> | null
  /** The same unit was handed a newer part, which is another ledger here. */
  readonly newer: { readonly ledgerId: string; readonly on: PlainDate } | null
}

export const useTransfers = (ledgerId: string): Transfers | undefined =>
  useLiveQuery(async () => {
    const [outline, registers] = await Promise.all([
      db.records.get(documentKey('outline', ledgerId)),
      db.records.get(documentKey('registers', ledgerId)),
    ])
    const { transfer } = byKind(registers?.records ?? [])
    const [origin] = byKind(outline?.records ?? []).slice
    const newer = origin === undefined ? null : await newerPart(ledgerId, origin)
    return { transfers: [...inOrder(transfer)].reverse(), origin: origin ?? null, newer }
  }, [ledgerId])

const newerPart = async (ledgerId: string, origin: RecordOf<'slice'>): Promise<Transfers['newer']> => {
  const ledgers = await db.ledgers.toCollection().primaryKeys()
  const outlines = await db.records.bulkGet(ledgers.filter((id) => id !== ledgerId).map((id) => documentKey('outline', id)))
  const parts = outlines.flatMap((outline) => {
    const [own] = byKind(outline?.records ?? []).slice
    const isOurs = own !== undefined && own.ledgerId === origin.ledgerId && own.unit === origin.unit
    return isOurs && own.on !== null && own.on > (origin.on ?? '') && outline !== undefined
      ? [{ ledgerId: outline.ledgerId, on: own.on }]
      : []
  })
  return parts.sort((a, b) => b.on.localeCompare(a.on))[0] ?? null
}

/** The units that have work in a ledger, those with most problems first; undefined while it is being read. */
export const useUnitsAtWork = (ledgerId: string): readonly UnitAtWork[] | undefined =>
  useLiveQuery(async () => {
    const [directories, duties] = await Promise.all([
      db.records.get(documentKey('directories', ledgerId)),
      eachOf(ledgerId, 'problem', (tagged, problemId) =>
        tagged.kind === 'responsibility' ? [{ ...tagged.record, problemId }] : [],
      ),
    ])
    return unitsAtWork(duties, directoryOf(byKind(directories?.records ?? [])))
  }, [ledgerId])

/** What two people wrote differently in one document, and nobody has settled. */
export interface ConflictedDocument {
  readonly document: DocumentKey
  readonly problemId: string | null
  readonly number: number | null
  readonly title: string
  readonly conflicts: readonly ToldConflict[]
}

/** In the order of the ledger, what is beside its problems last; undefined while it is being read. */
export const useConflicts = (ledgerId: string): readonly ConflictedDocument[] | undefined =>
  useLiveQuery(async () => {
    const rows = await db.records.where('[ledgerId+hasConflicts]').equals([ledgerId, 1]).toArray()
    if (rows.length === 0) return []
    const places = new Map((await placedProblems(ledgerId)).map((placed) => [placed.row.id, placed]))
    return rows
      .map(({ key, records, conflicts }): ConflictedDocument => {
        const { kind, id } = documentParts(key)
        const problemId = kind === 'problem' || kind === 'office' ? id : null
        const placed = problemId === null ? undefined : places.get(problemId)
        const titles = titlesOfRecords(records)
        return {
          document: key,
          problemId,
          number: placed?.number ?? null,
          title: placed?.row.statement ?? '',
          conflicts: conflicts.map((conflict) => toldConflict(conflict, titles)),
        }
      })
      .sort((a, b) => (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER))
  }, [ledgerId])

/** How many places of a ledger are in conflict. */
export const conflictCount = async (ledgerId: string): Promise<number> => {
  let count = 0
  await db.records
    .where('[ledgerId+hasConflicts]')
    .equals([ledgerId, 1])
    .each(({ conflicts }) => {
      count += conflicts.length
    })
  return count
}

/** The same, live; 0 while it is being read. */
export const useConflictCount = (ledgerId: string): number => useLiveQuery(() => conflictCount(ledgerId), [ledgerId]) ?? 0

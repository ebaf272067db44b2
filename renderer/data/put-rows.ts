import { placesOf } from '../../shared/domain/arrangement.ts'
import { namesOf } from '../../shared/domain/problem-row.ts'
import { isDone } from '../../shared/domain/status.ts'
import { documentParts } from '../../shared/merge/document-boundaries.ts'
import type { LedgerDatabase, StoredLedger, StoredProblem, StoredSearchText, UnplacedProblem } from './database.ts'
import type { Projected } from './projection.ts'

/** A document's rows, and those that stand, where they are known. */
export interface RowsToPut {
  readonly projected: Projected
  readonly projectedBefore: Projected | null
}

/**
 * Writes projected rows, those that differ from what stands; inside the transaction that writes the bytes. Problems are given their
 * place in the outline as it is after this; when it changes, every row of the ledger gets its new one. `sequence` is that of the change.
 */
export const putProjected = async (db: LedgerDatabase, rows: readonly RowsToPut[], sequence: number): Promise<void> => {
  const problems = rows.filter(({ projected: { key } }) => documentParts(key).kind === 'problem')
  const gone = problems.flatMap(({ projected: { key, problem } }) => (problem === null ? documentParts(key).id : []))
  const ledgers = rows.flatMap(({ projected: { ledger } }) => ledger ?? [])
  const changed = problems.flatMap(({ projected: { problem }, projectedBefore }) =>
    problem && !isSame(problem, projectedBefore?.problem) ? problem : [],
  )
  const texts = problems.flatMap(({ projected: { key, searchText, records }, projectedBefore }): StoredSearchText[] =>
    searchText !== null && searchText === projectedBefore?.searchText
      ? []
      : [{ id: documentParts(key).id, ledgerId: records.ledgerId, text: searchText ?? '', changed: sequence }],
  )
  const writing: PromiseLike<unknown>[] = [db.records.bulkPut(rows.map(({ projected: { records } }) => records))]
  if (texts.length > 0) writing.push(db.searchTexts.bulkPut(texts))
  if (gone.length > 0) writing.push(db.problems.bulkDelete(gone))
  if (changed.length > 0 || ledgers.length > 0) writing.push(putPlaced(db, changed, ledgers))
  await Promise.all(writing)
}

/** Both are made by the same function, so that equal rows are written alike. */
const isSame = (row: object, standing: object | null | undefined): boolean => JSON.stringify(row) === JSON.stringify(standing)

const putPlaced = async (
  db: LedgerDatabase,
  problems: readonly UnplacedProblem[],
  written: readonly StoredLedger[],
): Promise<void> => {
  const ids = [...new Set([...problems.map(({ ledgerId }) => ledgerId), ...written.map(({ id }) => id)])]
  const standing = new Map((await db.ledgers.bulkGet(ids)).flatMap((ledger) => (ledger ? [[ledger.id, ledger]] : [])))
  const now = new Map([...standing, ...written.map((ledger) => [ledger.id, ledger] as const)])
  const places = new Map(ids.map((id) => [id, placesOf(now.get(id)?.nodes ?? [])]))
  const placed = problems.map((row) => placedRow(row, places.get(row.ledgerId)?.ofProblem(row) ?? ''))
  await Promise.all([db.problems.bulkPut(placed), db.ledgers.bulkPut([...written])])
  for (const { id, nodes } of written) {
    const own = places.get(id)
    const before = placesOf(standing.get(id)?.nodes ?? [])
    const stays =
      nodes.length === (standing.get(id)?.nodes.length ?? 0) && nodes.every((n) => before.ofNode(n.id) === own?.ofNode(n.id))
    if (stays || !own) continue
    const rows = await db.problems.where('ledgerId').equals(id).toArray()
    await db.problems.bulkPut(
      rows.flatMap((row) => (row.place === own.ofProblem(row) ? [] : { ...row, place: own.ofProblem(row) })),
    )
  }
}

const placedRow = (row: UnplacedProblem, place: string): StoredProblem => ({
  ...row,
  place,
  deadlineKey: row.deadlineOn ?? '',
  pressingKey: isDone(row.status) ? '' : (row.deadlineOn ?? ''),
  completedKey: row.completedOn ?? '',
  unitKeys: [...new Set(namesOf(row.units))].map((unit) => unitKey(row.ledgerId, unit)),
})

/** An index of several keys per row cannot begin with the ledger: the ledger stands in each key. */
export const unitKey = (ledgerId: string, unit: string): string => `${ledgerId}/${unit}`

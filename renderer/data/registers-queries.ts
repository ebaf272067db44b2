import { useLiveQuery } from 'dexie-react-hooks'
import type { PlacedDuty } from '../../shared/domain/directories/name-uses.ts'
import type { LedgerRecords, TaggedRecord } from '../../shared/domain/records/record-kinds.ts'
import type { NamedProblem, RegisterSource } from '../../shared/domain/registers/register-rows.ts'
import { type DocumentKind, documentKey, documentParts } from '../../shared/merge/document-boundaries.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import type { StoredRecords } from './database.ts'
import { windowDb as db } from './queries.ts'

/** The registers of a ledger with what hangs on its problems; undefined while it is being read. */
export const useRegisters = (ledgerId: string): LedgerRegisters | undefined =>
  useLiveQuery(() => registersOf(ledgerId), [ledgerId])

/** The directories of a ledger, and every duty that names somebody. */
export interface LedgerDirectories extends Pick<LedgerRecords, 'unit' | 'leader'> {
  readonly duties: readonly PlacedDuty[]
}

/** The same, live; undefined while it is being read. */
export const useDirectories = (ledgerId: string): LedgerDirectories | undefined =>
  useLiveQuery(async () => {
    const [stored, duties] = await Promise.all([
      db.records.get(documentKey('directories', ledgerId)),
      eachOf(ledgerId, 'problem', (tagged, problemId): readonly PlacedDuty[] => {
        if (tagged.kind !== 'responsibility') return []
        const { ownerId, role, name, directoryId } = tagged.record
        return [{ ownerId, role, name, directoryId, problemId }]
      }),
    ])
    const { unit, leader } = byKind(stored?.records ?? [])
    return { unit, leader, duties }
  }, [ledgerId])

/** What the registers of a ledger show, with what its settings say of its documents. */
export interface LedgerRegisters extends RegisterSource {
  /** 机关代字. */
  readonly documentWord: string | null
}

const registersOf = async (ledgerId: string): Promise<LedgerRegisters> => {
  const [outline, stored, problems, lines, outcomes] = await Promise.all([
    db.records.get(documentKey('outline', ledgerId)),
    db.records.get(documentKey('registers', ledgerId)),
    problemNames(ledgerId),
    eachOf(ledgerId, 'office', (tagged) => (tagged.kind === 'accountability' ? [tagged] : [])),
    eachOf(ledgerId, 'problem', (tagged, problemId) => (tagged.kind === 'outcome' ? [{ tagged, problemId }] : ([] as const))),
  ])
  const records = byKind([...(stored?.records ?? []), ...lines, ...outcomes.map(({ tagged }) => tagged)])
  return {
    documentWord: byKind(outline?.records ?? []).ledger[0]?.documentWord ?? null,
    records,
    living: {
      problems: new Set(problems.map(({ id }) => id)),
      outcomes: new Set(outcomes.map(({ tagged }) => tagged.record.id)),
    },
    problems,
    problemOfOutcome: new Map(outcomes.map(({ tagged, problemId }) => [tagged.record.id, problemId])),
  }
}

const problemNames = async (ledgerId: string): Promise<readonly NamedProblem[]> => {
  const rows = await db.problems.where('[ledgerId+place]').between([ledgerId], [ledgerId, []]).toArray()
  return rows.map(({ id, statement }, i) => ({ id, number: i + 1, statement }))
}

/**
 * What is wanted of every document of a kind, read some at a time: thousands at once would hold the window for as long as they take to be
 * unpacked.
 */
export const eachOf = async <T>(
  ledgerId: string,
  kind: DocumentKind,
  wanted: (tagged: TaggedRecord, rootId: string) => readonly T[],
): Promise<readonly T[]> => {
  const keys = await db.records.where('[ledgerId+kind]').equals([ledgerId, kind]).primaryKeys()
  const found: T[] = []
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const stored: readonly (StoredRecords | undefined)[] = await db.records.bulkGet(keys.slice(at, at + AT_ONCE))
    for (const document of stored)
      if (document) for (const tagged of document.records) found.push(...wanted(tagged, documentParts(document.key).id))
  }
  return found
}

const AT_ONCE = 200

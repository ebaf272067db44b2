import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { inOrder } from '../../shared/domain/arrangement.ts'
import { type Accountability, type Lead, type LedgerRecords, recordOf } from '../../shared/domain/records/record-kinds.ts'
import { documentKey } from '../../shared/merge/document-boundaries.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import { type PlacedProblem, storedOf, windowDb } from './queries.ts'

/** What the office keeps of one problem beside its 问题档案. */
export interface OfficeOfProblem {
  readonly accountabilities: readonly Accountability[]
  readonly leads: readonly Lead[]
  /** Of the register, those that belong to no problem. */
  readonly freeLeads: readonly Lead[]
}

/** Undefined while it is being read. */
export const useOfficeOfProblem = (ledgerId: string, problemId: string): OfficeOfProblem | undefined =>
  useLiveQuery(async () => {
    const [office, registers] = await windowDb.records.bulkGet([
      documentKey('office', problemId),
      documentKey('registers', ledgerId),
    ])
    const leads = inOrder(byKind(registers?.records ?? []).lead)
    return {
      accountabilities: inOrder(byKind(office?.records ?? []).accountability),
      leads: leads.filter((lead) => lead.problemId === problemId),
      freeLeads: leads.filter((lead) => lead.problemId === null),
    }
  }, [ledgerId, problemId])

/**
 * What a notice says of one problem follows from these: the outline, the notices, this problem whole, and of the others place, status and
 * 拟不公开; directories and registers name who is masked. Undefined while it is being read.
 */
export const useNoticeRecords = (
  ledgerId: string,
  problemId: string,
  placed: readonly PlacedProblem[],
): LedgerRecords | undefined => {
  const stored = useLiveQuery(async () => {
    const [outline, directories, registers, notices, offices, own] = await Promise.all([
      windowDb.records.get(documentKey('outline', ledgerId)),
      windowDb.records.get(documentKey('directories', ledgerId)),
      windowDb.records.get(documentKey('registers', ledgerId)),
      windowDb.records.where('[ledgerId+kind]').equals([ledgerId, 'notice']).toArray(),
      windowDb.records.where('[ledgerId+kind]').equals([ledgerId, 'office']).toArray(),
      storedOf([problemId]),
    ])
    const problem = (own.get(problemId) ?? []).filter(({ kind }) => kind === 'problem')
    return [outline ?? [], directories ?? [], registers ?? [], ...notices, ...offices, ...problem]
      .flat()
      .flatMap(({ records }) => records)
  }, [ledgerId, problemId])
  return useMemo(() => {
    if (stored === undefined) return undefined
    const records = byKind(stored)
    const blank = recordOf('problem', { id: problemId, order: 'a0' })
    const others = placed
      .filter(({ row }) => row.id !== problemId)
      .map(({ row: { id, nodeId, order, status } }) => ({ ...blank, id, nodeId, order, status }))
    return { ...records, problem: [...records.problem, ...others] }
  }, [stored, placed, problemId])
}

import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { isOnOneProblem, type LedgerCommand, problemsOf } from '../../shared/domain/commands/ledger-command.ts'
import { type LedgerRecords, recordOf, type TaggedRecord } from '../../shared/domain/records/record-kinds.ts'
import { type DocumentKey, documentKey } from '../../shared/merge/document-boundaries.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import type { LedgerDatabase } from './database.ts'
import type { LedgerFacts } from './ledger-facts.ts'

/**
 * What an act is decided on, from the rows: the problems it reads with their office parts, the ledger's outline, directories, registers and
 * notices, and the place of every other problem. Rows and bytes are written together, so that they say the same.
 */
export const recordsForCommand = async (
  db: LedgerDatabase,
  { ledgerId, facts }: { readonly ledgerId: string; readonly facts: LedgerFacts },
  command: LedgerCommand,
): Promise<Result<LedgerRecords, Refusal>> => {
  if (isOnOneProblem(command)) {
    const keys = [documentKey('problem', command.problemId), documentKey('office', command.problemId)]
    // What a person does all day: the two rows of the problem, and what is known of its ledger already.
    const [own, { ledger, inspection }] = await Promise.all([db.records.bulkGet(keys), facts.of(ledgerId)])
    const found = own.flatMap((document) => (document?.ledgerId === ledgerId ? document.records : []))
    return whole({ ...byKind(found), ledger: ledger ? [ledger] : [], inspection: inspection ? [inspection] : [] })
  }
  const read = problemsOf(command)
  if (read === 'all') {
    const all = await db.records.where('ledgerId').equals(ledgerId).toArray()
    return whole(byKind(all.flatMap(({ records }) => records)))
  }
  const keys: readonly DocumentKey[] = [
    ...(['outline', 'directories', 'registers'] as const).map((kind) => documentKey(kind, ledgerId)),
    ...read.flatMap((id) => [documentKey('problem', id), documentKey('office', id)]),
  ]
  const [stored, notices, placed] = await Promise.all([
    db.records.bulkGet([...keys]),
    db.records.where('[ledgerId+kind]').equals([ledgerId, 'notice']).toArray(),
    db.problems.where('ledgerId').equals(ledgerId).toArray(),
  ])
  const isRead = new Set(read)
  const places = placed
    .filter(({ id }) => !isRead.has(id))
    .map(({ id, nodeId, order }): TaggedRecord => ({ kind: 'problem', record: recordOf('problem', { id, nodeId, order }) }))
  const found = [...stored, ...notices].flatMap((document) => (document?.ledgerId === ledgerId ? document.records : []))
  return whole(byKind([...found, ...places]))
}

const whole = (records: LedgerRecords): Result<LedgerRecords, Refusal> =>
  records.ledger.length === 1 && records.inspection.length === 1 ? ok(records) : err({ type: 'no-such-ledger' })

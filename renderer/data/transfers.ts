import { orderKeysBetween } from '../../shared/base/order.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { inOrder } from '../../shared/domain/arrangement.ts'
import { tag } from '../../shared/domain/record-edit.ts'
import { recordOf, type Transfer } from '../../shared/domain/records/record-kinds.ts'
import type { ReadPackage } from '../../shared/exchange/read-package.ts'
import type { Receipt } from '../../shared/exchange/receipt.ts'
import { documentKey } from '../../shared/merge/document-boundaries.ts'
import { planEdits, writeEdits } from '../../shared/merge/ledger-documents.ts'
import type { LedgerDatabase } from './database.ts'
import { acceptLive, type ExchangeParts } from './exchange-parts.ts'
import { wholeLedger } from './whole-ledger.ts'

/** A line of the 收发登记 that is to be written. */
export type TransferNote = Omit<Transfer, 'id' | 'order' | 'on'>

export const transfersOf = async (db: LedgerDatabase, ledgerId: string): Promise<readonly Transfer[]> =>
  (await db.records.get(documentKey('registers', ledgerId)))?.records.flatMap((tagged) =>
    tagged.kind === 'transfer' ? [tagged.record] : [],
  ) ?? []

/** The ledger here a receipted file was sent from. */
export const sentFrom = async (
  db: LedgerDatabase,
  { of }: Receipt,
): Promise<{ readonly id: string; readonly title: string } | undefined> => {
  for (const ledger of await db.ledgers.toArray()) {
    const known = await transfersOf(db, ledger.id)
    if (known.some(({ direction, digest }) => direction === 'out' && digest === of.digest)) return ledger
  }
  return undefined
}

/** What is noted of a package that came in. */
export const noteOf = ({ digest, sender, content }: ReadPackage, problems: number, note: string): TransferNote => ({
  direction: 'in',
  purpose: content.type,
  unit: content.type === 'reply' ? content.reply.unit : sender.unit,
  clerk: sender.clerk,
  digest,
  problems,
  changes: content.type === 'reply' ? content.reply.documents.reduce((sum, { changes }) => sum + changes.length, 0) : null,
  note,
})

/** Writes lines of the 收发登记. They are no act of a person: 撤销 does not take them away. */
export const noteTransfers = async <Doc>(
  parts: ExchangeParts<Doc>,
  ledgerId: string,
  notes: readonly TransferNote[],
): Promise<Result<null, Refusal>> => {
  const { db, ports, live, acts } = parts
  const { engine, clock, ids } = ports
  const records = await wholeLedger(db, ledgerId)
  if (records === null) return err({ type: 'no-such-ledger' })
  const key = documentKey('registers', ledgerId)
  const documents = await live.load(ledgerId, [key])
  if (!documents.ok) return documents
  const author = await ports.author()
  const places = orderKeysBetween(inOrder(records.transfer).at(-1)?.order ?? null, null, notes.length)
  const edits = notes.map((note, i) => {
    const record = recordOf('transfer', {
      ...note,
      order: places[i] ?? 'a0',
      id: ids.id(),
      clerk: note.clerk === '' ? author.clerk : note.clerk,
      on: clock.today(),
    })
    return { type: 'create' as const, tagged: tag('transfer', record) }
  })
  const planned = planEdits(engine, documents.value, records, edits)
  const stamp = await acts.stamp('收发登记', 'whole', null)
  const before = new Map([...documents.value].map(([own, doc]) => [own, engine.heads(doc)]))
  live.take([key])
  const written = writeEdits(engine, documents.value, planned, stamp)
  if (!written.ok) return written
  const changed = [...written.value].map(([own, doc]) => ({ key: own, doc, before: before.get(own) ?? null }))
  const accepted = await acceptLive(parts, ledgerId, changed, stamp)
  return accepted.ok ? ok(null) : accepted
}

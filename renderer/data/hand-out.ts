import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { openLedger } from '../../shared/domain/ledger.ts'
import { digestOf } from '../../shared/exchange/digest.ts'
import { encodeFiles } from '../../shared/exchange/package.ts'
import { replyOf } from '../../shared/exchange/reply.ts'
import { encodeReply } from '../../shared/exchange/reply-package.ts'
import { sliceRecords } from '../../shared/exchange/slice.ts'
import { documentKey } from '../../shared/merge/document-boundaries.ts'
import { createDocuments } from '../../shared/merge/ledger-documents.ts'
import type { ExchangeParts } from './exchange-parts.ts'
import { filesNamed } from './package-files.ts'
import { wholeLedger } from './whole-ledger.ts'

/** A file that goes out. */
export interface WrittenPackage {
  readonly bytes: Uint8Array
  /** SHA-256 of these bytes: of the file as the receiver opens it, before it is locked. */
  readonly digest: string
  readonly problems: number
  readonly changes: number
}

/** The part of a unit as a file, with or without its 佐证材料. */
export const writeSlice = async <Doc>(
  { db, ports, acts }: ExchangeParts<Doc>,
  ledgerId: string,
  { unit, withAttachments }: { readonly unit: string; readonly withAttachments: boolean },
  programVersion: string,
): Promise<Result<WrittenPackage, Refusal>> => {
  const { engine } = ports
  const records = await wholeLedger(db, ledgerId)
  if (records === null) return err({ type: 'no-such-ledger' })
  const stored = await db.documents.where('ledgerId').equals(ledgerId).toArray()
  const heads = new Map(stored.map((own) => [own.key, own.heads]))
  const facts = { id: ports.ids.id(), unit, on: ports.clock.today(), withAttachments }
  const cut = sliceRecords(openLedger(records), facts, (id) => heads.get(documentKey('problem', id)) ?? [])
  if (cut.problem.length === 0) return err({ type: 'no-such-unit', unit })
  const stamp = await acts.stamp(`分发给${unit}`, 'whole', null)
  const documents = createDocuments(engine, cut, stamp)
  const bytes = encodeFiles(
    [...documents].map(([key, doc]) => ({ key, bytes: engine.save(doc), heads: engine.heads(doc) })),
    {
      ledger: { id: facts.id, title: cut.ledger[0]?.title ?? '' },
      sender: stamp.author,
      writtenAt: stamp.at,
      programVersion,
      purpose: 'slice',
      files: await filesNamed(
        ports.main,
        cut.attachment.map(({ sha256 }) => sha256),
      ),
    },
  )
  for (const doc of documents.values()) engine.release(doc)
  return ok({ bytes, digest: digestOf(bytes), problems: cut.problem.length, changes: 0 })
}

/** What a unit changed since it was handed its part, as a file. */
export const writeReply = async <Doc>(
  { db, ports, live }: ExchangeParts<Doc>,
  ledgerId: string,
  withAttachments: boolean,
  programVersion: string,
): Promise<Result<WrittenPackage, Refusal>> => {
  const records = await wholeLedger(db, ledgerId)
  if (records === null) return err({ type: 'no-such-ledger' })
  const stored = await db.documents.where('ledgerId').equals(ledgerId).primaryKeys()
  const documents = await live.load(
    ledgerId,
    stored.filter((key) => key.startsWith('problem:')),
  )
  if (!documents.ok) return documents
  const reply = replyOf(ports.engine, records, documents.value)
  live.trim()
  if (reply === null) return err({ type: 'not-a-slice' })
  if (reply.documents.length === 0) return err({ type: 'nothing-to-reply' })
  const hashes = withAttachments ? records.attachment.map(({ sha256 }) => sha256) : []
  const bytes = encodeReply(reply, {
    title: records.ledger[0]?.title ?? '',
    sender: await ports.author(),
    writtenAt: ports.clock.now(),
    programVersion,
    files: await filesNamed(ports.main, hashes),
  })
  const changes = reply.documents.reduce((sum, document) => sum + document.changes.length, 0)
  return ok({ bytes, digest: digestOf(bytes), problems: reply.documents.length, changes })
}

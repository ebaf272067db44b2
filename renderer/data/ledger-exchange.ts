import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { TransferPurpose } from '../../shared/domain/records/file-records.ts'
import { documentsIn, type ReadPackage, readPackage } from '../../shared/exchange/read-package.ts'
import { type Receipt, receiptLine } from '../../shared/exchange/receipt.ts'
import type { Rejections } from '../../shared/exchange/take-in.ts'
import { documentParts } from '../../shared/merge/document-boundaries.ts'
import type { ExchangeParts } from './exchange-parts.ts'
import { type WrittenPackage, writeReply, writeSlice } from './hand-out.ts'
import { type SuggestedRelation, suggestRelation } from './relate-packages.ts'
import { type Resolution, resolveConflicts } from './resolve-conflicts.ts'
import {
  type IncomingFiles,
  type MayGoOn,
  planPackages,
  type ShownPlan,
  type TakenIn,
  takePackages,
  writeReceipt,
} from './take-packages.ts'
import { noteOf, noteTransfers, sentFrom, transfersOf } from './transfers.ts'

/** What a file is, and what it would be on this PC. */
export interface SeenPackage extends Omit<ReadPackage, 'content'> {
  readonly purpose: ReadPackage['content']['type']
  /** Who answers, or has signed for something; empty for the others. */
  readonly unit: string
  /** The ledger here that it belongs to; null where there is none. */
  readonly home: { readonly ledgerId: string; readonly title: string } | null
  /** When it was taken in before. */
  readonly receivedOn: PlainDate | null
  readonly receipt: Receipt | null
}

/** A file that stands where it was to go. */
export interface SentPackage {
  readonly purpose: TransferPurpose
  readonly unit: string
  readonly digest: string
  readonly problems: number
  readonly changes: number
}

/** What travels on a stick, from inside the worker that owns the documents: handing out, answering, planning, taking in, settling. */
export class LedgerExchange<Doc> {
  constructor(
    readonly parts: ExchangeParts<Doc>,
    /** Acts wait for each other. */
    readonly inTurn: <T>(act: () => Promise<T>) => Promise<T>,
  ) {}

  /** Reads a file as far as a person must know before deciding what to do with it. */
  lookAt(bytes: Uint8Array): Promise<Result<SeenPackage, Refusal>> {
    return this.inTurn(async () => {
      const { db } = this.parts
      const read = readPackage(bytes)
      if (!read.ok) return read
      const { content, ...facts } = read.value
      const ledgerId = content.type === 'reply' ? content.reply.ledgerId : facts.ledger.id
      const home = content.type === 'receipt' ? await sentFrom(db, content.receipt) : await db.ledgers.get(ledgerId)
      const transfers = home ? await transfersOf(db, home.id) : []
      const before = transfers.find(({ direction, digest }) => direction === 'in' && digest === facts.digest)
      return ok({
        ...facts,
        purpose: content.type,
        unit: content.type === 'reply' ? content.reply.unit : content.type === 'receipt' ? content.receipt.receiver.unit : '',
        home: home ? { ledgerId: home.id, title: home.title } : null,
        receivedOn: before?.on ?? null,
        receipt: content.type === 'receipt' ? content.receipt : null,
      })
    })
  }

  /** Which problems of a ledger typed apart may be the same as those of one here. */
  suggestRelation(ledgerId: string, bytes: Uint8Array): Promise<Result<SuggestedRelation, Refusal>> {
    return this.inTurn(() => suggestRelation(this.parts, ledgerId, bytes))
  }

  plan(ledgerId: string, incoming: IncomingFiles, mayGoOn: MayGoOn): Promise<Result<ShownPlan | null, Refusal>> {
    return this.inTurn(() => planPackages(this.parts, ledgerId, incoming, mayGoOn))
  }

  takeIn(
    ledgerId: string,
    incoming: IncomingFiles,
    decided: { readonly token: string; readonly rejections: Rejections },
    mayGoOn: MayGoOn,
    programVersion: string,
  ): Promise<Result<TakenIn | null, Refusal>> {
    return this.inTurn(() => takePackages(this.parts, ledgerId, incoming, decided, mayGoOn, programVersion))
  }

  /** Nothing is noted before the file stands where it is to go: `noteSent`. */
  slice(
    ledgerId: string,
    wanted: { readonly unit: string; readonly withAttachments: boolean },
    programVersion: string,
  ): Promise<Result<WrittenPackage, Refusal>> {
    return this.inTurn(() => writeSlice(this.parts, ledgerId, wanted, programVersion))
  }

  /** The same for what a unit answers. */
  reply(ledgerId: string, withAttachments: boolean, programVersion: string): Promise<Result<WrittenPackage, Refusal>> {
    return this.inTurn(() => writeReply(this.parts, ledgerId, withAttachments, programVersion))
  }

  /** The 收发登记 knows of files from now on that stand on a stick. */
  noteSent(ledgerId: string, sent: readonly SentPackage[]): Promise<Result<null, Refusal>> {
    const notes = sent.map(({ purpose, unit, digest, problems, changes }) => ({
      ...{ direction: 'out' as const, purpose, unit, clerk: '', digest },
      ...{ problems, changes, note: '' },
    }))
    return this.inTurn(() => noteTransfers(this.parts, ledgerId, notes))
  }

  /** A slice or a ledger that was opened here as a new one: noted, and its 签收回执 as the file that goes back. */
  noteOpened(ledgerId: string, bytes: Uint8Array, programVersion: string): Promise<Result<Uint8Array, Refusal>> {
    return this.inTurn(async () => {
      const read = readPackage(bytes)
      if (!read.ok) return read
      const { content } = read.value
      if (content.type === 'reply' || content.type === 'receipt') return err({ type: 'not-a-package' })
      const problems = documentsIn(read.value).filter((key) => documentParts(key).kind === 'problem').length
      const found = { problems, taken: problems, conflicts: [], rejected: [] }
      const written = await writeReceipt(this.parts, read.value, found, programVersion)
      const noted = await noteTransfers(this.parts, ledgerId, [noteOf(read.value, problems, '')])
      return noted.ok ? ok(written.bytes) : noted
    })
  }

  /** A 签收回执 that came back: noted in the ledger it was sent from. Read twice, noted once. */
  noteReceipt(bytes: Uint8Array): Promise<Result<{ readonly ledgerId: string; readonly line: string }, Refusal>> {
    return this.inTurn(async () => {
      const { db } = this.parts
      const read = readPackage(bytes)
      if (!read.ok) return read
      const { content } = read.value
      if (content.type !== 'receipt') return err({ type: 'not-a-package' })
      const { receipt } = content
      const home = await sentFrom(db, receipt)
      if (!home) return err({ type: 'receipt-unknown', unit: receipt.receiver.unit })
      const line = receiptLine(receipt)
      const known = await transfersOf(db, home.id)
      const isKnown = known.some(
        ({ purpose, digest, note }) => purpose === 'receipt' && digest === receipt.of.digest && note === line,
      )
      if (isKnown) return ok({ ledgerId: home.id, line })
      const sent = known.find(({ direction, digest }) => direction === 'out' && digest === receipt.of.digest)
      const unit = sent?.purpose === 'slice' ? sent.unit : receipt.receiver.unit
      const note = { ...noteOf(read.value, receipt.problems, line), unit, digest: receipt.of.digest }
      const noted = await noteTransfers(this.parts, home.id, [note])
      return noted.ok ? ok({ ledgerId: home.id, line }) : noted
    })
  }

  /** Ends conflicts, as one act. */
  resolve(ledgerId: string, resolutions: readonly Resolution[]): Promise<Result<null, Refusal>> {
    return this.inTurn(() => resolveConflicts(this.parts, ledgerId, resolutions))
  }
}

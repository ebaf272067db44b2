import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { Advice } from '../../shared/domain/advice.ts'
import { type AddProblem, decideAddProblem } from '../../shared/domain/commands/add-problem.ts'
import type { CommandContext } from '../../shared/domain/commands/decision.ts'
import { decideOnProblem, type OneProblemCommand } from '../../shared/domain/commands/ledger-command.ts'
import { anchorsOf, yearOfTyping } from '../../shared/domain/deadline-year.ts'
import { problemFiles } from '../../shared/domain/ledger.ts'
import type { RecordEdit } from '../../shared/domain/record-edit.ts'
import { type LedgerRecords, noRecords } from '../../shared/domain/records/record-kinds.ts'
import { FORMAT } from '../../shared/exchange/manifest.ts'
import { decodeFiles, encodeFiles } from '../../shared/exchange/package.ts'
import { type DocumentKey, documentKey } from '../../shared/merge/document-boundaries.ts'
import type { Stamp } from '../../shared/merge/engine.ts'
import {
  type DocumentEdits,
  documentFields,
  type LedgerDocuments,
  planEdits,
  readDocuments,
  writeEdits,
} from '../../shared/merge/ledger-documents.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import { type Inverse, inverseOf, isUndoable } from '../../shared/merge/undo.ts'
import type { LedgerDatabase } from './database.ts'
import type { StorePorts } from './ports.ts'
import { reprojectAll } from './rebuild.ts'
import { acceptChange, type Progress, REPORT_EVERY, StoreFailure } from './write-documents.ts'

/** One act that can be taken back: how, per document. */
interface Undoable {
  readonly intent: string
  readonly inverses: ReadonlyMap<DocumentKey, Inverse>
}

/** What can be undone and redone in one ledger, named for the menu; null when there is nothing. */
export interface UndoState {
  readonly undo: string | null
  readonly redo: string | null
}

/** What a command did. */
export interface Accepted {
  readonly intent: string
  readonly sequence: number | null
  readonly undo: UndoState
}

/** What is unusual about an act that was carried out. */
export interface Advised {
  readonly advice: readonly Advice[]
}

/**
 * The one writer of ledgers: every act of a person becomes one change, durable before it answers. It runs in the engine's worker; acts
 * are carried out one after the other. Throws StoreFailure (write-documents.ts) when the store must be started again.
 */
export class LedgerStore<Doc> {
  readonly #undo = new Map<string, Undoable[]>()
  readonly #redo = new Map<string, Undoable[]>()
  #last: Promise<unknown> = Promise.resolve()

  /**
   * Set when the store must be started again: IndexedDB has refused a change the journal has, or was closed under us (Dexie would open
   * another, empty one in its place, and nothing read from it would be true). Nothing is accepted from then on.
   */
  #lost: StoreFailure | null = null
  #snapshot: Promise<Result<{ readonly sequence: number }, Refusal>> | null = null

  constructor(
    readonly db: LedgerDatabase,
    readonly ports: StorePorts<Doc>,
  ) {
    db.on('close', () => {
      this.#lost = new StoreFailure('the database was closed by the system')
    })
  }

  /** A new ledger from a confirmed suggestion. */
  createLedger(
    records: LedgerRecords,
    intent: string,
    report: Progress = () => undefined,
  ): Promise<Result<{ readonly ledgerId: string }, Refusal>> {
    return this.#inTurn(async () => {
      const ledgerId = records.ledger[0]?.id ?? ''
      const stamp = await this.#stamp(intent)
      const fields = documentFields(records)
      const documents = new Map<DocumentKey, Doc>()
      for (const [key, own] of fields) {
        documents.set(key, this.ports.engine.create(own, stamp))
        // Making a document and writing its rows take about as long.
        if (documents.size % REPORT_EVERY === 0) report(documents.size, fields.size * 2)
      }
      return this.#acceptNew(ledgerId, documents, (done) => report(fields.size + done, fields.size * 2))
    })
  }

  /** Takes in a ledger package whole. A ledger that is here already with the same content is opened; with another it is refused. */
  openPackage(bytes: Uint8Array): Promise<Result<{ readonly ledgerId: string }, Refusal>> {
    return this.#inTurn(async () => {
      const opened = decodeFiles(bytes)
      if (!opened.ok) return opened
      const { ledger, format } = opened.value.manifest
      // Here is no place to keep what a newer program put in beside, and leaving it out would lose it in silence.
      if (Object.keys(opened.value.unknown.files).length > 0)
        return err({ type: 'package-has-more', minor: format.minor, known: FORMAT.minor })
      if (await this.db.ledgers.get(ledger.id)) {
        const standing = await this.db.documents.bulkGet(opened.value.files.map(({ key }) => key))
        const isSame = opened.value.files.every(({ heads }, i) => standing[i]?.heads.join() === heads.join())
        return isSame ? ok({ ledgerId: ledger.id }) : err({ type: 'ledger-already-here', title: ledger.title })
      }
      const keys = opened.value.files.map(({ key }) => key)
      const taken = (await this.db.documents.bulkGet(keys)).find((document) => document !== undefined)
      if (taken !== undefined) return err({ type: 'package-foreign', entry: taken.key })
      const documents = new Map<DocumentKey, Doc>()
      for (const { key, bytes: content } of opened.value.files) {
        const loaded = this.ports.engine.load(content)
        if (!loaded.ok) return err({ type: 'package-foreign', entry: key })
        documents.set(key, loaded.value)
      }
      const { records } = readDocuments(this.ports.engine, documents)
      if (records.ledger[0]?.id !== ledger.id || records.inspection.length !== 1)
        return err({ type: 'package-foreign', entry: 'documents/outline' })
      return this.#acceptNew(ledger.id, documents)
    })
  }

  /** The whole ledger as a .zgtz file. */
  packageOf(ledgerId: string, programVersion: string): Promise<Result<Uint8Array, Refusal>> {
    return this.#inTurn(async () => {
      const ledger = await this.db.ledgers.get(ledgerId)
      if (!ledger) return err({ type: 'no-such-ledger' })
      const files = await this.db.documents.where('ledgerId').equals(ledgerId).toArray()
      return ok(
        encodeFiles(files, {
          ledger: { id: ledger.id, title: ledger.title },
          sender: await this.ports.author(),
          writtenAt: this.ports.clock.now(),
          programVersion,
        }),
      )
    })
  }

  run(ledgerId: string, command: OneProblemCommand): Promise<Result<Accepted & Advised, Refusal>> {
    return this.#inTurn(async () => {
      const documents = await this.#load(ledgerId, [
        documentKey('problem', command.problemId),
        documentKey('office', command.problemId),
      ])
      if (!documents.ok) return documents
      const records = await this.#recordsOf(ledgerId, documents.value)
      if (!records.ok) return records
      const problem = records.value.problem.find(({ id }) => id === command.problemId)
      if (!problem) return err({ type: 'entity-removed', entity: `problem:${command.problemId}` })
      const file = problemFiles(records.value)(problem, [], 0)
      const decision = decideOnProblem(file, command, await this.#context(ledgerId))
      if (!decision.ok) return decision
      const { edits, intent, advice = [] } = decision.value
      const accepted = await this.#write(ledgerId, documents.value, records.value, edits, intent)
      return accepted.ok ? ok({ ...accepted.value, advice }) : accepted
    })
  }

  addProblem(ledgerId: string, command: AddProblem): Promise<Result<Accepted & { readonly problemId: string }, Refusal>> {
    return this.#inTurn(async () => {
      const documents: LedgerDocuments<Doc> = new Map()
      const records = await this.#recordsOf(ledgerId, documents)
      if (!records.ok) return records
      const decision = decideAddProblem(command, await this.#context(ledgerId))
      if (!decision.ok) return decision
      const accepted = await this.#write(ledgerId, documents, records.value, decision.value.edits, decision.value.intent)
      return accepted.ok ? ok({ ...accepted.value, problemId: decision.value.problemId }) : accepted
    })
  }

  undo(ledgerId: string): Promise<Result<Accepted, Refusal>> {
    return this.#inTurn(() => this.#takeBack(ledgerId, this.#undo, this.#redo, '撤销', { type: 'nothing-to-undo' }))
  }

  redo(ledgerId: string): Promise<Result<Accepted, Refusal>> {
    return this.#inTurn(() => this.#takeBack(ledgerId, this.#redo, this.#undo, '重做', { type: 'nothing-to-redo' }))
  }

  undoState(ledgerId: string): UndoState {
    return {
      undo: this.#undo.get(ledgerId)?.at(-1)?.intent ?? null,
      redo: this.#redo.get(ledgerId)?.at(-1)?.intent ?? null,
    }
  }

  /** Makes every row again from the documents. */
  repairRows(report: Progress): Promise<Result<null, Refusal>> {
    return this.#inTurn(() => reprojectAll(this.db, this.ports, report))
  }

  /** Writes a whole snapshot through the main process, ledger by ledger between the acts of the person. One at a time. */
  writeSnapshot(programVersion: string): Promise<Result<{ readonly sequence: number }, Refusal>> {
    this.#snapshot ??= this.#writeSnapshot(programVersion).finally(() => {
      this.#snapshot = null
    })
    return this.#snapshot
  }

  async #writeSnapshot(programVersion: string): Promise<Result<{ readonly sequence: number }, Refusal>> {
    const marker = await this.#inTurn(() => this.db.markers.get('marker'))
    const sequence = marker?.lastSequence ?? 0
    const begun = await this.ports.main.invoke('snapshot.begin', { sequence })
    if (!begun.ok) return err(begun.error)
    const ledgerIds = await this.#inTurn(() => this.db.ledgers.toCollection().primaryKeys())
    for (const ledgerId of ledgerIds) {
      const bytes = await this.packageOf(ledgerId, programVersion)
      if (!bytes.ok) return bytes
      const added = await this.ports.main.invoke('snapshot.add', { sequence, ledgerId, bytes: bytes.value })
      if (!added.ok) return err(added.error)
    }
    const finished = await this.ports.main.invoke('snapshot.finish', { sequence, ledgerIds })
    return finished.ok ? ok({ sequence }) : err(finished.error)
  }

  /** Acts wait for each other: a change is decided on what the one before it left. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const guarded = async (): Promise<T> => {
      if (this.#lost !== null) throw this.#lost
      const done = await act().catch((thrown: unknown) => {
        // The journal may have what IndexedDB has not: a later change on top of it would hide that from the next start.
        if (thrown instanceof StoreFailure) this.#lost = thrown
        throw thrown
      })
      if (this.#lost !== null) throw this.#lost
      return done
    }
    const turn = this.#last.then(guarded, guarded)
    this.#last = turn
    return turn
  }

  async #stamp(intent: string): Promise<Stamp> {
    return { author: await this.ports.author(), at: this.ports.clock.now(), intent }
  }

  async #context(ledgerId: string): Promise<CommandContext> {
    const notices = await this.db.records.where('[ledgerId+kind]').equals([ledgerId, 'notice']).toArray()
    const found = notices.flatMap(({ records }) => records.flatMap((tagged) => (tagged.kind === 'notice' ? [tagged.record] : [])))
    const today = this.ports.clock.today()
    const outline = byKind((await this.db.records.get(documentKey('outline', ledgerId)))?.records ?? [])
    return { ids: this.ports.ids, year: yearOfTyping(found, today), anchors: anchorsOf(outline), today }
  }

  /** The documents that exist among these keys. */
  async #load(ledgerId: string, keys: readonly DocumentKey[]): Promise<Result<LedgerDocuments<Doc>, Refusal>> {
    const stored = await this.db.documents.bulkGet([...keys])
    const documents = new Map<DocumentKey, Doc>()
    for (const document of stored) {
      if (!document || document.ledgerId !== ledgerId) continue
      const loaded = this.ports.engine.load(document.bytes)
      if (!loaded.ok) return err({ type: 'store-unavailable', detail: `${document.key}: ${loaded.error.type}` })
      documents.set(document.key, loaded.value)
    }
    return ok(documents)
  }

  /** The records of the loaded documents, and the ledger's own, which tells them where they belong. */
  async #recordsOf(ledgerId: string, documents: LedgerDocuments<Doc>): Promise<Result<LedgerRecords, Refusal>> {
    const outline = await this.db.records.get(documentKey('outline', ledgerId))
    const own = (outline?.records ?? []).flatMap((tagged) => (tagged.kind === 'ledger' ? [tagged.record] : []))
    if (own.length === 0) return err({ type: 'no-such-ledger' })
    const { records } = readDocuments(this.ports.engine, documents)
    return ok({ ...noRecords(), ...records, ledger: own })
  }

  async #write(
    ledgerId: string,
    documents: LedgerDocuments<Doc>,
    records: LedgerRecords,
    edits: readonly RecordEdit[],
    intent: string,
  ): Promise<Result<Accepted, Refusal>> {
    if (edits.length === 0) return ok({ intent, sequence: null, undo: this.undoState(ledgerId) })
    const written = await this.#writePlanned(ledgerId, documents, planEdits(this.ports.engine, documents, records, edits), intent)
    if (!written.ok) return written
    this.#remember(this.#undo, ledgerId, { intent, inverses: written.value.inverses })
    this.#redo.delete(ledgerId)
    return ok({ intent, sequence: written.value.sequence, undo: this.undoState(ledgerId) })
  }

  async #writePlanned(
    ledgerId: string,
    documents: LedgerDocuments<Doc>,
    planned: DocumentEdits,
    intent: string,
  ): Promise<Result<{ readonly sequence: number; readonly inverses: ReadonlyMap<DocumentKey, Inverse> }, Refusal>> {
    const { engine } = this.ports
    const before = new Map([...documents].map(([key, doc]) => [key, engine.heads(doc)]))
    const inverses = new Map([...planned].map(([key, edits]) => [key, inverseOf(engine, documents.get(key) ?? null, edits)]))
    const next = writeEdits(engine, documents, planned, await this.#stamp(intent))
    if (!next.ok) return next
    const changed = [...planned.keys()].flatMap((key) => {
      const doc = next.value.get(key)
      return doc === undefined ? [] : [{ key, doc, before: before.get(key) ?? null }]
    })
    const accepted = await acceptChange(this.db, this.ports, ledgerId, changed)
    for (const doc of next.value.values()) engine.release(doc)
    return accepted.ok ? ok({ sequence: accepted.value.sequence, inverses }) : accepted
  }

  async #acceptNew(
    ledgerId: string,
    documents: LedgerDocuments<Doc>,
    report: Progress = () => undefined,
  ): Promise<Result<{ readonly ledgerId: string }, Refusal>> {
    const changed = [...documents].map(([key, doc]) => ({ key, doc, before: null }))
    const accepted = await acceptChange(this.db, this.ports, ledgerId, changed, report)
    for (const doc of documents.values()) this.ports.engine.release(doc)
    return accepted.ok ? ok({ ledgerId }) : accepted
  }

  async #takeBack(
    ledgerId: string,
    from: Map<string, Undoable[]>,
    to: Map<string, Undoable[]>,
    word: string,
    nothing: Refusal,
  ): Promise<Result<Accepted, Refusal>> {
    const act = from.get(ledgerId)?.at(-1)
    if (!act) return err(nothing)
    const documents = await this.#load(ledgerId, [...act.inverses.keys()])
    if (!documents.ok) return documents
    for (const [key, inverse] of act.inverses) {
      const doc = documents.value.get(key)
      const still = doc === undefined ? err({ key }) : isUndoable(this.ports.engine, doc, inverse)
      if (!still.ok) return err({ type: 'changed-since', intent: act.intent })
    }
    const planned = new Map([...act.inverses].map(([key, { edits }]) => [key, edits]))
    const written = await this.#writePlanned(ledgerId, documents.value, planned, `${word}：${act.intent}`)
    if (!written.ok) return written
    from.get(ledgerId)?.pop()
    this.#remember(to, ledgerId, { intent: act.intent, inverses: written.value.inverses })
    return ok({ intent: act.intent, sequence: written.value.sequence, undo: this.undoState(ledgerId) })
  }

  #remember(stack: Map<string, Undoable[]>, ledgerId: string, act: Undoable): void {
    stack.set(ledgerId, [...(stack.get(ledgerId) ?? []), act].slice(-MOST_REMEMBERED))
  }
}

/** How many acts can be taken back in a row. */
const MOST_REMEMBERED = 200

import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { Advice } from '../../shared/domain/advice.ts'
import { problemsClosedBy } from '../../shared/domain/closing-edits.ts'
import type { CommandContext } from '../../shared/domain/commands/decision.ts'
import { decideFreeze } from '../../shared/domain/commands/freeze.ts'
import { decideCommand, type LedgerCommand } from '../../shared/domain/commands/ledger-command.ts'
import { anchorsOf, yearOfTyping } from '../../shared/domain/deadline-year.ts'
import { checkIntegrity } from '../../shared/domain/integrity/check-integrity.ts'
import { type Ledger, openLedger } from '../../shared/domain/ledger.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import { snapshotOf } from '../../shared/domain/snapshot.ts'
import { FORMAT } from '../../shared/exchange/manifest.ts'
import { decodeFiles, encodeFiles } from '../../shared/exchange/package.ts'
import { snapshotFile } from '../../shared/exchange/snapshot-file.ts'
import type { ProblemSince } from '../../shared/merge/changes-since.ts'
import { type DocumentKey, documentKey } from '../../shared/merge/document-boundaries.ts'
import type { Act, Author, FieldEdit } from '../../shared/merge/engine.ts'
import type { EntityKey } from '../../shared/merge/flat-map.ts'
import {
  type DocumentEdits,
  documentFields,
  joinRaw,
  type LedgerDocuments,
  planEdits,
  type RawDocument,
  readRaw,
  readRawDocument,
  writeEdits,
} from '../../shared/merge/ledger-documents.ts'
import {
  type ToldChange,
  type ToldRecord,
  toldChanges,
  toldRecords,
  type WrittenField,
  writtenFields,
} from '../../shared/merge/told-changes.ts'
import { documentsForRestoration, restoration, type TrashedRecord, trashedIn } from '../../shared/merge/trashed.ts'
import { countBySeverity, type IntegrityFinding, integrityFindings } from '../../shared/messages/integrity.ts'
import { Acts, type UndoState } from './acts.ts'
import { recordsForCommand } from './command-records.ts'
import type { LedgerDatabase } from './database.ts'
import { draftToKeep, type ToKeep, type WantedDraft } from './draft-to-keep.ts'
import { LedgerExchange } from './ledger-exchange.ts'
import { LedgerFacts } from './ledger-facts.ts'
import { LiveDocuments } from './live-documents.ts'
import { filesOf, keepFiles } from './package-files.ts'
import type { StorePorts } from './ports.ts'
import { reprojectAll } from './rebuild.ts'
import {
  actsSince,
  changedProblems,
  periodAuthors,
  problemsSince,
  type SinceVisit,
  sinceVisit,
  type Visit,
} from './since-visit.ts'
import { wholeLedger } from './whole-ledger.ts'
import { acceptChange, acceptNew, type Progress, REPORT_EVERY, StoreFailure } from './write-documents.ts'

/** What a command did. */
export interface Accepted {
  readonly intent: string
  readonly sequence: number | null
  /** The ids of the records it made. */
  readonly created: readonly string[]
  readonly advice: readonly Advice[]
  readonly undo: UndoState
}

export interface ProblemHistory {
  readonly entries: readonly ToldChange[]
  readonly written: readonly WrittenField[]
}

/** What an act did, document by document; `more` counts the documents behind those that are told. */
export interface ToldAct {
  readonly documents: readonly { readonly key: DocumentKey; readonly records: readonly ToldRecord[] }[]
  readonly more: number
}

/**
 * The one writer of ledgers: every act of a person becomes one change, durable before it answers. It runs in the engine's worker; acts
 * are carried out one after the other. Throws StoreFailure (write-documents.ts) when the store must be started again.
 */
export class LedgerStore<Doc> {
  readonly #live: LiveDocuments<Doc>
  readonly #facts: LedgerFacts
  readonly #acts: Acts
  /** What travels on a stick. */
  readonly exchange: LedgerExchange<Doc>
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
    this.#live = new LiveDocuments(db, ports.engine)
    this.#facts = new LedgerFacts(db)
    this.#acts = new Acts(db, ports)
    const parts = { db, ports, live: this.#live, acts: this.#acts, facts: this.#facts }
    this.exchange = new LedgerExchange(parts, (act) => this.#inTurn(act))
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
      const stamp = await this.#acts.stamp(intent, 'whole', null)
      const fields = documentFields(records)
      const { engine } = this.ports
      const made = function* (): Iterable<readonly [DocumentKey, Doc]> {
        let done = 0
        for (const [key, own] of fields) {
          yield [key, engine.create(own, stamp)]
          done += 1
          if (done % REPORT_EVERY === 0) report(done, fields.size)
        }
      }
      return acceptNew(this.db, this.ports, ledgerId, made(), stamp)
    })
  }

  /**
   * Takes in a ledger package whole, and says how many things in it contradict each other (`errors` of the integrity checks). A ledger that is
   * here already with the same content is opened; with another it is refused.
   */
  openPackage(bytes: Uint8Array): Promise<Result<{ readonly ledgerId: string; readonly errors: number }, Refusal>> {
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
        if (!isSame) return err({ type: 'ledger-already-here', title: ledger.title })
        const kept = await keepFiles(this.ports.main, opened.value.filesByHash)
        return kept.ok ? ok({ ledgerId: ledger.id, errors: 0 }) : kept
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
      const raw = readRaw(this.ports.engine, documents)
      if (raw.records.ledger[0]?.id !== ledger.id || raw.records.inspection.length !== 1)
        return err({ type: 'package-foreign', entry: 'documents/outline' })
      const kept = await keepFiles(this.ports.main, opened.value.filesByHash)
      if (!kept.ok) return kept
      const accepted = await acceptNew(this.db, this.ports, ledger.id, documents, null)
      if (!accepted.ok) return accepted
      const findings = integrityFindings(checkIntegrity(raw, this.ports.clock.today()))
      return ok({ ...accepted.value, errors: countBySeverity(findings).error })
    })
  }

  /** What contradicts itself in a ledger, from its documents as they stand; nothing is changed. */
  integrityOf(ledgerId: string, report: Progress): Promise<Result<readonly IntegrityFinding[], Refusal>> {
    return this.#inTurn(async () => {
      const keys = await this.db.documents.where('ledgerId').equals(ledgerId).primaryKeys()
      const read: RawDocument[] = []
      for (const key of keys) {
        const loaded = await this.#live.load(ledgerId, [key])
        if (!loaded.ok) return loaded
        for (const doc of loaded.value.values()) read.push(readRawDocument(this.ports.engine, key, doc))
        this.#live.trim()
        if (read.length % REPORT_EVERY === 0) report(read.length, keys.length)
      }
      return ok(integrityFindings(checkIntegrity(joinRaw(read), this.ports.clock.today())))
    })
  }

  /**
   * The whole ledger as a .zgtz file, with the files its records name; a snapshot for this PC goes without: main keeps them beside it.
   */
  packageOf(
    ledgerId: string,
    programVersion: string,
    { withFiles = true, purpose = 'whole' }: { readonly withFiles?: boolean; readonly purpose?: 'whole' | 'backup' } = {},
  ): Promise<Result<Uint8Array, Refusal>> {
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
          purpose,
          ...(withFiles ? { files: await filesOf(this.db, this.ports.main, ledgerId) } : {}),
        }),
      )
    })
  }

  /** Carries out one act of a person. */
  run(ledgerId: string, command: LedgerCommand): Promise<Result<Accepted, Refusal>> {
    return this.#inTurn(async () => {
      const { engine } = this.ports
      const records = await recordsForCommand(this.db, { ledgerId, facts: this.#facts }, command)
      if (!records.ok) return records
      const decided = decideCommand(openLedger(records.value), command, await this.#context(ledgerId))
      if (!decided.ok) return decided
      const { intent, edits, advice = [] } = decided.value
      const unsettled = await conflictsIn(this.db, problemsClosedBy(edits, records.value))
      if (unsettled > 0) return err({ type: 'conflicts-unresolved', count: unsettled, what: '销号' })
      const created = edits.flatMap((edit) => (edit.type === 'create' ? edit.tagged.record.id : []))
      if (edits.length === 0) return ok({ intent, sequence: null, created, advice, undo: await this.undoState(ledgerId) })
      // Which documents an act writes is known from where its records live; those that exist are opened before anything is written.
      const homes = planEdits(engine, new Map(), records.value, edits).keys()
      const documents = await this.#live.load(ledgerId, [...homes])
      if (!documents.ok) return documents
      const planned = planEdits(engine, documents.value, records.value, edits)
      return this.#done(ledgerId, documents.value, planned, { intent, created, advice })
    })
  }

  /** 冻结本期: the period's content goes to main's files first, then the record that names it is written, as one act that can be undone. */
  freeze(ledgerId: string, cutoff: PlainDate, title: string): Promise<Result<Accepted, Refusal>> {
    return this.#keep(ledgerId, (ledger, context) => {
      const file = snapshotFile(snapshotOf(ledger, cutoff))
      return { file, decided: decideFreeze(ledger, { cutoff, title, sha256: file.sha256 }, context) }
    })
  }

  /** 冻结一稿 of a notice as it is composed now, kept like a period. */
  freezeDraft(ledgerId: string, wanted: WantedDraft): Promise<Result<Accepted, Refusal>> {
    return this.#keep(ledgerId, (ledger, context) => draftToKeep(ledger, wanted, context))
  }

  /** A file that a new record names: the file first, so that no record ever names one that is nowhere. */
  #keep(ledgerId: string, make: (ledger: Ledger, context: CommandContext) => ToKeep): Promise<Result<Accepted, Refusal>> {
    return this.#inTurn(async () => {
      const records = await wholeLedger(this.db, ledgerId)
      if (records === null) return err({ type: 'no-such-ledger' })
      const { file, decided } = make(openLedger(records), await this.#context(ledgerId))
      if (!decided.ok) return decided
      const { intent, edits } = decided.value
      const homes = planEdits(this.ports.engine, new Map(), records, edits).keys()
      const documents = await this.#live.load(ledgerId, [...homes])
      if (!documents.ok) return documents
      const kept = await keepFiles(this.ports.main, new Map([[file.sha256, file.bytes]]))
      if (!kept.ok) return kept
      const planned = planEdits(this.ports.engine, documents.value, records, edits)
      const created = edits.flatMap((edit) => (edit.type === 'create' ? edit.tagged.record.id : []))
      return this.#done(ledgerId, documents.value, planned, { intent, created, advice: [] })
    })
  }

  /** Who froze each period, by the id of its record. */
  frozenBy(ledgerId: string): Promise<Result<ReadonlyMap<string, Author>, Refusal>> {
    return this.#inTurn(async () => {
      const documents = await this.#live.load(ledgerId, [documentKey('registers', ledgerId)])
      return documents.ok ? ok(periodAuthors(this.ports.engine, [...documents.value.values()])) : documents
    })
  }

  /** What has been done in a ledger since a visit. Other acts have their turn in between. */
  async changesSince(ledgerId: string, visit: Visit): Promise<Result<SinceVisit, Refusal>> {
    const acts = await actsSince(this.db, ledgerId, visit)
    const problemIds = changedProblems(acts)
    const problems: ProblemSince[] = []
    for (let at = 0; at < problemIds.length; at += DOCUMENTS_A_TURN) {
      const keys = problemIds.slice(at, at + DOCUMENTS_A_TURN).map((id) => documentKey('problem', id))
      const read = await this.#inTurn(async () => {
        const documents = await this.#live.load(ledgerId, keys)
        return documents.ok ? ok(problemsSince(this.ports.engine, documents.value, acts)) : documents
      })
      if (!read.ok) return read
      problems.push(...read.value)
    }
    return ok(sinceVisit(acts, problems))
  }

  undo(ledgerId: string): Promise<Result<Accepted, Refusal>> {
    return this.#inTurn(() => this.#takeBack(ledgerId, 'undo'))
  }

  redo(ledgerId: string): Promise<Result<Accepted, Refusal>> {
    return this.#inTurn(() => this.#takeBack(ledgerId, 'redo'))
  }

  undoState(ledgerId: string): Promise<UndoState> {
    return this.#acts.state(ledgerId)
  }

  /** Brings back what was removed, as one act. */
  restore(ledgerId: string, document: DocumentKey, entity: EntityKey): Promise<Result<Accepted, Refusal>> {
    return this.#inTurn(async () => {
      const documents = await this.#live.load(ledgerId, documentsForRestoration(document))
      if (!documents.ok) return documents
      const restored = restoration(this.ports.engine, documents.value, { document, entity })
      if (!restored.ok) return restored
      const { edits, intent } = restored.value
      return this.#done(ledgerId, documents.value, new Map([[document, edits]]), { intent, created: [], advice: [] })
    })
  }

  /** 回收站: what was removed from this ledger, newest first. */
  trash(ledgerId: string): Promise<Result<readonly TrashedRecord[], Refusal>> {
    return this.#inTurn(async () => {
      const keys = await this.db.records.where('[ledgerId+hasRemoved]').equals([ledgerId, 1]).primaryKeys()
      const documents = await this.#live.load(ledgerId, keys)
      return documents.ok ? ok(trashedIn(this.ports.engine, documents.value)) : documents
    })
  }

  /** 修改记录 of one problem with its office part: its newest acts, and who wrote what stands in each field. */
  history(ledgerId: string, problemId: string, newest: number): Promise<Result<ProblemHistory, Refusal>> {
    return this.#inTurn(async () => {
      const { engine } = this.ports
      const documents = await this.#live.load(ledgerId, [documentKey('problem', problemId), documentKey('office', problemId)])
      if (!documents.ok) return documents
      const docs = [...documents.value.values()]
      return ok({ entries: toldChanges(engine, docs, newest), written: writtenFields(engine, docs) })
    })
  }

  /** What one act of 修改记录 did, in the first `most` of its documents. Nothing when the act is not known (any more). */
  actTold(ledgerId: string, actId: string, most: number): Promise<Result<ToldAct, Refusal>> {
    return this.#inTurn(async () => {
      const act = await this.db.acts.get(actId)
      const parts = act?.ledgerId === ledgerId ? act.documents : []
      const told = parts.slice(0, most)
      const documents = await this.#live.load(
        ledgerId,
        told.map(({ key }) => key),
      )
      if (!documents.ok) return documents
      const { engine } = this.ports
      return ok({
        documents: told.map(({ key, hash }) => {
          const doc = documents.value.get(key)
          return { key, records: doc === undefined ? [] : toldRecords(engine, doc, hash) }
        }),
        more: parts.length - told.length,
      })
    })
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
      const bytes = await this.packageOf(ledgerId, programVersion, { withFiles: false })
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
      this.#live.trim()
      return done
    }
    const turn = this.#last.then(guarded, guarded)
    this.#last = turn
    return turn
  }

  async #context(ledgerId: string): Promise<CommandContext> {
    const { notices, ledger, inspection } = await this.#facts.of(ledgerId)
    const today = this.ports.clock.today()
    const anchors = anchorsOf({ ledger: ledger ? [ledger] : [], inspection: inspection ? [inspection] : [] })
    return { ids: this.ports.ids, year: yearOfTyping(notices, today), anchors, today }
  }

  async #done(
    ledgerId: string,
    documents: LedgerDocuments<Doc>,
    planned: DocumentEdits,
    act: Pick<Accepted, 'intent' | 'created' | 'advice'>,
  ): Promise<Result<Accepted, Refusal>> {
    const written = await this.#writePlanned(ledgerId, documents, planned, act.intent, 'do', null)
    return written.ok ? ok({ ...act, sequence: written.value, undo: await this.undoState(ledgerId) }) : written
  }

  /** Answers with the journal's sequence. */
  async #writePlanned(
    ledgerId: string,
    documents: LedgerDocuments<Doc>,
    planned: DocumentEdits,
    intent: string,
    type: Act['type'],
    of: string | null,
  ): Promise<Result<number, Refusal>> {
    const { engine } = this.ports
    const before = new Map([...documents].map(([key, doc]) => [key, engine.heads(doc)]))
    const stamp = await this.#acts.stamp(intent, type, of)
    const projectedBefore = this.#live.take(planned.keys())
    const next = writeEdits(engine, documents, planned, stamp)
    const changed = [...planned.keys()].flatMap((key) => {
      const doc = (next.ok ? next.value : documents).get(key)
      return doc === undefined
        ? []
        : [{ key, doc, before: before.get(key) ?? null, projectedBefore: projectedBefore.get(key) ?? null }]
    })
    if (!next.ok) {
      // Nothing was written: the handles are as good as before.
      for (const { key, doc, projectedBefore: projected } of changed) this.#live.keep(key, doc, projected)
      return next
    }
    const accepted = await acceptChange(this.db, this.ports, ledgerId, changed, stamp)
    if (!accepted.ok) {
      for (const { doc } of changed) engine.release(doc)
      return accepted
    }
    for (const [i, { key, doc }] of changed.entries()) this.#live.keep(key, doc, accepted.value.projected[i] ?? null)
    this.#facts.written(ledgerId, [...planned.keys()])
    this.#acts.written(accepted.value.act)
    return ok(accepted.value.act.sequence)
  }

  async #takeBack(ledgerId: string, type: 'undo' | 'redo'): Promise<Result<Accepted, Refusal>> {
    const next = await this.#acts.next(ledgerId, type)
    if (next === null) return err({ type: type === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' })
    const { act, intent } = next
    const documents = await this.#live.load(
      ledgerId,
      act.documents.map(({ key }) => key),
    )
    if (!documents.ok) return documents
    const planned = new Map<DocumentKey, readonly FieldEdit[]>()
    for (const { key, hash } of act.documents) {
      const doc = documents.value.get(key)
      const inverse = doc === undefined ? null : this.ports.engine.inverse(doc, hash, await this.#acts.isOwn())
      if (!inverse?.ok) return err({ type: 'changed-since', intent })
      planned.set(key, inverse.value)
    }
    const word = type === 'undo' ? '撤销' : '重做'
    const written = await this.#writePlanned(ledgerId, documents.value, planned, `${word}：${intent}`, type, act.id)
    if (!written.ok) return written
    return ok({ intent, created: [], advice: [], sequence: written.value, undo: await this.undoState(ledgerId) })
  }
}

/** How much two people wrote differently in these problems and nobody has settled. */
const conflictsIn = async (db: LedgerDatabase, problemIds: readonly string[]): Promise<number> => {
  if (problemIds.length === 0) return 0
  const keys = problemIds.flatMap((id) => [documentKey('problem', id), documentKey('office', id)])
  return (await db.records.bulkGet(keys)).reduce((sum, row) => sum + (row?.conflicts.length ?? 0), 0)
}

/** Between them other acts are carried out. */
const DOCUMENTS_A_TURN = 40

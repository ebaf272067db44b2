import { proxy, wrap } from 'comlink'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { ChosenRows } from '../../shared/documents/four-lists-workbook.ts'
import type { ProofReport } from '../../shared/documents/proof-report.ts'
import type { PrintedPage } from '../../shared/documents/workbook-page.ts'
import type { LedgerCommand } from '../../shared/domain/commands/ledger-command.ts'
import type { DeadlineReading } from '../../shared/domain/edit-problem.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import type { AcceptedChanges, DifferenceActs } from '../../shared/intake/acts-of-difference.ts'
import type { TableDifference } from '../../shared/intake/compare-with-ledger.ts'
import type { IncomingDocument } from '../../shared/intake/incoming.ts'
import type { OldFormat } from '../../shared/intake/readers/read-incoming.ts'
import type { TableComparison } from '../../shared/intake/table-comparison.ts'
import type { DocumentKey } from '../../shared/merge/document-boundaries.ts'
import type { Author } from '../../shared/merge/engine.ts'
import type { EntityKey } from '../../shared/merge/flat-map.ts'
import type { TrashedRecord } from '../../shared/merge/trashed.ts'
import type { IntegrityFinding } from '../../shared/messages/integrity.ts'
import type { Proof } from '../../shared/proof/proof.ts'
import { invoke } from '../platform/bridge.ts'
import type {
  DocumentsWorker,
  NoticePages,
  NoticeToPrint,
  WantedNotice,
  WrittenNotice,
  WrittenTables,
} from '../workers/documents-worker.ts'
import type { EngineWorker } from '../workers/engine-worker.ts'
import type { IntakeChoices, IntakeWorker, SuggestedLedger } from '../workers/intake-worker.ts'
import type { UndoState } from './acts.ts'
import type { WantedDraft } from './draft-to-keep.ts'
import type { EngineHost } from './engine-host.ts'
import { documentsWorker, guarded, intakeWorker, inWorker } from './jobs.ts'
import type { Accepted, ProblemHistory, ToldAct } from './ledger-store.ts'
import { ledgerRecords, whenDatabaseCloses } from './queries.ts'
import type { SinceVisit, Visit } from './since-visit.ts'
import type { StartReport } from './start-store.ts'
import type { Progress } from './write-documents.ts'

const worker = new Worker(new URL('../workers/engine-worker.ts', import.meta.url), { type: 'module', name: 'engine' })
const engine = wrap<EngineWorker>(worker)

/** What the window shows when the store has to be started again; set once by the shell. */
let onTrouble: (detail: string) => void = () => undefined
export const whenStoreFails = (listener: (detail: string) => void): void => {
  onTrouble = listener
}

/** The host as it looks from here: everything answers later. Comlink's own types lose unions and generics. */
type AsyncHost = {
  readonly [M in keyof EngineHost]: (...args: Parameters<EngineHost[M]>) => Promise<Awaited<ReturnType<EngineHost[M]>>>
}

// A worker that dies answers no call any more: whoever waits is told.
worker.onerror = (event) => onTrouble(`worker: ${event.message}`)
worker.onmessageerror = () => onTrouble('worker: a message could not be read')

let host: AsyncHost | null = null

/** What a worker throws is no refusal: the store must be started again, which brings back every accepted change. */
export const call = async <T>(act: (host: AsyncHost) => Promise<T>): Promise<T> => {
  if (!host) throw new Error('the store was not started')
  try {
    return await act(host)
  } catch (thrown) {
    onTrouble(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown))
    throw thrown
  }
}

/** A disk that runs full must not make Chromium clear the database away. Refused, the journal and the snapshots still stand. */
const askToPersist = async (): Promise<void> => {
  const isKept = await navigator.storage.persist()
  if (!isKept) await invoke('log.report', { level: 'warn', code: 'storage-not-persistent', detail: '' })
}

/** Starts the store; nothing else may be called before it has answered. */
export const startStore = async (programVersion: string, onProgress: Progress): Promise<Result<StartReport, Refusal>> => {
  host = (await engine.connect(proxy(invoke) as never, programVersion)) as unknown as AsyncHost
  await askToPersist()
  const started = await call((store) => store.start(proxy(onProgress)))
  if (started.ok) whenDatabaseCloses(() => onTrouble('IndexedDB was closed by the system'))
  return started
}

/** The settings say someone else works here now: what follows is theirs. */
export const authorChanged = async (): Promise<void> => {
  if (host) await call((store) => store.authorChanged())
}

let saving = 0
const listeners = new Set<() => void>()

/** Is something on its way to the disk? For “正在保存 / 已保存”. */
export const savingState = {
  isSaving: (): boolean => saving > 0,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Waits for an act that writes, while the window says 正在保存. */
export const saved = async <T>(act: Promise<T>): Promise<T> => {
  saving += 1
  for (const listener of listeners) listener()
  try {
    return await act
  } finally {
    saving -= 1
    for (const listener of listeners) listener()
  }
}

/** After an accepted change: a snapshot when it is due, without making anyone wait. A failure is tried again at the next change. */
export const afterChange = <T extends Result<unknown, Refusal>>(answer: T): T => {
  if (answer.ok)
    void call((store) => store.snapshotWhenDue()).then((written) => {
      if (!written.ok) void invoke('log.report', { level: 'warn', code: 'snapshot-failed', detail: written.error.type })
    })
  return answer
}

/** Every act of a person on a ledger. Each is one change, durable before it answers, and can be undone. */
export const ledgerStore = {
  createLedger: (
    records: LedgerRecords,
    intent: string,
    onProgress: Progress,
  ): Promise<Result<{ readonly ledgerId: string }, Refusal>> =>
    saved(call((store) => store.createLedger(records, intent, proxy(onProgress)))).then(afterChange),
  openPackage: (bytes: Uint8Array): Promise<Result<{ readonly ledgerId: string; readonly errors: number }, Refusal>> =>
    saved(call((store) => store.openPackage(bytes))).then(afterChange),
  run: (ledgerId: string, command: LedgerCommand): Promise<Result<Accepted, Refusal>> =>
    saved(call((store) => store.run(ledgerId, command))).then(afterChange),
  undo: (ledgerId: string): Promise<Result<Accepted, Refusal>> => saved(call((store) => store.undo(ledgerId))).then(afterChange),
  redo: (ledgerId: string): Promise<Result<Accepted, Refusal>> => saved(call((store) => store.redo(ledgerId))).then(afterChange),
  undoState: (ledgerId: string): Promise<UndoState> => call((store) => store.undoState(ledgerId)),
  /** Out of the 回收站; one act, which can be undone. */
  restore: (ledgerId: string, key: DocumentKey, entity: EntityKey): Promise<Result<Accepted, Refusal>> =>
    saved(call((store) => store.restore(ledgerId, key, entity))).then(afterChange),
  trash: (ledgerId: string): Promise<Result<readonly TrashedRecord[], Refusal>> => call((store) => store.trash(ledgerId)),
  history: (ledgerId: string, problemId: string, newest: number): Promise<Result<ProblemHistory, Refusal>> =>
    call((store) => store.history(ledgerId, problemId, newest)),
  actTold: (ledgerId: string, actId: string, most: number): Promise<Result<ToldAct, Refusal>> =>
    call((store) => store.actTold(ledgerId, actId, most)),
  freeze: (ledgerId: string, cutoff: PlainDate, title: string): Promise<Result<Accepted, Refusal>> =>
    saved(call((store) => store.freeze(ledgerId, cutoff, title))).then(afterChange),
  freezeDraft: (ledgerId: string, wanted: WantedDraft): Promise<Result<Accepted, Refusal>> =>
    saved(call((store) => store.freezeDraft(ledgerId, wanted))).then(afterChange),
  frozenBy: (ledgerId: string): Promise<Result<ReadonlyMap<string, Author>, Refusal>> =>
    call((store) => store.frozenBy(ledgerId)),
  changesSince: (ledgerId: string, visit: Visit): Promise<Result<SinceVisit, Refusal>> =>
    call((store) => store.changesSince(ledgerId, visit)),
  packageOf: (ledgerId: string, purpose: 'whole' | 'backup' = 'whole'): Promise<Result<Uint8Array, Refusal>> =>
    call((store) => store.packageOf(ledgerId, purpose)),
  /** Reads, and changes nothing. */
  integrityOf: (ledgerId: string, onProgress: Progress): Promise<Result<readonly IntegrityFinding[], Refusal>> =>
    call((store) => store.integrityOf(ledgerId, proxy(onProgress))),
  repairRows: (onProgress: Progress) => call((store) => store.repairRows(proxy(onProgress))),
}

/** Writes the notice of a ledger as Word bytes; null when cancelled. */
export const writeNotice = (
  ledgerId: string,
  today: PlainDate,
  wanted: WantedNotice,
  signal: AbortSignal,
): Promise<Result<WrittenNotice, Refusal>> =>
  guarded(
    inWorker<DocumentsWorker, WrittenNotice>(documentsWorker, signal, async (worker) =>
      worker.notice(await ledgerRecords(ledgerId), today, wanted),
    ),
  )

/** The 送审前体检报告 of a notice as Word bytes; null when cancelled. */
export const writeNoticeReport = (
  ledgerId: string,
  today: PlainDate,
  wanted: Omit<WantedNotice, 'comments'>,
  by: string,
  signal: AbortSignal,
): Promise<Result<WrittenNotice, Refusal>> =>
  guarded(
    inWorker<DocumentsWorker, WrittenNotice>(documentsWorker, signal, async (worker) =>
      worker.noticeReport(await ledgerRecords(ledgerId), today, wanted, by),
    ),
  )

/** Checks a text, held against a ledger where one is named; null when cancelled. */
export const checkText = (
  text: string,
  ledgerId: string | null,
  today: PlainDate,
  signal: AbortSignal,
): Promise<Result<Proof | null, Refusal>> =>
  guarded(
    inWorker<DocumentsWorker, Proof>(documentsWorker, signal, async (worker) =>
      worker.proofText(text, ledgerId === null ? null : await ledgerRecords(ledgerId), today),
    ),
  )

/** The 送审前体检报告 of such a text as Word bytes; null when cancelled. */
export const writeTextReport = (
  report: ProofReport,
  ledgerId: string | null,
  signal: AbortSignal,
): Promise<Result<Uint8Array | null, Refusal>> =>
  guarded(
    inWorker<DocumentsWorker, Uint8Array>(documentsWorker, signal, async (worker) =>
      worker.textReport(ledgerId === null ? null : await ledgerRecords(ledgerId), report),
    ),
  )

/** Writes the four lists, or the tables that are wanted, as Excel or CSV bytes; null when cancelled. */
export const writeTables = (
  ledgerId: string,
  date: PlainDate,
  wanted: WrittenTables | null,
  signal: AbortSignal,
): Promise<Result<Uint8Array | null, Refusal>> =>
  guarded(
    inWorker<DocumentsWorker, Uint8Array>(documentsWorker, signal, async (worker) =>
      worker.tables(await ledgerRecords(ledgerId), date, wanted),
    ),
  )

/** The four lists, or some of them, as a page to print; null when cancelled. */
export const writeListsPage = async (
  ledgerId: string,
  date: PlainDate,
  chosen: ChosenRows,
  signal: AbortSignal,
): Promise<Result<PrintedPage | null, Refusal>> => {
  const made = await guarded(
    inWorker<DocumentsWorker, Awaited<ReturnType<DocumentsWorker['listsPage']>>>(documentsWorker, signal, async (worker) =>
      worker.listsPage(await ledgerRecords(ledgerId), date, chosen, MOST_PAGES),
    ),
  )
  if (!made.ok || made.value === null) return made as Result<null, Refusal>
  const { page, pages } = made.value
  return page === null ? err({ type: 'too-much-to-print', pages, limit: MOST_PAGES }) : ok(page)
}

/** A notice on its pages; null when cancelled. */
export const writeNoticePages = async (
  ledgerId: string,
  today: PlainDate,
  chosen: NoticeToPrint,
  signal: AbortSignal,
): Promise<Result<NoticePages | null, Refusal>> => {
  if (signal.aborted) return ok(null)
  const made = await guarded(
    inWorker<DocumentsWorker, NoticePages | 'gone'>(
      documentsWorker,
      signal,
      async (worker) => (await worker.noticePages(await ledgerRecords(ledgerId), today, chosen)) ?? 'gone',
    ),
  )
  if (!made.ok || made.value === null) return made as Result<null, Refusal>
  if (made.value === 'gone') return err({ type: 'no-notice' })
  const { pages } = made.value
  return pages > MOST_PAGES ? err({ type: 'too-much-to-print', pages, limit: MOST_PAGES }) : ok(made.value)
}

/** More than anybody prints at once; laid out in some seconds. */
const MOST_PAGES = 1_000

/** A file as it was chosen, dropped or handed over; or what was pasted. */
export type IncomingSource = string | { readonly bytes: Uint8Array; readonly name: string }

/** Main reads the old binary kinds; what is not waited for any more is ended there. */
const readOld =
  (signal: AbortSignal) =>
  (bytes: Uint8Array, format: OldFormat): Promise<Result<IncomingDocument, Refusal>> => {
    signal.addEventListener('abort', () => void invoke('intake.stop', undefined), { once: true })
    return invoke('intake.readOld', { bytes, format })
  }

/** Reads what came in, whatever it is; null when cancelled. */
export const readDocument = async (
  source: IncomingSource,
  signal: AbortSignal,
): Promise<Result<IncomingDocument | null, Refusal>> => {
  const answer = await guarded(
    inWorker<IntakeWorker, Result<IncomingDocument, Refusal>>(intakeWorker, signal, (worker) =>
      typeof source === 'string' ? worker.readPasted(source) : worker.read(source.bytes, source.name, proxy(readOld(signal))),
    ),
  )
  return answer.ok && answer.value !== null ? answer.value : (answer as Result<null, Refusal>)
}

/** What came in as a suggested ledger; null when cancelled. */
export const suggestFrom = async (
  document: IncomingDocument,
  choices: IntakeChoices,
  today: PlainDate,
  signal: AbortSignal,
): Promise<Result<SuggestedLedger | null, Refusal>> => {
  const answer = await guarded(
    inWorker<IntakeWorker, Result<SuggestedLedger, Refusal>>(intakeWorker, signal, (worker) =>
      worker.suggest(document, choices, today),
    ),
  )
  return answer.ok && answer.value !== null ? answer.value : (answer as Result<null, Refusal>)
}

/** Compares a table that came in with a ledger; null when cancelled. */
export const compareTable = async (
  ledgerId: string,
  file: { readonly bytes: Uint8Array; readonly name: string },
  today: PlainDate,
  signal: AbortSignal,
): Promise<Result<TableComparison | null, Refusal>> => {
  const answer = await guarded(
    inWorker<IntakeWorker, Result<TableComparison, Refusal>>(intakeWorker, signal, async (worker) => {
      const document = await worker.read(file.bytes, file.name, proxy(readOld(signal)))
      return document.ok ? worker.compare(document.value, await ledgerRecords(ledgerId), today) : document
    }),
  )
  return answer.ok && answer.value !== null ? answer.value : (answer as Result<null, Refusal>)
}

/** What is accepted of a comparison, as one act on the ledger as it is now. */
export const actsOfUpdate = (
  ledgerId: string,
  difference: TableDifference,
  accepted: AcceptedChanges,
  reading: DeadlineReading,
  signal: AbortSignal,
): Promise<Result<DifferenceActs | null, Refusal>> =>
  guarded(
    inWorker<IntakeWorker, DifferenceActs>(intakeWorker, signal, async (worker) =>
      worker.updateActs(await ledgerRecords(ledgerId), difference, accepted, reading),
    ),
  )

import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Clock, Ids } from '../../shared/base/ports.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { defect, ok, type Result } from '../../shared/base/result.ts'
import type { LedgerCommand } from '../../shared/domain/commands/ledger-command.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import type { Rejections } from '../../shared/exchange/take-in.ts'
import { type AutomergeDocument, automergeEngine } from '../../shared/merge/automerge-engine.ts'
import type { DocumentKey } from '../../shared/merge/document-boundaries.ts'
import type { Author } from '../../shared/merge/engine.ts'
import type { EntityKey } from '../../shared/merge/flat-map.ts'
import { LedgerDatabase } from './database.ts'
import type { WantedDraft } from './draft-to-keep.ts'
import type { SentPackage } from './ledger-exchange.ts'
import { LedgerStore } from './ledger-store.ts'
import type { MainPort, StorePorts } from './ports.ts'
import type { Resolution } from './resolve-conflicts.ts'
import type { Visit } from './since-visit.ts'
import { startStore } from './start-store.ts'
import type { IncomingFiles, MayGoOn } from './take-packages.ts'
import type { Progress } from './write-documents.ts'

export interface HostOptions {
  readonly clock: Clock
  readonly ids: Ids
  readonly main: MainPort
  readonly programVersion: string
  readonly databaseName?: string
}

/** The store as the window talks to it, from inside the worker that owns the documents. */
export const createEngineHost = ({ clock, ids, main, programVersion, databaseName }: HostOptions) => {
  const db = new LedgerDatabase(databaseName)
  /** Who works here, until the window says that it has changed: asking main costs as much as the change itself. */
  let author: Author | null = null
  let installation: string | null = null
  let actsSinceAsked = ACTS_BETWEEN_QUESTIONS
  const ports: StorePorts<AutomergeDocument> = {
    main,
    clock,
    ids,
    engine: automergeEngine(ids),
    author: async () => {
      if (author !== null) return author
      const settings = await main.invoke('settings.read', undefined)
      const { clerk, unit, pc } = settings.ok ? settings.value : { clerk: '', unit: '', pc: '' }
      const found = { clerk: clerk || '未登记', unit: unit || '未登记', pc: pc || '未登记' }
      if (settings.ok) author = found
      return found
    },
    installation: async () => {
      if (installation !== null) return installation
      const named = await main.invoke('app.installation', undefined)
      if (named.ok) installation = named.value
      // Without a name of its own nothing done now can be taken back later: it is nobody's.
      return named.ok ? named.value : ids.id()
    },
  }
  let store: LedgerStore<AutomergeDocument> | null = null
  /** The store, once the start has brought it up: before that the database may be closed and made again. */
  const opened = (): LedgerStore<AutomergeDocument> => store ?? defect('nothing is asked of the store before it has started')

  /** A snapshot is due after many accepted changes; it is written beside the work. */
  const snapshotWhenDue = async (): Promise<Result<null, Refusal>> => {
    actsSinceAsked += 1
    if (actsSinceAsked < ACTS_BETWEEN_QUESTIONS) return ok(null)
    actsSinceAsked = 0
    const state = await main.invoke('store.state', undefined)
    if (!state.ok) return state
    const { entriesSinceSnapshot, bytesSinceSnapshot, damagedRecords } = state.value
    if (entriesSinceSnapshot < DUE_ENTRIES && bytesSinceSnapshot < DUE_BYTES && damagedRecords === 0) return ok(null)
    const written = await opened().writeSnapshot(programVersion)
    // Tried again after the next act.
    if (!written.ok) actsSinceAsked = ACTS_BETWEEN_QUESTIONS
    return written.ok ? ok(null) : written
  }

  return {
    start: async (report: Progress) => {
      const started = await startStore(db, ports, report)
      if (started.ok) store = new LedgerStore(db, ports)
      if (started.ok && started.value.type !== 'fresh' && started.value.type !== 'continued') {
        // Tried again after the next change; what was brought back is whole without it.
        const written = await opened().writeSnapshot(programVersion)
        if (!written.ok) await main.invoke('log.report', { level: 'warn', code: 'snapshot-failed', detail: written.error.type })
      }
      return started
    },
    createLedger: (records: LedgerRecords, intent: string, report: Progress) => opened().createLedger(records, intent, report),
    openPackage: (bytes: Uint8Array) => opened().openPackage(bytes),
    packageOf: (ledgerId: string, purpose: 'whole' | 'backup' = 'whole') =>
      opened().packageOf(ledgerId, programVersion, { purpose }),
    run: (ledgerId: string, command: LedgerCommand) => opened().run(ledgerId, command),
    freeze: (ledgerId: string, cutoff: PlainDate, title: string) => opened().freeze(ledgerId, cutoff, title),
    freezeDraft: (ledgerId: string, wanted: WantedDraft) => opened().freezeDraft(ledgerId, wanted),
    frozenBy: (ledgerId: string) => opened().frozenBy(ledgerId),
    changesSince: (ledgerId: string, visit: Visit) => opened().changesSince(ledgerId, visit),
    undo: (ledgerId: string) => opened().undo(ledgerId),
    redo: (ledgerId: string) => opened().redo(ledgerId),
    undoState: (ledgerId: string) => opened().undoState(ledgerId),
    restore: (ledgerId: string, key: DocumentKey, entity: EntityKey) => opened().restore(ledgerId, key, entity),
    trash: (ledgerId: string) => opened().trash(ledgerId),
    history: (ledgerId: string, problemId: string, newest: number) => opened().history(ledgerId, problemId, newest),
    actTold: (ledgerId: string, actId: string, most: number) => opened().actTold(ledgerId, actId, most),
    lookAt: (bytes: Uint8Array) => opened().exchange.lookAt(bytes),
    suggestRelation: (ledgerId: string, bytes: Uint8Array) => opened().exchange.suggestRelation(ledgerId, bytes),
    planIncoming: (ledgerId: string, incoming: IncomingFiles, mayGoOn: MayGoOn) =>
      opened().exchange.plan(ledgerId, incoming, mayGoOn),
    takeIn: (
      ledgerId: string,
      incoming: IncomingFiles,
      decided: { readonly token: string; readonly rejections: Rejections },
      mayGoOn: MayGoOn,
    ) => opened().exchange.takeIn(ledgerId, incoming, decided, mayGoOn, programVersion),
    slice: (ledgerId: string, wanted: { readonly unit: string; readonly withAttachments: boolean }) =>
      opened().exchange.slice(ledgerId, wanted, programVersion),
    reply: (ledgerId: string, withAttachments: boolean) => opened().exchange.reply(ledgerId, withAttachments, programVersion),
    noteSent: (ledgerId: string, sent: readonly SentPackage[]) => opened().exchange.noteSent(ledgerId, sent),
    noteOpened: (ledgerId: string, bytes: Uint8Array) => opened().exchange.noteOpened(ledgerId, bytes, programVersion),
    noteReceipt: (bytes: Uint8Array) => opened().exchange.noteReceipt(bytes),
    resolve: (ledgerId: string, resolutions: readonly Resolution[]) => opened().exchange.resolve(ledgerId, resolutions),
    authorChanged: () => {
      author = null
    },
    snapshotWhenDue,
    writeSnapshot: () => opened().writeSnapshot(programVersion),
    integrityOf: (ledgerId: string, report: Progress) => opened().integrityOf(ledgerId, report),
    repairRows: (report: Progress) => opened().repairRows(report),
  }
}

const DUE_ENTRIES = 200
const DUE_BYTES = 32_000_000
/** A question to main after every act would be under way beside the next one. */
const ACTS_BETWEEN_QUESTIONS = 10

export type EngineHost = ReturnType<typeof createEngineHost>

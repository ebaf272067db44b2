import type { Clock, Ids } from '../../shared/base/ports.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { defect, ok, type Result } from '../../shared/base/result.ts'
import type { AddProblem } from '../../shared/domain/commands/add-problem.ts'
import type { OneProblemCommand } from '../../shared/domain/commands/ledger-command.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import { type AutomergeDocument, automergeEngine } from '../../shared/merge/automerge-engine.ts'
import { LedgerDatabase } from './database.ts'
import { LedgerStore } from './ledger-store.ts'
import type { MainPort, StorePorts } from './ports.ts'
import { startStore } from './start-store.ts'
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
  const ports: StorePorts<AutomergeDocument> = {
    main,
    clock,
    ids,
    engine: automergeEngine(ids),
    author: async () => {
      const settings = await main.invoke('settings.read', undefined)
      const { clerk, unit, pc } = settings.ok ? settings.value : { clerk: '', unit: '', pc: '' }
      return { clerk: clerk || '未登记', unit: unit || '未登记', pc: pc || '未登记' }
    },
  }
  let store: LedgerStore<AutomergeDocument> | null = null
  /** The store, once the start has brought it up: before that the database may be closed and made again. */
  const opened = (): LedgerStore<AutomergeDocument> => store ?? defect('nothing is asked of the store before it has started')

  /** A snapshot is due after many accepted changes; it is written beside the work. */
  const snapshotWhenDue = async (): Promise<Result<null, Refusal>> => {
    const state = await main.invoke('store.state', undefined)
    if (!state.ok) return state
    const { entriesSinceSnapshot, bytesSinceSnapshot, damagedRecords } = state.value
    if (entriesSinceSnapshot < DUE_ENTRIES && bytesSinceSnapshot < DUE_BYTES && damagedRecords === 0) return ok(null)
    const written = await opened().writeSnapshot(programVersion)
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
    packageOf: (ledgerId: string) => opened().packageOf(ledgerId, programVersion),
    run: (ledgerId: string, command: OneProblemCommand) => opened().run(ledgerId, command),
    addProblem: (ledgerId: string, command: AddProblem) => opened().addProblem(ledgerId, command),
    undo: (ledgerId: string) => opened().undo(ledgerId),
    redo: (ledgerId: string) => opened().redo(ledgerId),
    undoState: (ledgerId: string) => opened().undoState(ledgerId),
    snapshotWhenDue,
    writeSnapshot: () => opened().writeSnapshot(programVersion),
    repairRows: (report: Progress) => opened().repairRows(report),
  }
}

const DUE_ENTRIES = 200
const DUE_BYTES = 32_000_000

export type EngineHost = ReturnType<typeof createEngineHost>

import type { Clock, Ids } from '../../shared/base/ports.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { AddProblem, ProblemCommand } from '../../shared/domain/commands.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import { type AutomergeDocument, automergeEngine } from '../../shared/merge/automerge-engine.ts'
import { LedgerDatabase } from './database.ts'
import { LedgerStore } from './ledger-store.ts'
import type { MainPort, StorePorts } from './ports.ts'
import { reprojectAll } from './rebuild.ts'
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
  const store = new LedgerStore(db, ports)

  /** A snapshot is due after many accepted changes; it is written beside the work. */
  const snapshotWhenDue = async (): Promise<Result<null, Refusal>> => {
    const state = await main.invoke('store.state', undefined)
    if (!state.ok) return state
    const { entriesSinceSnapshot, bytesSinceSnapshot, damagedRecords } = state.value
    if (entriesSinceSnapshot < DUE_ENTRIES && bytesSinceSnapshot < DUE_BYTES && damagedRecords === 0) return ok(null)
    const written = await store.writeSnapshot(programVersion)
    return written.ok ? ok(null) : written
  }

  return {
    start: async (report: Progress) => {
      const started = await startStore(db, ports, report)
      if (started.ok && started.value.type !== 'fresh' && started.value.type !== 'continued') {
        const written = await store.writeSnapshot(programVersion)
        if (!written.ok) return written
      }
      return started
    },
    createLedger: (records: LedgerRecords, intent: string, report: Progress) => store.createLedger(records, intent, report),
    openPackage: (bytes: Uint8Array) => store.openPackage(bytes),
    packageOf: (ledgerId: string) => store.packageOf(ledgerId, programVersion),
    run: (ledgerId: string, command: ProblemCommand) => store.run(ledgerId, command),
    addProblem: (ledgerId: string, command: AddProblem) => store.addProblem(ledgerId, command),
    undo: (ledgerId: string) => store.undo(ledgerId),
    redo: (ledgerId: string) => store.redo(ledgerId),
    undoState: (ledgerId: string) => store.undoState(ledgerId),
    snapshotWhenDue,
    writeSnapshot: () => store.writeSnapshot(programVersion),
    repairRows: (report: Progress) => reprojectAll(db, ports, report),
  }
}

const DUE_ENTRIES = 200
const DUE_BYTES = 32_000_000

export type EngineHost = ReturnType<typeof createEngineHost>

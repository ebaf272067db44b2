import 'fake-indexeddb/auto'
import { LedgerDatabase } from '../../renderer/data/database.ts'
import { LedgerStore } from '../../renderer/data/ledger-store.ts'
import type { StorePorts } from '../../renderer/data/ports.ts'
import { type StartReport, startStore } from '../../renderer/data/start-store.ts'
import { type AutomergeDocument, automergeEngine } from '../../shared/merge/automerge-engine.ts'
import { type FakeMain, fakeMain } from './fake-main.ts'
import { clockAt, countingIds } from './ports.ts'

let databases = 0

/** A PC: its IndexedDB (by name), its main process, and a program that may be started again and again on them. */
export interface Pc {
  readonly main: FakeMain
  readonly databaseName: string
  /** Starts the program; the one before is gone as after a crash. */
  readonly start: () => Promise<{
    readonly store: LedgerStore<AutomergeDocument>
    readonly db: LedgerDatabase
    readonly report: StartReport
  }>
}

/** `name` is a letter that keeps the ids of several PCs apart; `unit` is where its clerk works. */
export const aPc = (name = 'a', unit = '县委整改办'): Pc => {
  databases += 1
  const databaseName = `pc-${databases}`
  const main = fakeMain()
  let running: LedgerDatabase | null = null
  const ids = countingIds(name)
  return {
    main,
    databaseName,
    start: async () => {
      running?.close()
      const db = new LedgerDatabase(databaseName)
      running = db
      const ports: StorePorts<AutomergeDocument> = {
        main,
        engine: automergeEngine(ids),
        clock: clockAt('2021-06-01'),
        ids,
        author: async () => ({ clerk: '王科', unit, pc: 'PC-1' }),
        installation: async () => databaseName,
      }
      const started = await startStore(db, ports, () => undefined)
      if (!started.ok) throw new Error(JSON.stringify(started.error))
      return { store: new LedgerStore(db, ports), db, report: started.value }
    },
  }
}

import { z } from 'zod'
import { ledgerStore, startStore } from '../../../renderer/data/store-client.ts'
import type { ProblemCommand } from '../../../shared/domain/commands/problem-commands.ts'
import type { LedgerRecords } from '../../../shared/domain/records/record-kinds.ts'
import { unwrapped } from '../expect-ok.ts'

/** The real store (worker, journal of the real main process, IndexedDB) without screens; a test drives it through `window.store`. */
z.config({ jitless: true })

/** What the page without screens lets a test do. */
export interface StorePage {
  readonly create: (records: LedgerRecords) => Promise<string>
  /** Sends all commands at once; each is told to `acknowledged` by its place in the row when it has become durable. */
  readonly write: (ledgerId: string, commands: readonly ProblemCommand[]) => Promise<void>
  /** The ledger's documents as a package, in base64. */
  readonly packageOf: (ledgerId: string) => Promise<string>
}

declare global {
  interface Window {
    readonly store: StorePage
    /** Given by the test: it runs outside the program and outlives it. */
    readonly acknowledged: (place: number) => void
  }
}

const store: StorePage = {
  create: async (records) => unwrapped(await ledgerStore.createLedger(records, '建立台账', () => undefined)).ledgerId,
  write: async (ledgerId, commands) => {
    await Promise.all(
      commands.map(async (command, i) => {
        unwrapped(await ledgerStore.run(ledgerId, command))
        window.acknowledged(i)
      }),
    )
  },
  packageOf: async (ledgerId) => {
    const bytes = unwrapped(await ledgerStore.packageOf(ledgerId))
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  },
}

const started = await startStore('test', () => undefined)
Object.assign(window, { store })
document.documentElement.dataset['ready'] = started.ok ? 'true' : started.error.type

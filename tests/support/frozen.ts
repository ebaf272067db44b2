import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../fixtures/frozen/', import.meta.url))

/** What a frozen ledger must give for ever. */
export interface FrozenLedger {
  readonly name: string
  readonly bytes: Uint8Array
  readonly title: string
  readonly writtenBy: string
  readonly format: { readonly major: number; readonly minor: number }
  /** Records by kind; kinds that are left out have none. */
  readonly records: Readonly<Record<string, number>>
  /** The record upgrades its reading goes through. */
  readonly upgrades: readonly string[]
  readonly cutoff: string
  readonly figures: Readonly<Record<string, number>>
}

/** Ledgers written by the program as it was, with what it printed of them then. None of these files is ever written again. */
export const FROZEN_LEDGERS: readonly FrozenLedger[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))
  .map((name) => ({
    ...(JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8')) as Omit<FrozenLedger, 'name' | 'bytes'>),
    name,
    bytes: readFileSync(`${FOLDER}${name}.zgtz`),
  }))

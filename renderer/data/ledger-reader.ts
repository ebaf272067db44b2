import { type Ledger, openLedger } from '../../shared/domain/ledger.ts'
import type { LedgerDatabase } from './database.ts'
import { wholeLedger } from './whole-ledger.ts'

/** Keeps the ledger asked for last, joined; read again when anything was written since. For workers that read, and never write. */
export class LedgerReader {
  #read: { readonly ledgerId: string; readonly sequence: number; readonly ledger: Ledger } | null = null

  constructor(readonly db: LedgerDatabase) {}

  /** Up to which accepted change it was read. */
  get sequence(): number {
    return this.#read?.sequence ?? 0
  }

  /** The same object as long as nothing was written; null where there is no such ledger. */
  async ledger(ledgerId: string): Promise<Ledger | null> {
    for (let tries = 1; ; tries += 1) {
      const sequence = await this.#written()
      if (this.#read?.ledgerId === ledgerId && this.#read.sequence === sequence) return this.#read.ledger
      const records = await wholeLedger(this.db, ledgerId)
      if (records === null) return null
      // Where someone writes without a pause, what is shown is computed again at the next change anyway.
      if (tries < MOST_TRIES && (await this.#written()) !== sequence) continue
      const ledger = openLedger(records)
      this.#read = { ledgerId, sequence, ledger }
      return ledger
    }
  }

  async #written(): Promise<number> {
    return (await this.db.markers.get('marker'))?.lastSequence ?? 0
  }
}

const MOST_TRIES = 3

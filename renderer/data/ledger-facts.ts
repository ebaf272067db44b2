import type { RecordOf, TaggedRecord } from '../../shared/domain/records/record-kinds.ts'
import { type DocumentKey, documentKey, documentParts } from '../../shared/merge/document-boundaries.ts'
import type { LedgerDatabase } from './database.ts'

/** What deciding any act in a ledger needs besides the documents it changes. */
interface Facts {
  readonly ledger: RecordOf<'ledger'> | null
  readonly inspection: RecordOf<'inspection'> | null
  readonly notices: readonly RecordOf<'notice'>[]
}

/** The ledger's own record and its notices, read once and again when one of their documents is written: they seldom are. */
export class LedgerFacts {
  readonly #known = new Map<string, Facts>()

  constructor(readonly db: LedgerDatabase) {}

  async of(ledgerId: string): Promise<Facts> {
    const known = this.#known.get(ledgerId)
    if (known) return known
    const [outline, notices] = await Promise.all([
      this.db.records.get(documentKey('outline', ledgerId)),
      this.db.records.where('[ledgerId+kind]').equals([ledgerId, 'notice']).toArray(),
    ])
    const ledger = ofKind('ledger', outline?.records ?? [])[0] ?? null
    const inspection = ofKind('inspection', outline?.records ?? [])[0] ?? null
    const facts = { ledger, inspection, notices: notices.flatMap(({ records }) => ofKind('notice', records)) }
    if (ledger !== null) this.#known.set(ledgerId, facts)
    return facts
  }

  /** These documents are written. */
  written(ledgerId: string, keys: readonly DocumentKey[]): void {
    if (keys.some((key) => FACTUAL.has(documentParts(key).kind))) this.#known.delete(ledgerId)
  }
}

const FACTUAL: ReadonlySet<string> = new Set(['outline', 'notice'])

const ofKind = <K extends 'ledger' | 'inspection' | 'notice'>(
  kind: K,
  records: readonly TaggedRecord[],
): readonly RecordOf<K>[] => records.flatMap((tagged) => (tagged.kind === kind ? [tagged.record as RecordOf<K>] : []))

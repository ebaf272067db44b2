import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { DocumentKey } from '../../shared/merge/document-boundaries.ts'
import type { MergeEngine } from '../../shared/merge/engine.ts'
import type { LedgerDocuments } from '../../shared/merge/ledger-documents.ts'
import type { LedgerDatabase } from './database.ts'
import type { Projected } from './projection.ts'

/** A document that stays open between two acts, at the heads it was read or written at. */
interface LiveDocument<Doc> {
  readonly doc: Doc
  readonly heads: string
  /** What it was projected to at these heads; null when nobody has projected it yet. */
  readonly projected: Projected | null
}

/**
 * The documents worked on last, kept open: to load one costs as much as to change it. One is used again only while IndexedDB has it at the
 * same heads, so that a stale one is never written over what someone else wrote. A handle that an edit has spent is taken out before
 * and comes back, changed, when the change is durable; whatever fails in between leaves nothing behind.
 */
export class LiveDocuments<Doc> {
  /** Used last stands last. */
  readonly #live = new Map<DocumentKey, LiveDocument<Doc>>()

  constructor(
    readonly db: LedgerDatabase,
    readonly engine: MergeEngine<Doc>,
    readonly most = MOST_LIVE,
  ) {}

  /** The documents of a ledger that exist among these keys, as they stand now. */
  async load(ledgerId: string, keys: readonly DocumentKey[]): Promise<Result<LedgerDocuments<Doc>, Refusal>> {
    const documents = new Map<DocumentKey, Doc>()
    for (const stored of await this.db.documents.bulkGet([...keys])) {
      if (!stored || stored.ledgerId !== ledgerId) continue
      const { key, bytes } = stored
      const live = this.#live.get(key)
      const heads = stored.heads.join()
      this.#live.delete(key)
      if (live?.heads === heads) {
        this.#live.set(key, live)
        documents.set(key, live.doc)
        continue
      }
      if (live) this.engine.release(live.doc)
      const loaded = this.engine.load(bytes)
      if (!loaded.ok) return err({ type: 'store-unavailable', detail: `${key}: ${loaded.error.type}` })
      this.#live.set(key, { doc: loaded.value, heads, projected: null })
      documents.set(key, loaded.value)
    }
    return ok(documents)
  }

  /** Takes documents out that are about to be changed; answers with what they were projected to. */
  take(keys: Iterable<DocumentKey>): ReadonlyMap<DocumentKey, Projected | null> {
    const taken = new Map<DocumentKey, Projected | null>()
    for (const key of keys) {
      taken.set(key, this.#live.get(key)?.projected ?? null)
      this.#live.delete(key)
    }
    return taken
  }

  /** Puts a document (back) in, as IndexedDB has it. */
  keep(key: DocumentKey, doc: Doc, projected: Projected | null): void {
    this.#live.set(key, { doc, heads: this.engine.heads(doc).join(), projected })
  }

  /** Lets go of those used longest ago; called between two acts, when no handle is in anybody's hand. */
  trim(): void {
    for (const [key, { doc }] of this.#live) {
      if (this.#live.size <= this.most) return
      this.#live.delete(key)
      this.engine.release(doc)
    }
  }
}

/** With more than some 1,700 open documents the engine's loads slow from 4 to 60–90 ms; a clerk works on a few. */
const MOST_LIVE = 200

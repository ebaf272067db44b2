import type { DocumentKey } from '../../shared/merge/document-boundaries.ts'
import type { Act, ChangeEntry, Stamp } from '../../shared/merge/engine.ts'
import { afterAct, MOST_REMEMBERED, NOTHING_TO_TAKE_BACK, type TakeBack, type TakeBacks } from '../../shared/merge/take-back.ts'
import type { LedgerDatabase, StoredAct } from './database.ts'
import type { StorePorts } from './ports.ts'

/** What can be undone and redone in one ledger, named for the menu; null when there is nothing. */
export interface UndoState {
  readonly undo: string | null
  readonly redo: string | null
}

/** The acts of this PC, newest remembered: stamps new ones and knows which can be taken back ([Note: Undo] in shared/merge/undo.ts). */
export class Acts {
  readonly #known = new Map<string, TakeBacks<StoredAct>>()

  constructor(
    readonly db: LedgerDatabase,
    readonly ports: Pick<StorePorts<unknown>, 'author' | 'installation' | 'clock' | 'ids'>,
  ) {}

  /** A stamp for a new act; its id begins with this installation's name. */
  async stamp(intent: string, type: Act['type'], of: string | null): Promise<Stamp & { readonly act: Act }> {
    const [author, installation] = await Promise.all([this.ports.author(), this.ports.installation()])
    return { author, at: this.ports.clock.now(), intent, act: { id: `${installation}.${this.ports.ids.id()}`, type, of } }
  }

  /** Whose writes an undo may write over: those of this installation. */
  async isOwn(): Promise<(entry: ChangeEntry) => boolean> {
    const installation = await this.ports.installation()
    return ({ act }) => act?.id.startsWith(`${installation}.`) ?? false
  }

  async state(ledgerId: string): Promise<UndoState> {
    const { undo, redo } = await this.#of(ledgerId)
    return { undo: undo.at(-1)?.intent ?? null, redo: redo.at(-1)?.intent ?? null }
  }

  async next(ledgerId: string, type: 'undo' | 'redo'): Promise<TakeBack<StoredAct> | null> {
    return (await this.#of(ledgerId))[type].at(-1) ?? null
  }

  /** This act is durable. */
  written(act: StoredAct): void {
    const known = this.#known.get(act.ledgerId)
    if (known) this.#known.set(act.ledgerId, afterAct(known, act))
  }

  async #of(ledgerId: string): Promise<TakeBacks<StoredAct>> {
    const known = this.#known.get(ledgerId)
    if (known) return known
    const newest = await this.db.acts
      .where('[ledgerId+sequence]')
      .between([ledgerId, 1], [ledgerId, Number.MAX_SAFE_INTEGER])
      .reverse()
      // Each may have been undone and redone.
      .limit(MOST_REMEMBERED * 3)
      .toArray()
    const acts = newest.reverse().reduce<TakeBacks<StoredAct>>(afterAct, NOTHING_TO_TAKE_BACK)
    this.#known.set(ledgerId, acts)
    return acts
  }
}

/** The act a change of several documents belongs to. */
export const storedAct = (
  ledgerId: string,
  sequence: number,
  { author, at, intent, act }: Stamp & { readonly act: Act },
  documents: StoredAct['documents'],
): StoredAct => ({ ...act, ledgerId, sequence, author, at, intent, documents })

/** The acts that changes of one document belong to; changes that know of no act are left out. */
export const actsOfChanges = (ledgerId: string, key: DocumentKey, entries: readonly ChangeEntry[]): readonly StoredAct[] =>
  entries.flatMap(({ hash, author, at, intent, act }) =>
    act && author ? storedAct(ledgerId, 0, { author, at, intent, act }, [{ key, hash }]) : [],
  )

/** Puts acts beside those that stand: an act known from one document gains what is learnt from another. Inside the transaction of the bytes. */
export const putActs = async (db: LedgerDatabase, acts: readonly StoredAct[]): Promise<void> => {
  if (acts.length === 0) return
  const standing = await db.acts.bulkGet([...new Set(acts.map(({ id }) => id))])
  const known = new Map(standing.flatMap((act) => (act ? [[act.id, act]] : [])))
  for (const act of acts) {
    const before = known.get(act.id)
    const documents = new Map([...(before?.documents ?? []), ...act.documents].map((document) => [document.key, document]))
    known.set(act.id, {
      ...(before ?? act),
      sequence: Math.max(before?.sequence ?? 0, act.sequence),
      documents: [...documents.values()],
    })
  }
  await db.acts.bulkPut([...known.values()])
}

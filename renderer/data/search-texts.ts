import type { LedgerDatabase } from './database.ts'
import { initialsOf, isSpelling } from './pinyin.ts'

/**
 * [Note: Search] A word is found anywhere in what is written of a problem, so that no index of words serves it: the texts of the ledger
 * searched last are kept in memory, in a worker of their own, and looked through. 20,000 lived-in problems of 4,300 characters hold
 * some 170 MB and answer in 20–70 ms (read from IndexedDB each time: more than a second); the usual 60 hold half a megabyte.
 * Only what changed since is read again; of a removed problem an empty text stays, so that its removal is a change, too.
 */
export class SearchTexts {
  #ledgerId = ''
  #upTo = -1
  readonly #texts = new Map<string, string>()
  /** First letters of the statements, made when a spelling is first looked for; a text that changed loses its own. */
  readonly #initials = new Map<string, string>()

  constructor(readonly db: LedgerDatabase) {}

  /** One question at a time. The ids of the problems that hold all these words; `upTo` is the last change the answer must know (`lastTextChange`). */
  async find(ledgerId: string, upTo: number, words: readonly string[]): Promise<readonly string[]> {
    await this.#bringUp(ledgerId, upTo)
    const found: string[] = []
    for (const [id, text] of this.#texts) if (words.every((word) => text.includes(word))) found.push(id)
    return found
  }

  /** The same, and after them the problems whose statement is spelt so by the first letters of its 拼音. */
  async lookUp(ledgerId: string, upTo: number, words: readonly string[]): Promise<readonly string[]> {
    const found = await this.find(ledgerId, upTo, words)
    const [spelling = ''] = words
    if (words.length !== 1 || !isSpelling(spelling)) return found
    const written = new Set(found)
    const spelt = [...this.#texts].filter(([id, text]) => !written.has(id) && this.#initialsOf(id, text).includes(spelling))
    return [...found, ...spelt.map(([id]) => id)]
  }

  #initialsOf(id: string, text: string): string {
    const known = this.#initials.get(id)
    if (known !== undefined) return known
    // The statement is the first line of the text (searchTextOf).
    const made = initialsOf((text.split('\n', 1)[0] ?? '').slice(0, SPELT))
    this.#initials.set(id, made)
    return made
  }

  async #bringUp(ledgerId: string, upTo: number): Promise<void> {
    // A smaller number than known: the rows were made anew.
    if (ledgerId !== this.#ledgerId || upTo < this.#upTo) {
      this.#texts.clear()
      this.#initials.clear()
      this.#ledgerId = ledgerId
      this.#upTo = -1
    }
    if (upTo > this.#upTo) await this.#readSince(ledgerId)
  }

  async #readSince(ledgerId: string): Promise<void> {
    let after: (string | number)[] = [ledgerId, this.#upTo + 1]
    for (;;) {
      const rows = await this.db.searchTexts
        .where('[ledgerId+changed+id]')
        .between(after, [ledgerId, Number.POSITIVE_INFINITY], false)
        .limit(READ_AT_A_TIME)
        .toArray()
      for (const { id, text, changed } of rows) {
        this.#initials.delete(id)
        if (text === '') this.#texts.delete(id)
        else this.#texts.set(id, text)
        this.#upTo = Math.max(this.#upTo, changed)
      }
      const last = rows.at(-1)
      if (!last || rows.length < READ_AT_A_TIME) return
      after = [ledgerId, last.changed, last.id]
    }
  }
}

const READ_AT_A_TIME = 500
/** Nobody spells further into a statement. */
const SPELT = 120

/** The sequence of the last change to any text of a ledger, -1 where there is none. Live queries that ask it are asked again with each change. */
export const lastTextChange = async (db: LedgerDatabase, ledgerId: string): Promise<number> => {
  const [key] = (await db.searchTexts
    .where('[ledgerId+changed+id]')
    .between([ledgerId], [ledgerId, []])
    .reverse()
    .limit(1)
    .keys()) as unknown as (readonly [string, number, string])[]
  return key?.[1] ?? -1
}

/** The words of a search field, as texts are compared. */
export const wordsOf = (typed: string): readonly string[] =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')

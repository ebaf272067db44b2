import { expose } from 'comlink'
import { LedgerDatabase } from '../data/database.ts'
import { soundsLike } from '../data/pinyin.ts'
import { SearchTexts } from '../data/search-texts.ts'

/** Holds the texts of the ledger that is searched ([Note: Search]): neither the window nor the writer waits while they are looked through. */
const texts = new SearchTexts(new LedgerDatabase())

/** One question after the other: each builds on what the one before has read. */
let last: Promise<unknown> = Promise.resolve()

const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
  const answer = last.then(act, act)
  last = answer
  return answer
}

const worker = {
  find: (ledgerId: string, upTo: number, words: readonly string[]) => inTurn(() => texts.find(ledgerId, upTo, words)),
  lookUp: (ledgerId: string, upTo: number, words: readonly string[]) => inTurn(() => texts.lookUp(ledgerId, upTo, words)),
  /** Which of these names hold what was typed, as written or as 拼音. */
  matching: (names: readonly string[], typed: string): readonly number[] =>
    names.flatMap((name, i) => (soundsLike(name, typed) ? [i] : [])),
}

export type SearchWorker = typeof worker

expose(worker)

import { expose } from 'comlink'
import { LedgerDatabase } from '../data/database.ts'
import { SearchTexts } from '../data/search-texts.ts'

/** Holds the texts of the ledger that is searched ([Note: Search]): neither the window nor the writer waits while they are looked through. */
const texts = new SearchTexts(new LedgerDatabase())

/** One question after the other: each builds on what the one before has read. */
let last: Promise<unknown> = Promise.resolve()

const worker = {
  find: (ledgerId: string, upTo: number, words: readonly string[]): Promise<readonly string[]> => {
    const act = () => texts.find(ledgerId, upTo, words)
    const answer = last.then(act, act)
    last = answer
    return answer
  },
}

export type SearchWorker = typeof worker

expose(worker)

import { useLiveQuery } from 'dexie-react-hooks'
import { type DocumentKey, documentParts } from '../../shared/merge/document-boundaries.ts'
import type { StoredAct } from './database.ts'
import { windowDb } from './queries.ts'

/** Which acts of 修改记录 are wanted; times in seconds since 1970, as the clocks said. */
export interface ActFilter {
  /** Words that must all stand in what the act was for. */
  readonly words: readonly string[]
  /** Null: everyone's. */
  readonly clerk: string | null
  readonly from: number | null
  readonly to: number | null
}

/** The newest acts of a ledger by the time their PC's clock showed, at most `most`. Undefined while they are being read. */
export const useActs = (ledgerId: string, filter: ActFilter, most: number): readonly StoredAct[] | undefined =>
  useLiveQuery(() => actsOf(ledgerId, filter, most), [ledgerId, filter, most])

/** The same, once. */
export const actsOf = async (
  ledgerId: string,
  { words, clerk, from, to }: ActFilter,
  most: number,
): Promise<readonly StoredAct[]> => {
  const found = await windowDb.acts
    .where('[ledgerId+at]')
    .between([ledgerId, from ?? Number.NEGATIVE_INFINITY], [ledgerId, to ?? Number.POSITIVE_INFINITY], true, true)
    .reverse()
    .filter(({ intent, author }) => (clerk === null || author.clerk === clerk) && words.every((word) => intent.includes(word)))
    .limit(most)
    .toArray()
  // Clocks show whole seconds: of two acts in one, the later written is the newer.
  return found.sort((a, b) => b.at - a.at || b.sequence - a.sequence)
}

/** The newest acts that wrote in one document, at most `most`. Undefined while they are being read. */
export const useActsOfDocument = (ledgerId: string, key: DocumentKey, most: number): readonly StoredAct[] | undefined =>
  useLiveQuery(
    () =>
      windowDb.acts
        .where('[ledgerId+at]')
        .between([ledgerId, Number.NEGATIVE_INFINITY], [ledgerId, Number.POSITIVE_INFINITY])
        .reverse()
        .filter(({ documents }) => documents.some((document) => document.key === key))
        .limit(most)
        .toArray(),
    [ledgerId, key, most],
  )

/** Everyone who wrote in a ledger, as often first. */
export const useClerks = (ledgerId: string): readonly string[] =>
  useLiveQuery(async () => {
    const counts = new Map<string, number>()
    await windowDb.acts
      .where('[ledgerId+at]')
      .between([ledgerId, Number.NEGATIVE_INFINITY], [ledgerId, Number.POSITIVE_INFINITY])
      .each(({ author }) => counts.set(author.clerk, (counts.get(author.clerk) ?? 0) + 1))
    return [...counts].sort((a, b) => b[1] - a[1]).map(([clerk]) => clerk)
  }, [ledgerId]) ?? NOBODY

const NOBODY: readonly string[] = []

/** The problems an act wrote in, each once. */
export const problemsOfAct = ({ documents }: StoredAct): readonly string[] => [
  ...new Set(
    documents.flatMap(({ key }) => {
      const { kind, id } = documentParts(key)
      return kind === 'problem' || kind === 'office' ? [id] : []
    }),
  ),
]

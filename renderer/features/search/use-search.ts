import { useCallback } from 'react'
import type { StoredLedger } from '../../data/database.ts'
import { type Found, type FoundName, lookUp, namesMatching, useLookUp } from '../../data/look-up.ts'
import { useLedgers } from '../../data/queries.ts'
import { SEARCH_WORDS } from '../../messages/search.ts'
import { ROOM_WORDS, SHELL_WORDS } from '../../messages/shell.ts'
import { ROOMS, useScreen } from '../../state/screen.ts'
import type { SearchGroup, SearchItem } from './search-items.ts'

/** What is found of what is typed, in the open ledger first, or in all of them. Null before anything is typed. */
export const useSearchGroups = (
  typed: string,
  ledgerId: string | null,
  isEverywhere: boolean,
): { readonly groups: readonly SearchGroup[] | null; readonly isLooking: boolean } => {
  const ledgers = useLedgers() ?? NONE
  const look = useCallback(
    async (words: string): Promise<readonly SearchGroup[]> => {
      const wanted = ledgerId !== null && !isEverywhere ? [ledgerId] : ledgers.map(({ id }) => id)
      const places = placesOf(ledgerId)
      const [placesFound, titlesFound] = await Promise.all([
        namesMatching(
          places.map(({ label }) => label),
          words,
        ),
        namesMatching(
          ledgers.map(({ title }) => title),
          words,
        ),
      ])
      const groups: SearchGroup[] = []
      // One after the other: the worker keeps the texts of one ledger.
      for (const id of wanted) groups.push(...groupsOf(id, await lookUp(id, words), wanted.length > 1 ? ledgers : NONE))
      const others = titlesFound.flatMap((i) => ledgers[i] ?? []).filter(({ id }) => id !== ledgerId)
      groups.push({
        title: SEARCH_WORDS.ledgers,
        items: others.map(({ id, title }) => ({ type: 'ledger', key: id, ledgerId: id, title })),
      })
      groups.push({ title: SEARCH_WORDS.places, items: placesFound.flatMap((i) => places[i] ?? []) })
      return groups.filter(({ items }) => items.length > 0)
    },
    [ledgerId, isEverywhere, ledgers],
  )
  const { found, isLooking } = useLookUp(typed, look)
  return { groups: found, isLooking }
}

const NONE: readonly StoredLedger[] = []

/** `ledgers` names the ledger in the headings where several are looked in. */
const groupsOf = (ledgerId: string, found: Found, ledgers: readonly StoredLedger[]): readonly SearchGroup[] => {
  const where = ledgers.find(({ id }) => id === ledgerId)?.title
  const titled = (title: string) => (where === undefined ? title : `${where} · ${title}`)
  const problems: readonly SearchItem[] = found.problems.map((problem) => ({ type: 'problem', key: problem.problemId, problem }))
  const all: readonly SearchItem[] =
    found.total > found.problems.length ? [{ type: 'all', key: `all/${ledgerId}`, ledgerId, total: found.total }] : []
  const names = found.names.map(
    (name: FoundName): SearchItem => ({ type: 'name', key: `${ledgerId}/${name.kind}/${name.name}`, name }),
  )
  return [
    { title: titled(SEARCH_WORDS.names), items: names },
    { title: titled(SEARCH_WORDS.problems(found.problems.length, found.total)), items: [...problems, ...all] },
  ]
}

/** The parts of the program that can be gone to by name. */
const placesOf = (ledgerId: string | null): readonly Extract<SearchItem, { type: 'place' }>[] => {
  const { enterRoom, openDialog, goHome, startIntake } = useScreen.getState()
  const place = (label: string, go: () => Promise<unknown>) => ({ type: 'place' as const, key: `place/${label}`, label, go })
  const always = [
    place(SHELL_WORDS.home, goHome),
    place(SHELL_WORDS.newLedger, () => startIntake({ type: 'facts' })),
    place(SHELL_WORDS.settings, () => openDialog({ type: 'settings' })),
  ]
  if (ledgerId === null) return always
  return [
    ...ROOMS.map((room) => place(ROOM_WORDS[room], () => enterRoom(room))),
    place(ROOM_WORDS.trash, () => openDialog({ type: 'trash' })),
    place(`${SHELL_WORDS.export} ${SHELL_WORDS.exportNotice}`, () => openDialog({ type: 'export', kind: 'notice' })),
    place(`${SHELL_WORDS.export} ${SHELL_WORDS.exportTables}`, () => openDialog({ type: 'export', kind: 'tables' })),
    place(`${SHELL_WORDS.export} ${SHELL_WORDS.savePackage}`, () => openDialog({ type: 'export', kind: 'package' })),
    ...always,
  ]
}

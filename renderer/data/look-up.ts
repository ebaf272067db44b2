import { useEffect, useState } from 'react'
import { type FoundPlace, foundPlace } from '../../shared/domain/found-place.ts'
import { fileOf, namesOf } from '../../shared/domain/problem-row.ts'
import { splitNames } from '../../shared/domain/unit-names.ts'
import { documentKey } from '../../shared/merge/document-boundaries.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import { searcher, storedOf, windowDb } from './queries.ts'
import { lastTextChange, wordsOf } from './search-texts.ts'

export interface FoundProblem {
  readonly ledgerId: string
  readonly problemId: string
  /** 序号. */
  readonly number: number
  readonly statement: string
  /** Null: found by its spelling. */
  readonly place: FoundPlace | null
}

/** A unit or leader of a directory, and the names it goes by. */
export interface FoundName {
  readonly ledgerId: string
  readonly kind: 'unit' | 'leader'
  readonly name: string
  /** 简称和别名. */
  readonly aliases: readonly string[]
}

/** What one ledger holds of what was typed; `total` counts the problems that are not listed, too. */
export interface Found {
  readonly problems: readonly FoundProblem[]
  readonly total: number
  readonly names: readonly FoundName[]
}

const MOST_PROBLEMS = 30
const MOST_NAMES = 8

/** Looks in one ledger for problems, measures, progress, units and leaders, as written or as 拼音. */
export const lookUp = async (ledgerId: string, typed: string): Promise<Found> => {
  const words = wordsOf(typed)
  if (words.length === 0) return NOTHING_FOUND
  const [ids, names] = await Promise.all([
    searcher().lookUp(ledgerId, await lastTextChange(windowDb, ledgerId), words),
    namesLike(ledgerId, words.join('')),
  ])
  return { problems: await problemsOf(ledgerId, ids, words), total: ids.length, names }
}

const NOTHING_FOUND: Found = { problems: [], total: 0, names: [] }

const problemsOf = async (
  ledgerId: string,
  ids: readonly string[],
  words: readonly string[],
): Promise<readonly FoundProblem[]> => {
  const listed = ids.slice(0, MOST_PROBLEMS)
  const [rows, stored] = await Promise.all([windowDb.problems.bulkGet([...listed]), storedOf(listed)])
  const found = await Promise.all(
    rows.map(async (row): Promise<readonly FoundProblem[]> => {
      if (!row) return []
      const before = await windowDb.problems
        .where('[ledgerId+place]')
        .between([ledgerId], [ledgerId, row.place], true, false)
        .count()
      const file = fileOf(byKind((stored.get(row.id) ?? []).flatMap(({ records }) => records)))
      const place = file && foundPlace(file, words)
      return [{ ledgerId, problemId: row.id, number: before + 1, statement: row.statement, place }]
    }),
  )
  return found.flat().sort((a, b) => a.number - b.number)
}

const namesLike = async (ledgerId: string, typed: string): Promise<readonly FoundName[]> => {
  const stored = await windowDb.records.get(documentKey('directories', ledgerId))
  const { unit, leader } = byKind(stored?.records ?? [])
  const entries = [
    ...unit.map(({ name, aliases, joinedIntoId }) => ({ kind: 'unit' as const, name, aliases, joinedIntoId })),
    ...leader.map(({ name, aliases, joinedIntoId }) => ({ kind: 'leader' as const, name, aliases, joinedIntoId })),
  ].filter(({ joinedIntoId }) => joinedIntoId === null)
  const like = await searcher().matching(
    entries.map(({ name, aliases }) => `${name} ${aliases}`),
    typed,
  )
  return like.slice(0, MOST_NAMES).flatMap((i) => {
    const entry = entries[i]
    return entry ? [{ ledgerId, kind: entry.kind, name: entry.name, aliases: splitNames(entry.aliases) }] : []
  })
}

/** Which of these names hold what was typed, as written or as 拼音. */
export const namesMatching = (names: readonly string[], typed: string): Promise<readonly number[]> =>
  searcher().matching(names, wordsOf(typed).join(''))

/** The problems that name this unit or leader. */
export const problemsNaming = async ({ ledgerId, kind, name, aliases }: FoundName): Promise<ReadonlySet<string>> => {
  const rows = await windowDb.problems.where('ledgerId').equals(ledgerId).toArray()
  const meant = [name, ...aliases]
  const isNamed = (names: string) => namesOf(names).some((written) => meant.includes(written))
  return new Set(rows.filter(({ units, leaders }) => isNamed(kind === 'unit' ? units : leaders)).map(({ id }) => id))
}

/** What is found while it is being typed: asked when the typing pauses; what was found before stands until then. */
export const useLookUp = <T>(
  typed: string,
  look: (typed: string) => Promise<T>,
): { readonly found: T | null; readonly isLooking: boolean } => {
  const [answer, setAnswer] = useState<{ readonly typed: string; readonly found: T } | null>(null)
  useEffect(() => {
    if (typed.trim() === '') {
      setAnswer(null)
      return undefined
    }
    let isWanted = true
    const timer = setTimeout(() => {
      void look(typed).then((found) => {
        if (isWanted) setAnswer({ typed, found })
      })
    }, PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [typed, look])
  return { found: answer?.found ?? null, isLooking: typed.trim() !== '' && answer?.typed !== typed }
}

const PAUSE_MS = 120

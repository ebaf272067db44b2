import { useMemo, useState } from 'react'
import { z } from 'zod'
import { type DeskPart, useDeskPart } from '../../state/desk.ts'
import { leave } from '../../state/typing.ts'
import type { EntryView } from './entry-rows.ts'

const schema = z.object({
  sort: z.object({ column: z.string(), descending: z.boolean() }).nullable(),
  groupBy: z.string().nullable(),
  closed: z.array(z.string()),
})
type Kept = z.infer<typeof schema>

const EMPTY: Kept = { sort: null, groupBy: null, closed: [] }

export interface EntryViewState {
  readonly view: EntryView
  readonly setWords: (words: string) => void
  /** A click on a heading: up, down, and back to the order of the register. */
  readonly sortBy: (column: string) => void
  readonly setGroupBy: (column: string | null) => void
  readonly toggle: (headingKey: string) => void
}

/** How the entries of one grid are sorted and grouped on this PC, and what is looked for in them now. Saves what is typed before it changes. */
export const useEntryView = (place: string, name: string, only: ReadonlySet<string> | null): EntryViewState => {
  const part = useMemo((): DeskPart<Kept> => ({ name: `entries-${name}`, schema, empty: EMPTY }), [name])
  const [kept, keep] = useDeskPart(place, part)
  const [words, setWords] = useState('')
  const view = useMemo((): EntryView => ({ ...kept, closed: new Set(kept.closed), words, only }), [kept, words, only])
  const change = (next: Partial<Kept>): void => void leave(() => keep({ ...kept, ...next }))
  return {
    view,
    setWords: (next) => void leave(() => setWords(next)),
    sortBy: (column) => change({ sort: column === 'number' ? null : nextSort(kept.sort, column) }),
    setGroupBy: (groupBy) => change({ groupBy, closed: [] }),
    toggle: (key) =>
      change({ closed: kept.closed.includes(key) ? kept.closed.filter((other) => other !== key) : [...kept.closed, key] }),
  }
}

const nextSort = (sort: Kept['sort'], column: string): Kept['sort'] =>
  sort?.column !== column ? { column, descending: false } : sort.descending ? null : { column, descending: true }

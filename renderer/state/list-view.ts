import { create } from 'zustand'
import type { ListKey } from '../../shared/domain/four-lists.ts'
import type { RectificationKind } from '../../shared/domain/records/problem-records.ts'
import type { Status } from '../../shared/domain/status.ts'
import type { Warning } from '../../shared/domain/warning.ts'
import { leave } from './typing.ts'

export interface Sort {
  readonly column: string
  readonly descending: boolean
}

/** The cell that keys act on: `row` and `column` count within the problem's rows and the list's columns. */
export interface Focus {
  readonly problemId: string
  readonly row: number
  readonly column: number
}

/** Some problems counted by a figure elsewhere: what they are, and which. */
export interface CountedProblems {
  readonly what: string
  readonly ids: ReadonlySet<string>
}

export interface ListFilter {
  readonly words: string
  readonly statuses: readonly Status[]
  readonly warnings: readonly Warning[]
  readonly units: readonly string[]
  readonly leaders: readonly string[]
  readonly kinds: readonly RectificationKind[]
  /** 长期坚持, whatever the status. */
  readonly sustained: boolean | null
  /** Ids of the outline's first level. */
  readonly categories: readonly string[]
  readonly only: CountedProblems | null
}

export const NO_FILTER: ListFilter = {
  words: '',
  statuses: [],
  warnings: [],
  units: [],
  leaders: [],
  kinds: [],
  sustained: null,
  categories: [],
  only: null,
}

/** What problems can be put together by; null: not at all. */
export type Grouping = 'category' | 'unit' | 'leader' | 'status'

interface ListViewState {
  readonly list: ListKey
  readonly filter: ListFilter
  /** Null: the order of the outline. */
  readonly sort: Sort | null
  readonly grouping: Grouping | null
  /** Keys of the groups that are closed. */
  readonly closedGroups: readonly string[]
  readonly focus: Focus | null
  /** A cell to be opened for typing as soon as it is on the screen. */
  readonly editAt: Focus | null
  /** The problems of the list as they are shown, for 上一个 and 下一个. */
  readonly shown: readonly string[]
  /** The problems the selection of the list touches: what a batch act is done to. */
  readonly selected: readonly string[]
  // [Note: Leaving] (typing.ts): each answers whether it was done.
  readonly setList: (list: ListKey) => Promise<boolean>
  readonly setFilter: (filter: Partial<ListFilter>) => Promise<boolean>
  /** Exactly these problems, in the order of the outline. */
  readonly showOnly: (only: CountedProblems) => Promise<boolean>
  readonly setSort: (sort: Sort | null) => Promise<boolean>
  readonly setGrouping: (grouping: Grouping | null) => Promise<boolean>
  readonly toggleGroup: (key: string) => Promise<boolean>
  /** A view as it was kept: list, filter, sort and grouping together. */
  readonly showView: (view: Pick<ListViewState, 'list' | 'filter' | 'sort' | 'grouping'>) => Promise<boolean>
  readonly setFocus: (focus: Focus | null) => Promise<boolean>
  /** A new problem: it has nothing a filter could find it by, and its cell is to be opened. */
  readonly editNew: (editAt: Focus) => Promise<boolean>
  /** The cell of `editAt` has been opened. */
  readonly editBegun: () => void
  readonly setShown: (shown: readonly string[]) => void
  readonly setSelected: (selected: readonly string[]) => void
  /** Another ledger: nothing of the last one's view stays but the list. */
  readonly reset: () => void
}

const INITIAL = {
  filter: NO_FILTER,
  sort: null,
  grouping: null,
  closedGroups: [],
  focus: null,
  editAt: null,
  shown: [],
  selected: [],
} as const

export const useListView = create<ListViewState>()((set) => ({
  list: 'problems',
  ...INITIAL,
  setList: (list) => leave(() => set(({ focus }) => ({ list, sort: null, focus: focus && { ...focus, row: 0, column: 0 } }))),
  setFilter: (filter) => leave(() => set((state) => ({ filter: { ...state.filter, ...filter } }))),
  showOnly: (only) => leave(() => set({ filter: { ...NO_FILTER, only }, sort: null, grouping: null })),
  setSort: (sort) => leave(() => set({ sort })),
  setGrouping: (grouping) => leave(() => set({ grouping, closedGroups: [] })),
  toggleGroup: (key) =>
    leave(() =>
      set(({ closedGroups }) => ({
        closedGroups: closedGroups.includes(key) ? closedGroups.filter((other) => other !== key) : [...closedGroups, key],
      })),
    ),
  showView: (view) => leave(() => set({ ...view, closedGroups: [], focus: null })),
  setFocus: (focus) => leave(() => set({ focus })),
  editNew: (editAt) => leave(() => set({ filter: NO_FILTER, sort: null, grouping: null, editAt, focus: editAt })),
  editBegun: () => set({ editAt: null }),
  setShown: (shown) => set({ shown }),
  setSelected: (selected) => set({ selected }),
  reset: () => set(INITIAL),
}))

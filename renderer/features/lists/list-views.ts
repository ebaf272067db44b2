import { z } from 'zod'
import { LIST_KEYS } from '../../../shared/domain/four-lists.ts'
import { KIND_WORDS, type RectificationKind } from '../../../shared/domain/records/problem-records.ts'
import { STATUSES } from '../../../shared/domain/status.ts'
import { LIST_ACTS_WORDS as WORDS } from '../../messages/list-acts.ts'
import type { DeskPart } from '../../state/desk.ts'
import { type ListFilter, NO_FILTER } from '../../state/list-view.ts'

const viewSchema = z.object({
  name: z.string().min(1).max(40),
  list: z.enum(LIST_KEYS),
  sort: z.object({ column: z.string(), descending: z.boolean() }).nullable(),
  grouping: z.enum(['category', 'unit', 'leader', 'status']).nullable(),
  filter: z.object({
    words: z.string(),
    statuses: z.array(z.enum(STATUSES)),
    warnings: z.array(z.enum(['none', 'green', 'yellow', 'red'])),
    units: z.array(z.string()),
    leaders: z.array(z.string()),
    kinds: z.array(z.enum(Object.keys(KIND_WORDS) as [RectificationKind, ...RectificationKind[]])),
    sustained: z.boolean().nullable(),
    categories: z.array(z.string()),
  }),
})

/** What a person looks at again and again: a list with its filter, sort and grouping, under a name. */
export type SavedView = z.infer<typeof viewSchema>

/** The views of a ledger kept on this PC. */
export const VIEWS: DeskPart<readonly SavedView[]> = { name: 'list-views', schema: z.array(viewSchema).max(50), empty: [] }

/** Views everybody needs; they leave the list as it is. */
export const BUILT_IN_VIEWS: readonly { readonly name: string; readonly filter: ListFilter }[] = [
  { name: WORDS.viewAll, filter: NO_FILTER },
  { name: WORDS.viewOverdue, filter: { ...NO_FILTER, warnings: ['red'] } },
  { name: WORDS.viewSoon, filter: { ...NO_FILTER, warnings: ['yellow'] } },
  { name: WORDS.viewOpen, filter: { ...NO_FILTER, statuses: STATUSES.filter((status) => status !== 'closed') } },
  { name: WORDS.viewSustained, filter: { ...NO_FILTER, sustained: true } },
]

/** One of this name is replaced. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] => [
  ...views.filter(({ name }) => name !== view.name),
  view,
]

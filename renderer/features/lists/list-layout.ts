import type { ListKey } from '../../../shared/domain/four-lists.ts'

/** Widths of the columns, in the order of LIST_COLUMNS: CSS grid tracks that fill 1366 px and grow from there. */
export const LIST_TRACKS: Readonly<Record<ListKey, string>> = {
  problems: '52px minmax(96px, 0.9fr) minmax(110px, 1fr) minmax(240px, 2.6fr) minmax(220px, 2.6fr) 84px 84px 140px',
  tasks: '52px minmax(180px, 1.8fr) minmax(90px, 0.8fr) minmax(200px, 2fr) minmax(240px, 2.6fr) minmax(200px, 2fr) 140px',
  times: '60px minmax(300px, 4fr) 112px 128px 128px 84px 84px 112px 112px',
  duties:
    '60px minmax(280px, 3fr) minmax(84px, 0.7fr) minmax(120px, 1.2fr) minmax(140px, 1.4fr) minmax(110px, 1fr) minmax(100px, 0.8fr) minmax(100px, 0.8fr)',
}

/** What a list can be sorted by, and in which columns' headings. */
export const SORT_COLUMNS: readonly string[] = [
  'number',
  'category',
  'status',
  'deadline',
  'daysLeft',
  'warning',
  'leader',
  'leadUnit',
  'unit',
  'completed',
]

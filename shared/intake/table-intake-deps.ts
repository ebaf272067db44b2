import type { IntakeDeps } from './draft.ts'

/** What the reading of a table is given beside ids and the day. */
export interface TableIntakeDeps extends IntakeDeps {
  /** What stands above the table; the ledger takes it as its name. */
  readonly title: string | null
  /** The year an unfinished date (9月底前) belongs to, null when nothing tells it. */
  readonly year: number | null
  /** Are measures written 一是…；二是… in one cell to be parted? Numbered lines always are. */
  readonly splitsEnumerations: boolean
}

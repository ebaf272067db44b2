import type { ItemLine } from '../domain/item-lines.ts'
import type { ProblemFile } from '../domain/ledger.ts'
import type { NoticeTemplate } from '../domain/notices/notice-template.ts'
import type { LevelNumbering } from '../domain/numbering.ts'
import type { Notice, NoticeEntry } from '../domain/records/record-kinds.ts'

/** How one notice words its blocks and problems: what its template says, and what the notice says in its place. */
export interface Wording {
  readonly template: NoticeTemplate
  readonly problemHeading: string
  readonly remainingHeading: string
  readonly itemHeadings: Notice['itemHeadings']
  readonly levels: readonly LevelNumbering[]
  readonly itemLines: readonly ItemLine[]
  readonly entries: ReadonlyMap<string, NoticeEntry>
  readonly isOwn: boolean
  readonly shows: (file: ProblemFile) => boolean
}

/** A heading alone on its line carries no full stop (GB/T 9704-2012 practice). */
export const headingText = (text: string): string => text.replace(/[。；;]$/, '')

import type { ItemLine } from '../item-lines.ts'
import type { LevelNumbering } from '../numbering.ts'
import type { NoticePart } from '../records/notice-records.ts'
import type { RecordOf } from '../records/record-kinds.ts'
import type { Status } from '../status.ts'

type TemplateRecord = RecordOf<'noticeTemplate'>

/**
 * A notice's build as data: what it consists of and in which order, how its levels are numbered, and its wording. A notice may override
 * the wording (records/notice-records.ts). Those of the program stand in built-in-templates.ts, a ledger's own are its records.
 */
export interface NoticeTemplate {
  readonly id: string
  readonly title: string
  readonly genre: TemplateRecord['genre']
  /** `headed`: a heading names the problem, its items follow. `labelled`: the problem's sentence, then its labelled lines. */
  readonly build: TemplateRecord['build']
  /** The edition a new document begins in. */
  readonly edition: TemplateRecord['edition']
  /** How the problems' outline is numbered, from its top. */
  readonly levels: readonly LevelNumbering[]
  /** The parts in order. `section` is the numbered heading a part stands under; null for none. */
  readonly parts: readonly TemplatePart[]
  readonly problemHeading: string
  readonly itemHeadings: TemplateRecord['itemHeadings']
  readonly itemLines: readonly ItemLine[]
  readonly remainingHeading: string
  readonly remainingGroups: readonly { readonly status: Status; readonly heading: string }[]
  readonly deadlineLabel: string
  readonly statusWords: StatusWords
  /** What a new document is called, with the slots of standard-text.ts. */
  readonly titleWords: string
  /** Standard paragraphs, with the slots of standard-text.ts and figure tokens. */
  readonly standard: Readonly<Partial<Record<NoticePart, string>>>
  readonly sameSurname: TemplateRecord['sameSurname']
  /** Do the numbers of problems in what the public reads count those it shows, or all? */
  readonly publicCounts: TemplateRecord['publicCounts']
  readonly look: TemplateLook
}

export interface TemplatePart {
  readonly part: NoticePart
  readonly section: string | null
}

/** The status phrase for each status, with the slots of status-words.ts. */
export type StatusWords = Readonly<Record<Exclude<Status, 'unstated'>, string>>

/** What a template says of fonts and of the 红头; null takes the ledger's, or none. */
export type TemplateLook = Pick<
  TemplateRecord,
  | 'titleFont'
  | 'firstHeadingFont'
  | 'secondHeadingFont'
  | 'bodyFont'
  | 'boldThirdHeading'
  | 'issuerMark'
  | 'documentWord'
  | 'copyTo'
  | 'printedBy'
>

import type { Decimal } from '../base/decimal.ts'
import type { PlainDate } from '../base/plain-date.ts'
import type { TemplateLook } from '../domain/notices/notice-template.ts'
import type { Edition } from '../domain/records/notice-records.ts'

/** What a line of a notice speaks of, so that a finding or a screen can go there. */
export interface About {
  readonly problemId?: string
  readonly measureId?: string
  readonly blockId?: string
}

/** A number that follows the ledger, where it stands in a line, with its 口径: what a screen shows as a chip, and a check trusts. */
export interface FigureSpan {
  /** Which words of the line the offsets (UTF-16) count in: `heading` is that of a run-in line. */
  readonly of: 'text' | 'heading'
  readonly start: number
  readonly end: number
  readonly figureId: string
  /** Null where the ledger holds no such figure: 〔？〕 is printed. */
  readonly value: Decimal | null
  readonly label: string
  readonly unit: string
  readonly formula: string
}

/**
 * One paragraph of a notice, ready to print: marks written out, figures filled in, punctuation mended. `level` is the level of
 * GB/T 9704-2012 7.3.3, which decides the font: 1 一、 2 (一) 3 1. 4 (1) and below.
 */
export type NoticeLine = About & {
  /** The numbers in it that follow the ledger, in the order they stand; absent for none. */
  readonly spans?: readonly FigureSpan[]
} & (
    | { readonly kind: 'heading'; readonly level: number; readonly text: string }
    /** A heading that runs on into its paragraph. */
    | { readonly kind: 'run-in'; readonly level: number; readonly heading: string; readonly text: string }
    | { readonly kind: 'paragraph'; readonly text: string }
  )

/** 版头. */
export interface NoticeRedHead {
  readonly issuerMark: string
  readonly documentNumber: string
  readonly signer: string
  readonly copyNumber: string
  readonly secrecy: string
  readonly urgency: string
}

/** A table as an attachment: null is a cell that the one above reaches over. */
export interface NoticeTable {
  readonly columns: readonly { readonly title: string; readonly width: number; readonly align: 'left' | 'center' }[]
  readonly rows: readonly (readonly (string | null)[])[]
  /** Titles of columns for which there was no room. */
  readonly leftOut: readonly string[]
}

export interface ModelAttachment {
  readonly title: string
  /** Paragraphs, or a table. */
  readonly content: readonly string[] | NoticeTable
}

/** What makes a notice a 公文 on paper, beside its text. */
export interface NoticePaper {
  readonly redHead: NoticeRedHead | null
  readonly addressee: string | null
  readonly attachments: readonly ModelAttachment[]
  readonly imprint: { readonly copyTo: string; readonly printedBy: string; readonly printedOn: PlainDate | null } | null
  readonly sealed: boolean
  readonly contents: boolean
}

/** A whole notice as plain data: what Word, the screen and the number check are given. */
export interface NoticeModel {
  /** What stands above the title: 发文机关标志, 发文字号. */
  readonly head: readonly string[]
  readonly title: string | null
  readonly edition: Edition
  /** 截至: the day its figures were taken. */
  readonly cutoff: PlainDate
  readonly lines: readonly NoticeLine[]
  readonly signature: string | null
  readonly signedOn: PlainDate | null
  /** 附注 below the date. */
  readonly annotations: readonly string[]
  /** Figures its text asks for and the ledger does not hold. */
  readonly missingFigures: readonly string[]
  /** 序号 of the problems whose 反馈问题 is empty. */
  readonly unnamedProblems: readonly number[]
  /** Fonts and 红头 of a template that has its own; absent where the ledger's stand. */
  readonly look?: TemplateLook
  /** Absent where it has nothing of a 公文 but its text. */
  readonly paper?: NoticePaper
}

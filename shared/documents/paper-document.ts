/** What a paragraph is; the renderers know its font, indents and outline level. */
export type ParagraphStyle =
  | 'copy-number'
  | 'secrecy'
  | 'urgency'
  /** Lines above the title that nobody has taken apart. */
  | 'head'
  | 'title'
  | 'addressee'
  | 'body'
  /** Set flush left, because it holds an address that cannot be broken. */
  | 'body-left'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'heading-4'
  | 'blank'
  | 'attachment-list'
  | 'signature'
  | 'date'
  | 'annotation'
  /** “附件1”, and the title on the third line of its page. */
  | 'attachment-mark'
  | 'attachment-title'
  | 'toc-title'
  /** Above and below a form: who fills it in, its number. */
  | 'form-line'

/** A stretch of words in one look. `headingLevel`: the heading part of a heading that runs on into its paragraph. */
export interface DocumentRun {
  readonly text: string
  readonly headingLevel?: 1 | 2 | 3 | 4
}

export interface DocumentParagraph {
  readonly kind: 'paragraph'
  readonly style: ParagraphStyle
  /** A line feed in a run is a line break (titles broken by sense). */
  readonly runs: readonly DocumentRun[]
  readonly keepNext: boolean
  /** Index of the line of the NoticeModel it prints; null for all others. */
  readonly line: number | null
}

/** 版头: 发文机关标志 in red, 发文字号 (and 签发人 of a document that goes up), the red line. */
export interface DocumentRedHead {
  readonly kind: 'red-head'
  readonly issuerMark: string
  readonly documentNumber: string
  readonly signer: string
}

/** An attachment that is a table: its heading row repeats on each page. */
export interface DocumentTable {
  readonly kind: 'table'
  readonly columns: readonly { readonly title: string; readonly width: number; readonly align: 'left' | 'center' }[]
  /** `span`: rows this cell reaches over; a cell that another one covers is null. */
  readonly rows: readonly (readonly ({ readonly text: string; readonly span: number } | null)[])[]
}

/** 目录; each entry is a heading of this document and gets the number of its page. */
export interface DocumentContents {
  readonly kind: 'contents'
  readonly entries: readonly { readonly level: number; readonly text: string; readonly line: number }[]
}

/**
 * A form that is filled in and signed, such as a 审批表: labels, words and room to sign on one grid. A row that holds a place to sign stays on
 * one page; any other may go on behind the page's end.
 */
export interface DocumentForm {
  readonly kind: 'form'
  /** Widths of the grid's columns, as parts of the whole. */
  readonly columns: readonly number[]
  readonly rows: readonly FormRow[]
}

export interface FormRow {
  /** From left to right, without the places that a cell above reaches down to. */
  readonly cells: readonly FormCell[]
  /** Least height in lines of a cell: room to write by hand. */
  readonly lines: number
}

export interface FormCell {
  /** A line feed begins a new paragraph. */
  readonly text: string
  /** What stands beside it, set in the middle of the cell; words, flush left; a short entry, centred. */
  readonly role: 'label' | 'words' | 'mark'
  /** Columns and rows of the grid it takes. */
  readonly across: number
  readonly down: number
  /** Where to sign: at the foot of the cell, at its right; empty for none. A line feed begins a new line. */
  readonly sign: string
}

export type DocumentBlock = DocumentParagraph | DocumentRedHead | DocumentTable | DocumentForm | DocumentContents

/** Begins on a page of its own. */
export interface DocumentSection {
  readonly direction: 'portrait' | 'landscape'
  readonly blocks: readonly DocumentBlock[]
}

/** 版记, at the foot of the last page. */
export interface DocumentImprint {
  readonly copyTo: string
  readonly printedBy: string
  /** 2021年9月1日印发. */
  readonly printedOn: string
}

/** A notice, a report or a form as it stands on paper: what Word, the page view and PDF are made of. */
export interface PaperDocument {
  readonly title: string
  readonly creator: string
  readonly sections: readonly DocumentSection[]
  readonly imprint: DocumentImprint | null
  /** A seal will stand over the signature: both are placed for it (GB/T 9704-2012 7.3.5.1). */
  readonly sealed: boolean
}

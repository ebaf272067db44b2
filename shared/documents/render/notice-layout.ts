/** Fonts of an official document by role; the names stand in the file and are those installed on clerks' PCs. */
export interface NoticeFonts {
  readonly title: string
  readonly heading1: string
  readonly heading2: string
  readonly body: string
  readonly pageNumber: string
  readonly latin: string
  /** Third-level headings in bold: custom, not standard. */
  readonly boldHeading3: boolean
}

export const DEFAULT_FONTS: NoticeFonts = {
  title: '方正小标宋简体',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  body: '仿宋_GB2312',
  pageNumber: '宋体',
  latin: 'Times New Roman',
  boldHeading3: false,
}

/** A second name under which the same font may be installed. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  方正小标宋简体: '方正小标宋_GBK',
  黑体: 'SimHei',
  楷体_GB2312: '楷体',
  仿宋_GB2312: '仿宋',
  宋体: 'SimSun',
}

/**
 * `word`: what a clerk gets, with the character grid of Word. `preview`: for PDFs made by LibreOffice 7.4, which misreads a negative
 * charSpace (14 characters a line): a line grid and −0.25 pt between characters give the same 22 × 28.
 */
export type NoticeProfile = 'word' | 'preview'

/**
 * GB/T 9704-2012 in twips: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. A line pitch of 579 is the largest that gives 22 lines (580
 * gives 21); charSpace −849 = floor((8845 ÷ 28 ÷ 20 − 16) × 4096) gives 28 characters of 16 pt.
 */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1985,
  left: 1587,
  right: 1474,
  header: 850,
  footer: 1446,
  linePitch: 579,
  charSpace: -849,
} as const

/** 3 号 and 4 号 in half-points, 2 号 for the title. */
export const SIZE = { body: 32, title: 44, pageNumber: 28 } as const

/** One character of 3 号 type in twips. */
export const CHARACTER = 320

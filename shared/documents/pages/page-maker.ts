import type { DocumentSection } from '../paper-document.ts'
import { PAGE } from '../render/notice-layout.ts'
import type { LaidPage, LaidRule, PlacedLine, SetLine } from './laid-page.ts'

/** Rounding of heights must not push a line off a full page. */
const TOLERANCE = 1

/** Fills one page after the other from the top. Positions are twips in the text block. */
export interface PageMaker {
  readonly pages: readonly LaidPage[]
  readonly begin: (direction: DocumentSection['direction']) => void
  readonly newPage: () => void
  readonly width: () => number
  readonly height: () => number
  readonly y: () => number
  readonly isEmpty: () => boolean
  readonly fits: (height: number) => boolean
  readonly advance: (height: number) => void
  /** Puts a line at the place reached and goes on below it. */
  readonly line: (set: SetLine, left: number, line: number | null) => void
  /** Puts a line anywhere on the page. */
  readonly lineAt: (placed: PlacedLine) => void
  readonly rule: (rule: LaidRule) => void
  /** All is laid. */
  readonly end: () => void
}

interface PageInWork extends LaidPage {
  readonly lines: PlacedLine[]
  readonly rules: LaidRule[]
}

/** `before`: an earlier layout, whose lines and whole pages are taken again where they stand as they stood, so that little is made anew. */
export const newPageMaker = (before: readonly LaidPage[]): PageMaker => {
  const pages: LaidPage[] = []
  let direction: DocumentSection['direction'] = 'portrait'
  let page: PageInWork = pageOf(1, direction)
  let y = 0
  let known: LaidPage | undefined
  const keepKnown = (): void => {
    const last = pages.length - 1
    if (known !== undefined && last >= 0 && isSame(page, known)) pages[last] = known
  }
  const newPage = (): void => {
    keepKnown()
    known = before[pages.length]
    page = pageOf(pages.length + 1, direction)
    pages.push(page)
    y = 0
  }
  const lineAt = (placed: PlacedLine): void => {
    page.lines.push(placed)
  }
  return {
    pages,
    newPage,
    begin: (wanted) => {
      direction = wanted
      newPage()
    },
    width: () => page.block.width,
    height: () => page.block.height,
    y: () => y,
    isEmpty: () => y === 0,
    fits: (height) => y + height <= page.block.height + TOLERANCE,
    advance: (height) => {
      y += height
    },
    end: keepKnown,
    line: (set, left, line) => {
      const old = known?.lines[page.lines.length]
      const isOld = old !== undefined && old.set === set && old.top === y && old.left === left && old.line === line
      lineAt(isOld && old.pageNumber === undefined ? old : { left, top: y, set, line })
      y += set.height
    },
    lineAt,
    rule: (rule) => {
      page.rules.push(rule)
    },
  }
}

/** Rules are drawn anew each time: a page that has some is never the same. */
const isSame = (page: LaidPage, known: LaidPage): boolean =>
  page.direction === known.direction &&
  page.rules.length + known.rules.length === 0 &&
  page.lines.length === known.lines.length &&
  page.lines.every((placed, i) => placed === known.lines[i])

/**
 * Margins are mirrored on even pages. A wide page is an upright one turned to the left, so that the head of its table lies at the binding of
 * odd pages and at the outer edge of even ones, and its left side is the foot of the upright page (GB/T 9704-2012 7.5 and 9).
 */
const pageOf = (number: number, direction: DocumentSection['direction']): PageInWork => {
  const isOdd = number % 2 === 1
  const [inner, outer] = isOdd ? [PAGE.left, PAGE.right] : [PAGE.right, PAGE.left]
  const block =
    direction === 'portrait'
      ? { left: inner, top: PAGE.top, width: PAGE.width - inner - outer, height: PAGE.height - PAGE.top - PAGE.bottom }
      : { left: PAGE.bottom, top: inner, width: PAGE.height - PAGE.top - PAGE.bottom, height: PAGE.width - inner - outer }
  const paper = direction === 'portrait' ? { width: PAGE.width, height: PAGE.height } : { width: PAGE.height, height: PAGE.width }
  return { number, direction, paper, block, lines: [], rules: [] }
}

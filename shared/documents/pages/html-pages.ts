import { type NoticeFonts, PAGE, SIZE } from '../render/notice-layout.ts'
import { escapeHtml } from '../workbook-page.ts'
import { chineseFamily, fontFaces, plainFamily } from './font-families.ts'
import type { LaidPage, LaidRule, LineFont, PlacedLine } from './laid-page.ts'

export interface NoticeHtml {
  readonly css: string
  readonly body: string
}

/**
 * The pages as they are laid, each line an element of its own that cannot be broken again: what stands here is what comes out of the
 * printer. The same pages give the same bytes.
 *
 * [Note: Turned pages] A wide page is printed on upright paper, turned to the left: Chromium 114 gives named pages of another direction their own
 * paper, but shrinks every page of the document to the widest. A PDF of it is told which pages to show turned (finish-pdf.ts).
 */
export const noticeHtml = (pages: readonly LaidPage[], fonts: NoticeFonts): NoticeHtml => ({
  css: pageCss(fonts),
  body: pages.map(pageHtml).join('\n'),
})

const points = (twips: number): string => `${Number((twips / 20).toFixed(2))}pt`

const pageHtml = (page: LaidPage): string => {
  const { left, top, width, height } = page.block
  const place = `left:${points(left)};top:${points(top)};width:${points(width)};height:${points(height)}`
  const block = [
    `<div class="np-block" style="${place}">`,
    ...page.rules.map(ruleHtml),
    ...page.lines.map((placed) => lineHtml(placed, width)),
    '</div>',
  ]
  return [
    `<section class="np-paper" data-page="${page.number}">`,
    ...(page.direction === 'landscape' ? ['<div class="np-turned">', ...block, '</div>'] : block),
    numberHtml(page.number),
    '</section>',
  ].join('\n')
}

const FONT_CLASSES: Readonly<Record<LineFont, string>> = {
  body: 'np-fb',
  title: 'np-ft',
  'heading-1': 'np-f1',
  'heading-2': 'np-f2',
  'heading-3': 'np-f3',
  'issuer-mark': 'np-fm',
}
const ALIGN_CLASSES = { left: '', justify: ' np-aj', center: ' np-ac', right: ' np-ar' } as const

const lineHtml = (placed: PlacedLine, blockWidth: number): string => {
  const { set } = placed
  const first = set.pieces[0]
  if (first === undefined) return ''
  const spans = set.pieces.map(({ text, font }, i) => {
    const shown = escapeHtml(i === set.pieces.length - 1 ? text.replace(/[ \t]+$/, '') : text)
    return font === first.font ? shown : `<span class="${FONT_CLASSES[font]}">${shown}</span>`
  })
  const width = set.width + set.hang
  const line = element(placed, placed.left, width, `${FONT_CLASSES[first.font]}${ALIGN_CLASSES[set.align]}`, spans.join(''))
  return placed.pageNumber === undefined ? line : line + leaderHtml(placed, placed.pageNumber, blockWidth)
}

/** The dots of an entry of the contents and the number behind them. */
const leaderHtml = (placed: PlacedLine, number: string, blockWidth: number): string => {
  const { set } = placed
  const left = placed.left + set.natural + set.size / 2
  const room = blockWidth - left
  const dots = Math.max(0, Math.floor(room / (set.size + set.spacing) - number.length / 2 - 0.2))
  return element(placed, left, room, 'np-fb np-ar', `${'…'.repeat(dots)}${number}`)
}

const element = ({ top, set }: PlacedLine, left: number, width: number, classes: string, inner: string): string => {
  const look = `font-size:${points(set.size)};line-height:${points(set.height)};letter-spacing:${points(set.spacing)}`
  const usual = set.size === SIZE.body * 10 && set.height === PAGE.linePitch ? '' : `;${look}`
  const place = `left:${points(left)};top:${points(top)};width:${points(width)}`
  return `<div class="np-line ${classes}" style="${place}${usual}">${inner}</div>`
}

const ruleHtml = ({ left, top, width, height, colour }: LaidRule): string => {
  const isLying = width >= height
  const place = `left:${points(left)};top:${points(top)};${isLying ? 'width' : 'height'}:${points(isLying ? width : height)}`
  // Borders, because backgrounds may be switched off in a print dialog.
  const side = isLying ? 'border-top' : 'border-left'
  const ink = colour === 'red' ? RED : '#000'
  return `<div class="np-rule" style="${place};${side}:${points(isLying ? height : width)} solid ${ink}"></div>`
}

const RED = '#e60012'

/** One character in from the side, its dash 7 mm below the text block; on a wide page where it stands on the upright one. */
const numberHtml = (number: number): string => {
  const isOdd = number % 2 === 1
  const size = SIZE.pageNumber * 10
  const [left, right] = isOdd ? [PAGE.left, PAGE.right] : [PAGE.right, PAGE.left]
  const top = PAGE.height - PAGE.footer - size
  const place = `top:${points(top)};left:${points(left + size)};width:${points(PAGE.width - left - right - 2 * size)}`
  return `<div class="np-number ${isOdd ? 'np-ar' : 'np-al'}" style="${place}">— ${number} —</div>`
}

const pageCss = (fonts: NoticeFonts): string => `
${fontFaces(fonts)}
@page { size: A4 portrait; margin: 0; }
@media print { html, body { margin: 0; padding: 0; } }
.np-paper { position: relative; width: 210mm; height: 296.5mm; overflow: hidden; contain: strict; background: #fff; color: #000; break-after: page; }
.np-paper:last-child { break-after: auto; }
.np-block, .np-line, .np-rule, .np-number, .np-turned { position: absolute; }
.np-line { font-size: ${points(SIZE.body * 10)}; line-height: ${points(PAGE.linePitch)}; letter-spacing: ${points((PAGE.charSpace / 4096) * 20)}; white-space: nowrap; text-align: left; font-kerning: none; font-variant-ligatures: none; }
.np-aj { text-align: justify; text-align-last: justify; }
.np-ac { text-align: center; }
.np-ar { text-align: right; }
.np-al { text-align: left; }
.np-fb { font-family: ${chineseFamily(fonts.body)}; }
.np-ft { font-family: ${chineseFamily(fonts.title)}; }
.np-fm { font-family: ${chineseFamily(fonts.title)}; color: ${RED}; }
.np-f1 { font-family: ${chineseFamily(fonts.heading1)}; }
.np-f2 { font-family: ${chineseFamily(fonts.heading2)}; }
.np-f3 { font-family: ${chineseFamily(fonts.body)};${fonts.boldHeading3 ? ' font-weight: bold;' : ''} }
.np-number { font: ${points(SIZE.pageNumber * 10)}/${points(SIZE.pageNumber * 10)} ${plainFamily(fonts.pageNumber)}; white-space: nowrap; }
.np-turned { left: 0; top: 297mm; width: 297mm; height: 210mm; transform: rotate(-90deg); transform-origin: 0 0; }
`

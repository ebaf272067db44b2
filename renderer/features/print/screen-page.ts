import { escapeHtml } from '../../../shared/documents/workbook-page.ts'
import type { PageToPrint } from '../../ui/printed-document.ts'

/**
 * What of the screen can be printed: the part marked `data-print-root`, whose value is its title. The last one, because what stands before
 * the rest (a 问题档案 beside its list) was opened last.
 */
export const printRoot = (): HTMLElement | null => [...document.querySelectorAll<HTMLElement>('[data-print-root]')].at(-1) ?? null

/**
 * A copy of a part of the screen for paper. What only a living page can show is put down as it stands: canvases as pictures, fields as
 * their text. Buttons of antd and what is marked `data-print="no"` stay away; a plain button (a name, a figure to be clicked) is its words.
 */
export const screenPage = (root: HTMLElement, title: string): PageToPrint => {
  const copy = root.cloneNode(true) as HTMLElement
  replaceEach(root, copy, 'canvas', (canvas) => {
    const picture = document.createElement('img')
    picture.src = (canvas as HTMLCanvasElement).toDataURL()
    picture.style.maxWidth = '100%'
    return picture
  })
  replaceEach(root, copy, 'textarea, input:not([type]), input[type=text]', (field) => {
    const text = document.createElement('div')
    text.className = 'printed-text'
    text.textContent = (field as HTMLInputElement | HTMLTextAreaElement).value
    return text
  })
  for (const gone of copy.querySelectorAll(LEFT_OUT)) gone.remove()
  // What names itself is not named twice.
  const heading = copy.querySelector('h1') ? '' : `<h1 class="printed-title">${escapeHtml(title)}</h1>`
  return {
    title,
    css: SCREEN_CSS,
    body: `${heading}${copy.outerHTML}`,
    sheets: [...document.styleSheets].flatMap(({ href }) => (href === null ? [] : [href])),
    classNames: [...document.querySelectorAll('.program, [class*="css-var"]')].map(({ className }) => className).at(0) ?? '',
  }
}

const LEFT_OUT = '.ant-btn, [data-print=no], .files-foot, .ant-select-suffix, .ant-picker-suffix, script'

const replaceEach = (from: HTMLElement, copy: HTMLElement, selector: string, make: (element: Element) => Element): void => {
  const originals = [...from.querySelectorAll(selector)]
  const copies = [...copy.querySelectorAll(selector)]
  for (const [i, original] of originals.entries()) copies[i]?.replaceWith(make(original))
}

/** The screen scrolls, paper does not. */
const SCREEN_CSS = `
html, body, .printed, .printed > * { height: auto !important; max-height: none !important; overflow: visible !important; background: #fff !important; }
.printed-title { font-size: 16pt; text-align: center; margin: 0 0 8pt; }
.printed button { padding: 0; border: 0; background: none; font: inherit; color: inherit; text-align: inherit; }
.printed-text { white-space: pre-wrap; overflow-wrap: anywhere; }
.printed section, .printed li, .printed tr, .printed img { break-inside: avoid-page; }
.printed h2, .printed h3 { break-after: avoid; }
`

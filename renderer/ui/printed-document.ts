import { escapeHtml, type PrintedPage } from '../../shared/documents/workbook-page.ts'

/** A page as it goes to main: with the addresses of the program's own style sheets, and the classes its styles hang on. */
export interface PageToPrint extends PrintedPage {
  readonly sheets: readonly string[]
  readonly classNames: string
}

/** The whole document that is laid out. */
export const printedDocument = ({ title, css, body, sheets, classNames }: PageToPrint): string =>
  [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escapeHtml(title)}</title>`,
    ...sheets.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`),
    `<style>${css}</style></head>`,
    `<body><div class="printed ${escapeHtml(classNames)}">${body}</div></body></html>`,
  ].join('\n')

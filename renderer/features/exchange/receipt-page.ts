import type { PrintedPage } from '../../../shared/documents/workbook-page.ts'
import { escapeHtml } from '../../../shared/documents/workbook-page.ts'
import { TRANSFER_WORDS } from '../../../shared/domain/records/file-records.ts'
import type { Receipt } from '../../../shared/exchange/receipt.ts'
import { RECEIPT_WORDS as WORDS } from '../../messages/exchange.ts'
import { printMoment } from '../../ui/who-and-when.ts'

/** 签收回执 on paper, a page each: what was received, what became of it, and where it is signed. */
export const receiptPage = (receipts: readonly Receipt[]): PrintedPage => ({
  title: WORDS.title,
  css: CSS,
  body: receipts.map(pageOf).join('\n'),
})

const pageOf = ({ of, receiver, at, problems, taken, conflicts, rejected }: Receipt): string => {
  const facts: readonly (readonly [string, string])[] = [
    [WORDS.file, `${TRANSFER_WORDS[of.purpose]}：${of.title}`],
    [WORDS.writtenAt, printMoment(of.writtenAt)],
    [WORDS.digest, of.digest],
    [WORDS.receiver, `${receiver.unit} ${receiver.clerk}（${receiver.pc}）`],
    [WORDS.at, printMoment(at)],
    [WORDS.result, WORDS.found(problems, taken, conflicts.length, rejected.length)],
  ]
  const places = [
    ...conflicts.map(({ number, title, what }) => [WORDS.conflict, placeOf(number, title), what, ''] as const),
    ...rejected.map(({ number, title, what, reason }) => [WORDS.rejected, placeOf(number, title), what, reason] as const),
  ]
  return [
    '<section class="receipt">',
    `<h1>${escapeHtml(WORDS.title)}</h1>`,
    `<table class="facts">${facts.map(([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</table>`,
    places.length === 0
      ? ''
      : `<table class="places"><tr>${WORDS.columns.map((name) => `<th>${escapeHtml(name)}</th>`).join('')}</tr>${places
          .map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
          .join('')}</table>`,
    `<p class="sign">${escapeHtml(WORDS.sign)}</p>`,
    '</section>',
  ].join('\n')
}

const placeOf = (number: number | null, title: string): string =>
  number === null ? title : `${WORDS.number(number)} ${title.slice(0, 60)}`

const CSS = `
  body { font-family: 仿宋_GB2312, FangSong, 仿宋, serif; font-size: 14pt; }
  .receipt { break-after: page; }
  h1 { font-family: 方正小标宋简体, 宋体, serif; font-size: 22pt; font-weight: normal; text-align: center; }
  table { width: 100%; border-collapse: collapse; margin-top: 8mm; }
  th, td { border: 0.5pt solid #000; padding: 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
  .facts th { width: 34mm; font-weight: normal; }
  .places th { font-weight: normal; }
  .sign { margin-top: 16mm; white-space: pre; }
`

import { foldWidth } from '../base/text.ts'
import { readMark } from '../domain/numbering.ts'
import { mergeOwners, type TableReading } from './find-table.ts'
import type { IncomingTable } from './incoming.ts'
import type { TableField } from './table-rows.ts'
import { plainHeading } from './table-vocabulary.ts'

/** One cell of a data row. */
export interface LineCell {
  readonly text: string
  /** The words stand in a cell above that reaches down to here. */
  readonly isFromAbove: boolean
}

/** One row under the header. */
export type TableLine =
  | { readonly kind: 'data'; readonly row: number; readonly cells: readonly LineCell[] }
  /** 一、党的领导方面 across the table: what follows belongs under it. */
  | { readonly kind: 'heading'; readonly row: number; readonly text: string; readonly level: 'category' | 'aspect' }
  | { readonly kind: 'rejected'; readonly row: number; readonly text: string; readonly reason: RejectReason }

export const REJECT_REASONS = {
  total: '合计行',
  header: '重复的表头',
  footer: '表尾的签字、说明',
  ownerless: '没有所属的问题',
  wordless: '没有写问题',
} as const
export type RejectReason = keyof typeof REJECT_REASONS

const TOTAL = /^(?:合计|总计|小计|共计|累计)(?:[::]|\d|$|（|\()/
const FOOTER =
  /^(?:填报人|填表人|审核人|填报单位|填表单位|制表人|制表|负责人签字|单位负责人|主要负责人|分管领导签字|联系人及电话|填报时间|填报日期|备注|注|说明|填表说明)[::]/
const CONTINUED = /^(?:续表|（?续）?|\(续\)|第\d+页.*|.{0,40}[（(]续(?:表)?[0-9一二三四五]*[)）])$/

/** The rows from the header down, told apart; what is empty is passed over. */
export const tableLines = (table: IncomingTable, reading: TableReading): readonly TableLine[] => {
  const owners = mergeOwners(table)
  const width = table.rows[0]?.length ?? 0
  const headerRows = new Set<string>()
  const keyOf = (texts: readonly string[]): string =>
    texts
      .map(plainHeading)
      .filter((text) => text !== '')
      .join('|')
  for (let r = reading.headerTop; r <= reading.headerBottom; r++) headerRows.add(keyOf(table.rows[r] ?? []))
  headerRows.add(keyOf(reading.columns.map(({ heading }) => heading)))
  // Looked at first: spelling out every row for the comparison would take longer than reading it.
  const headerStarts = new Set([...headerRows].map((key) => key.split('|')[0]))
  const isHeader = (texts: readonly string[], first: string): boolean =>
    first.length < 40 && headerStarts.has(plainHeading(first)) && headerRows.has(keyOf(texts))
  const titles = new Set(
    table.rows.slice(0, reading.headerTop).flatMap((row) => row.filter((cell) => cell.length > 4).map(plainHeading)),
  )
  const subjects = reading.columns.filter(({ field }) => field === 'statement' || field === 'subject').map(({ index }) => index)
  const lines: TableLine[] = []
  let isOver = false
  for (let row = reading.firstRow; row <= Math.min(reading.lastRow, table.rows.length - 1); row++) {
    const texts = table.rows[row] ?? []
    const filled = texts.flatMap((text, c) => (text === '' ? [] : [{ text, c }]))
    const [first] = filled
    const reject = (reason: RejectReason): void => {
      lines.push({
        kind: 'rejected',
        row,
        text: filled
          .map(({ text }) => text)
          .join(' ')
          .slice(0, 200),
        reason,
      })
    }
    const cells = texts.map((text, c): LineCell => {
      const merge = owners.get(row * width + c)
      if (!merge || merge.top === row || merge.top < reading.firstRow) return { text, isFromAbove: false }
      return { text: c === merge.left ? (table.rows[merge.top]?.[merge.left] ?? '') : '', isFromAbove: true }
    })
    if (!first) continue
    const start = foldWidth(first.text.slice(0, 60)).replace(/\s/g, '')
    const isLone = filled.length === 1
    if (isOver || (FOOTER.test(start) && (isLone || first.c === 0 || !subjects.includes(first.c)))) {
      isOver = true
      reject('footer')
    } else if (TOTAL.test(start) && start.length <= 20) reject('total')
    else if (isHeader(texts, first.text) || (isLone && (CONTINUED.test(start) || titles.has(plainHeading(first.text)))))
      reject('header')
    else if (isLone && isHeadingRow(first.text, spanOf(owners.get(row * width + first.c)), width, first.c, subjects, cells))
      lines.push({ kind: 'heading', row, text: first.text, level: levelOf(first.text) })
    else lines.push({ kind: 'data', row, cells })
  }
  return lines
}

const spanOf = (merge: { readonly left: number; readonly right: number } | undefined): number =>
  merge ? merge.right - merge.left + 1 : 1

/** A row with one text is a heading where that reaches across the table, or begins like one in the first column. */
const isHeadingRow = (
  text: string,
  span: number,
  width: number,
  column: number,
  subjects: readonly number[],
  cells: readonly LineCell[],
): boolean => {
  if (text.length > 80 || cells.some(({ isFromAbove, text: above }) => isFromAbove && above !== '')) return false
  if (span > 1 && span * 2 >= width) return true
  const mark = readMark(foldWidth(text))
  const isMarked = mark !== null && mark.length < text.length && (mark.style === 'cjk-dun' || mark.style === 'cjk-paren')
  return (
    isMarked &&
    (column === 0 || (subjects.includes(column) && /(?:方面|问题|情况|不到位|不够)[^。]{0,6}$/.test(text) && column === 0))
  )
}

const levelOf = (text: string): 'category' | 'aspect' =>
  readMark(foldWidth(text))?.style === 'cjk-paren' ? 'aspect' : 'category'

/** Fields one of several rows of a problem may tell of its measure. */
export const MEASURE_FIELDS: ReadonlySet<TableField> = new Set([
  'start',
  'deadline',
  'originalDeadline',
  'completed',
  'closed',
  'leader',
  'leadUnit',
  'unit',
  'supportUnit',
  'person',
  'contact',
  'phone',
  'status',
  'progress',
  'result',
  'measure',
  'measureNumber',
  'measure.deadline',
])

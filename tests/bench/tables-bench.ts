import ExcelJS from 'exceljs'
import { renderWorkbookXlsx } from '../../shared/documents/render/workbook-xlsx.ts'
import type { SheetModel, WorkbookModel } from '../../shared/documents/workbook-model.ts'
import { day } from '../support/ports.ts'

/** A table of so many rows and 12 columns, as a register prints it: a number, short marks, words of a line or two. */
const tableOf = (rows: number): WorkbookModel => {
  const columns: SheetModel['columns'] = Array.from({ length: 12 }, (_, c) => ({
    title: `第${c + 1}栏`,
    width: c === 0 ? 8 : 18,
    align: c < 3 ? 'center' : 'left',
  }))
  return {
    title: '整改台账',
    creator: '中共青梧县委',
    options: {},
    sheets: [
      {
        name: '总表',
        title: '青梧县巡察整改台账总表',
        subtitle: '截至：2024年7月10日',
        columns,
        rows: Array.from({ length: rows }, (_, r) => ({
          cells: columns.map((_column, c) =>
            c === 0 ? r + 1 : c < 3 ? `县${r % 97}局` : `第${r % 1013}项整改措施的进展情况，${c}`,
          ),
          height: 36,
        })),
        merges: [],
      },
    ],
  }
}

/** The library alone: the same cells, nothing else. */
const bare = async (model: WorkbookModel): Promise<number> => {
  const book = new ExcelJS.Workbook()
  for (const { name, rows } of model.sheets) {
    const sheet = book.addWorksheet(name)
    for (const { cells } of rows) sheet.addRow(cells)
  }
  return (await book.xlsx.writeBuffer()).byteLength
}

const timed = async (job: () => Promise<number>): Promise<{ readonly ms: number; readonly bytes: number }> => {
  const start = performance.now()
  const bytes = await job()
  return { ms: performance.now() - start, bytes }
}
const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

const date = day('2024-07-10')
const ours = async (model: WorkbookModel): Promise<number> => (await renderWorkbookXlsx(model, date)).length
const model = tableOf(10_000)
await bare(tableOf(500))
await ours(tableOf(500))
const [own, library]: [number[], number[]] = [[], []]
for (let i = 0; i < 5; i += 1) {
  library.push((await timed(() => bare(model))).ms)
  own.push((await timed(() => ours(model))).ms)
}
const ratio = median(own) / median(library)
process.stdout.write(
  `10,000 rows × 12: bare ${median(library).toFixed(0)} ms, ours ${median(own).toFixed(0)} ms, ratio ${ratio.toFixed(2)}\n`,
)

let peak = 0
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 50)
const before = process.memoryUsage().rss
const many = await timed(() => ours(tableOf(100_000)))
peak = Math.max(peak, process.memoryUsage().rss)
clearInterval(watch)
process.stdout.write(
  `100,000 rows × 12: ${(many.ms / 1000).toFixed(1)} s, file ${megabytes(many.bytes)}, memory ${megabytes(peak)} (${megabytes(before)} before)\n`,
)

import { read } from 'xlsx'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { findTables } from '../../shared/intake/find-table.ts'
import { readRows } from '../../shared/intake/read-rows.ts'
import { readWorkbook } from '../../shared/intake/readers/read-workbook.ts'
import { suggestFromTable } from '../../shared/intake/suggest-from-table.ts'
import { TABLE_VOCABULARY } from '../../shared/intake/table-vocabulary.ts'
import { unwrapped } from '../support/expect-ok.ts'
import { day } from '../support/ports.ts'
import { workbookBytes } from '../support/workbooks.ts'

/** What reading a ledger's table adds to the library's own reading of the same file, as ratios in one run. Nothing fails here. */
const ROWS = 10_000
const ROUNDS = 5

const rows = [
  ['序号', '类别', '反馈问题', '整改措施', '责任领导', '责任单位', '整改时限', '进展情况', '完成情况', '备注'],
  ...Array.from({ length: ROWS }, (_, i) => [
    i % 2 === 0 ? i / 2 + 1 : '',
    i % 2 === 0 ? `一、方面${i % 7}` : '',
    i % 2 === 0 ? `贯彻落实第${i}项部署不够有力，督促检查不经常，存在以文件落实文件的现象` : '',
    `制定第${i}项措施，明确时间表、路线图，逐条对账销号，按月调度`,
    '何启',
    '县财政局、县审计局',
    '2021年12月底前',
    `已召开专题会议研究第${i}项工作，正在推进`,
    i % 3 === 0 ? '已完成' : '整改中',
    '',
  ]),
]
const bytes = await workbookBytes([{ rows }])

const timed = (act: () => unknown): number => {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    act()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}

const document = () => unwrapped(readWorkbook(bytes, 'xlsx'))
const table = () => {
  const opened = document()
  return readRows(opened, findTables(opened, TABLE_VOCABULARY))
}
const given = { ids: randomIds, today: day('2024-07-05'), title: null, year: null, splitsEnumerations: false }

read(bytes, { type: 'array' })
table()
const library = timed(() => read(bytes, { type: 'array' }))
for (const [name, act] of [
  ['workbook → document', document],
  ['workbook → rows of a ledger  [≤ 2 ×]', table],
  ['workbook → suggested ledger', () => suggestFromTable(table(), given)],
] as const) {
  const own = timed(act)
  process.stdout.write(
    `${name.padEnd(42)} ${own.toFixed(0).padStart(6)} ms   ${(own / library).toFixed(2)} × the library reading ${ROWS} rows (${library.toFixed(0)} ms)\n`,
  )
}

import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { fourListsWorkbook } from '../../../shared/documents/four-lists-workbook.ts'
import { renderWorkbookXlsx } from '../../../shared/documents/render/workbook-xlsx.ts'
import { tablesWorkbook } from '../../../shared/documents/tables/tables-workbook.ts'
import { decideCommand, type LedgerCommand } from '../../../shared/domain/commands/ledger-command.ts'
import { LIST_COLUMNS } from '../../../shared/domain/four-lists.ts'
import { actsOfDifference } from '../../../shared/intake/acts-of-difference.ts'
import { compareWithLedger } from '../../../shared/intake/compare-with-ledger.ts'
import { idsOfDifference } from '../../../shared/intake/ids-of-difference.ts'
import { homeRowsFor, readHomeTables } from '../../../shared/intake/read-home-tables.ts'
import { readWorkbook } from '../../../shared/intake/readers/read-workbook.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { countingIds, day } from '../../support/ports.ts'
import { suggested } from '../../support/suggested.ts'
import { sampleText } from '../../support/texts.ts'

const today = day('2024-07-05')
const problems = [
  {
    statement: '会议记录不完整，讨论过程没有写清',
    target: '记录完整',
    deadlineWords: '2024年9月底前',
    deadlineOn: day('2024-09-30'),
    measures: [{ text: '补记会议过程' }, { text: '每季度抽查一次' }],
  },
  { statement: '公车加油卡管理不严格', status: 'inProgress' as const, progress: [{ text: '已清点油卡。' }] },
]
const ledger = aLedger({ problems })

const exported = async (of = ledger) => XLSX.read(await renderWorkbookXlsx(fourListsWorkbook(of, today), today))
const readBack = (book: XLSX.WorkBook) => {
  const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
  return readHomeTables(unwrapped(readWorkbook(bytes, 'xlsx')))
}
const compare = (book: XLSX.WorkBook, with_ = ledger) => {
  const home = readBack(book)
  return compareWithLedger(with_, home?.rows ?? { problems: [], rejected: [], findings: [] }, today, home?.base)
}
const rowsOf = (book: XLSX.WorkBook, sheet: string) =>
  XLSX.utils.sheet_to_json<string[]>(book.Sheets[sheet] ?? {}, { header: 1, defval: '' })
const put = (book: XLSX.WorkBook, sheet: string, rows: readonly (readonly unknown[])[]) => {
  book.Sheets[sheet] = XLSX.utils.aoa_to_sheet(rows as unknown[][])
}

describe('a table of ours that comes home', () => {
  test('says nothing new when nobody wrote in it, the sample ledger included', async () => {
    const sample = suggested(sampleText()).ledger
    for (const of of [ledger, sample]) {
      const difference = compare(await exported(of), of)
      expect(difference.changed).toEqual([])
      expect([difference.newProblems, difference.ambiguous, difference.notFound]).toEqual([[], [], []])
    }
  })

  test('tells exactly the cell that was changed, with rows turned round, blank ones between and columns moved', async () => {
    const book = await exported()
    const [title = [], subtitle = [], head = [], ...rows] = rowsOf(book, '任务清单')
    const edited = rows.map((row) => row.map((cell) => (cell === '已清点油卡。' ? '已清点油卡。\n已停用三张。' : cell)))
    const turned = [head, ...[...edited].reverse().flatMap((row) => [[], row])].map((row) => [...row].reverse())
    put(book, '任务清单', [title, subtitle, ...turned])
    const { changed } = compare(book)
    expect(changed.flatMap(({ changes }) => changes.map(({ field, verdict, exported: was }) => [field, verdict, was]))).toEqual([
      ['progress', 'table', '已清点油卡。'],
    ])
  })

  test('整改台账总表 and the 分册 a unit filled in come home as the task list does', async () => {
    const sample = suggested(sampleText()).ledger
    for (const of of [ledger, sample]) {
      const book = XLSX.read(await renderWorkbookXlsx(tablesWorkbook(of, today, ['master']), today))
      const difference = compare(book, of)
      expect(difference.changed).toEqual([])
      expect([difference.newProblems, difference.ambiguous, difference.notFound]).toEqual([[], [], []])
    }
    const book = XLSX.read(await renderWorkbookXlsx(tablesWorkbook(ledger, today, ['master']), today))
    const [name = ''] = book.SheetNames
    put(
      book,
      name,
      rowsOf(book, name).map((row) =>
        row.map((cell) => (cell === '已清点油卡。' ? '油卡已全部停用。' : cell === '整改中' ? '已完成' : cell)),
      ),
    )
    const { changed } = compare(book)
    expect(changed.flatMap(({ changes }) => changes.map(({ field, table }) => [field, table]))).toEqual([
      ['progress', '油卡已全部停用。'],
      ['status', '已完成'],
    ])
  })

  test('tells both sides when the ledger changed meanwhile', async () => {
    const book = await exported()
    put(
      book,
      '任务清单',
      rowsOf(book, '任务清单').map((row) => row.map((cell) => (cell === '记录完整' ? '记录完整可查' : cell))),
    )
    const [first, second] = problems
    const meanwhile = aLedger({
      problems: [
        { ...first, target: '记录规范' },
        { ...second, details: '新写的表现' },
      ] as never,
    })
    const changes = compare(book, meanwhile).changed.flatMap((problem) => problem.changes)
    expect(changes.map(({ field, verdict }) => [field, verdict])).toEqual([
      ['target', 'both'],
      ['details', 'ledger'],
    ])
  })

  test('becomes one act; a changed 时限 waits for a decision', async () => {
    const book = await exported()
    for (const sheet of ['任务清单', '时间清单'])
      put(
        book,
        sheet,
        rowsOf(book, sheet).map((row, r) =>
          row.map((cell, c) => {
            if (cell === '已清点油卡。') return '已清点油卡。已停用三张。'
            return sheet === '时间清单' && r === 3 && c === 4 ? '2024年12月底前' : cell
          }),
        ),
      )
    const difference = compare(book)
    const changes = difference.changed.flatMap((problem) => problem.changes)
    const context = { ids: countingIds('n'), year: 2024, anchors: { concentratedUntil: null, feedbackOn: null } }
    const ids = new Set(changes.map(({ id }) => id))
    const acts = actsOfDifference(ledger, difference, { ids, deadlines: new Map() }, context)
    expect(acts.command?.commands).toEqual([
      { type: 'add-progress', problemId: 'p2', measureId: null, on: null, text: '已停用三张。' },
    ])
    expect(acts.leftOut.map(({ why }) => why.type)).toEqual(['deadline-undecided'])
  })

  test('takes new problems, new measures and rewritten progress as one act that changes no record', async () => {
    const book = await exported()
    const [title = [], subtitle = [], head = [], ...rows] = rowsOf(book, '任务清单')
    const at = (name: string) => head.indexOf(name)
    const row = (cells: Readonly<Record<string, string>>) => head.map((name) => cells[name] ?? '')
    const told = rows.map((cells) => cells.map((cell) => (cell === '已清点油卡。' ? '油卡已全部停用。' : cell)))
    const statement = LIST_COLUMNS.tasks.find(({ key }) => key === 'statement')?.title ?? ''
    const [measure = '', progress = ''] = ['measure', 'progress'].map(
      (k) => LIST_COLUMNS.tasks.find(({ key }) => key === k)?.title,
    )
    expect(at(statement)).toBeGreaterThanOrEqual(0)
    put(book, '任务清单', [
      title,
      subtitle,
      head,
      ...told,
      row({ [measure]: '建立油卡台账', [progress]: '2024年6月3日，已建立。' }),
      row({ [statement]: '食堂采购没有验收单', [measure]: '补齐验收单', [progress]: '6月8日：已补齐。' }),
    ])
    const difference = compare(book)
    const { all } = idsOfDifference(difference)
    const context = { ids: countingIds('n'), year: 2024, anchors: { concentratedUntil: null, feedbackOn: null }, today }
    const acts = actsOfDifference(ledger, difference, { ids: new Set(all), deadlines: new Map() }, context)
    expect(acts.leftOut).toEqual([])
    expect(acts.command).toEqual({
      type: 'batch',
      commands: [
        { type: 'add-progress', problemId: 'p2', measureId: null, on: null, text: '油卡已全部停用。' },
        { type: 'add-measure', problemId: 'p2', text: '建立油卡台账', progress: [{ on: day('2024-06-03'), text: '已建立。' }] },
      ],
      problems: [
        {
          path: [],
          fields: [{ field: 'statement', value: '食堂采购没有验收单' }],
          measures: [{ text: '补齐验收单', progress: [{ on: day('2024-06-08'), text: '已补齐。' }] }],
          progress: '',
        },
      ],
    })
    const decided = unwrapped(decideCommand(ledger, acts.command as LedgerCommand, context))
    expect(decided.edits.flatMap((edit) => (edit.type === 'create' ? [edit.tagged.kind] : [edit.type]))).toEqual(
      expect.arrayContaining(['problem', 'measure', 'progress']),
    )
    expect(decided.edits.filter(({ type }) => type !== 'create')).toEqual([])
  })

  test('does not trust ids that another ledger gave', async () => {
    const home = readBack(await exported())
    if (!home) throw new Error('our own export')
    const foreign = homeRowsFor(home, 'another')
    expect(foreign.isSameLedger).toBe(false)
    expect([foreign.base.size, foreign.rows.problems.filter(({ hiddenId }) => hiddenId !== null)]).toEqual([0, []])
    expect(homeRowsFor(home, ledger.ledger.id).isSameLedger).toBe(true)
  })
})

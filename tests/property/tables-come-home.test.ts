import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { fourListsWorkbook } from '../../shared/documents/four-lists-workbook.ts'
import { renderWorkbookXlsx } from '../../shared/documents/render/workbook-xlsx.ts'
import { LIST_COLUMNS, type ListKey } from '../../shared/domain/four-lists.ts'
import { readHomeRow } from '../../shared/domain/home-column.ts'
import { openLedger } from '../../shared/domain/ledger.ts'
import { readWorkbook } from '../../shared/intake/readers/read-workbook.ts'
import { compareDocument } from '../../shared/intake/table-comparison.ts'
import { believableLedger } from '../support/believable/ledger.ts'
import { unwrapped } from '../support/expect-ok.ts'
import { day } from '../support/ports.ts'

const TODAY = day('2024-07-05')
const HEAD_ROW = 2
const SHEETS: readonly { readonly name: string; readonly list: ListKey; readonly fields: readonly string[] }[] = [
  { name: '问题清单', list: 'problems', fields: ['details'] },
  { name: '任务清单', list: 'tasks', fields: ['target', 'result', 'progress'] },
  { name: '责任清单', list: 'duties', fields: ['leader', 'unit', 'phone'] },
]

interface Edit {
  readonly sheet: number
  readonly field: number
  readonly row: number
}
const edits = fc.uniqueArray(fc.record({ sheet: fc.nat(SHEETS.length - 1), field: fc.nat(5), row: fc.nat(200) }), {
  minLength: 1,
  maxLength: 8,
  selector: ({ sheet, field, row }) => `${sheet}/${field % (SHEETS[sheet]?.fields.length ?? 1)}/${row}`,
})

/** What a unit does to the sheets: words into cells, rows turned round, blank rows between, columns turned round. */
const worked = (bytes: Uint8Array, wanted: readonly Edit[], turned: boolean, blanks: boolean) => {
  const book = XLSX.read(bytes)
  const told: { readonly field: string; readonly words: string }[] = []
  const used = new Set<string>()
  SHEETS.forEach(({ name, list, fields }, s) => {
    const all = XLSX.utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: '' }).map((row) => [...row])
    const rows = all.slice(HEAD_ROW + 1)
    // Words of a problem stand in the first of its rows.
    const firsts = rows.filter((row, i) => {
      const [id, before] = [row, rows[i - 1] ?? []].map((cells) => readHomeRow(String(cells.at(-1) ?? ''))?.problemId ?? null)
      return id !== null && id !== before
    })
    wanted
      .filter(({ sheet }) => sheet === s)
      .forEach(({ field, row }, n) => {
        const key = fields[field % fields.length] ?? ''
        const column = LIST_COLUMNS[list].findIndex((one) => one.key === key)
        const cells = firsts[row % Math.max(1, firsts.length)]
        const place = `${s}/${key}/${row % Math.max(1, firsts.length)}`
        if (!cells || used.has(place)) return
        used.add(place)
        const words =
          key === 'phone'
            ? `0571-8${s}${n}00${row}`
            : key === 'leader' || key === 'unit'
              ? `新${s}${n}${row}`
              : `补充${s}${n}${row}。`
        cells[column] = key === 'progress' && cells[column] !== '' ? `${cells[column]}\n${words}` : words
        told.push({ field: key, words })
      })
    const body = (turned ? [...rows].reverse() : rows).flatMap((row) => (blanks ? [[], row] : [row]))
    const laid = [...all.slice(0, HEAD_ROW), ...[all[HEAD_ROW] ?? [], ...body].map((row) => (turned ? [...row].reverse() : row))]
    book.Sheets[name] = XLSX.utils.aoa_to_sheet(laid)
  })
  return { bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer), told }
}

test('a table that comes home tells exactly what the unit wrote, wherever rows and columns have gone', async () => {
  const ledger = openLedger(believableLedger({ problems: 18, seed: 5 }))
  const exported = await renderWorkbookXlsx(fourListsWorkbook(ledger, TODAY), TODAY)
  await fc.assert(
    fc.asyncProperty(edits, fc.boolean(), fc.boolean(), async (wanted, turned, blanks) => {
      const { bytes, told } = worked(exported, wanted, turned, blanks)
      const { difference, isSameLedger } = unwrapped(compareDocument(ledger, unwrapped(readWorkbook(bytes, 'xlsx')), TODAY))
      const changes = difference.changed.flatMap((problem) => problem.changes)
      expect(isSameLedger).toBe(true)
      expect([difference.newProblems, difference.ambiguous, difference.notFound]).toEqual([[], [], []])
      expect(changes.map(({ field, verdict }) => `${field} ${verdict}`).sort()).toEqual(
        told.map(({ field }) => `${field} table`).sort(),
      )
      for (const { field, words } of told)
        expect(changes.filter((change) => change.field === field && change.table.includes(words))).toHaveLength(1)
    }),
    { seed: 20240705, numRuns: 40 },
  )
})

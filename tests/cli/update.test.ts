import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliResult, runCli, VERBS } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { clockAt } from '../support/ports.ts'
import { SAMPLE_FILE } from '../support/texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const cli = (...argv: readonly string[]): Promise<CliResult> =>
  runCli(argv, { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0.0.0-test' })
const printed = (result: CliResult, verb: string): unknown => {
  expect(result.exitCode, result.stderr).toBe(0)
  return VERBS.find(({ name }) => name === verb)?.output?.parse(JSON.parse(result.stdout))
}

/** A unit writes a phone number and a later 时限 into the exported lists. */
describe('a table that a unit sent back', () => {
  const ledger = at('sample/ledger.zgtz')
  const table = at('台账0918.xlsx')
  beforeAll(async () => {
    await cli('intake', SAMPLE_FILE, '--out', at('sample'))
    await cli('tables', ledger, '--out', table)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(table)
    const put = (sheet: string, title: string, value: string) => {
      const rows = book.getWorksheet(sheet)
      const heads = rows?.getRow(3)
      let column = 0
      heads?.eachCell((cell, c) => {
        if (cell.text === title) column = c
      })
      if (rows) rows.getCell(4, column).value = value
    }
    put('责任清单', '联系方式', '0571-00000000')
    put('时间清单', '现定时限', '2027年3月底前')
    await book.xlsx.writeFile(table)
  })

  test('differs from the ledger in exactly that', async () => {
    const output = printed(await cli('compare', ledger, table), 'compare') as {
      readonly isSameLedger: boolean
      readonly changed: readonly { readonly changes: readonly { readonly field: string; readonly verdict: string }[] }[]
    }
    expect(output.isSameLedger).toBe(true)
    expect(output.changed.flatMap(({ changes }) => changes.map(({ field, verdict }) => [field, verdict]))).toEqual([
      ['deadline', 'table'],
      ['phone', 'table'],
    ])
  })

  test('is written as one act, with the 时限 left out until it is said what it is', async () => {
    const output = printed(await cli('update', ledger, table, '--out', at('one.zgtz')), 'update') as {
      readonly written: readonly string[]
      readonly leftOut: readonly { readonly why: string }[]
    }
    expect(output.written).toHaveLength(1)
    expect(output.leftOut.map(({ why }) => why).join('')).toMatch(/更正还是延期/)
  })

  test('and said to be a 延期 leaves nothing to compare', async () => {
    const out = at('all.zgtz')
    const given = ['--deadlines', 'extend', '--reason', '汛期影响', '--approved-by', '县委', '--out', out]
    const output = printed(await cli('update', ledger, table, ...given), 'update') as { readonly written: readonly string[] }
    expect(output.written).toHaveLength(2)
    expect(printed(await cli('compare', out, table), 'compare')).toMatchObject({ changed: [], newProblems: [] })
  })

  test('an id that is not in the difference, and a file without a table, are refused in a sentence', async () => {
    expect((await cli('update', ledger, table, '--accept', 'nobody', '--out', at('no.zgtz'))).exitCode).toBe(2)
    const refused = await cli('compare', ledger, SAMPLE_FILE)
    expect([refused.exitCode, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain('没有找到整改台账的表格')
  })
})

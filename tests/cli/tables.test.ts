import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { type CliResult, runCli } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { TABLE_KEYS } from '../../shared/documents/tables/table-keys.ts'
import { clockAt } from '../support/ports.ts'
import { SAMPLE_FILE } from '../support/texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-tables-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const cli = (...argv: readonly string[]): Promise<CliResult> =>
  runCli(argv, { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0.0.0-test' })

beforeAll(async () => {
  expect((await cli('intake', SAMPLE_FILE, '--out', folder)).exitCode).toBe(0)
})

describe('tables', () => {
  test('writes each table alone, and all of them together', async () => {
    for (const key of TABLE_KEYS) {
      const result = await cli('tables', at('ledger.zgtz'), '--table', key, '--out', at(`${key}.xlsx`))
      expect(result.exitCode, key).toBe(0)
      expect(XLSX.read(readFileSync(at(`${key}.xlsx`))).SheetNames.length, key).toBeGreaterThanOrEqual(2)
    }
    const all = await cli(
      'tables',
      at('ledger.zgtz'),
      '--table',
      'all',
      '--secrecy',
      '内部',
      '--protect',
      '--out',
      at('all.xlsx'),
    )
    const { sheets } = JSON.parse(all.stdout) as { readonly sheets: readonly { readonly name: string }[] }
    expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length)
  })

  test('writes one table as CSV, and says what it cannot', async () => {
    expect((await cli('tables', at('ledger.zgtz'), '--table', 'late', '--out', at('late.csv'))).exitCode).toBe(0)
    expect(readFileSync(at('late.csv'), 'utf8').startsWith('\ufeff序号,')).toBe(true)
    expect((await cli('tables', at('ledger.zgtz'), '--out', at('lists.csv'))).exitCode).toBe(2)
    expect((await cli('tables', at('ledger.zgtz'), '--table', 'nothing', '--out', at('x.xlsx'))).exitCode).toBe(2)
    expect((await cli('tables', at('ledger.zgtz'), '--table', 'late', '--encoding', 'big5', '--out', at('x.csv'))).exitCode).toBe(
      2,
    )
    expect(
      (await cli('tables', at('ledger.zgtz'), '--table', 'late', '--encoding', 'gb18030', '--out', at('x.xlsx'))).exitCode,
    ).toBe(2)
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliResult, runCli, VERBS } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { docxText } from '../support/docx-text.ts'
import { clockAt } from '../support/ports.ts'
import { SAMPLE_FILE } from '../support/texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const cli = (...argv: readonly string[]): Promise<CliResult> =>
  runCli(argv, { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0.0.0-test' })

interface Checked {
  readonly checked: number
  readonly passed: number
  readonly text?: string
  readonly findings: readonly {
    readonly rule: string
    readonly start: number | null
    readonly end: number | null
    readonly text: string | null
    readonly stated: string | null
    readonly expected: string | null
  }[]
}
const printed = (result: CliResult): Checked => {
  const value: unknown = JSON.parse(result.stdout)
  VERBS.find(({ name }) => name === 'check')?.output?.parse(value)
  return value as Checked
}

beforeAll(async () => {
  expect((await cli('intake', SAMPLE_FILE, '--out', folder)).exitCode).toBe(0)
  writeFileSync(at('notice.txt'), '通报\n移交线索9件，办结8件，办结率88.8%。\n')
})

describe('check', () => {
  test('tells of a text what is wrong, at offsets of what text prints', async () => {
    const result = await cli('check', at('notice.txt'), '--json')
    expect(result.exitCode).toBe(1)
    const { findings, checked, passed, text } = printed(result)
    expect(text).toBeUndefined()
    expect(checked - passed).toBe(1)
    const { stdout } = await cli('text', at('notice.txt'))
    expect(findings).toMatchObject([{ rule: 'rate.rounding', stated: '88.8%', expected: '88.9' }])
    for (const { start, end, text: words } of findings) expect(stdout.slice(start ?? 0, end ?? 0)).toBe(words)
    expect(result.stderr).toContain('必改：比率写作88.8%')
  })

  test('composes a ledger first and gives the text its offsets count in', async () => {
    const { text = '', findings } = printed(await cli('check', at('ledger.zgtz')))
    expect(text).toContain('整改')
    const slip = findings.find(({ rule }) => rule === 'rate.rounding')
    expect(slip).toMatchObject({ stated: '95.6%', expected: '95.7' })
    expect(text.slice(slip?.start ?? 0, slip?.end ?? 0)).toBe('95.6%')
  })

  test('holds a text against a ledger: what is missing stands nowhere', async () => {
    const { findings } = printed(await cli('check', at('notice.txt'), '--ledger', at('ledger.zgtz')))
    const missing = findings.filter(({ rule }) => rule === 'ledger.coverage')
    expect(missing).toHaveLength(36)
    expect(missing[0]).toMatchObject({ start: null, end: null, text: null })
    const own = printed(await cli('check', SAMPLE_FILE, '--ledger', at('ledger.zgtz')))
    expect(own.findings.filter(({ rule }) => rule.startsWith('ledger.'))).toEqual([])
  })

  test('writes the report as a Word file', async () => {
    await cli('check', at('ledger.zgtz'), '--report', at('report.docx'))
    const words = await docxText(readFileSync(at('report.docx')))
    expect(words).toContain('送审前体检报告')
    expect(words).toContain('检查发现一览表')
    expect(words).toContain('反馈问题与正文对应表')
  })

  test('says what it cannot take', async () => {
    expect((await cli('check', at('none.txt'))).exitCode).toBe(1)
    expect((await cli('check', at('notice.txt'), '--edition', 'public')).exitCode).toBe(2)
    expect((await cli('check', at('notice.txt'), '--date', '2024-07-05')).exitCode).toBe(2)
    expect((await cli('check', at('ledger.zgtz'), '--ledger', at('ledger.zgtz'))).exitCode).toBe(2)
    writeFileSync(at('broken.zgtz'), 'not a package')
    expect((await cli('check', at('broken.zgtz'))).exitCode).toBe(1)
  })
})

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliResult, runCli } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { FORM_KEYS } from '../../shared/documents/forms/form-keys.ts'
import { docxText } from '../support/docx-text.ts'
import { clockAt } from '../support/ports.ts'
import { SAMPLE_FILE } from '../support/texts.ts'
import { paragraph, wordFile } from '../support/word-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const cli = (...argv: readonly string[]): Promise<CliResult> =>
  runCli(argv, { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0.0.0-test' })
const ledger = () => at('ledger.zgtz')
interface Papers {
  readonly folder: string | null
  readonly faults: readonly string[]
  readonly files: readonly { readonly name: string; readonly paper: string; readonly state: string }[]
}
const output = (result: CliResult): Papers => JSON.parse(result.stdout) as Papers

beforeAll(async () => {
  expect((await cli('intake', SAMPLE_FILE, '--out', folder)).exitCode).toBe(0)
})

describe('papers', () => {
  test('writes every form into a folder, and leaves what is there alone', async () => {
    const out = at('全部')
    const first = await cli('papers', ledger(), '--out', out, '--form', 'all', '--every', '--by', '青梧县委巡察整改办')
    expect(first.exitCode).toBe(0)
    const { files } = output(first)
    expect(readdirSync(out).sort()).toEqual(files.map(({ name }) => name).sort())
    // A ledger from a notice has no 督办通知单; everything else has papers.
    expect(new Set(files.map(({ paper }) => paper))).toEqual(new Set(FORM_KEYS.filter((key) => key !== 'supervision')))
    const report = files.find(({ paper }) => paper === 'monthly')?.name ?? ''
    expect(docxText(new Uint8Array(readFileSync(join(out, report))))).toContain('青梧县委巡察整改办')
    const again = output(await cli('papers', ledger(), '--out', out, '--form', 'monthly'))
    expect(again.files).toMatchObject([{ state: 'skipped' }])
    const over = output(await cli('papers', ledger(), '--out', out, '--form', 'monthly', '--replace'))
    expect(over.files).toMatchObject([{ state: 'written' }])
  })

  test('a period that was frozen is compared with', async () => {
    const frozen = at('frozen.zgtz')
    expect((await cli('freeze', ledger(), '--date', '2024-05-31', '--title', '五月', '--out', frozen)).exitCode).toBe(0)
    const out = at('月报')
    const { files } = output(await cli('papers', frozen, '--out', out, '--form', 'monthly', '--date', '2024-07-05'))
    expect(docxText(new Uint8Array(readFileSync(join(out, files[0]?.name ?? ''))))).toContain(
      '与上期（五月，截至2024年5月31日）比较',
    )
  })

  test('several ledgers, units and names as wished', async () => {
    const out = at('分册')
    const result = await cli(
      'papers',
      ledger(),
      '--also',
      ledger(),
      '--out',
      out,
      '--books',
      'unit',
      '--unit',
      '县财政局',
      '--name',
      '{文种}_{对象}',
    )
    const { files } = output(result)
    expect(files.length).toBeGreaterThanOrEqual(2)
    for (const { name } of files) expect(name).toMatch(/^按责任单位分册_县财政局/)
  })

  test('a form of one’s own is checked before anything is written, and filled', async () => {
    writeFileSync(at('坏.docx'), wordFile({ body: paragraph('{反馈的问题}') }))
    writeFileSync(at('卡片.docx'), wordFile({ body: paragraph('{序号} {反馈问题}') }))
    const checked = await cli('form', at('坏.docx'))
    expect(checked.exitCode).toBe(1)
    expect(JSON.parse(checked.stdout)).toMatchObject({ scope: 'problem', faults: ['没有字段“反馈的问题”。是不是“反馈问题”？'] })
    const bad = await cli('papers', ledger(), '--out', at('坏'), '--template', at('坏.docx'))
    expect(bad.exitCode).toBe(1)
    expect(output(bad)).toMatchObject({ folder: null, files: [] })
    const good = output(await cli('papers', ledger(), '--out', at('卡片'), '--template', at('卡片.docx')))
    expect(good.files.length).toBeGreaterThan(10)
    expect(good.files[0]?.name).toMatch(/卡片_01_/)
  })

  test.each([
    ['nothing wanted', [], /说明要写什么/],
    ['an unknown form', ['--form', 'x'], /没有表单“x”/],
    ['an unknown table', ['--table', 'x'], /没有表“x”/],
    ['an unknown part of a name', ['--form', 'monthly', '--name', '{日子}'], /没有“\{日子\}”/],
  ])('%s is said', async (_, more, sentence) => {
    const result = await cli('papers', ledger(), '--out', at('无'), ...more)
    expect(result.exitCode).toBe(2)
    expect(result.stderr).toMatch(sentence)
  })
})

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freezeOutput, periodsOutput } from '../../electron/cli/contract.ts'
import { type CliResult, runCli } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { decodePackage, encodePackage } from '../../shared/exchange/package.ts'
import { engineOf } from '../support/engine-parts.ts'
import { unwrapped } from '../support/expect-ok.ts'
import { clockAt } from '../support/ports.ts'
import { SAMPLE_FILE } from '../support/texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-periods-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const ledger = at('sample/ledger.zgtz')

const cli = (...argv: readonly string[]): Promise<CliResult> =>
  runCli(argv, { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0.0.0-test' })
const frozen = async (...argv: readonly string[]) => {
  const result = await cli('freeze', ...argv)
  expect(result.exitCode, result.stderr).toBe(0)
  return freezeOutput.parse(JSON.parse(result.stdout))
}
const periods = async (...argv: readonly string[]) => {
  const result = await cli('periods', ...argv)
  expect(result.exitCode, result.stderr).toBe(0)
  return periodsOutput.parse(JSON.parse(result.stdout))
}

/** Frozen in July; then problem 2 is open again, problem 36 removed; frozen again in December. */
beforeAll(async () => {
  await cli('intake', SAMPLE_FILE, '--out', at('sample'))
  await frozen(ledger, '--date', '2024-07-05', '--title', '七月期报', '--out', at('july.zgtz'))
  await cli('edit', at('july.zgtz'), '--set', '2.状态=整改中', '--remove', '36', '--out', at('edited.zgtz'))
  await frozen(at('edited.zgtz'), '--date', '2024-12-31', '--out', at('two.zgtz'))
})

test('freezing adds a period and leaves the first file alone', async () => {
  const untouched = readFileSync(ledger)
  const output = await frozen(ledger, '--date', '2024-07-05', '--out', at('again.zgtz'), '--as', '李科/县委整改办/PC-2')
  expect(output).toMatchObject({ period: 1, title: '截至2024年7月5日', cutoff: '2024-07-05', problems: 36 })
  expect(readFileSync(ledger)).toEqual(untouched)
  // The same ledger at the same date has the same content, under the same name.
  expect((await periods(at('july.zgtz'))).periods[0]?.sha256).toBe(output.sha256)
})

test('periods are listed with what they are called and whether they are whole', async () => {
  expect(await periods(at('two.zgtz'))).toMatchObject({
    periods: [
      { period: 1, title: '七月期报', cutoff: '2024-07-05', takenOn: '2026-11-22', content: 'whole' },
      { period: 2, title: '截至2024年12月31日', cutoff: '2024-12-31', content: 'whole' },
    ],
    comparison: null,
  })
  expect(await periods(ledger)).toEqual({ periods: [], comparison: null })
})

test('two periods are compared, problem by problem and figure by figure', async () => {
  const { comparison } = await periods(at('two.zgtz'), '--compare', '1,2')
  expect(comparison).toMatchObject({
    before: { period: 1, cutoff: '2024-07-05' },
    after: { period: 2, cutoff: '2024-12-31' },
    added: [],
    gone: [{ number: 36, joinedIntoId: null }],
    statusChanged: [{ number: 2, statusAfter: 'inProgress' }],
  })
  expect(comparison?.figures.find(({ id }) => id === 'problems.total')).toMatchObject({ before: 36, after: 35 })
  expect(comparison?.newlyOverdue.length).toBeGreaterThan(0)
})

test('a period is compared with the ledger as it is, and the last one where none is named', async () => {
  await cli('edit', at('two.zgtz'), '--set', '2.状态=已完成', '--out', at('three.zgtz'))
  const named = await periods(at('three.zgtz'), '--compare', '1', '--date', '2025-01-31')
  expect(named.comparison).toMatchObject({ before: { period: 1 }, after: { period: null, cutoff: '2025-01-31' } })
  const last = await periods(at('three.zgtz'), '--date', '2025-01-31')
  expect(last.comparison).toMatchObject({
    before: { period: 2 },
    finished: [{ number: 2, statusBefore: 'inProgress', statusAfter: 'done' }],
    gone: [],
  })
})

test('last month’s numbers stay what they were, whatever is done after', async () => {
  const engine = engineOf('t')
  const contentOf = (path: string) => [...unwrapped(decodePackage(engine, readFileSync(path))).filesByHash.values()].map(String)
  expect(contentOf(at('two.zgtz'))).toHaveLength(2)
  expect(contentOf(at('two.zgtz'))).toEqual(expect.arrayContaining(contentOf(at('july.zgtz'))))
})

test('a period whose content did not come along is told, and comparing it is refused', async () => {
  const { documents, manifest } = unwrapped(decodePackage(engineOf('t'), readFileSync(at('july.zgtz'))))
  const bytes = encodePackage(engineOf('t'), documents, { ...manifest, programVersion: '0', files: new Map() })
  writeFileSync(at('bare.zgtz'), bytes)
  expect((await periods(at('bare.zgtz'))).periods).toMatchObject([{ content: 'missing' }])
  const result = await cli('periods', at('bare.zgtz'), '--compare', '1')
  expect([result.exitCode, result.stdout]).toEqual([1, ''])
  expect(result.stderr).toContain('期报的内容不在台账文件里')
})

test.each([
  [['periods', 'two', '--compare', '1,9'], 1, '没有第“9”期期报'],
  [['periods', 'sample/ledger', '--date', '2025-01-31'], 1, '还没有冻结过期报'],
  [['periods', 'two', '--compare', '1,2', '--date', '2025-01-31'], 2, '比较两期时不用 --date'],
  [['periods', 'two', '--compare', '0'], 2, '--compare 应写两期的期次'],
  [['periods', 'two', '--compare', '1,2,3'], 2, '--compare 应写两期的期次'],
  [['freeze', 'two', '--out', 'x'], 2, '缺少 --date'],
  [['freeze', 'two', '--date', '2024-02-30', '--out', 'x'], 2, '不是日期'],
  [['freeze', 'two', '--date', '2024-07-05', '--title', '期'.repeat(201), '--out', 'x'], 1, '“期次”超过 200 字'],
])('%j is answered with %i and a sentence', async ([verb = '', name = '', ...options], exitCode, words) => {
  const result = await cli(verb, at(`${name}.zgtz`), ...options.map((option) => (option === 'x' ? at('x.zgtz') : option)))
  expect([result.exitCode, result.stdout, existsSync(at('x.zgtz'))]).toEqual([exitCode, '', false])
  expect(result.stderr).toContain(words)
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliResult, runCli } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { clockAt } from '../support/ports.ts'
import { SAMPLE_FILE } from '../support/texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-merge-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const cli = (...argv: readonly string[]): Promise<CliResult> =>
  runCli(argv, { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0.0.0-test' })
// biome-ignore lint/suspicious/noExplicitAny: what stands on standard output has its contract in another test
const json = (result: CliResult): any => JSON.parse(result.stdout)

const edited = async (from: string, to: string, problem: string, field: string, value: string, who: string): Promise<void> => {
  const result = await cli('edit', from, '--set', `${problem}.${field}=${value}`, '--as', who, '--out', to)
  expect(result.exitCode, result.stderr).toBe(0)
}

beforeAll(async () => {
  expect((await cli('intake', SAMPLE_FILE, '--out', folder)).exitCode).toBe(0)
  await edited(at('ledger.zgtz'), at('甲.zgtz'), '1', 'target', '甲写的目标', '甲/整改办/PC-1')
  await edited(at('ledger.zgtz'), at('乙0.zgtz'), '1', 'target', '乙写的目标', '乙/整改办/PC-2')
  await edited(at('乙0.zgtz'), at('乙.zgtz'), '2', 'target', '第二个问题的目标', '乙/整改办/PC-2')
})

describe('plan', () => {
  test('tells the conflict and the news, and writes nothing', async () => {
    const before = readFileSync(at('甲.zgtz'))
    const plan = json(await cli('plan', at('甲.zgtz'), at('乙.zgtz')))
    expect(plan.packages).toMatchObject([{ state: 'news', sender: { clerk: '乙' } }])
    expect(plan.items.map(({ problem, verdict }: never) => [(problem as { number: number }).number, verdict])).toEqual([
      [1, 'conflict'],
      [2, 'changed'],
    ])
    expect(plan.items[0].conflicts[0].values.map(({ text }: never) => text).sort()).toEqual(['乙写的目标', '甲写的目标'])
    expect(plan.items[1].news).toMatchObject([{ title: '整改目标', after: '第二个问题的目标', author: { clerk: '乙' } }])
    expect(readFileSync(at('甲.zgtz')).equals(before)).toBe(true)
  })

  test('of the same file and of an older one says so', async () => {
    expect(json(await cli('plan', at('甲.zgtz'), at('甲.zgtz'))).packages).toMatchObject([{ state: 'same' }])
    expect(json(await cli('plan', at('甲.zgtz'), at('ledger.zgtz'))).packages).toMatchObject([{ state: 'older' }])
  })

  test('another ledger, a cut file and too few files are refused in a sentence', async () => {
    expect((await cli('intake', SAMPLE_FILE, '--out', at('other'))).exitCode).toBe(0)
    const other = await cli('plan', at('甲.zgtz'), at('other/ledger.zgtz'))
    expect([other.exitCode, other.stderr]).toEqual([1, expect.stringContaining('另一本台账')])
    writeFileSync(at('cut.zgtz'), readFileSync(at('乙.zgtz')).subarray(0, 5000))
    expect((await cli('plan', at('甲.zgtz'), at('cut.zgtz'))).exitCode).toBe(1)
    const few = await cli('plan', at('甲.zgtz'))
    expect([few.exitCode, few.stderr]).toEqual([2, expect.stringContaining('至少应给出 2 个文件')])
  })
})

describe('merge', () => {
  test('keeps both texts, which conflicts lists and resolve ends; then both agree', async () => {
    const merged = json(await cli('merge', at('甲.zgtz'), at('乙.zgtz'), '--out', at('合.zgtz'), '--as', '甲/整改办/PC-1'))
    expect(merged).toMatchObject({ conflicts: 1, rejected: [] })
    const { conflicts } = json(await cli('conflicts', at('合.zgtz')))
    expect(conflicts).toMatchObject([{ problem: { number: 1 }, title: '整改目标', type: 'field' }])
    // An ordinary edit may not decide it.
    const plain = await cli('edit', at('合.zgtz'), '--set', '1.target=丙', '--out', at('x.zgtz'))
    expect(plain.exitCode).toBe(1)
    // Unsettled, they hold back 销号 and the final notice; a draft with comments is written.
    const close = JSON.stringify({ type: 'close', problemId: '#1', on: '2026-11-22', result: null })
    const closed = await cli('act', at('合.zgtz'), '--do', close, '--out', at('x.zgtz'))
    expect([closed.exitCode, closed.stderr]).toEqual([1, expect.stringContaining('还有 1 处冲突没有处理，不能销号')])
    const printed = await cli('notice', at('合.zgtz'), '--out', at('通报.docx'))
    expect([printed.exitCode, printed.stderr]).toEqual([1, expect.stringContaining('不能导出正式通报')])
    expect((await cli('notice', at('合.zgtz'), '--comments', '--out', at('通报.docx'))).exitCode).toBe(0)
    const { key } = conflicts[0]
    const ended = json(
      await cli('resolve', at('合.zgtz'), '--set', `${key}=甲乙商定的目标`, '--as', '甲/整改办/PC-1', '--out', at('定.zgtz')),
    )
    expect(ended).toMatchObject({ resolved: 1, left: 0 })
    const back = json(await cli('merge', at('乙.zgtz'), at('定.zgtz'), '--out', at('乙新.zgtz')))
    expect(back.conflicts).toBe(0)
    expect(json(await cli('plan', at('乙新.zgtz'), at('定.zgtz'))).packages).toMatchObject([{ state: 'same' }])
    const again = await cli('resolve', at('定.zgtz'), '--set', `${key}=又一次`, '--out', at('x.zgtz'))
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining('没有冲突')])
  })

  test('what is not accepted is written back as it was, with the reason in the history', async () => {
    const result = await cli(
      'merge',
      at('甲.zgtz'),
      at('乙.zgtz'),
      '--accept',
      '1',
      '--reason',
      '目标没有研究过',
      '--out',
      at('部分.zgtz'),
    )
    expect(json(result)).toMatchObject({ rejected: [expect.stringMatching(/^problem:/)] })
    const { changes } = json(await cli('history', at('部分.zgtz'), '--problem', '2'))
    expect(changes[0].intent).toBe('不采用：目标没有研究过')
    const unknown = await cli('merge', at('甲.zgtz'), at('乙.zgtz'), '--reject', '99', '--out', at('x.zgtz'))
    expect(unknown.exitCode).toBe(2)
  })
})

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliResult, runCli, VERBS } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { clockAt } from '../support/ports.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-relate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const cli = (...argv: readonly string[]): Promise<CliResult> =>
  runCli(argv, { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0.0.0-test' })
// biome-ignore lint/suspicious/noExplicitAny: what stands on standard output is checked against its contract
const printed = (result: CliResult, verb = 'relate'): any => {
  expect(result.exitCode, result.stderr).toBe(0)
  const value: unknown = JSON.parse(result.stdout)
  VERBS.find(({ name }) => name === verb)?.output?.parse(value)
  return value
}
const FEEDBACK = fileURLToPath(new URL('../fixtures/feedback/shuiwu-numbered.txt', import.meta.url))

/** A clerk reads the feedback and goes on typing. */
const typedBy = async (clerk: string, ...sets: readonly string[]): Promise<string> => {
  await cli('intake', FEEDBACK, '--out', at(clerk))
  const options = sets.flatMap((set) => ['--set', set])
  const file = at(`${clerk}.zgtz`)
  printed(await cli('edit', at(`${clerk}/ledger.zgtz`), ...options, '--as', `${clerk}/整改办/PC-${clerk}`, '--out', file), 'edit')
  return file
}

let [mine, theirs] = ['', '']
beforeAll(async () => {
  mine = await typedBy('何启', '1.target=何启写的目标', '2.target=两人都写的目标')
  theirs = await typedBy(
    '陆明',
    '1.target=陆明写的目标',
    '2.target=两人都写的目标',
    '3.result=陆明写的成效',
    '4.statement=4、水费收缴使用很不规范',
    '5.statement=另一件事：河道采砂监管缺位',
  )
})

describe('relate', () => {
  test('without --out prints which problems seem the same, and writes nothing', async () => {
    const before = readFileSync(mine)
    const { out, suggested, report } = printed(await cli('relate', mine, theirs))
    expect([out, report]).toEqual([null, null])
    expect(
      suggested.map(({ theirs: their, mine: own, by }: never) => [
        (their as { number: number }).number,
        (own as { number: number } | null)?.number,
        by,
      ]),
    ).toEqual([
      [1, 1, 'equal'],
      [2, 2, 'equal'],
      [3, 3, 'equal'],
      [4, 4, 'near'],
      [5, undefined, 'none'],
      [6, 6, 'equal'],
    ])
    expect(readFileSync(mine).equals(before)).toBe(true)
  })

  test('with --out joins them, keeps both texts for conflicts and resolve, and a second time brings nothing', async () => {
    const result = await cli('relate', mine, theirs, '--out', at('合.zgtz'), '--accept', 'near', '--as', '何启/整改办/PC-1')
    const { report } = printed(result)
    expect(result.stderr).toContain('两边写得不同')
    expect(report).toMatchObject({ state: 'news', conflicts: 2, leftOut: { notices: 1, periods: 0 } })
    expect(report.pairs).toHaveLength(5)
    expect(report.added).toEqual([{ mine: expect.any(Number), theirs: 5 }])
    const { conflicts } = printed(await cli('conflicts', at('合.zgtz')), 'conflicts')
    const texts = conflicts.map(({ values }: { values: { text: string; author: { clerk: string } | null }[] }) =>
      values.map(({ text, author }) => `${author?.clerk}：${text}`).sort(),
    )
    expect(texts).toContainEqual(['何启：何启写的目标', '陆明：陆明写的目标'])
    const sets = conflicts.flatMap(({ key, values }: { key: string; values: { text: string }[] }) => [
      '--set',
      `${key}=${values[0]?.text}`,
    ])
    expect(printed(await cli('resolve', at('合.zgtz'), ...sets, '--out', at('定.zgtz')), 'resolve')).toMatchObject({ left: 0 })
    const again = printed(await cli('relate', at('定.zgtz'), theirs, '--out', at('再.zgtz')))
    expect(again.report).toMatchObject({ state: 'same', items: [], conflicts: 0 })
    expect(again.report.pairs).toHaveLength(5)
  })

  test('by default joins only what says the same, and everything else comes in beside', async () => {
    const { report } = printed(await cli('relate', mine, theirs, '--out', at('严.zgtz')))
    expect([report.pairs.length, report.added.length]).toEqual([4, 2])
  })

  test('joins what a file says, by number or id, and leaves out what it does not add', async () => {
    const { suggested } = printed(await cli('relate', mine, theirs))
    writeFileSync(at('pairs.json'), JSON.stringify({ pairs: [{ mine: 1, theirs: suggested[0].theirs.id }], added: [5] }))
    const { report } = printed(await cli('relate', mine, theirs, '--out', at('选.zgtz'), '--pairs', at('pairs.json')))
    expect(report).toMatchObject({ pairs: [{ mine: 1, theirs: 1 }], leftOut: { problems: 4 } })
    expect(report.added).toHaveLength(1)
  })

  test.each([
    ['{"pairs":[{"mine":99,"theirs":1}]}', '本台账没有问题“99”'],
    ['{"pairs":[{"mine":1,"theirs":1},{"mine":1,"theirs":2}]}', '出现了两次'],
    ['[1,2]', '应写作'],
  ])('a file that says %s is misuse', async (text, sentence) => {
    writeFileSync(at('bad.json'), text)
    const result = await cli('relate', mine, theirs, '--out', at('never.zgtz'), '--pairs', at('bad.json'))
    expect([result.exitCode, result.stderr]).toEqual([2, expect.stringContaining(sentence)])
    expect(existsSync(at('never.zgtz'))).toBe(false)
  })

  test('a copy of the same ledger is refused, and so is an option without --out', async () => {
    const copy = await cli('relate', mine, at('何启/ledger.zgtz'), '--out', at('never.zgtz'))
    expect([copy.exitCode, copy.stderr]).toEqual([1, expect.stringContaining('同一本台账')])
    expect((await cli('relate', mine, theirs, '--accept', 'near')).exitCode).toBe(2)
    expect((await cli('relate', mine, theirs, '--out', at('never.zgtz'), '--accept', 'all')).exitCode).toBe(2)
    expect(existsSync(at('never.zgtz'))).toBe(false)
  })
})

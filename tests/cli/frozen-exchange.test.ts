import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { runCli } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { unlockPackage } from '../../shared/exchange/locked-package.ts'
import { filesIn, readPackage } from '../../shared/exchange/read-package.ts'
import { receiptLine } from '../../shared/exchange/receipt.ts'
import { unwrapped } from '../support/expect-ok.ts'
import { clockAt } from '../support/ports.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-frozen-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
/** Written by the program as it was when these packages were new; never written again. */
const frozen = (name: string): string => fileURLToPath(new URL(`../fixtures/frozen/exchange/${name}`, import.meta.url))
// biome-ignore lint/suspicious/noExplicitAny: what stands on standard output has its contract in another test
const cli = async (...argv: readonly string[]): Promise<any> => {
  const result = await runCli(argv, { clock: clockAt('2030-01-01'), ids: randomIds, programVersion: '9.9.9' })
  expect(result.exitCode, result.stderr).toBe(0)
  return JSON.parse(result.stdout)
}

test('a slice and an answer of format 1.2 are read for ever, and mean what they meant', async () => {
  const slice = await cli('outline', frozen('slice-1.2.zgtz'))
  expect(JSON.stringify(slice)).toContain('出租合同未经公开')
  const plan = await cli('plan', frozen('office-1.2.zgtz'), frozen('reply-1.2.zgtz'))
  expect(plan.packages).toMatchObject([{ state: 'news', sender: { clerk: '李科', unit: '柳塘镇' } }])
  expect(
    plan.items.flatMap(({ news }: { news: readonly { title: string; after: string }[] }) =>
      news.map(({ title, after }) => [title, after]),
    ),
  ).toEqual(
    expect.arrayContaining([
      ['整改情况', '其余2个村的合同已公开'],
      ['状态', '已完成'],
    ]),
  )
  const out = join(folder, '收.zgtz')
  expect(await cli('merge', frozen('office-1.2.zgtz'), frozen('reply-1.2.zgtz'), '--out', out)).toMatchObject({ conflicts: 0 })
  expect((await cli('plan', out, frozen('reply-1.2.zgtz'))).packages).toMatchObject([{ state: 'same' }])
})

test('a 签收回执 and an answer with 佐证材料 of format 1.2 are read for ever, and mean what they meant', () => {
  const receipt = unwrapped(readPackage(new Uint8Array(readFileSync(frozen('receipt-1.2.zgtz')))))
  const reply = unwrapped(readPackage(new Uint8Array(readFileSync(frozen('reply-1.2.zgtz')))))
  expect(receipt.content).toMatchObject({
    type: 'receipt',
    receipt: { of: { digest: reply.digest, purpose: 'reply' }, taken: 1 },
  })
  if (receipt.content.type === 'receipt')
    expect(receiptLine(receipt.content.receipt)).toBe(
      '已签收“上报进展”，采用 1 个问题的内容，1 处冲突待处理，未采用 1 处（第1个问题整改措施的时限：须经会议研究）',
    )
  const withFiles = unwrapped(readPackage(new Uint8Array(readFileSync(frozen('reply-with-files-1.2.zgtz')))))
  expect([...filesIn(withFiles).values()].map((bytes) => new TextDecoder().decode(bytes))).toEqual(['公开栏照片说明'])
  expect(withFiles.content).toMatchObject({ type: 'reply', reply: (reply.content as { reply: unknown }).reply })
})

test('a slice and an answer locked by version 1 are opened for ever, and are what they were', async () => {
  const passphrase = '柳塘镇 2026 上报口令'
  for (const name of ['slice', 'reply']) {
    const unlocked = await unlockPackage(new Uint8Array(readFileSync(frozen(`${name}-1.2-lock-1.zgtz`))), passphrase)
    expect(Buffer.from(unwrapped(unlocked)).equals(readFileSync(frozen(`${name}-1.2.zgtz`)))).toBe(true)
  }
  const file = join(folder, '口令.txt')
  writeFileSync(file, passphrase)
  const plan = (answer: string) =>
    cli('plan', frozen('office-1.2.zgtz'), frozen(answer), '--passphrase-file', file).then(({ items }) => items)
  expect(await plan('reply-1.2-lock-1.zgtz')).toEqual(await plan('reply-1.2.zgtz'))
})

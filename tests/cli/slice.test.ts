import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as A from '@automerge/automerge'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliResult, runCli } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { encodePackage } from '../../shared/exchange/package.ts'
import { createDocuments, editDocuments } from '../../shared/merge/ledger-documents.ts'
import { aLedger } from '../support/a-ledger.ts'
import { by, engineOf } from '../support/engine-parts.ts'
import { clockAt } from '../support/ports.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-slice-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const cli = (...argv: readonly string[]): Promise<CliResult> =>
  runCli(argv, { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0.0.0-test' })
// biome-ignore lint/suspicious/noExplicitAny: what stands on standard output has its contract in another test
const json = (result: CliResult): any => {
  expect(result.exitCode, result.stderr).toBe(0)
  return JSON.parse(result.stdout)
}
const set = (from: string, to: string, what: string, who: string) =>
  cli('edit', from, '--set', what, '--as', who, '--out', to).then(json)

/** Everything that must not leave the office. */
const SECRETS = {
  directory: '名录里的局长甲',
  register: '登记簿里的线索内容',
  office: '办内备注不外传',
  accountability: '被问责的某人',
  notice: '通报草稿里的话',
  other: '别的单位的问题',
  former: '改掉以前的提法',
  removed: '删掉的措施原文',
  evidence: '佐证材料的文件名',
}

const ledger = aLedger({
  nodes: [
    { id: 'n1', heading: '基层治理方面' },
    { id: 'n2', heading: '别的方面' },
  ],
  problems: [
    {
      nodeId: 'n1',
      statement: SECRETS.former,
      measures: [{ text: '补齐台账' }, { text: SECRETS.removed }],
      responsibilities: [{ role: 'unit', name: '柳塘镇' }],
      office: { notes: SECRETS.office },
    },
    { nodeId: 'n2', statement: SECRETS.other, responsibilities: [{ role: 'unit', name: '石栈乡' }] },
  ],
  blocks: [{ text: SECRETS.notice }],
  leads: [{ title: SECRETS.register }],
  accountabilities: [{ problemId: 'p1', people: SECRETS.accountability }],
  more: {
    unit: [{ id: 'u1', name: '柳塘镇', aliases: '柳塘', contact: SECRETS.directory }],
    attachment: [{ ownerId: 'p1', name: SECRETS.evidence }],
  },
})

/** Every word of a package: its entries, and in its documents every change that was ever made. */
const wordsOf = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .map(([name, content]) =>
      name.endsWith('.automerge')
        ? A.getAllChanges(A.load(content))
            .map((change) => JSON.stringify(A.decodeChange(change)))
            .join()
        : strFromU8(content),
    )
    .join('\n')

beforeAll(() => {
  const engine = engineOf('office')
  const created = createDocuments(engine, ledger.records, by('办内'))
  const edited = editDocuments(
    engine,
    created,
    ledger.records,
    [
      { type: 'change', kind: 'problem', id: 'p1', fields: { statement: '出租合同没有公开' } },
      { type: 'remove', kind: 'measure', id: 'p1-m2' },
    ],
    by('办内'),
  )
  if (!edited.ok) throw new Error(edited.error.type)
  const bytes = encodePackage(engine, edited.value, {
    ledger: { id: 'ledger', title: ledger.ledger.title },
    sender: by('办内').author,
    writtenAt: 0,
    programVersion: '0',
  })
  writeFileSync(at('office.zgtz'), bytes)
  // The test can fail: all of it is in the whole ledger.
  const whole = wordsOf(bytes)
  for (const [name, secret] of Object.entries(SECRETS)) expect(whole, name).toContain(secret)
})

describe('slice', () => {
  test('holds the unit’s problems by any of its names, and no byte of what stays in the office', async () => {
    const told = json(await cli('slice', at('office.zgtz'), '--unit', '柳塘', '--out', at('柳塘镇.zgtz')))
    expect(told).toMatchObject({ unit: '柳塘', problems: [1] })
    const words = wordsOf(new Uint8Array(readFileSync(at('柳塘镇.zgtz'))))
    expect(words).toContain('出租合同没有公开')
    expect(words).toContain('补齐台账')
    expect(words).toContain('基层治理方面')
    for (const [name, secret] of Object.entries(SECRETS)) expect(words, name).not.toContain(secret)
    expect(words).not.toContain('别的方面')
  })

  test('a unit without problems is told so', async () => {
    const result = await cli('slice', at('office.zgtz'), '--unit', '没有这个单位', '--out', at('x.zgtz'))
    expect([result.exitCode, result.stderr]).toEqual([1, expect.stringContaining('没有“没有这个单位”的问题')])
  })
})

describe('reply', () => {
  test('brings the unit’s changes back; what both changed is a conflict; the same reply twice changes nothing', async () => {
    json(await cli('slice', at('office.zgtz'), '--unit', '柳塘镇', '--out', at('分发.zgtz')))
    await set(at('分发.zgtz'), at('镇1.zgtz'), '1.account=已公开3个村的合同', '李科/柳塘镇/镇PC')
    await set(at('镇1.zgtz'), at('镇2.zgtz'), '1.target=月底前全部公开', '李科/柳塘镇/镇PC')
    await set(at('office.zgtz'), at('办.zgtz'), '1.target=六月底前公开', '王科/整改办/办PC')
    const reply = json(await cli('reply', at('镇2.zgtz'), '--as', '李科/柳塘镇/镇PC', '--out', at('上报.zgtz')))
    expect(reply).toMatchObject({ unit: '柳塘镇', problems: 1, changes: 2 })

    const plan = json(await cli('plan', at('办.zgtz'), at('上报.zgtz')))
    expect(plan.packages).toMatchObject([{ state: 'news', sender: { unit: '柳塘镇' } }])
    expect(plan.items).toMatchObject([{ problem: { number: 1 }, verdict: 'conflict' }])
    expect(plan.items[0].news).toContainEqual(
      expect.objectContaining({
        title: '整改情况',
        after: '已公开3个村的合同',
        author: { clerk: '李科', unit: '柳塘镇', pc: '镇PC' },
      }),
    )
    expect(plan.items[0].conflicts[0].values.map(({ text }: never) => text).sort()).toEqual(['六月底前公开', '月底前全部公开'])

    json(await cli('merge', at('办.zgtz'), at('上报.zgtz'), '--out', at('收.zgtz')))
    const again = json(await cli('plan', at('收.zgtz'), at('上报.zgtz')))
    expect(again.packages).toMatchObject([{ state: 'same' }])
    // Another PC of the office reads it too: both come to the same state.
    json(await cli('merge', at('办.zgtz'), at('上报.zgtz'), '--out', at('收2.zgtz')))
    expect(json(await cli('plan', at('收.zgtz'), at('收2.zgtz'))).packages).toMatchObject([{ state: 'same' }])
    // A later answer holds what the earlier one held, and brings only what is new.
    await set(at('镇2.zgtz'), at('镇3.zgtz'), '1.result=合同公开率100%', '李科/柳塘镇/镇PC')
    json(await cli('reply', at('镇3.zgtz'), '--out', at('上报2.zgtz')))
    const later = json(await cli('plan', at('收.zgtz'), at('上报2.zgtz')))
    expect(later.items[0].news.map(({ title }: never) => title)).toEqual(['整改成效'])
  })

  test('what is no slice, a damaged answer and an answer to an unknown state are refused in sentences', async () => {
    const whole = await cli('reply', at('office.zgtz'), '--out', at('x.zgtz'))
    expect([whole.exitCode, whole.stderr]).toEqual([1, expect.stringContaining('不是分发给单位的台账')])
    const bytes = readFileSync(at('上报.zgtz'))
    for (const place of [80, Math.floor(bytes.length / 2), bytes.length - 90]) {
      const damaged = Buffer.from(bytes)
      damaged[place] = (damaged[place] ?? 0) ^ 0x10
      writeFileSync(at('坏.zgtz'), damaged)
      expect((await cli('plan', at('办.zgtz'), at('坏.zgtz'))).exitCode, String(place)).toBe(1)
    }
    for (let length = 0; length < bytes.length; length += 256) {
      writeFileSync(at('断.zgtz'), bytes.subarray(0, length))
      expect((await cli('plan', at('办.zgtz'), at('断.zgtz'))).exitCode, String(length)).toBe(1)
    }
    // The state before the statement was changed never saw the cut.
    const engine = engineOf('old')
    writeFileSync(
      at('旧.zgtz'),
      encodePackage(engine, createDocuments(engine, ledger.records, by('办内')), {
        ledger: { id: 'ledger', title: ledger.ledger.title },
        sender: by('办内').author,
        writtenAt: 0,
        programVersion: '0',
      }),
    )
    const unknown = await cli('plan', at('旧.zgtz'), at('上报.zgtz'))
    expect([unknown.exitCode, unknown.stderr]).toEqual([1, expect.stringContaining('这里没有')])
  })
})

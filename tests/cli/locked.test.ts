import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliResult, runCli } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { isLocked } from '../../shared/exchange/locked-package.ts'
import { encodePackage } from '../../shared/exchange/package.ts'
import { createDocuments } from '../../shared/merge/ledger-documents.ts'
import { aLedger } from '../support/a-ledger.ts'
import { by, engineOf } from '../support/engine-parts.ts'
import { clockAt } from '../support/ports.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-locked-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const cli = (...argv: readonly string[]): Promise<CliResult> =>
  runCli(argv, { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0.0.0-test' })
// biome-ignore lint/suspicious/noExplicitAny: what stands on standard output has its contract in another test
const json = (result: CliResult): any => {
  expect(result.exitCode, result.stderr).toBe(0)
  return JSON.parse(result.stdout)
}
const passphraseFile = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content)
  return at(name)
}
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(at(name)))

const TOWN = 'liutang-2026'
const TOWNSHIP = '石栈乡上报专用'
const town = passphraseFile('柳塘.txt', `${TOWN}\r\n第二行不是口令\r\n`)
const township = passphraseFile('石栈.txt', `\ufeff${TOWNSHIP}2026\n`)
const another = passphraseFile('另一个.txt', 'liutang-2027')

/** The unit's way: open what came, work on it, answer. */
const answerOf = async (unit: string, file: string): Promise<void> => {
  json(await cli('slice', at('office.zgtz'), '--unit', unit, '--passphrase-file', file, '--out', at(`${unit}分发.zgtz`)))
  json(
    await cli(
      'edit',
      at(`${unit}分发.zgtz`),
      '--passphrase-file',
      file,
      '--set',
      `1.account=${unit}已整改`,
      '--as',
      `李科/${unit}/PC`,
      '--out',
      at(`${unit}.zgtz`),
    ),
  )
  json(
    await cli('reply', at(`${unit}.zgtz`), '--as', `李科/${unit}/PC`, '--passphrase-file', file, '--out', at(`${unit}上报.zgtz`)),
  )
}

beforeAll(async () => {
  const { records, ledger } = aLedger({
    problems: [
      { statement: '出租合同没有公开', responsibilities: [{ role: 'unit', name: '柳塘镇' }] },
      { statement: '道路失养', responsibilities: [{ role: 'unit', name: '石栈乡' }] },
    ],
  })
  const bytes = encodePackage(engineOf('office'), createDocuments(engineOf('w'), records, by('办内')), {
    ledger: { id: 'ledger', title: ledger.title },
    sender: by('办内').author,
    writtenAt: 0,
    programVersion: '0',
  })
  writeFileSync(at('office.zgtz'), bytes)
  await answerOf('柳塘镇', town)
  await answerOf('石栈乡', township)
})

describe('with --passphrase-file', () => {
  test('slice and reply lock what they write, and say so; what a unit works on is open', async () => {
    for (const unit of ['柳塘镇', '石栈乡'])
      expect(['分发', '', '上报'].map((name) => isLocked(bytesOf(`${unit}${name}.zgtz`)))).toEqual([true, false, true])
    const told = await cli('reply', at('柳塘镇.zgtz'), '--passphrase-file', town, '--out', at('又.zgtz'))
    expect(told.stderr).toContain('又.zgtz，已用口令加密封装')
    expect(json(told).bytes).toBe(bytesOf('又.zgtz').length)
    for (const word of ['柳塘镇', '李科', '出租合同']) expect(Buffer.from(bytesOf('柳塘镇上报.zgtz')).includes(word)).toBe(false)
  })

  test('plan and merge take the answers of units with passphrases of their own, beside open ones', async () => {
    json(await cli('reply', at('柳塘镇.zgtz'), '--out', at('未封装.zgtz')))
    const answers = [at('柳塘镇上报.zgtz'), at('石栈乡上报.zgtz'), at('未封装.zgtz')]
    const passphrases = ['--passphrase-file', town, '--passphrase-file', township]
    const plan = json(await cli('plan', at('office.zgtz'), ...answers, ...passphrases))
    expect(plan.packages.map(({ state }: never) => state)).toEqual(['news', 'news', 'same'])
    const merged = json(await cli('merge', at('office.zgtz'), ...answers, ...passphrases, '--out', at('收.zgtz')))
    expect(merged).toMatchObject({ conflicts: 0, rejected: [] })
    expect(isLocked(bytesOf('收.zgtz'))).toBe(false)
    const { packages } = json(await cli('plan', at('收.zgtz'), at('柳塘镇上报.zgtz'), '--passphrase-file', town))
    expect(packages).toMatchObject([{ state: 'same' }])
  })

  test('a passphrase may stand in a file of GB18030, as an old Notepad writes it', async () => {
    // “口令口令口令口令”
    const gb = passphraseFile('记事本.txt', new Uint8Array([1, 2, 3, 4].flatMap(() => [0xbf, 0xda, 0xc1, 0xee])))
    json(await cli('slice', at('office.zgtz'), '--unit', '柳塘镇', '--passphrase-file', gb, '--out', at('记事本.zgtz')))
    const utf8 = passphraseFile('口令.txt', '口令口令口令口令')
    expect(json(await cli('deadlines', at('记事本.zgtz'), '--passphrase-file', utf8))).toMatchObject({ deadlines: [] })
  })
})

describe('a locked package', () => {
  const refusalOf = async (...argv: readonly string[]): Promise<string> => {
    const result = await cli(...argv)
    expect([result.exitCode, result.stdout]).toEqual([1, ''])
    return result.stderr
  }

  test('without a passphrase is asked for one by every verb that opens it, and nothing is written', async () => {
    const asked = '此文件已加密封装，请输入口令'
    for (const argv of [
      ['plan', at('office.zgtz'), at('柳塘镇上报.zgtz')],
      ['merge', at('office.zgtz'), at('柳塘镇上报.zgtz'), '--out', at('x.zgtz')],
      ['reply', at('柳塘镇分发.zgtz'), '--out', at('x.zgtz')],
      ['outline', at('柳塘镇分发.zgtz')],
      ['notice', at('柳塘镇分发.zgtz'), '--out', at('x.docx')],
    ]) {
      const told = await refusalOf(...argv)
      expect(told, argv[0]).toContain(asked)
      expect(told, argv[0]).toContain('--passphrase-file')
    }
    for (const name of ['x.zgtz', 'x.docx']) expect(() => bytesOf(name)).toThrow('ENOENT')
  })

  test('with a wrong passphrase and a damaged one are told apart', async () => {
    const wrong = await refusalOf('plan', at('office.zgtz'), at('柳塘镇上报.zgtz'), '--passphrase-file', another)
    expect(wrong).toContain('口令不对')
    const bytes = bytesOf('柳塘镇上报.zgtz')
    bytes[300] = (bytes[300] ?? 0) ^ 1
    writeFileSync(at('坏.zgtz'), bytes)
    expect(await refusalOf('plan', at('office.zgtz'), at('坏.zgtz'), '--passphrase-file', another)).toContain('台账文件已损坏')
    writeFileSync(at('断.zgtz'), bytes.subarray(0, 400))
    expect(await refusalOf('plan', at('office.zgtz'), at('断.zgtz'), '--passphrase-file', town)).toContain('台账文件不完整')
  })

  test('is not written with a passphrase that is too short, spaced or empty, nor when its file is missing', async () => {
    const trying = (file: string) =>
      refusalOf('slice', at('office.zgtz'), '--unit', '柳塘镇', '--passphrase-file', file, '--out', at('x.zgtz'))
    expect(await trying(passphraseFile('短.txt', '1234567'))).toContain('口令太短（7 个字）')
    expect(await trying(passphraseFile('空格.txt', 'liutang-2026 \n'))).toContain('口令的开头或结尾有空格')
    expect(await trying(passphraseFile('空.txt', ''))).toContain('口令是空的')
    expect(await trying(passphraseFile('空行.txt', '\nliutang-2026\n'))).toContain('口令是空的')
    expect(await trying(at('没有.txt'))).toContain('找不到文件')
    expect(() => bytesOf('x.zgtz')).toThrow('ENOENT')
  })
})

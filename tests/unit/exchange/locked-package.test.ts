import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto'
import { strToU8 } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { isLocked, lockPackage, unlockPackage } from '../../../shared/exchange/locked-package.ts'
import { encodePackage } from '../../../shared/exchange/package.ts'
import { type Passphrase, parsePassphrase } from '../../../shared/exchange/passphrase.ts'
import { createDocuments } from '../../../shared/merge/ledger-documents.ts'
import { refusalText } from '../../../shared/messages/refusals.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { by, engineOf } from '../../support/engine-parts.ts'
import { unwrapped } from '../../support/expect-ok.ts'

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))
const PASSPHRASE: Passphrase = unwrapped(parsePassphrase('柳塘镇 2026 分发'))
/** A lock that is made at once: what is tested is not how long guessing takes. */
const QUICK = { logN: 1, r: 1, p: 1 }

const { records } = aLedger({ problems: [{ statement: '管网漏损率高。', measures: [{ text: '换管' }] }] })
const stamp = { ...by('某科员'), author: { clerk: '某科员', unit: '县委整改办', pc: 'OFFICE-7' } }
const whole = encodePackage(engineOf('a'), createDocuments(engineOf('w'), records, stamp), {
  ledger: { id: 'ledger', title: '青梧县巡察整改台账' },
  sender: stamp.author,
  writtenAt: 1_720_000_000,
  programVersion: '0.1.0',
})

let locked: Uint8Array
beforeAll(async () => {
  locked = await lockPackage(whole, PASSPHRASE, random, undefined, QUICK)
})

const answerTo = async (bytes: Uint8Array, passphrase: string = PASSPHRASE): Promise<string> => {
  const unlocked = await unlockPackage(bytes, passphrase)
  return unlocked.ok ? 'read' : unlocked.error.type
}

/** The file with its SHA-256 made right again, as somebody who changes it on purpose would. */
const redigested = (bytes: Uint8Array): Uint8Array => {
  const body = bytes.slice(0, -32)
  return new Uint8Array([...body, ...createHash('sha256').update(body).digest()])
}
const withByte = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const changed = bytes.slice()
  changed[at] = value
  return changed
}

describe('a locked package', () => {
  test('is opened by its passphrase and no other, with the cost that is usual', async () => {
    const shares: number[] = []
    const usual = await lockPackage(whole, PASSPHRASE, random, (share) => shares.push(share))
    expect([...usual.slice(8, 14)]).toEqual([1, 1, 1, 17, 8, 1])
    expect(shares.length).toBeGreaterThan(100)
    expect(shares.at(-1)).toBe(1)
    expect(unwrapped(await unlockPackage(usual, PASSPHRASE))).toEqual(whole)
    expect(await answerTo(usual, '柳塘镇 2026 分發')).toBe('passphrase-wrong')
  })

  test('shows nothing of title, unit, clerk, PC or words', () => {
    const words = [
      '青梧县巡察整改台账',
      '青梧',
      '县委整改办',
      '某科员',
      'OFFICE-7',
      '管网',
      '换管',
      'manifest',
      'zgtz sha256',
      'problem',
    ]
    const shows = (bytes: Uint8Array): readonly string[] =>
      words.filter((word) => (['utf8', 'utf16le'] as const).some((encoding) => Buffer.from(bytes).includes(word, 0, encoding)))
    expect(shows(locked)).toEqual([])
    // The test can fail: the package itself shows some of them.
    expect(shows(whole)).toContain('zgtz sha256')
    expect(isLocked(locked)).toBe(true)
    expect(isLocked(whole)).toBe(false)
  })

  test('is another file each time, because salt and nonce are', async () => {
    const again = await lockPackage(whole, PASSPHRASE, random, undefined, QUICK)
    for (const [from, to] of [
      [14, 30],
      [30, 42],
      [46, 62],
    ] as const)
      expect(again.slice(from, to)).not.toEqual(locked.slice(from, to))
  })

  test('is read by whoever follows docs/format-zgtz.md, and what they write is read here', async () => {
    const file = Buffer.from(locked)
    const keyOf = (salt: Uint8Array) => scryptSync(PASSPHRASE.normalize('NFC'), salt, 32, { N: 2 ** 1, r: 1, p: 1 })
    const length = file.readUInt32BE(42)
    const decipher = createDecipheriv('aes-256-gcm', keyOf(file.subarray(14, 30)), file.subarray(30, 42))
    decipher.setAAD(file.subarray(0, 46))
    decipher.setAuthTag(file.subarray(46 + length, 62 + length))
    const read = Buffer.concat([decipher.update(file.subarray(46, 46 + length)), decipher.final()])
    expect(read.equals(whole)).toBe(true)

    const header = Buffer.from([...strToU8('ZGTZLOCK'), 1, 1, 1, 1, 1, 1, ...randomBytes(28), 0, 0, 0, 5])
    const cipher = createCipheriv('aes-256-gcm', keyOf(header.subarray(14, 30)), header.subarray(30, 42))
    cipher.setAAD(header)
    const body = Buffer.concat([header, cipher.update('hello'), cipher.final(), cipher.getAuthTag()])
    const theirs = new Uint8Array([...body, ...createHash('sha256').update(body).digest()])
    expect(unwrapped(await unlockPackage(theirs, PASSPHRASE))).toEqual(strToU8('hello'))
  })
})

describe('a damaged file and a wrong passphrase are told apart', () => {
  test('a flipped bit anywhere is damage, with the right passphrase and with a wrong one', async () => {
    for (let at = 0; at < locked.length; at += at < 100 || at > locked.length - 100 ? 1 : 13) {
      const flipped = withByte(locked, at, (locked[at] ?? 0) ^ (1 << (at % 8)))
      const expected = at < 8 ? ['not-a-package'] : ['package-damaged', ...(at >= 42 && at < 46 ? ['package-truncated'] : [])]
      for (const passphrase of [PASSPHRASE, '别的口令别的口令'])
        expect(expected, `byte ${at}`).toContain(await answerTo(flipped, passphrase))
    }
  })

  test('a cut file is said to be incomplete, wherever it was cut', async () => {
    for (let length = 8; length < locked.length; length += length < 120 ? 1 : 97)
      expect(await answerTo(locked.slice(0, length)), `${length} bytes`).toBe('package-truncated')
    expect(await answerTo(locked.slice(0, 7))).toBe('not-a-package')
    expect(await answerTo(new Uint8Array())).toBe('not-a-package')
    expect(await answerTo(new Uint8Array([...locked, 0]))).toBe('package-damaged')
  })

  test('in sentences of their own', () => {
    const text = (type: 'passphrase-wrong' | 'package-locked' | 'package-truncated') => refusalText({ type })
    expect(text('passphrase-wrong')).toMatch(/^口令不对/)
    expect(text('package-locked')).toMatch(/^此文件已加密封装，请输入口令/)
    expect(text('package-truncated')).toMatch(/^台账文件不完整/)
    expect(refusalText({ type: 'package-damaged', entry: 'zgtz' })).toMatch(/^台账文件已损坏/)
  })

  test('who changes header, content or tag and makes the SHA-256 right does not get it read', async () => {
    for (const at of [12, 13, 14, 29, 30, 41, 46, 200, locked.length - 33]) {
      const forged = redigested(withByte(locked, at, (locked[at] ?? 0) ^ 3))
      expect(await answerTo(forged), `byte ${at}`).toBe('passphrase-wrong')
    }
  })
})

describe('a header is not believed', () => {
  const asking = (logN: number, r: number, p: number): Uint8Array =>
    redigested(withByte(withByte(withByte(locked, 11, logN), 12, r), 13, p))

  test.each([
    ['gigabytes', 31, 8, 1],
    ['more than 256 MB', 19, 8, 1],
    ['more than 256 MB in wide blocks', 14, 255, 1],
    ['hours', 17, 8, 255],
    ['more than four times the usual work', 17, 8, 5],
    ['everything', 255, 255, 255],
    ['N of 1', 0, 8, 1],
    ['no blocks', 17, 0, 1],
    ['no runs', 17, 8, 0],
  ])('that asks for %s is refused before any work', async (_, logN, r, p) => {
    expect(await answerTo(asking(logN, r, p))).toBe('lock-foreign')
  })

  test('of another key or cipher, of version 0, or with another length than the file is refused', async () => {
    for (const [at, value] of [
      [8, 0],
      [9, 2],
      [10, 0],
      [45, (locked[45] ?? 0) ^ 1],
    ] as const)
      expect(await answerTo(redigested(withByte(locked, at, value))), `byte ${at}`).toBe('lock-foreign')
    const headerAlone = redigested(new Uint8Array([...locked.slice(0, 46), ...new Uint8Array(32)]))
    expect(await answerTo(headerAlone)).toBe('lock-foreign')
  })

  test('of a newer version is refused with what to do, unless it is damage', async () => {
    const newer = withByte(locked, 8, 2)
    expect(await answerTo(newer)).toBe('package-damaged')
    const unlocked = await unlockPackage(redigested(newer), PASSPHRASE)
    expect(unlocked.ok ? '' : refusalText(unlocked.error)).toContain('封装格式为第 2 版，本程序只认识到第 1 版')
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lockPackage, unlockPackage } from '../../shared/exchange/locked-package.ts'
import { decodeFiles } from '../../shared/exchange/package.ts'
import { parsePassphrase } from '../../shared/exchange/passphrase.ts'
import { readPackage } from '../../shared/exchange/read-package.ts'
import { unwrapped } from '../support/expect-ok.ts'

const QUICK = { logN: 1, r: 1, p: 1 }
const passphrase = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 }).filter((text) => parsePassphrase(text).ok)
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
/** Salt and nonce come from the run, so that a failure can be repeated. */
const run = fc.record({
  bytes: fc.uint8Array({ maxLength: 300 }),
  passphrase,
  other: passphrase,
  salt: bytesOf(16),
  nonce: bytesOf(12),
  place: fc.nat(),
  bit: fc.nat(7),
})
type Run = typeof run extends fc.Arbitrary<infer T> ? T : never

const lockedBy = ({ bytes, passphrase: text, salt, nonce }: Run): Promise<Uint8Array> =>
  lockPackage(bytes, unwrapped(parsePassphrase(text)), (length) => (length === 16 ? salt : nonce), undefined, QUICK)

test('any bytes come back with the passphrase, however it was composed, and with no other', async () => {
  await fc.assert(
    fc.asyncProperty(run, async (given) => {
      const locked = await lockedBy(given)
      expect(unwrapped(await unlockPackage(locked, given.passphrase))).toEqual(given.bytes)
      expect(unwrapped(await unlockPackage(locked, given.passphrase.normalize('NFD')))).toEqual(given.bytes)
      // A file of a stick is a part of a larger buffer now and then.
      const within = new Uint8Array([1, 2, 3, ...locked, 4]).subarray(3, 3 + locked.length)
      expect(unwrapped(await unlockPackage(within, given.passphrase))).toEqual(given.bytes)
      if (given.other.normalize('NFC') !== given.passphrase.normalize('NFC'))
        expect(await unlockPackage(locked, given.other)).toEqual({ ok: false, error: { type: 'passphrase-wrong' } })
      for (const opened of [decodeFiles(locked), readPackage(locked)])
        expect(opened).toEqual({ ok: false, error: { type: 'package-locked' } })
    }),
    { seed: 20_261_123, numRuns: 200 },
  )
})

test('a flipped bit or a cut is never a wrong passphrase, and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(run, async (given) => {
      const locked = await lockedBy(given)
      const at = given.place % locked.length
      const flipped = locked.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << given.bit)
      for (const bytes of [flipped, locked.slice(0, at)]) {
        const unlocked = await unlockPackage(bytes, given.passphrase)
        expect(['package-damaged', 'package-truncated', 'not-a-package']).toContain(unlocked.ok ? 'read' : unlocked.error.type)
      }
    }),
    { seed: 20_261_124, numRuns: 300 },
  )
})

test('any bytes behind the name of a lock are refused, and never throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (tail) => {
      const unlocked = await unlockPackage(new Uint8Array([...Buffer.from('ZGTZLOCK'), ...tail]), 'abcd1234')
      expect(unlocked.ok).toBe(false)
    }),
    { seed: 20_261_125, numRuns: 200 },
  )
})

import { gcm } from '@noble/ciphers/aes.js'
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { strToU8 } from 'fflate'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { normalisedPassphrase, type Passphrase } from './passphrase.ts'

/**
 * [Note: Locked packages] A package may be locked with a passphrase: header, the package under AES-256-GCM, SHA-256 of both, byte by byte
 * in docs/format-zgtz.md. The key comes from the passphrase by scrypt; the header is authenticated with the content. The digest needs no
 * passphrase, so that a damaged file and a wrong passphrase are told apart; it protects against accidents only, GCM against people.
 */
const MAGIC = strToU8('ZGTZLOCK')
const LOCK_VERSION = 1
const SCRYPT = 1
const AES_256_GCM = 1

const AT = { version: 8, kdf: 9, cipher: 10, logN: 11, r: 12, p: 13, salt: 14, nonce: 30, length: 42 } as const
const HEADER_LENGTH = 46
const SALT_LENGTH = 16
const NONCE_LENGTH = 12
const TAG_LENGTH = 16
const DIGEST_LENGTH = 32

/** What scrypt costs: N is 2 to the power of `logN`; 128·N·r bytes of memory, N·r·p of work. */
export interface LockCost {
  readonly logN: number
  readonly r: number
  readonly p: number
}

/** 128 MB and half a second to a few seconds of a PC for every guess. */
const USUAL_COST: LockCost = { logN: 17, r: 8, p: 1 }

/** What a file may ask of a reader: 256 MB, and four times the usual work. Anybody can write a header. */
const MOST_BLOCKS = 2 ** 21
const MOST_WORK = 2 ** 22

const isBearable = ({ logN, r, p }: LockCost): boolean =>
  logN >= 1 && logN <= 20 && r >= 1 && p >= 1 && 2 ** logN * r <= MOST_BLOCKS && 2 ** logN * r * p <= MOST_WORK

/** How far the key is, from 0 to 1. Nearly all the time of a small package is spent there. */
export type ReportKey = (share: number) => void

/** Is it locked, whole or not? */
export const isLocked = (bytes: Uint8Array): boolean => MAGIC.every((byte, at) => bytes[at] === byte)

/**
 * Locks a package. `random` gives so many fresh random bytes: salt and nonce, never used again. `cost` is another than the usual only where
 * nothing is to be kept secret. It works in slices of 10 ms while the key is made, then some 20 ms for each MB in one go: a worker's work.
 */
export const lockPackage = async (
  bytes: Uint8Array,
  passphrase: Passphrase,
  random: (length: number) => Uint8Array,
  report?: ReportKey,
  cost = USUAL_COST,
): Promise<Uint8Array> => {
  const header = new Uint8Array(HEADER_LENGTH)
  header.set(MAGIC)
  header.set([LOCK_VERSION, SCRYPT, AES_256_GCM, cost.logN, cost.r, cost.p], AT.version)
  header.set(random(SALT_LENGTH), AT.salt)
  header.set(random(NONCE_LENGTH), AT.nonce)
  new DataView(header.buffer).setUint32(AT.length, bytes.length)
  const key = await keyOf(passphrase, header, report)
  const content = cipherOf(key, header).encrypt(bytes)
  key.fill(0)
  const locked = new Uint8Array(HEADER_LENGTH + content.length + DIGEST_LENGTH)
  locked.set(header)
  locked.set(content, HEADER_LENGTH)
  const end = locked.length - DIGEST_LENGTH
  locked.set(sha256(locked.subarray(0, end)), end)
  return locked
}

/**
 * Opens what `lockPackage` locked, whole or not at all; what is inside is still to be checked. Refused with their own reasons: what is not
 * locked, a cut or damaged file, a newer lock, a lock that asks for more than `isBearable` (before any work), a wrong passphrase. A person who
 * changes the file and its digest is answered as a wrong passphrase is: without the key nobody can tell them apart.
 */
export const unlockPackage = async (
  bytes: Uint8Array,
  passphrase: string,
  report?: ReportKey,
): Promise<Result<Uint8Array, Refusal>> => {
  if (!isLocked(bytes)) return err({ type: 'not-a-package' })
  const refusal = lockRefusal(bytes)
  if (refusal !== null) return err(refusal)
  const header = bytes.subarray(0, HEADER_LENGTH)
  const key = await keyOf(normalisedPassphrase(passphrase), header, report)
  try {
    return ok(cipherOf(key, header).decrypt(bytes.subarray(HEADER_LENGTH, bytes.length - DIGEST_LENGTH)))
  } catch {
    // Lengths are right: what is left to go wrong is the tag.
    return err({ type: 'passphrase-wrong' })
  } finally {
    key.fill(0)
  }
}

/** What can be said against a lock without a passphrase. The digest is looked at first: a flipped bit is no newer version. */
const lockRefusal = (bytes: Uint8Array): Refusal | null => {
  if (bytes.length < HEADER_LENGTH) return { type: 'package-truncated' }
  const version = bytes[AT.version] ?? 0
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(AT.length) + HEADER_LENGTH + TAG_LENGTH + DIGEST_LENGTH
  const end = bytes.length - DIGEST_LENGTH
  const digest = sha256(bytes.subarray(0, end))
  if (!digest.every((byte, at) => bytes[end + at] === byte))
    return version === LOCK_VERSION && bytes.length < length
      ? { type: 'package-truncated' }
      : { type: 'package-damaged', entry: 'zgtz' }
  if (version > LOCK_VERSION) return { type: 'lock-newer', version, known: LOCK_VERSION }
  const isOurs =
    version === LOCK_VERSION && bytes.length === length && bytes[AT.kdf] === SCRYPT && bytes[AT.cipher] === AES_256_GCM
  return isOurs && isBearable(costIn(bytes)) ? null : { type: 'lock-foreign' }
}

const costIn = (header: Uint8Array): LockCost => ({
  logN: header[AT.logN] ?? 0,
  r: header[AT.r] ?? 0,
  p: header[AT.p] ?? 0,
})

const keyOf = (passphrase: string, header: Uint8Array, report?: ReportKey): Promise<Uint8Array> => {
  const { logN, r, p } = costIn(header)
  const salt = header.subarray(AT.salt, AT.salt + SALT_LENGTH)
  return scryptAsync(strToU8(passphrase), salt, { N: 2 ** logN, r, p, dkLen: 32, ...(report ? { onProgress: report } : {}) })
}

const cipherOf = (key: Uint8Array, header: Uint8Array) => gcm(key, header.subarray(AT.nonce, AT.nonce + NONCE_LENGTH), header)

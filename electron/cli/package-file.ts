import { randomBytes } from 'node:crypto'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { isLocked, lockPackage, unlockPackage } from '../../shared/exchange/locked-package.ts'
import { NO_PASSPHRASE, parsePassphrase } from '../../shared/exchange/passphrase.ts'
import { readTextBytes } from '../../shared/intake/readers/read-text.ts'
import { LARGEST_PACKAGE_MEGABYTES, readWholeFile } from '../files/read-file.ts'
import type { CliPorts } from './verb.ts'

/**
 * The passphrases of a call: the first line of each file of --passphrase-file. They never stand on the command line, which everybody on the
 * PC can read.
 */
export const readPassphrases = async (paths: readonly string[]): Promise<Result<readonly string[], Refusal>> => {
  const passphrases: string[] = []
  for (const path of paths) {
    const bytes = await readWholeFile(path, 1)
    if (!bytes.ok) return bytes
    const read = readTextBytes(bytes.value)
    if (!read.ok && read.error.type !== 'file-empty') return read
    // An empty file is an empty passphrase: “the file is empty” would be understood of the ledger.
    const passphrase = read.ok ? (read.value.text.split('\n')[0] ?? '') : ''
    if (passphrase === '') return err(NO_PASSPHRASE)
    passphrases.push(passphrase)
  }
  return ok(passphrases)
}

/** Reads a package; a locked one is opened with the first passphrase of the call that fits. */
export const readPackageFile = async (path: string, { passphrases = [] }: CliPorts): Promise<Result<Uint8Array, Refusal>> => {
  const bytes = await readWholeFile(path, LARGEST_PACKAGE_MEGABYTES)
  if (!bytes.ok || !isLocked(bytes.value)) return bytes
  let refusal: Refusal = { type: 'package-locked' }
  for (const passphrase of passphrases) {
    const unlocked = await unlockPackage(bytes.value, passphrase)
    if (unlocked.ok) return unlocked
    refusal = unlocked.error
    if (refusal.type !== 'passphrase-wrong') break
  }
  return err(refusal)
}

/** What is sent to another office: locked with the last passphrase of the call, as it is where none was given. */
export const lockedForSending = async (bytes: Uint8Array, { passphrases = [] }: CliPorts): Promise<Result<Sent, Refusal>> => {
  const text = passphrases.at(-1)
  if (text === undefined) return ok({ bytes, how: '' })
  const passphrase = parsePassphrase(text)
  if (!passphrase.ok) return passphrase
  const locked = await lockPackage(bytes, passphrase.value, (length) => new Uint8Array(randomBytes(length)))
  return ok({ bytes: locked, how: '，已用口令加密封装' })
}

interface Sent {
  readonly bytes: Uint8Array
  /** What is to be said of it behind its place. */
  readonly how: string
}

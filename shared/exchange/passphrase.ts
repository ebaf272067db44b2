import type { Brand } from '../base/brand.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'

/** What a package may be locked with: in NFC, long enough, without spaces at its ends, which nobody sees and nobody reads out. */
export type Passphrase = Brand<string, 'Passphrase'>

/** Characters as a person counts them, not bytes: 县委整改办二〇二六 has nine. */
const LEAST_CHARACTERS = 8

/** Takes a passphrase to lock with, or says what is wrong with it. To unlock, any text is tried: the rule may have been another. */
export const parsePassphrase = (text: string): Result<Passphrase, Refusal> => {
  const normalised = normalisedPassphrase(text)
  const length = [...normalised].length
  if (length === 0) return err(NO_PASSPHRASE)
  if (text !== text.trim()) return err({ ...NO_PASSPHRASE, fault: 'spaces-around', length })
  if (length < LEAST_CHARACTERS) return err({ ...NO_PASSPHRASE, fault: 'too-short', length })
  return ok(normalised as Passphrase)
}

export const NO_PASSPHRASE = { type: 'passphrase-unfit', fault: 'empty', length: 0, least: LEAST_CHARACTERS } as const

/** One text has one form, however it was typed; half and full width stay apart. */
export const normalisedPassphrase = (text: string): string => text.normalize('NFC')

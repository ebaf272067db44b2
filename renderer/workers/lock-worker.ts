import { expose } from 'comlink'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { lockPackage, unlockPackage } from '../../shared/exchange/locked-package.ts'
import { parsePassphrase } from '../../shared/exchange/passphrase.ts'

/** Locking takes a second on purpose (the key is drawn slowly from the passphrase): it is done beside the window. */
const worker = {
  lock: async (bytes: Uint8Array, passphrase: string): Promise<Result<Uint8Array, Refusal>> => {
    const parsed = parsePassphrase(passphrase)
    if (!parsed.ok) return parsed
    return ok(await lockPackage(bytes, parsed.value, (length) => crypto.getRandomValues(new Uint8Array(length))))
  },
  unlock: (bytes: Uint8Array, passphrase: string): Promise<Result<Uint8Array, Refusal>> => unlockPackage(bytes, passphrase),
}
export type LockWorker = typeof worker

expose(worker)

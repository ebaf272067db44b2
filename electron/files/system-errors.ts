import type { Refusal, WriteFailure } from '../../shared/base/refusal.ts'

/** What Node's file functions throw. */
export const isSystemError = (thrown: unknown): thrown is NodeJS.ErrnoException => thrown instanceof Error && 'code' in thrown

const WRITE_FAILURES: Readonly<Record<string, WriteFailure>> = {
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EFBIG: 'no-space',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EEXIST: 'no-folder',
  EROFS: 'read-only',
  EIO: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  ENOTCONN: 'gone',
  EBUSY: 'in-use',
  ETXTBSY: 'in-use',
  EISDIR: 'is-a-folder',
}

/** A failed write as a refusal; anything that is no system error is a bug and goes on up. */
export const writeRefusal = (path: string, thrown: unknown): Refusal => {
  if (!isSystemError(thrown)) throw thrown
  const code = thrown.code ?? ''
  return { type: 'write-failed', path, reason: WRITE_FAILURES[code] ?? 'other', detail: code }
}

export const readRefusal = (path: string, thrown: unknown): Refusal => {
  if (!isSystemError(thrown)) throw thrown
  const code = thrown.code ?? ''
  if (WRITE_FAILURES[code] === 'gone') return { type: 'drive-gone', path }
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? { type: 'file-not-found', path }
    : { type: 'file-unreadable', path, reason: code }
}

import type { Refusal } from '../../shared/base/refusal.ts'
import { err, type Result } from '../../shared/base/result.ts'
import type { IncomingDocument } from '../../shared/intake/incoming.ts'
import type { OldFormat } from '../../shared/intake/readers/read-incoming.ts'

/** A sound file of 50 MB takes some seconds. */
export const LONGEST_SECONDS = 60
/** The libraries keep a file some ten times over. */
export const MEMORY_MEGABYTES = 1024

export interface OldFileTask {
  readonly bytes: Uint8Array
  readonly format: OldFormat
}

/** A process of its own, however it was started. */
export interface ApartProcess {
  readonly send: (task: OldFileTask) => void
  readonly onAnswer: (listener: (answer: unknown) => void) => void
  /** It ended, or could not begin. */
  readonly onEnd: (listener: () => void) => void
  readonly kill: () => void
}

/**
 * Reads one file in a process of its own, within time; a process that ends without an answer had a file it could not bear. Aborting ends
 * the process, and the answer is that of a damaged file, for which nobody waits any more.
 */
export const readApart = (
  start: () => ApartProcess,
  task: OldFileTask,
  { seconds = LONGEST_SECONDS, signal }: { readonly seconds?: number; readonly signal?: AbortSignal } = {},
): Promise<Result<IncomingDocument, Refusal>> =>
  new Promise((resolve) => {
    const apart = start()
    const finish = (answer: Result<IncomingDocument, Refusal>): void => {
      clearTimeout(timer)
      apart.kill()
      resolve(answer)
    }
    const timer = setTimeout(() => finish(err({ type: 'incoming-too-slow', seconds })), seconds * 1000)
    signal?.addEventListener('abort', () => finish(err({ type: 'incoming-damaged' })), { once: true })
    apart.onAnswer((answer) => finish(answer as Result<IncomingDocument, Refusal>))
    apart.onEnd(() => finish(err({ type: 'incoming-damaged' })))
    apart.send(task)
  })

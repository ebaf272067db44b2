import { type Remote, wrap } from 'comlink'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { invoke } from '../platform/bridge.ts'

/** A long job in a worker of its own, which ends with it. `null` when it was cancelled. */
export const inWorker = async <W, T>(
  make: () => Worker,
  signal: AbortSignal,
  job: (worker: Remote<W>) => Promise<T>,
): Promise<T | null> => {
  if (signal.aborted) return null
  const worker = make()
  const cancelled = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }))
  const failed = new Promise<never>((_, reject) => {
    worker.onerror = (event) => reject(new Error(event.message))
  })
  try {
    return await Promise.race([job(wrap<W>(worker)), cancelled, failed])
  } finally {
    worker.terminate()
  }
}

export const documentsWorker = (): Worker =>
  new Worker(new URL('../workers/documents-worker.ts', import.meta.url), { type: 'module', name: 'documents' })
export const intakeWorker = (): Worker =>
  new Worker(new URL('../workers/intake-worker.ts', import.meta.url), { type: 'module', name: 'intake' })

export const lockWorker = (): Worker =>
  new Worker(new URL('../workers/lock-worker.ts', import.meta.url), { type: 'module', name: 'lock' })

/** A fault in a job is told like a refusal; the log has it. */
export const guarded = async <T>(job: Promise<T>): Promise<Result<T, Refusal>> => {
  try {
    return ok(await job)
  } catch (thrown) {
    const reason = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
    // A message may quote what was being read; the log holds no word of a ledger.
    void invoke('log.report', { level: 'error', code: 'job-failed', detail: thrown instanceof Error ? thrown.name : 'unknown' })
    return err({ type: 'program-fault', reason })
  }
}

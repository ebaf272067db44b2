import { proxy } from 'comlink'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Rejections } from '../../shared/exchange/take-in.ts'
import type { LockWorker } from '../workers/lock-worker.ts'
import type { WrittenPackage } from './hand-out.ts'
import { guarded, inWorker, lockWorker } from './jobs.ts'
import type { SeenPackage, SentPackage } from './ledger-exchange.ts'
import type { SuggestedRelation } from './relate-packages.ts'
import type { Resolution } from './resolve-conflicts.ts'
import { afterChange, call, saved } from './store-client.ts'
import type { IncomingFiles, ShownPlan, TakenIn } from './take-packages.ts'
import type { Progress } from './write-documents.ts'

/** Says how far it is, and stops where the signal asks for it. */
const mayGoOn = (onProgress: Progress, signal: AbortSignal) =>
  proxy((done: number, of: number): boolean => {
    onProgress(done, of)
    return !signal.aborted
  })

/** What travels on a stick. Null answers were cancelled. */
export const exchangeStore = {
  /** Reads, and changes nothing. */
  lookAt: (bytes: Uint8Array): Promise<Result<SeenPackage, Refusal>> => call((store) => store.lookAt(bytes)),
  /** Which problems of a ledger typed apart may be the same as those of one here. */
  suggestRelation: (ledgerId: string, bytes: Uint8Array): Promise<Result<SuggestedRelation, Refusal>> =>
    call((store) => store.suggestRelation(ledgerId, bytes)),
  plan: (
    ledgerId: string,
    incoming: IncomingFiles,
    onProgress: Progress,
    signal: AbortSignal,
  ): Promise<Result<ShownPlan | null, Refusal>> =>
    call((store) => store.planIncoming(ledgerId, incoming, mayGoOn(onProgress, signal))),
  takeIn: (
    ledgerId: string,
    incoming: IncomingFiles,
    decided: { readonly token: string; readonly rejections: Rejections },
    onProgress: Progress,
    signal: AbortSignal,
  ): Promise<Result<TakenIn | null, Refusal>> =>
    saved(call((store) => store.takeIn(ledgerId, incoming, decided, mayGoOn(onProgress, signal)))).then(afterChange),
  slice: (
    ledgerId: string,
    wanted: { readonly unit: string; readonly withAttachments: boolean },
  ): Promise<Result<WrittenPackage, Refusal>> => call((store) => store.slice(ledgerId, wanted)),
  reply: (ledgerId: string, withAttachments: boolean): Promise<Result<WrittenPackage, Refusal>> =>
    call((store) => store.reply(ledgerId, withAttachments)),
  noteSent: (ledgerId: string, sent: readonly SentPackage[]): Promise<Result<null, Refusal>> =>
    saved(call((store) => store.noteSent(ledgerId, sent))).then(afterChange),
  noteOpened: (ledgerId: string, bytes: Uint8Array): Promise<Result<Uint8Array, Refusal>> =>
    saved(call((store) => store.noteOpened(ledgerId, bytes))).then(afterChange),
  noteReceipt: (bytes: Uint8Array): Promise<Result<{ readonly ledgerId: string; readonly line: string }, Refusal>> =>
    saved(call((store) => store.noteReceipt(bytes))).then(afterChange),
  resolve: (ledgerId: string, resolutions: readonly Resolution[]): Promise<Result<null, Refusal>> =>
    saved(call((store) => store.resolve(ledgerId, resolutions))).then(afterChange),
}

/** 加密封装 with a passphrase. */
export const lock = async (
  bytes: Uint8Array,
  passphrase: string,
  signal: AbortSignal,
): Promise<Result<Uint8Array | null, Refusal>> => inLockWorker(signal, (worker) => worker.lock(bytes, passphrase))

/** Opens what was locked. */
export const unlock = async (
  bytes: Uint8Array,
  passphrase: string,
  signal: AbortSignal,
): Promise<Result<Uint8Array | null, Refusal>> => inLockWorker(signal, (worker) => worker.unlock(bytes, passphrase))

const inLockWorker = async (
  signal: AbortSignal,
  job: (worker: LockWorker) => Promise<Result<Uint8Array, Refusal>>,
): Promise<Result<Uint8Array | null, Refusal>> => {
  const answer = await guarded(
    inWorker<LockWorker, Result<Uint8Array, Refusal>>(lockWorker, signal, (worker) => job(worker as unknown as LockWorker)),
  )
  if (!answer.ok) return answer
  return answer.value ?? ok(null)
}

import type { Refusal } from '../../shared/base/refusal.ts'
import type { Result } from '../../shared/base/result.ts'
import { ledgerStore, savingState } from './store-client.ts'

/** Answers once, when nothing is on its way to the disk (any more). */
export const untilSaved = (): Promise<void> => once(() => !savingState.isSaving())

/** The act just done on a ledger, to be taken back as long as none has followed it. */
export interface LastAct {
  readonly takeBack: () => Promise<Result<unknown, Refusal>>
  /** Another act has begun, or it is taken back: from now on an undo would mean something else. */
  readonly passed: Promise<void>
}

export const lastAct = (ledgerId: string): LastAct => ({
  takeBack: () => ledgerStore.undo(ledgerId),
  passed: once(savingState.isSaving),
})

const once = (isSo: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (isSo()) return resolve()
    const end = savingState.subscribe(() => {
      if (!isSo()) return
      end()
      resolve()
    })
  })

import { App } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { UndoState } from '../data/acts.ts'
import { ledgerStore, savingState } from '../data/store-client.ts'
import { SHELL_WORDS } from '../messages/shell.ts'
import { useTellRefusal } from '../ui/refusal-notice.tsx'

const NOTHING: UndoState = { undo: null, redo: null }

/** 撤销 and 重做 of a ledger, and what they would take back; asked again after every act. */
export const useTakeBack = (ledgerId: string) => {
  const [state, setState] = useState(NOTHING)
  const act = useTakeBackActs()
  useEffect(() => {
    let isShown = true
    const ask = () => {
      if (savingState.isSaving()) return
      void ledgerStore.undoState(ledgerId).then((next) => {
        if (isShown) setState(next)
      })
    }
    ask()
    const end = savingState.subscribe(ask)
    return () => {
      isShown = false
      end()
    }
  }, [ledgerId])

  return { state, undo: () => act(ledgerId, 'undo'), redo: () => act(ledgerId, 'redo') }
}

/** 撤销 or 重做 in a ledger; says what was taken back, or why nothing was. */
export const useTakeBackActs = () => {
  const tellRefusal = useTellRefusal()
  const { message } = App.useApp()
  return useCallback(
    async (ledgerId: string, which: 'undo' | 'redo'): Promise<void> => {
      const answer = await ledgerStore[which](ledgerId)
      if (!answer.ok) return tellRefusal(answer.error)
      const words = which === 'undo' ? SHELL_WORDS.undone : SHELL_WORDS.redone
      void message.success({ key: 'take-back', content: words(answer.value.intent), duration: 2 })
    },
    [tellRefusal, message],
  )
}

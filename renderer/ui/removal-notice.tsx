import { App, Button } from 'antd'
import { useCallback } from 'react'
import type { Refusal } from '../../shared/base/refusal.ts'
import type { Result } from '../../shared/base/result.ts'
import { SHELL_WORDS } from '../messages/shell.ts'
import { useTellRefusal } from './refusal-notice.tsx'

/** A removal as long as it is the last act: how it is taken back, and when it is not the last any more. */
export interface Removal {
  readonly takeBack: () => Promise<Result<unknown, Refusal>>
  readonly passed: Promise<void>
}

/** Says for some seconds what was removed, with 撤销 beside it; gone at the next act, which 撤销 would mean then. */
export const useTellRemoval = (): ((words: string, removal: Removal) => void) => {
  const { message } = App.useApp()
  const tellRefusal = useTellRefusal()
  return useCallback(
    (words, { takeBack, passed }) => {
      let isLast = true
      const takeBackOnce = async () => {
        if (!isLast) return
        const answer = await takeBack()
        if (!answer.ok) tellRefusal(answer.error)
      }
      void message.success({
        key: KEY,
        duration: 8,
        content: (
          <>
            {words}
            <Button type="link" size="small" onClick={() => void takeBackOnce()}>
              {SHELL_WORDS.undo}
            </Button>
          </>
        ),
      })
      void passed.then(() => {
        isLast = false
        message.destroy(KEY)
      })
    },
    [message, tellRefusal],
  )
}

const KEY = 'removed'

import { App } from 'antd'
import { useCallback } from 'react'
import type { Advice } from '../../shared/domain/advice.ts'
import { adviceText } from '../../shared/messages/advice.ts'
import { CLOSING_WORDS } from '../messages/closing.ts'

/** Tells what is unusual about an act that was carried out; nothing when nothing is. */
export const useTellAdvice = (): ((intent: string, advice: readonly Advice[]) => void) => {
  const { notification } = App.useApp()
  return useCallback(
    (intent, advice) => {
      if (advice.length === 0) return
      const sentences = [...new Set(advice.map(adviceText))]
      notification.warning({
        key: 'advice',
        title: CLOSING_WORDS.adviceTitle(intent),
        description: sentences.map((sentence) => <div key={sentence}>{sentence}</div>),
        placement: 'bottomRight',
        duration: 12,
      })
    },
    [notification],
  )
}

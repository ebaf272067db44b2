import { App } from 'antd'
import { useCallback } from 'react'
import type { Refusal } from '../../shared/base/refusal.ts'
import { sentenceOf } from '../../shared/messages/refusals.ts'

/** What happened, what is safe, what to do: the three parts of a refusal's sentence. */
export const RefusalText = ({ refusal }: { readonly refusal: Refusal }) => {
  const { detail, action } = sentenceOf(refusal)
  return (
    <>
      <div>{detail}</div>
      <div>{action}</div>
    </>
  )
}

/** Tells a refusal in the corner of the window; it stays until it is closed. */
export const useTellRefusal = (): ((refusal: Refusal) => void) => {
  const { notification } = App.useApp()
  return useCallback(
    (refusal) =>
      notification.error({
        key: refusal.type,
        title: sentenceOf(refusal).title,
        description: <RefusalText refusal={refusal} />,
        placement: 'bottomRight',
        duration: 12,
      }),
    [notification],
  )
}

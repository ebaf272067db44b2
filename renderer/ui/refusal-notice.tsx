import { App, Button } from 'antd'
import { useCallback } from 'react'
import type { Refusal } from '../../shared/base/refusal.ts'
import { sentenceOf } from '../../shared/messages/refusals.ts'
import { CONFLICT_WORDS } from '../messages/exchange.ts'
import { useScreen } from '../state/screen.ts'

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

/** What is refused because two people wrote it differently. */
const CONFLICTS: ReadonlySet<Refusal['type']> = new Set(['field-in-conflict', 'conflicts-unresolved'] as const)

/** The way to where it is settled. */
const ToConflicts = ({ onGo }: { readonly onGo: () => void }) => (
  <Button
    size="small"
    type="primary"
    onClick={() => {
      onGo()
      void useScreen.getState().enterRoom('exchange')
    }}
  >
    {CONFLICT_WORDS.go}
  </Button>
)

/** Tells a refusal in the corner of the window; it stays until it is closed. */
export const useTellRefusal = (): ((refusal: Refusal) => void) => {
  const { notification } = App.useApp()
  return useCallback(
    (refusal) =>
      notification.error({
        key: refusal.type,
        title: sentenceOf(refusal).title,
        description: <RefusalText refusal={refusal} />,
        actions: CONFLICTS.has(refusal.type) ? <ToConflicts onGo={() => notification.destroy(refusal.type)} /> : undefined,
        placement: 'bottomRight',
        duration: 12,
      }),
    [notification],
  )
}

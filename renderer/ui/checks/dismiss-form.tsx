import { Button, Input } from 'antd'
import { useState } from 'react'
import { PROOF_WORDS } from '../../messages/proof.ts'

interface DismissFormProps {
  readonly onDismiss: (reason: string) => void
  readonly onCancel: () => void
}

/** Why a finding is let be: asked where the finding stands, Enter says it, Escape leaves it. */
export const DismissForm = ({ onDismiss, onCancel }: DismissFormProps) => {
  const [reason, setReason] = useState('')
  const [isBare, setBare] = useState(false)
  const say = () => {
    const words = reason.trim()
    if (words === '') setBare(true)
    else onDismiss(words)
  }
  return (
    <div className="dismiss-form">
      <p className="label">{PROOF_WORDS.dismissDetail}</p>
      <Input
        size="small"
        autoFocus
        aria-label={PROOF_WORDS.reason}
        placeholder={isBare ? PROOF_WORDS.reasonNeeded : PROOF_WORDS.reasonPlaceholder}
        status={isBare ? 'error' : ''}
        maxLength={2_000}
        value={reason}
        onChange={({ target }) => {
          setReason(target.value)
          setBare(false)
        }}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) say()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
        }}
      />
      <span className="dismiss-acts">
        <Button size="small" type="primary" onClick={say}>
          {PROOF_WORDS.confirm}
        </Button>
        <Button size="small" onClick={onCancel}>
          {PROOF_WORDS.cancel}
        </Button>
      </span>
    </div>
  )
}

import { Input, Modal } from 'antd'
import { useState } from 'react'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'

interface WithholdDialogProps {
  readonly words: string
  readonly onWithhold: (reason: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Marks words of the text as 拟不公开, with the reason that goes into the table. */
export const WithholdDialog = ({ words, onWithhold, onClose }: WithholdDialogProps) => {
  const [reason, setReason] = useState('')
  const [isSaving, setSaving] = useState(false)
  const withhold = async () => {
    setSaving(true)
    const done = await onWithhold(reason.trim())
    setSaving(false)
    if (done) onClose()
  }
  return (
    <Modal
      open
      title={WORKBENCH_WORDS.withholdTitle}
      okText={WORKBENCH_WORDS.withhold}
      cancelText={WORKBENCH_WORDS.cancel}
      confirmLoading={isSaving}
      onOk={() => void withhold()}
      onCancel={onClose}
    >
      <p className="label">{WORKBENCH_WORDS.withholdDetail}</p>
      <blockquote className="withhold-words">{words}</blockquote>
      <Input
        autoFocus
        aria-label={WORKBENCH_WORDS.withholdReason}
        addonBefore={WORKBENCH_WORDS.withholdReason}
        placeholder={WORKBENCH_WORDS.withholdReasonPlaceholder}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={() => void withhold()}
      />
    </Modal>
  )
}

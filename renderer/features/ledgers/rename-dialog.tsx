import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import type { StoredLedger } from '../../data/database.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { LEDGERS_WORDS } from '../../messages/ledgers.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'

/** Another name for a ledger: an act in it like any other. */
export const RenameDialog = ({ ledger, onClose }: { readonly ledger: StoredLedger; readonly onClose: () => void }) => {
  const [title, setTitle] = useState(ledger.title)
  const { message } = App.useApp()
  const tellRefusal = useTellRefusal()
  const rename = async () => {
    if (title.trim() !== ledger.title) {
      const command = { type: 'set-record-field', kind: 'ledger', problemId: null, id: ledger.id, field: 'title' } as const
      const answer = await ledgerStore.run(ledger.id, { ...command, value: title.trim() })
      if (!answer.ok) return tellRefusal(answer.error)
      void message.success(LEDGERS_WORDS.renamed)
    }
    onClose()
  }
  return (
    <Modal
      open
      title={LEDGERS_WORDS.renameTitle}
      okText={LEDGERS_WORDS.confirm}
      cancelText={LEDGERS_WORDS.cancel}
      okButtonProps={{ disabled: title.trim() === '' }}
      onOk={() => void rename()}
      onCancel={onClose}
    >
      <Input
        autoFocus
        aria-label={LEDGERS_WORDS.renameTitle}
        value={title}
        maxLength={300}
        onChange={(event) => setTitle(event.target.value)}
        onPressEnter={() => void (title.trim() === '' ? null : rename())}
      />
    </Modal>
  )
}

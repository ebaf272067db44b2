import { Button, Empty, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { EDITION_WORDS } from '../../../shared/domain/records/notice-records.ts'
import type { RecordOf } from '../../../shared/domain/records/record-kinds.ts'
import type { NoticeView } from '../../data/notice-host.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import type { NoticeActs } from './use-notice-acts.ts'

interface DraftsDialogProps {
  readonly view: NoticeView
  readonly drafts: readonly RecordOf<'noticeDraft'>[]
  readonly acts: NoticeActs
  readonly onCompare: (draftId: string) => void
  readonly onClose: () => void
}

/** 稿次: the frozen drafts of a notice, one more, and what was changed since. */
export const DraftsDialog = ({ view, drafts, acts, onCompare, onClose }: DraftsDialogProps) => {
  const [form] = Form.useForm<{ readonly title: string; readonly note: string }>()
  const [isFreezing, setFreezing] = useState(false)
  const freeze = async ({ title, note }: { readonly title: string; readonly note: string }) => {
    setFreezing(true)
    const { noticeId, edition } = view
    const wanted = { noticeId, template: null, edition, date: null, title: title.trim(), note: note.trim() || null }
    const frozen = await ledgerStore.freezeDraft(view.ledgerId, wanted)
    setFreezing(false)
    if (!frozen.ok) return acts.tellRefusal(frozen.error)
    form.resetFields()
    acts.tell(WORKBENCH_WORDS.frozen(title.trim() || WORKBENCH_WORDS.freezeNamePlaceholder(drafts.length + 1)))
  }
  return (
    <Modal
      open
      width={680}
      title={WORKBENCH_WORDS.drafts}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{WORKBENCH_WORDS.close}</Button>}
    >
      <Form
        form={form}
        layout="inline"
        className="freeze-form"
        initialValues={{ title: '', note: '' }}
        onFinish={(told) => void freeze(told)}
      >
        <Form.Item name="title">
          <Input
            aria-label={WORKBENCH_WORDS.freezeName}
            placeholder={WORKBENCH_WORDS.freezeNamePlaceholder(drafts.length + 1)}
            maxLength={200}
          />
        </Form.Item>
        <Form.Item name="note" className="grow">
          <Input aria-label={WORKBENCH_WORDS.freezeNote} placeholder={WORKBENCH_WORDS.freezeNotePlaceholder} maxLength={2_000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={isFreezing}>
          {WORKBENCH_WORDS.freeze}
        </Button>
      </Form>
      <p className="label">{WORKBENCH_WORDS.freezeWhat}</p>
      {drafts.length === 0 ? <Empty description={WORKBENCH_WORDS.noDrafts} /> : null}
      <ul className="drafts">
        {[...drafts].reverse().map(({ id, title, cutoff, edition, takenOn, note }) => (
          <li key={id}>
            <strong>{title}</strong>
            <span className="label">{WORKBENCH_WORDS.draftLine(cutoff ?? '', EDITION_WORDS[edition], takenOn ?? '')}</span>
            {note === null ? null : <span>{note}</span>}
            <Button size="small" onClick={() => onCompare(id)}>
              {WORKBENCH_WORDS.compare}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}

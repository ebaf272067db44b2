import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { RecordOf } from '../../../shared/domain/records/record-kinds.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { RecordDialogFields } from './record-dialog-fields.tsx'
import type { NoticeActs } from './use-notice-acts.ts'

interface NoticeAttachmentsProps {
  readonly ledgerId: string
  readonly noticeId: string
  readonly attachments: readonly RecordOf<'noticeAttachment'>[]
  readonly acts: NoticeActs
}

/** 附件 of a notice: words of its own, or a table that follows the ledger. */
export const NoticeAttachments = ({ ledgerId, noticeId, attachments, acts }: NoticeAttachmentsProps) => {
  const add = () =>
    void acts.run({ type: 'add-record', kind: 'noticeAttachment', problemId: null, fields: { noticeId, kind: '问题清单' } })
  const remove = (id: string) =>
    void acts.runTold({ type: 'remove-record', kind: 'noticeAttachment', problemId: null, id }, ({ intent }) =>
      WORKBENCH_WORDS.removed(intent),
    )
  return (
    <section aria-label={WORKBENCH_WORDS.attachments}>
      <h3>{WORKBENCH_WORDS.attachments}</h3>
      <p className="label">{WORKBENCH_WORDS.attachmentsDetail}</p>
      {attachments.map((record, i) => (
        <div className="notice-attachment" key={record.id}>
          <strong>{WORKBENCH_WORDS.attachmentOf(i + 1)}</strong>
          <RecordDialogFields
            ledgerId={ledgerId}
            kind="noticeAttachment"
            record={record}
            leaveOut={record.kind === 'text' ? [] : ['text']}
            placeholders={record.kind === 'text' ? {} : { title: WORKBENCH_WORDS.attachmentTitle }}
          />
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            aria-label={WORKBENCH_WORDS.removeAttachment(i + 1)}
            onClick={() => remove(record.id)}
          />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={add}>
        {WORKBENCH_WORDS.addAttachment}
      </Button>
    </section>
  )
}

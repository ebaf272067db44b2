import { FileTextOutlined, FileWordOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { nameOfNotice } from '../../../shared/documents/forms/form-keys.ts'
import { SUPERVISION_NOTICE_WORDS } from '../../../shared/domain/records/register-records.ts'
import type { LedgerRegisters } from '../../data/registers-queries.ts'
import { PAPERS_WORDS } from '../../messages/papers.ts'
import { useScreen } from '../../state/screen.ts'

/** The one 督办通知单, 提示函 or 警示函 selected, as Word or on paper. */
export const NoticeFormButton = ({
  source,
  selected,
}: {
  readonly source: LedgerRegisters
  readonly selected: readonly string[]
}) => {
  const notice = selected.length === 1 ? source.records.supervisionNotice.find(({ id }) => id === selected[0]) : undefined
  const open = (isPrinted: boolean) => {
    if (!notice) return
    const kind = SUPERVISION_NOTICE_WORDS[notice.kind]
    const form = { key: 'supervision', subjectId: notice.id, kind, subject: nameOfNotice(notice) } as const
    void useScreen.getState().openDialog(isPrinted ? { type: 'print', form } : { type: 'export', kind: 'form', form })
  }
  return (
    <>
      <Button size="small" icon={<FileWordOutlined />} disabled={!notice} onClick={() => open(false)}>
        {PAPERS_WORDS.noticeForm}
      </Button>
      <Button size="small" icon={<FileTextOutlined />} disabled={!notice} onClick={() => open(true)}>
        {PAPERS_WORDS.printNotice}
      </Button>
    </>
  )
}

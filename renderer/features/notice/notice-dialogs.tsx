import { Button, Modal } from 'antd'
import type { Notice } from '../../../shared/domain/records/record-kinds.ts'
import type { WordSource } from '../../../shared/notice/words.ts'
import type { NoticeView } from '../../data/notice-host.ts'
import type { NoticesOfLedger } from '../../data/notice-queries.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { CompareDialog } from './compare-dialog.tsx'
import { DraftsDialog } from './drafts-dialog.tsx'
import { NoticeAttachments } from './notice-attachments.tsx'
import { RecordDialogFields } from './record-dialog-fields.tsx'
import { TemplatesDialog } from './templates-dialog.tsx'
import type { NoticeActs } from './use-notice-acts.ts'
import { WithheldDialog } from './withheld-dialog.tsx'
import { WithholdDialog } from './withhold-dialog.tsx'

export type DialogName =
  | { readonly type: 'fields' | 'templates' | 'drafts' | 'withheld' }
  | { readonly type: 'compare'; readonly before: string }
  | { readonly type: 'withhold'; readonly source: WordSource; readonly words: string }

interface NoticeDialogsProps {
  readonly ledgerId: string
  readonly notice: Notice
  readonly all: NoticesOfLedger
  readonly view: NoticeView
  readonly dialog: DialogName | null
  readonly acts: NoticeActs
  readonly onDialog: (dialog: DialogName | null) => void
}

/** What opens over the workbench. */
export const NoticeDialogs = ({ ledgerId, notice, all, view, dialog, acts, onDialog }: NoticeDialogsProps) => {
  const onClose = () => onDialog(null)
  const drafts = all.drafts.filter(({ noticeId }) => noticeId === notice.id)
  switch (dialog?.type) {
    case 'fields':
      return (
        <Modal
          open
          width="min(900px, 94vw)"
          title={WORKBENCH_WORDS.fields}
          onCancel={onClose}
          footer={<Button onClick={onClose}>{WORKBENCH_WORDS.close}</Button>}
        >
          <p className="label">{WORKBENCH_WORDS.fieldsDetail}</p>
          <div className="notice-fields">
            <RecordDialogFields ledgerId={ledgerId} kind="notice" record={notice} leaveOut={['template']} />
            <NoticeAttachments
              ledgerId={ledgerId}
              noticeId={notice.id}
              attachments={all.attachments.filter(({ noticeId }) => noticeId === notice.id)}
              acts={acts}
            />
          </div>
        </Modal>
      )
    case 'templates':
      return (
        <TemplatesDialog
          ledgerId={ledgerId}
          noticeId={notice.id}
          all={all}
          chosenId={notice.template}
          acts={acts}
          onClose={onClose}
        />
      )
    case 'drafts':
      return (
        <DraftsDialog
          view={view}
          drafts={drafts}
          acts={acts}
          onCompare={(before) => onDialog({ type: 'compare', before })}
          onClose={onClose}
        />
      )
    case 'withheld':
      return <WithheldDialog ledgerId={ledgerId} acts={acts} onClose={onClose} />
    case 'compare':
      return <CompareDialog view={view} drafts={drafts} before={dialog.before} onClose={onClose} />
    case 'withhold': {
      const { source, words } = dialog
      return (
        <WithholdDialog
          words={words}
          onClose={onClose}
          onWithhold={async (reason) => {
            const { problemId, id, field } = source
            const mark = { problemId, ownerId: id ?? '', field, sentence: words, reason: reason || null }
            return (
              (await acts.runTold({ type: 'withhold-text', ...mark }, () => WORKBENCH_WORDS.withheld(words.slice(0, 30)))) !==
              null
            )
          }}
        />
      )
    }
    default:
      return null
  }
}

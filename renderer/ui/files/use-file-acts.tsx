import { App } from 'antd'
import { fileNameToShow, mayBeOpened } from '../../../shared/domain/attached-files.ts'
import type { Attachment } from '../../../shared/domain/records/record-kinds.ts'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import { FILE_WORDS } from '../../messages/files.ts'
import { RefusalText, useTellRefusal } from '../refusal-notice.tsx'
import { useTellRemoval } from '../removal-notice.tsx'
import type { AttachmentListProps } from './attachment-props.ts'

/** What can be done with one file, with the questions before and the words after it. */
export const useFileActs = (acts: Pick<AttachmentListProps, 'onOpen' | 'onSaveAs' | 'onRemove' | 'onSetSecrecy'>) => {
  const { modal, message } = App.useApp()
  const tellRefusal = useTellRefusal()
  const tellRemoval = useTellRemoval()

  const saveAs = async ({ sha256, name }: Attachment): Promise<void> => {
    const answer = await acts.onSaveAs(sha256, fileNameToShow(name))
    if (!answer.ok) tellRefusal(answer.error)
    else if (answer.value !== null) void message.success(FILE_WORDS.savedAs(answer.value.path))
  }
  const open = (item: Attachment): void => {
    const name = fileNameToShow(item.name)
    if (!mayBeOpened(name)) {
      const refusal = { type: 'attachment-not-opened', name } as const
      modal.confirm({
        title: sentenceOf(refusal).title,
        content: <RefusalText refusal={refusal} />,
        okText: FILE_WORDS.saveAs,
        cancelText: FILE_WORDS.close,
        onOk: () => saveAs(item),
      })
      return
    }
    modal.confirm({
      title: FILE_WORDS.openTitle(name),
      content: FILE_WORDS.openDetail,
      okText: FILE_WORDS.openAct,
      cancelText: FILE_WORDS.cancel,
      onOk: async () => {
        const answer = await acts.onOpen(item.sha256, name)
        if (!answer.ok) tellRefusal(answer.error)
      },
    })
  }
  const remove = async (item: Attachment): Promise<void> => {
    const answer = await acts.onRemove(item.id)
    if (!answer.ok) tellRefusal(answer.error)
    else tellRemoval(FILE_WORDS.removed(fileNameToShow(item.name)), answer.value)
  }
  const setSecrecy = async (item: Attachment, secrecy: string): Promise<void> => {
    const answer = await acts.onSetSecrecy(item.id, secrecy)
    if (!answer.ok) tellRefusal(answer.error)
    else if (CLASSIFIED.has(secrecy)) void message.warning(FILE_WORDS.secrecyWarning, 10)
  }
  return { open, saveAs, remove, setSecrecy }
}

const CLASSIFIED: ReadonlySet<string> = new Set(['secret', 'confidential', 'topSecret'])

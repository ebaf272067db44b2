import {
  CopyOutlined,
  DeleteOutlined,
  EditOutlined,
  ExportOutlined,
  FileOutlined,
  MoreOutlined,
  SaveOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { App, Button, Dropdown, Input, Select, Tooltip } from 'antd'
import { useState } from 'react'
import { fileNameToShow, printFileSize } from '../../../shared/domain/attached-files.ts'
import { fieldShape } from '../../../shared/domain/records/field-shape.ts'
import type { Attachment } from '../../../shared/domain/records/record-kinds.ts'
import { FILE_WORDS } from '../../messages/files.ts'
import { useDraft } from '../../state/use-draft.ts'
import { useTellRefusal } from '../refusal-notice.tsx'
import { printAuthor, printMoment } from '../who-and-when.ts'
import type { AttachmentListProps } from './attachment-props.ts'
import { useFileActs } from './use-file-acts.tsx'

interface AttachmentRowProps {
  readonly item: Attachment
  readonly isMissing: boolean
  readonly acts: AttachmentListProps
  readonly onPreview: () => void
}

/** One file: its name, what it is marked as, how large, its hash, when it was added. */
export const AttachmentRow = ({ item, isMissing, acts, onPreview }: AttachmentRowProps) => {
  const tellRefusal = useTellRefusal()
  const { message } = App.useApp()
  const { open, saveAs, remove, setSecrecy } = useFileActs(acts)
  const name = fileNameToShow(item.name)
  const rename = async (typed: string): Promise<boolean> => {
    if (typed.trim() === '' || typed === item.name) return true
    const answer = await acts.onRename(item.id, typed)
    if (!answer.ok) tellRefusal(answer.error)
    return answer.ok
  }
  const { draft, setDraft, commit, within } = useDraft({ id: `file-${item.id}`, what: FILE_WORDS.renameOf(name), save: rename })
  const copyHash = () => {
    copyText(item.sha256)
    void message.success(FILE_WORDS.hashCopied)
  }
  const menu: Readonly<Record<string, () => void>> = {
    open: () => open(item),
    saveAs: () => void saveAs(item),
    rename: () => setDraft(name),
    copyHash,
    remove: () => void remove(item),
  }
  return (
    <li className="file" data-file={name}>
      <FileOutlined className="file-icon" />
      <div className="file-name" ref={within}>
        {draft === null ? (
          <button type="button" className="file-link" aria-label={FILE_WORDS.preview(name)} title={name} onClick={onPreview}>
            {name}
          </button>
        ) : (
          <Input
            autoFocus
            size="small"
            spellCheck={false}
            aria-label={FILE_WORDS.renameOf(name)}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={() => void commit()}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              if (event.key === 'Enter') void commit()
              if (event.key === 'Escape') {
                event.stopPropagation()
                setDraft(null)
              }
            }}
          />
        )}
        {isMissing ? (
          <Tooltip title={FILE_WORDS.missingDetail}>
            <span className="file-missing" role="note">
              <WarningOutlined /> {FILE_WORDS.missing}
            </span>
          </Tooltip>
        ) : null}
      </div>
      <span className="file-fact">{item.size === null ? '' : printFileSize(item.size)}</span>
      <Tooltip title={FILE_WORDS.hashHint(item.sha256)}>
        <button
          type="button"
          className="file-hash"
          aria-label={`${FILE_WORDS.copyHash} ${item.sha256.slice(0, 12)}`}
          onClick={copyHash}
        >
          {item.sha256.slice(0, 12)}
        </button>
      </Tooltip>
      <AddedOn item={item} onAskWho={acts.onAskWho} />
      <Select
        size="small"
        variant="borderless"
        className={`file-secrecy file-secrecy-${item.secrecy}`}
        aria-label={FILE_WORDS.secrecyOf(name)}
        popupMatchSelectWidth={false}
        value={item.secrecy}
        options={SECRECIES}
        onChange={(value) => void setSecrecy(item, value)}
      />
      <Dropdown
        trigger={['click']}
        menu={{
          items: MENU.filter(({ key }) => !isMissing || key === 'remove' || key === 'rename' || key === 'copyHash'),
          onClick: ({ key, domEvent }) => {
            domEvent.stopPropagation()
            menu[key]?.()
          },
        }}
      >
        <Button size="small" type="text" icon={<MoreOutlined />} aria-label={FILE_WORDS.acts(name)} />
      </Dropdown>
    </li>
  )
}

const SECRECIES = Object.entries(fieldShape('attachment', 'secrecy').words).map(([value, word]) => ({
  value,
  label: value === 'none' ? FILE_WORDS.noSecrecy : word,
}))

const MENU = [
  { key: 'open', icon: <ExportOutlined />, label: FILE_WORDS.open },
  { key: 'saveAs', icon: <SaveOutlined />, label: FILE_WORDS.saveAs },
  { key: 'rename', icon: <EditOutlined />, label: FILE_WORDS.rename },
  { key: 'copyHash', icon: <CopyOutlined />, label: FILE_WORDS.copyHash },
  { key: 'remove', icon: <DeleteOutlined />, label: FILE_WORDS.remove, danger: true },
]

/** The day it was added; who did is asked of the history when somebody wants to know. */
const AddedOn = ({ item, onAskWho }: { readonly item: Attachment; readonly onAskWho: AttachmentListProps['onAskWho'] }) => {
  const [who, setWho] = useState<string>(FILE_WORDS.askingWho)
  const words = item.addedOn === null ? '' : FILE_WORDS.addedOn(item.addedOn)
  const ask = async () => {
    const found = await onAskWho(item.id)
    setWho(found === null ? words : FILE_WORDS.addedBy(printAuthor(found.author), printMoment(found.at)))
  }
  return (
    <Tooltip title={who} onOpenChange={(isOpen) => (isOpen ? void ask() : undefined)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who added it is told to the keyboard as well */}
      <span className="file-fact" tabIndex={0}>
        {words}
      </span>
    </Tooltip>
  )
}

/** The window may not use the clipboard's own interface ([Note: No network] refuses every permission); the old command needs none. */
const copyText = (text: string): void => {
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', onCopy, { once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', onCopy)
}

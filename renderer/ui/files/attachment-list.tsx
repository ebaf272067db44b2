import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { fileNameToShow, pastedPictureName } from '../../../shared/domain/attached-files.ts'
import { FILE_WORDS } from '../../messages/files.ts'
import { useTellRefusal } from '../refusal-notice.tsx'
import type { AttachmentListProps } from './attachment-props.ts'
import { AttachmentRow } from './attachment-row.tsx'
import './files.css'
import { filesOf, hasFiles, pastedPicturesOf } from './handed-over.ts'
import { Preview } from './preview.tsx'

/** 佐证材料 of one owner: files come in by dragging, choosing or pasting, and are previewed, opened, saved elsewhere, removed. */
export const AttachmentList = (props: AttachmentListProps) => {
  const { items, missing, uploads, today, compact = false, pasteWithin } = props
  const [previewed, setPreviewed] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const zone = useRef<HTMLElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const addFiles = useAddFiles(props)

  const latest = useRef({ addFiles, items, today })
  latest.current = { addFiles, items, today }
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const pictures = pastedPicturesOf(event)
      if (pictures.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      const taken = latest.current.items.map(({ name }) => name)
      void latest.current.addFiles(
        pictures.map((picture) => {
          if (picture.name !== null) return { name: picture.name, file: picture.file }
          const name = pastedPictureName(latest.current.today, picture.extension, taken)
          taken.push(name)
          return { name, file: picture.file }
        }),
      )
    }
    const places = [zone.current, pasteWithin?.current ?? null].filter((place) => place !== null)
    for (const place of places) place.addEventListener('paste', onPaste)
    return () => {
      for (const place of places) place.removeEventListener('paste', onPaste)
    }
  }, [pasteWithin])

  return (
    <section
      ref={zone}
      className={isOver ? 'files files-over' : 'files'}
      aria-label={FILE_WORDS.zone}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is pasted goes where the focus is
      tabIndex={0}
      onDragOver={(event) => {
        if (!hasFiles(event.dataTransfer)) return
        event.preventDefault()
        event.stopPropagation()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        if (!hasFiles(event.dataTransfer)) return
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        void addFiles(filesOf(event.dataTransfer))
      }}
    >
      {items.length === 0 ? null : (
        <ul className="files-list">
          {items.map((item) => (
            <AttachmentRow
              key={item.id}
              item={item}
              isMissing={item.sha256 === '' || missing.has(item.sha256)}
              acts={props}
              onPreview={() => setPreviewed(item.id)}
            />
          ))}
        </ul>
      )}
      {uploads.map(({ key, name, share }) => (
        <div className="file-upload" key={key}>
          <span className="file-upload-name">{FILE_WORDS.sending(fileNameToShow(name))}</span>
          <Progress percent={Math.round(share * 100)} size="small" aria-label={FILE_WORDS.sending(fileNameToShow(name))} />
          <Button
            size="small"
            type="text"
            aria-label={FILE_WORDS.cancelOf(fileNameToShow(name))}
            onClick={() => props.onCancel(key)}
          >
            {FILE_WORDS.cancel}
          </Button>
        </div>
      ))}
      <div className="files-foot">
        <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => chooser.current?.click()}>
          {compact ? FILE_WORDS.title : FILE_WORDS.choose}
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label={FILE_WORDS.choose}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])].map((file) => ({ name: file.name, file }))
            event.target.value = ''
            void addFiles(files)
          }}
        />
        {isOver ? (
          <span className="label">{FILE_WORDS.dropHere}</span>
        ) : compact ? null : (
          <span className="label">{FILE_WORDS.hint}</span>
        )}
      </div>
      {previewed === null ? null : (
        <Preview items={items} id={previewed} acts={props} onMove={setPreviewed} onClose={() => setPreviewed(null)} />
      )}
    </section>
  )
}

/** One after the other, so that each keeps its place in the row; what became of each is said. */
const useAddFiles = ({ onAdd }: AttachmentListProps) => {
  const { message } = App.useApp()
  const tellRefusal = useTellRefusal()
  return async (files: readonly { readonly name: string; readonly file: Blob }[]): Promise<void> => {
    let added = 0
    for (const { name, file } of files) {
      const answer = await onAdd(name, file)
      if (!answer.ok) tellRefusal(answer.error)
      else if (answer.value === 'already-here') void message.info(FILE_WORDS.alreadyHere(fileNameToShow(name)))
      else if (answer.value !== null) {
        added += 1
        if (answer.value === 'added-known-content') void message.info(FILE_WORDS.knownContent(fileNameToShow(name)))
      }
    }
    if (added > 0) void message.success(FILE_WORDS.added(added))
  }
}

import { Input, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { parseTsv } from '../../../shared/base/tsv.ts'
import { ENTRY_WORDS } from '../../messages/entries.ts'
import { type EntryColumn, entriesOfTable, type NewEntry } from './entry-rows.ts'

interface PasteDialogProps {
  readonly title: string
  readonly columns: readonly EntryColumn[]
  /** False: it was refused, which has been told, and the text stays. */
  readonly onAdd: (entries: readonly NewEntry[]) => Promise<boolean>
  readonly onClose: () => void
}

/** Rows of a spreadsheet as new entries: pasted, looked at, added as one act. */
export const PasteDialog = ({ title, columns, onAdd, onClose }: PasteDialogProps) => {
  const [text, setText] = useState('')
  const [isSaving, setSaving] = useState(false)
  const { entries, titles } = useMemo(
    () => (text.trim() === '' ? NOTHING : entriesOfTable(parseTsv(text), columns)),
    [text, columns],
  )
  const shown = titles.flatMap((column) => column ?? [])
  const add = async () => {
    setSaving(true)
    try {
      if (await onAdd(entries)) onClose()
    } finally {
      setSaving(false)
    }
  }
  return (
    <Modal
      open
      width={860}
      title={title}
      onCancel={onClose}
      okText={ENTRY_WORDS.addRows(entries.length)}
      okButtonProps={{ disabled: entries.length === 0, loading: isSaving }}
      onOk={() => void add()}
    >
      <p className="label">
        {ENTRY_WORDS.pasteDetail(columns.filter(({ input }) => input !== null).map((column) => column.title))}
      </p>
      <Input.TextArea
        autoFocus
        rows={6}
        aria-label={ENTRY_WORDS.pasteLabel}
        placeholder={ENTRY_WORDS.pastePlaceholder}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      {entries.length === 0 ? null : (
        <div className="paste-preview">
          <table>
            <thead>
              <tr>
                {shown.map(({ key, title: heading }) => (
                  <th key={key}>{heading}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.slice(0, PREVIEWED).map((entry, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a text have no identity but their place
                <tr key={i}>
                  {shown.map(({ key }) => (
                    <td key={key}>{entry[key] ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {entries.length > PREVIEWED ? <p className="label">{ENTRY_WORDS.more(entries.length - PREVIEWED)}</p> : null}
        </div>
      )}
    </Modal>
  )
}

const NOTHING = { entries: [], titles: [] } as const
const PREVIEWED = 8

import { Button, Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { typing } from '../../state/typing.ts'

interface AddTextProps {
  readonly id: string
  readonly icon: ReactNode
  readonly label: string
  readonly placeholder: string
  /** Beside the buttons while it is being written: a date, to whom it belongs. */
  readonly beside?: ReactNode
  /** False: it was refused, and what was typed stays. */
  readonly onAdd: (text: string) => Promise<boolean>
}

/** A button that becomes a field for a new entry; Ctrl+Enter adds it. */
export const AddText = ({ id, icon, label, placeholder, beside, onAdd }: AddTextProps) => {
  const [text, setText] = useState<string | null>(null)
  const add = async (): Promise<boolean> => {
    if (text === null || text.trim() === '') {
      setText(null)
      return true
    }
    const accepted = await onAdd(text)
    if (accepted) setText(null)
    return accepted
  }
  useEffect(() => {
    if (text === null || text.trim() === '') return undefined
    typing.set(id, { what: label, text, commit: add })
    return () => typing.end(id)
  })
  if (text === null) {
    return (
      <Button size="small" type="dashed" icon={icon} onClick={() => setText('')}>
        {label}
      </Button>
    )
  }
  return (
    <div className="add-text">
      <Input.TextArea
        autoFocus
        aria-label={label}
        placeholder={placeholder}
        autoSize={{ minRows: 2, maxRows: 10 }}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') {
            event.stopPropagation()
            setText(null)
          } else if (event.key === 'Enter' && event.ctrlKey) {
            event.preventDefault()
            void add()
          }
        }}
      />
      <div className="add-text-acts">
        {beside}
        <Button size="small" onClick={() => setText(null)}>
          {PROBLEM_WORDS.cancel}
        </Button>
        <Button size="small" type="primary" disabled={text.trim() === ''} onClick={() => void add()}>
          {PROBLEM_WORDS.add}
        </Button>
      </div>
    </div>
  )
}

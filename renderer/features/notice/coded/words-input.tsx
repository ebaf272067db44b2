import { Input } from 'antd'
import { useState } from 'react'

interface WordsInputProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly onSave: (value: string) => void
}

/** Words of one row; taken up by Enter or when the field is left. */
export const WordsInput = ({ label, value, placeholder, onSave }: WordsInputProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const save = () => {
    // What separates rows and their words cannot stand in them.
    const words = typed?.replace(/[|｜=＝;:\n]/g, '').trim()
    if (words !== undefined && words !== value) onSave(words)
    setTyped(null)
  }
  return (
    <Input
      size="small"
      aria-label={label}
      value={typed ?? value}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onPressEnter={save}
    />
  )
}

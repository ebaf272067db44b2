import { Input, Select } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { parseDeadline } from '../../../shared/domain/deadline.ts'
import type { EditableField } from '../../../shared/domain/edit-field.ts'
import { LISTS_WORDS } from '../../messages/lists.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { typing } from '../../state/typing.ts'

interface FieldRowProps {
  /** Names it among everything that may be typed at once. */
  readonly id: string
  readonly field: EditableField
  readonly year: number | null
  readonly names: readonly string[]
  /** False: it was refused, and what was typed stays. */
  readonly onSave: (value: string) => Promise<boolean>
}

/** One field of a 问题档案 with its title; saved when it is left, as it stands when Esc is pressed. */
export const FieldRow = (props: FieldRowProps) => {
  const { field } = props
  const title = field.names[1] ?? field.names[0]
  return (
    <div className={`field field-${field.input}`} data-field={field.names[0]}>
      <span className="field-title">{title}</span>
      <div className="field-input">
        {field.input === 'choice' ? (
          <Select
            size="small"
            aria-label={title}
            value={field.shown}
            options={field.choices.map((value) => ({ value, label: value === '' ? PROBLEM_WORDS.unset : value }))}
            onChange={(value: string) => void props.onSave(value)}
            popupMatchSelectWidth={false}
          />
        ) : field.input === 'names' ? (
          <Select
            mode="tags"
            size="small"
            aria-label={title}
            suffixIcon={null}
            tokenSeparators={['、', '，', ',']}
            value={field.shown === '' ? [] : field.shown.split('、')}
            options={props.names.map((name) => ({ value: name, label: name }))}
            onChange={(names: string[]) => void props.onSave(names.join('、'))}
          />
        ) : (
          <TextField {...props} title={title} />
        )}
      </div>
    </div>
  )
}

const TextField = ({ id, field, year, onSave, title }: FieldRowProps & { readonly title: string }) => {
  const [draft, setDraft] = useState<string | null>(null)
  const save = async (): Promise<boolean> => {
    if (draft === null) return true
    const accepted = draft === field.shown || (await onSave(draft))
    if (accepted) setDraft(null)
    return accepted
  }
  useEffect(() => {
    if (draft === null) return undefined
    typing.set(id, { what: title, text: draft, commit: save })
    return () => typing.end(id)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    } else if (event.key === 'Enter' && (field.input !== 'lines' || event.ctrlKey)) {
      event.preventDefault()
      void save()
    }
  }
  const shared = {
    'aria-label': title,
    size: 'small',
    value: draft ?? field.shown,
    onChange: (event: { readonly target: { readonly value: string } }) => setDraft(event.target.value),
    onBlur: () => void save(),
    onKeyDown,
  } as const
  if (field.input === 'lines') return <Input.TextArea {...shared} autoSize={{ minRows: 1, maxRows: 12 }} spellCheck={false} />
  const reading = draft === null || draft === '' ? null : readingOf(field, draft, year)
  return (
    <>
      <Input {...shared} />
      {reading === null ? null : <span className="field-reading">{reading}</span>}
    </>
  )
}

const readingOf = (field: EditableField, text: string, year: number | null): string | null => {
  if (field.input !== 'deadline' && field.input !== 'date') return null
  const { on } = parseDeadline(text, year)
  if (on !== null) return LISTS_WORDS.readAs(on)
  return field.input === 'date' ? LISTS_WORDS.unreadDate : LISTS_WORDS.unreadDeadline
}

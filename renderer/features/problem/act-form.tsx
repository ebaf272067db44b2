import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useRef, useState } from 'react'
import { CLOSING_WORDS } from '../../messages/closing.ts'
import { typing } from '../../state/typing.ts'

export interface ActField {
  readonly name: string
  readonly label: string
  readonly input: 'date' | 'line' | 'lines' | 'choice'
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** A date as 2021-12-31; '' where it may be unknown. */
  readonly initial: string
  readonly isRequired?: boolean
}

export type ActValues = Readonly<Record<string, string>>

interface ActFormProps {
  readonly title: string
  readonly fields: readonly ActField[]
  /** False: it was refused, and what was filled in stays. */
  readonly onSubmit: (values: ActValues) => Promise<boolean>
  readonly onClose: () => void
}

/**
 * A small form for one act. Leaving never carries it out: an act of this weight is asked for by its own button, so that a form that was
 * begun holds the window until it is sent or given up.
 */
export const ActForm = ({ title, fields, onSubmit, onClose }: ActFormProps) => {
  const [values, setValues] = useState<ActValues>(() => Object.fromEntries(fields.map(({ name, initial }) => [name, initial])))
  const [isSaving, setSaving] = useState(false)
  const within = useRef<HTMLFieldSetElement>(null)
  const isReady = fields.every(({ name, isRequired }) => !isRequired || (values[name] ?? '').trim() !== '')
  const text = fields.map(({ name, initial }) => (values[name] === initial ? '' : (values[name] ?? ''))).join('')

  useEffect(() => {
    if (text === '') typing.end(FORM_ID)
    else {
      const show = () => within.current?.querySelector<HTMLElement>('input, textarea')?.focus()
      typing.set(FORM_ID, { what: `${title}（${CLOSING_WORDS.notSaved}）`, text, commit: () => Promise.resolve(false), show })
    }
  }, [text, title])
  useEffect(() => () => typing.end(FORM_ID), [])

  const submit = async () => {
    setSaving(true)
    try {
      if (await onSubmit(values)) onClose()
    } finally {
      setSaving(false)
    }
  }
  return (
    <fieldset className="act-form" ref={within}>
      <legend>{title}</legend>
      {fields.map((field) => (
        <div key={field.name} className="act-form-row">
          <span className="label">{field.label}</span>
          <Value
            field={field}
            value={values[field.name] ?? ''}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        </div>
      ))}
      <div className="add-text-acts">
        <Button size="small" onClick={onClose}>
          {CLOSING_WORDS.cancel}
        </Button>
        <Button size="small" type="primary" disabled={!isReady || isSaving} onClick={() => void submit()}>
          {CLOSING_WORDS.save}
        </Button>
      </div>
    </fieldset>
  )
}

/** One form is open at a time. */
const FORM_ID = 'act-form'

interface ValueProps {
  readonly field: ActField
  readonly value: string
  readonly onChange: (value: string) => void
}

const Value = ({ field, value, onChange }: ValueProps) => {
  const shared = { size: 'small', 'aria-label': field.label } as const
  switch (field.input) {
    case 'date':
      return (
        <DatePicker
          {...shared}
          value={value === '' ? null : dayjs(value)}
          allowClear={field.isRequired !== true}
          onChange={(day) => onChange(day?.format('YYYY-MM-DD') ?? '')}
        />
      )
    case 'choice':
      return (
        <Select
          {...shared}
          value={value}
          options={[...(field.choices ?? [])]}
          onChange={onChange}
          popupMatchSelectWidth={false}
        />
      )
    case 'lines':
      return (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: 2, maxRows: 8 }}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    default:
      return <Input {...shared} value={value} onChange={(event) => onChange(event.target.value)} />
  }
}

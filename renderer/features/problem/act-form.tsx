import { App, AutoComplete, Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { CLOSING_WORDS } from '../../messages/closing.ts'
import { typing } from '../../state/typing.ts'

export interface ActField {
  readonly name: string
  readonly label: string
  readonly input: 'date' | 'line' | 'lines' | 'choice'
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** What is offered while a line is typed. */
  readonly suggestions?: readonly string[]
  /** A date as 2021-12-31; '' where it may be unknown. */
  readonly initial: string
  readonly isRequired?: boolean
  /** What is wrong with a value, said beside the field; null for nothing. */
  readonly fault?: (value: string) => string | null
}

export type ActValues = Readonly<Record<string, string>>

interface ActFormProps {
  /** Names it among the forms that may be open at once. */
  readonly id?: string
  readonly title: string
  /** Which fields there are may follow from what is chosen. */
  readonly fields: readonly ActField[] | ((values: ActValues) => readonly ActField[])
  /** What the fields that are shown say. False: it was refused, and what was filled in stays. */
  readonly onSubmit: (values: ActValues) => Promise<boolean>
  readonly onClose: () => void
}

/**
 * A small form for one act. Leaving never carries it out: an act of this weight is asked for by its own button, so that a form that was
 * begun holds the window until it is sent or given up (Esc).
 */
export const ActForm = ({ id = 'act-form', title, fields, onSubmit, onClose }: ActFormProps) => {
  const { message } = App.useApp()
  const [filled, setFilled] = useState<ActValues>({})
  const [isSaving, setSaving] = useState(false)
  const within = useRef<HTMLFieldSetElement>(null)
  const shown = typeof fields === 'function' ? fields(valuesOf(fields(filled), filled)) : fields
  const values = valuesOf(shown, filled)
  const isReady = shown.every(
    ({ name, isRequired, fault }) =>
      (!isRequired || (values[name] ?? '').trim() !== '') && (fault?.(values[name] ?? '') ?? null) === null,
  )
  const text = shown.map(({ name, initial }) => (values[name] === initial ? '' : (values[name] ?? ''))).join('')

  useEffect(() => {
    if (text === '') typing.end(id)
    else {
      const show = () => {
        void message.warning({ key: id, content: CLOSING_WORDS.begun(title), duration: 6 })
        focusFirst(within.current)
      }
      typing.set(id, { what: `${title}（${CLOSING_WORDS.notSaved}）`, text, commit: () => Promise.resolve(false), show })
    }
  }, [id, text, title, message])
  useEffect(() => () => typing.end(id), [id])
  useEffect(() => focusFirst(within.current), [])

  const submit = async () => {
    if (!isReady || isSaving) return
    setSaving(true)
    try {
      if (await onSubmit(values)) onClose()
    } finally {
      setSaving(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault()
      event.stopPropagation()
      void submit()
    }
    // A list that is open takes Esc for itself.
    if (event.key === 'Escape' && (event.target as HTMLElement).getAttribute('aria-expanded') !== 'true') {
      event.stopPropagation()
      onClose()
    }
  }
  return (
    <fieldset className="act-form" ref={within} onKeyDown={onKeyDown}>
      <legend>{title}</legend>
      {shown.map((field) => (
        <FormRow
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(value) => setFilled((before) => ({ ...before, [field.name]: value }))}
        />
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

const valuesOf = (fields: readonly ActField[], filled: ActValues): ActValues =>
  Object.fromEntries(fields.map(({ name, initial }) => [name, filled[name] ?? initial]))

const focusFirst = (within: HTMLElement | null): void => within?.querySelector<HTMLElement>('input, textarea')?.focus()

interface ValueProps {
  readonly field: ActField
  readonly value: string
  readonly onChange: (value: string) => void
}

const FormRow = (props: ValueProps) => {
  const id = useId()
  const fault = props.field.fault?.(props.value) ?? null
  return (
    <div className="act-form-row">
      <span className="label">
        {props.field.label}
        {props.field.isRequired ? ' *' : ''}
      </span>
      <div>
        <Value {...props} {...(fault === null ? {} : { faultId: id })} />
        {fault === null ? null : (
          <div id={id} className="act-form-fault" role="alert">
            {fault}
          </div>
        )}
      </div>
    </div>
  )
}

const Value = ({ field, value, onChange, faultId }: ValueProps & { readonly faultId?: string }) => {
  const faulty = faultId === undefined ? {} : ({ status: 'error', 'aria-invalid': true, 'aria-describedby': faultId } as const)
  const shared = { size: 'small', 'aria-label': field.label, ...faulty } as const
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
      return field.suggestions === undefined ? (
        <Input {...shared} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <AutoComplete
          {...shared}
          className="act-form-line"
          value={value}
          options={field.suggestions.filter((name) => name.includes(value)).map((name) => ({ value: name }))}
          onChange={(typed: string) => onChange(typed ?? '')}
        />
      )
  }
}

import { Input, Select } from 'antd'
import { type KeyboardEvent, useId } from 'react'
import type { FieldShape } from '../../shared/domain/records/field-shape.ts'
import { choicesOf, printTyped, readTyped } from '../../shared/domain/typed-value.ts'
import { sentenceOf } from '../../shared/messages/refusals.ts'
import { LISTS_WORDS } from '../messages/lists.ts'
import './typed-field.css'

interface TypedFieldProps {
  readonly shape: FieldShape
  /** Another name than the schema's, where the place says the rest. */
  readonly label?: string
  readonly value: string
  readonly placeholder?: string
  /** Usual answers; anything else may be typed. */
  readonly suggestions?: readonly string[]
  readonly autoFocus?: boolean
  /** What follows from the value: the day a duty falls due. */
  readonly note?: string
  readonly onType: (value: string) => void
  readonly onChoose?: (value: string) => void
  readonly onLeave?: () => void
  readonly onKey?: (event: KeyboardEvent) => void
}

/** One field of a record as typed text, with what the program understands of it while it is typed. */
export const TypedField = ({ shape, label, value, note, ...props }: TypedFieldProps) => {
  const id = useId()
  const read = readTyped(shape, value)
  const reading = read.ok
    ? shape.type === 'date' && value !== '' && printTyped(shape, read.value) !== value
      ? LISTS_WORDS.readAs(printTyped(shape, read.value))
      : (note ?? '')
    : sentenceOf(read.error).title
  const choices = choicesOf(shape)
  const title = label ?? shape.title
  return (
    <div className="typed-field" data-field={shape.name}>
      <label htmlFor={id}>{title}</label>
      {choices.length > 0 ? (
        <Select
          id={id}
          aria-label={title}
          value={value}
          options={choices.map((choice) => ({ value: choice, label: choice }))}
          onChange={(chosen: string) => (props.onChoose ?? props.onType)(chosen)}
        />
      ) : isLong(shape) ? (
        <Input.TextArea
          id={id}
          value={value}
          autoSize={{ minRows: 1, maxRows: 8 }}
          spellCheck={false}
          status={read.ok ? '' : 'error'}
          aria-invalid={!read.ok}
          aria-describedby={`${id}-reading`}
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
          onChange={(event) => props.onType(event.target.value)}
          onBlur={props.onLeave}
          onKeyDown={(event) => (event.key === 'Enter' ? undefined : props.onKey?.(event))}
        />
      ) : (
        <Input
          id={id}
          value={value}
          autoComplete="off"
          status={read.ok ? '' : 'error'}
          aria-invalid={!read.ok}
          aria-describedby={`${id}-reading`}
          autoFocus={props.autoFocus === true}
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
          {...(props.suggestions === undefined ? {} : { list: `${id}-usual` })}
          onChange={(event) => props.onType(event.target.value)}
          onBlur={props.onLeave}
          onKeyDown={props.onKey}
        />
      )}
      {props.suggestions === undefined ? null : (
        <datalist id={`${id}-usual`}>
          {props.suggestions.map((usual) => (
            <option key={usual} value={usual} />
          ))}
        </datalist>
      )}
      <span id={`${id}-reading`} className={read.ok ? 'typed-reading' : 'typed-reading typed-wrong'}>
        {reading}
      </span>
    </div>
  )
}

/** Text of several paragraphs, or lines that each mean one thing; Enter belongs to it. */
const isLong = ({ name, type, limit }: FieldShape): boolean => type === 'text' && ((limit ?? 0) >= 1_000 || name === 'signature')

import { Input, Select } from 'antd'
import type { KeyboardEvent } from 'react'
import type { EditableField } from '../../../shared/domain/editable-field.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { useDraft } from '../../state/use-draft.ts'
import { readingOf } from '../../ui/date-reading.ts'

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
      {field.input === 'choice' ? (
        <div className="field-input">
          <Select
            size="small"
            aria-label={title}
            value={field.shown}
            options={field.choices.map((value) => ({ value, label: value === '' ? PROBLEM_WORDS.unset : value }))}
            onChange={(value: string) => void props.onSave(value)}
            popupMatchSelectWidth={false}
          />
        </div>
      ) : field.input === 'names' ? (
        <NamesField {...props} title={title} />
      ) : (
        <TextField {...props} title={title} />
      )}
    </div>
  )
}

type TitledProps = FieldRowProps & { readonly title: string }

/** Names as tags; the one being typed, or chosen and not saved yet, stands behind them. */
const NamesField = ({ id, field, names, onSave, title }: TitledProps) => {
  const standing = namesOf(field.shown)
  const save = (added: string): Promise<boolean> => onSave([...new Set([...standing, ...namesOf(added)])].join('、'))
  const { draft, setDraft, commit, within } = useDraft({ id, what: title, save })
  const onChange = (chosen: readonly string[]) => {
    const added = chosen.filter((name) => !standing.includes(name))
    if (added.length === 0) {
      void onSave(chosen.join('、'))
      return
    }
    setDraft(added.join('、'))
    void commit()
  }
  return (
    <div className="field-input" ref={within}>
      <Select
        mode="tags"
        size="small"
        aria-label={title}
        suffixIcon={null}
        tokenSeparators={['、', '，', ',']}
        value={[...standing]}
        options={names.map((name) => ({ value: name, label: name }))}
        showSearch={{ searchValue: draft ?? '', onSearch: (text) => setDraft(text === '' ? null : text) }}
        onChange={onChange}
      />
    </div>
  )
}

const namesOf = (text: string): readonly string[] =>
  text
    .split(/[、，,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

const TextField = ({ id, field, year, onSave, title }: TitledProps) => {
  const save = async (text: string): Promise<boolean> => text === field.shown || onSave(text)
  const { draft, setDraft, commit, within } = useDraft({ id, what: title, save })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    } else if (event.key === 'Enter' && (field.input !== 'lines' || event.ctrlKey)) {
      event.preventDefault()
      void commit()
    }
  }
  const shared = {
    'aria-label': title,
    size: 'small',
    value: draft ?? field.shown,
    onChange: (event: { readonly target: { readonly value: string } }) => setDraft(event.target.value),
    onBlur: () => void commit(),
    onKeyDown,
  } as const
  const reading = draft === null ? null : readingOf(field, draft, year)
  return (
    <div className="field-input" ref={within}>
      {field.input === 'lines' ? (
        <Input.TextArea {...shared} autoSize={{ minRows: 1, maxRows: 12 }} spellCheck={false} />
      ) : (
        <Input {...shared} />
      )}
      {reading === null ? null : <span className="field-reading">{reading}</span>}
    </div>
  )
}

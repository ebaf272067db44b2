import { Checkbox, Select } from 'antd'
import {
  ITEM_PARTS,
  type ItemLine,
  type ItemPart,
  type ItemPartKind,
  parseItemLines,
  printItemLines,
} from '../../../../shared/domain/item-lines.ts'
import { printPairs, readPairs } from '../../../../shared/domain/notices/pairs.ts'
import {
  type LevelNumbering,
  MARK_STYLE_WORDS,
  type MarkStyle,
  parseLevels,
  printLevels,
} from '../../../../shared/domain/numbering.ts'
import { NOTICE_PART_WORDS } from '../../../../shared/domain/records/notice-records.ts'
import { STATUS_WORDS, STATUSES } from '../../../../shared/domain/status.ts'
import { ITEM_PART_WORDS } from '../../../../shared/messages/template-words.ts'
import { CODED_WORDS } from '../../../messages/notice-templates.ts'
import { RowsEditor } from './rows-editor.tsx'
import { WordsInput } from './words-input.tsx'
import './coded.css'

/** Fields of a template that hold several things as one scalar, each edited as rows. */
export const CODED_FIELDS = ['levels', 'parts', 'itemLines', 'remainingGroups'] as const
export type CodedName = (typeof CODED_FIELDS)[number]

export const isCoded = (name: string): name is CodedName => (CODED_FIELDS as readonly string[]).includes(name)

interface CodedFieldProps {
  readonly name: CodedName
  readonly title: string
  readonly stored: string
  readonly onSave: (value: string) => void
}

/** One of them; every change of a row is saved. */
export const CodedField = ({ name, ...props }: CodedFieldProps) => {
  switch (name) {
    case 'levels':
      return <Levels {...props} />
    case 'parts':
      return <Pairs {...props} names={NOTICE_PART_WORDS} wordsLabel={CODED_WORDS.section} emptyWords={CODED_WORDS.noSection} />
    case 'remainingGroups':
      return (
        <Pairs {...props} names={OPEN_STATUSES} wordsLabel={CODED_WORDS.groupHeading} emptyWords={CODED_WORDS.groupHeading} />
      )
    case 'itemLines':
      return <Lines {...props} />
  }
}

type RowsProps = Omit<CodedFieldProps, 'name'>

const OPEN_STATUSES: Readonly<Record<string, string>> = Object.fromEntries(
  STATUSES.filter((status) => status !== 'unstated').map((status) => [status, STATUS_WORDS[status]]),
)

const Levels = ({ title, stored, onSave }: RowsProps) => {
  const levels = parseLevels(stored)
  return (
    <RowsEditor<LevelNumbering>
      title={title}
      rows={levels}
      added={levels.length < 4 ? { style: 'arabic-paren', continuous: false } : null}
      onRows={(rows) => onSave(printLevels(rows))}
    >
      {(level, set, i) => (
        <>
          <span className="label">{CODED_WORDS.level(i + 1)}</span>
          <Select<MarkStyle>
            size="small"
            aria-label={CODED_WORDS.level(i + 1)}
            value={level.style}
            options={Object.entries(MARK_STYLE_WORDS).map(([value, label]) => ({ value: value as MarkStyle, label }))}
            onChange={(style) => set({ ...level, style })}
          />
          <Checkbox checked={level.continuous} onChange={(event) => set({ ...level, continuous: event.target.checked })}>
            {CODED_WORDS.continuous}
          </Checkbox>
        </>
      )}
    </RowsEditor>
  )
}

interface PairsProps extends RowsProps {
  readonly names: Readonly<Record<string, string>>
  readonly wordsLabel: string
  readonly emptyWords: string
}

const Pairs = ({ title, stored, onSave, names, wordsLabel, emptyWords }: PairsProps) => {
  const pairs = readPairs(stored)
  const [free] = Object.keys(names).filter((name) => !pairs.some((pair) => pair.name === name))
  return (
    <RowsEditor
      title={title}
      rows={pairs}
      added={free === undefined ? null : { name: free, words: null }}
      onRows={(rows) => onSave(printPairs(rows))}
    >
      {(pair, set) => (
        <>
          <Select
            size="small"
            aria-label={title}
            value={pair.name}
            options={Object.entries(names).map(([value, label]) => ({ value, label }))}
            onChange={(name: string) => set({ ...pair, name })}
          />
          <WordsInput
            label={wordsLabel}
            placeholder={emptyWords}
            value={pair.words ?? ''}
            onSave={(words) => set({ ...pair, words: words === '' ? null : words })}
          />
        </>
      )}
    </RowsEditor>
  )
}

const NEW_PART: ItemPart = { kind: 'account', words: ITEM_PART_WORDS.account, isAlone: false }

const Lines = ({ title, stored, onSave }: RowsProps) => (
  <RowsEditor<ItemLine>
    title={title}
    rows={stored === '' ? [] : parseItemLines(stored)}
    added={[NEW_PART]}
    onRows={(lines) => onSave(printItemLines(lines.filter((line) => line.length > 0)))}
  >
    {(line, set, i) => (
      <div className="coded-line">
        <span className="label">{CODED_WORDS.line(i + 1)}</span>
        {line.map((part, k) => (
          <Part
            // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name but its place
            key={k}
            part={part}
            onPart={(next) =>
              set(next === null ? line.filter((_, at) => at !== k) : line.map((own, at) => (at === k ? next : own)))
            }
            isOnly={line.length === 1}
          />
        ))}
        <button type="button" className="coded-more" onClick={() => set([...line, NEW_PART])}>
          {CODED_WORDS.addToLine}
        </button>
      </div>
    )}
  </RowsEditor>
)

interface PartProps {
  readonly part: ItemPart
  readonly isOnly: boolean
  /** Null: taken out. */
  readonly onPart: (part: ItemPart | null) => void
}

const Part = ({ part, isOnly, onPart }: PartProps) => (
  <div className="coded-part">
    <Select<ItemPartKind>
      size="small"
      aria-label={CODED_WORDS.what}
      value={part.kind}
      options={ITEM_PARTS.map((kind) => ({ value: kind, label: ITEM_PART_WORDS[kind] }))}
      onChange={(kind) => onPart({ ...part, kind })}
      popupMatchSelectWidth={false}
    />
    <WordsInput
      label={CODED_WORDS.label}
      placeholder={CODED_WORDS.noLabel}
      value={part.words}
      onSave={(words) => onPart({ ...part, words })}
    />
    <Checkbox checked={part.isAlone} onChange={(event) => onPart({ ...part, isAlone: event.target.checked })}>
      {CODED_WORDS.alone}
    </Checkbox>
    {isOnly ? null : (
      <button type="button" className="coded-more" onClick={() => onPart(null)}>
        {CODED_WORDS.takeOut}
      </button>
    )}
  </div>
)

import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, DatePicker, Select, Tag, Timeline } from 'antd'
import dayjs from 'dayjs'
import { useRef, useState } from 'react'
import { type PlainDate, parsePlainDate, printChineseDate } from '../../../shared/base/plain-date.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import type { Progress } from '../../../shared/domain/records/record-kinds.ts'
import { useAttachments } from '../../data/attachments.ts'
import { PROBLEM_WORDS, PROGRESS_WORDS } from '../../messages/problem.ts'
import { AttachmentList } from '../../ui/files/attachment-list.tsx'
import { ActForm, type ActValues } from './act-form.tsx'
import { AddText } from './add-text.tsx'
import { OutcomeForm, Outcomes, OutcomeTotals } from './outcomes.tsx'
import { latestFirst, ownerWords } from './progress-order.ts'
import { recordActFields, toldFields } from './record-fields.ts'
import { Act } from './record-line.tsx'
import type { ProblemActs } from './use-problem-acts.ts'

interface ProgressTimelineProps {
  readonly ledgerId: string
  readonly file: ProblemFile
  readonly units: readonly string[]
  readonly acts: Pick<ProblemActs, 'run' | 'remove' | 'warn'>
  readonly today: PlainDate
}

/** 进展 of a problem and its measures, latest first, each with its 成效. */
export const ProgressTimeline = ({ ledgerId, file, units, acts, today }: ProgressTimelineProps) => {
  const problemId = file.problem.id
  const entries = latestFirst(file.progress)
  const apart = file.outcomes.filter(({ ownerId }) => !file.progress.some(({ id }) => id === ownerId))
  return (
    <>
      <NewEntry ledgerId={ledgerId} file={file} units={units} acts={acts} today={today} />
      {entries.length === 0 ? <p className="label">{PROGRESS_WORDS.none}</p> : null}
      <OutcomeTotals outcomes={file.outcomes} date={today} />
      {entries.length === 0 ? null : (
        <Timeline
          className="progress"
          items={entries.map((entry) => ({
            key: entry.id,
            content: <Entry ledgerId={ledgerId} entry={entry} file={file} units={units} acts={acts} />,
          }))}
        />
      )}
      <h4>{PROGRESS_WORDS.outcomes}</h4>
      <Outcomes problemId={problemId} ownerId={problemId} outcomes={apart} acts={acts} />
    </>
  )
}

/** A new entry with its day, its unit, to whom it belongs, and its 成效: all one act. */
const NewEntry = ({ file, units, acts, today }: ProgressTimelineProps) => {
  const [on, setOn] = useState<PlainDate | null>(today)
  const [unit, setUnit] = useState('')
  const [measureId, setMeasureId] = useState<string | null>(null)
  const [outcomes, setOutcomes] = useState<readonly ActValues[]>([])
  const [isTelling, setTelling] = useState(false)
  const problemId = file.problem.id
  const owners = [
    { value: '', label: PROGRESS_WORDS.ofProblem },
    ...file.measures.map(({ id }, i) => ({ value: id, label: PROGRESS_WORDS.ofMeasure(i + 1) })),
  ]
  const begin = () => {
    setOutcomes([])
    setTelling(false)
  }
  const add = async (text: string): Promise<boolean> => {
    if (isTelling) {
      acts.warn(PROBLEM_WORDS.saveFirst(PROGRESS_WORDS.addOutcome))
      return false
    }
    if (text.trim() === '') {
      acts.warn(PROGRESS_WORDS.textFirst)
      return false
    }
    const told = { on, unit: unit === '' ? null : unit, text, outcomes: outcomes.map(toldFields) }
    const isAdded = await acts.run({ type: 'add-progress', problemId, measureId, ...told })
    if (isAdded) begin()
    return isAdded
  }
  return (
    <AddText
      id="new-progress"
      icon={<PlusOutlined />}
      label={PROGRESS_WORDS.add}
      placeholder={PROGRESS_WORDS.placeholder}
      holds={outcomes.length > 0 || isTelling}
      onAdd={add}
      onGiveUp={begin}
      beside={
        <>
          <span className="label">{PROGRESS_WORDS.on}</span>
          <DatePicker
            size="small"
            aria-label={PROGRESS_WORDS.on}
            value={on === null ? null : dayjs(on)}
            onChange={(day) => {
              const chosen = parsePlainDate(day?.format('YYYY-MM-DD') ?? '')
              setOn(chosen.ok ? chosen.value : null)
            }}
          />
          <span className="label">{PROGRESS_WORDS.unit}</span>
          <AutoComplete
            size="small"
            className="progress-unit"
            aria-label={PROGRESS_WORDS.unit}
            value={unit}
            options={units.filter((name) => name.includes(unit)).map((name) => ({ value: name }))}
            onChange={(typed: string) => setUnit(typed ?? '')}
          />
          <span className="label">{PROGRESS_WORDS.belongsTo}</span>
          <Select
            size="small"
            className="progress-owner"
            aria-label={PROGRESS_WORDS.belongsTo}
            value={measureId ?? ''}
            options={owners}
            onChange={(value: string) => setMeasureId(value === '' ? null : value)}
          />
          <span className="grow" />
        </>
      }
      below={
        <div className="outcomes">
          {outcomes.map((values, i) => (
            <div key={JSON.stringify(values)} className="record-line">
              <div className="record-line-text">
                <Tag>{values['kind']}</Tag>
                {Object.entries(values)
                  .filter(([name, value]) => name !== 'kind' && value !== '')
                  .map(([, value]) => value)
                  .join('，')}
              </div>
              <Act
                label={PROGRESS_WORDS.removeOutcome}
                icon={<DeleteOutlined />}
                onClick={() => setOutcomes(outcomes.filter((_, at) => at !== i))}
              />
            </div>
          ))}
          {isTelling ? (
            <OutcomeForm
              id="new-progress/outcome"
              outcome={null}
              onClose={() => setTelling(false)}
              onSubmit={async (values) => {
                setOutcomes([...outcomes, values])
                return true
              }}
            />
          ) : (
            <Button size="small" type="link" icon={<PlusOutlined />} onClick={() => setTelling(true)}>
              {PROGRESS_WORDS.addOutcome}
            </Button>
          )}
        </div>
      }
    />
  )
}

interface EntryProps {
  readonly ledgerId: string
  readonly entry: Progress
  readonly file: ProblemFile
  readonly units: readonly string[]
  readonly acts: Pick<ProblemActs, 'run' | 'remove'>
}

const Entry = ({ ledgerId, entry, file, units, acts }: EntryProps) => {
  const [isChanging, setChanging] = useState(false)
  const progressId = entry.id
  const within = useRef<HTMLDivElement>(null)
  const problemId = file.problem.id
  const change = (values: ActValues): Promise<boolean> => {
    const on = parsePlainDate(values['on'] ?? '')
    const told = { on: on.ok ? on.value : null, unit: values['unit'] ?? '', text: values['text'] ?? '' }
    return acts.run({ type: 'change-progress', problemId, progressId, ...told })
  }
  const fields = recordActFields('progress', ['on', 'unit', 'text'], { ...entry }).map((field) =>
    field.name === 'unit' ? { ...field, suggestions: units } : { ...field, isRequired: field.name === 'text' },
  )
  return (
    <div className="entry" data-progress={progressId} ref={within}>
      <div className="entry-head">
        <strong>{entry.on === null ? PROGRESS_WORDS.undated : printChineseDate(entry.on)}</strong>
        <span className="label">
          {entry.unit ?? ''} {ownerWords(file, entry)}
        </span>
        <span className="grow" />
        <Button size="small" type="text" icon={<EditOutlined />} disabled={isChanging} onClick={() => setChanging(true)}>
          {PROBLEM_WORDS.change}
        </Button>
        <Act
          label={PROGRESS_WORDS.removeEntry}
          icon={<DeleteOutlined />}
          onClick={() => void acts.remove({ type: 'remove-progress', problemId, progressId })}
        />
      </div>
      {isChanging ? (
        <ActForm
          id={`progress/${progressId}`}
          title={PROGRESS_WORDS.changeEntry}
          fields={fields}
          onSubmit={change}
          onClose={() => setChanging(false)}
        />
      ) : (
        <div className="entry-text">{entry.text}</div>
      )}
      <Outcomes
        problemId={problemId}
        ownerId={progressId}
        outcomes={file.outcomes.filter(({ ownerId }) => ownerId === progressId)}
        acts={acts}
      />
      <AttachmentList {...useAttachments(ledgerId, { problemId, ownerId: progressId })} compact pasteWithin={within} />
    </div>
  )
}

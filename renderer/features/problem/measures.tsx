import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Collapse, Tag } from 'antd'
import { useLayoutEffect, useRef } from 'react'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import { deadlineOf, printDeadline } from '../../../shared/domain/deadline.ts'
import { namesInRole } from '../../../shared/domain/four-lists.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import type { Measure } from '../../../shared/domain/records/record-kinds.ts'
import { statusLabel } from '../../../shared/domain/status.ts'
import { useAttachments } from '../../data/attachments.ts'
import { MEASURE_WORDS } from '../../messages/problem.ts'
import { AttachmentList } from '../../ui/files/attachment-list.tsx'
import { AddText } from './add-text.tsx'
import { Deadline } from './deadline-section.tsx'
import { type FieldContext, Fields } from './fields.tsx'
import { afterIdOf, type Direction } from './measure-moves.ts'
import { Act } from './record-line.tsx'
import type { ProblemActs } from './use-problem-acts.ts'

interface MeasuresProps {
  readonly context: FieldContext
  readonly ledgerId: string
  readonly acts: ProblemActs
  readonly today: PlainDate
}

/** The measures of a problem in their order, each with its text at hand and the rest folded away. */
export const Measures = ({ ledgerId, context, acts, today }: MeasuresProps) => {
  const { file } = context
  const problemId = file.problem.id
  const within = useRef<HTMLDivElement>(null)
  const moved = useRef<{ readonly id: string; readonly direction: Direction } | null>(null)
  const places = file.measures.map(({ id }) => id).join()

  // The button that was pressed goes along with its measure, and so do the keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the order is another
  useLayoutEffect(() => {
    if (moved.current === null) return
    const { id, direction } = moved.current
    moved.current = null
    const own = within.current?.querySelector(`[data-measure="${id}"]`)
    const buttons = [direction, direction === 'up' ? 'down' : 'up'].map((act) =>
      own?.querySelector<HTMLButtonElement>(`[data-act=${act}]`),
    )
    buttons.find((button) => button?.disabled === false)?.focus()
    own?.scrollIntoView({ block: 'nearest' })
  }, [places])
  const move = async (measureId: string, direction: Direction) => {
    const afterId = afterIdOf(
      file.measures.map(({ id }) => id),
      measureId,
      direction,
    )
    if (afterId === undefined) return
    moved.current = { id: measureId, direction }
    if (!(await acts.run({ type: 'move-measure', problemId, measureId, afterId }))) moved.current = null
  }
  return (
    <div ref={within}>
      {file.measures.length === 0 ? <p className="label">{MEASURE_WORDS.none}</p> : null}
      {file.measures.map((measure, i) => (
        <div key={measure.id} className="measure" data-measure={measure.id}>
          <div className="measure-head">
            <strong>{MEASURE_WORDS.measure(i + 1)}</strong>
            <span className="measure-summary label">{measureSummary(file, measure)}</span>
            {measure.status === 'unstated' ? null : <Tag>{statusLabel(measure.status, measure.sustained)}</Tag>}
            <Act
              name="up"
              label={MEASURE_WORDS.up(i + 1)}
              icon={<ArrowUpOutlined />}
              disabled={i === 0}
              onClick={() => void move(measure.id, 'up')}
            />
            <Act
              name="down"
              label={MEASURE_WORDS.down(i + 1)}
              icon={<ArrowDownOutlined />}
              disabled={i === file.measures.length - 1}
              onClick={() => void move(measure.id, 'down')}
            />
            <Act
              label={MEASURE_WORDS.remove}
              icon={<DeleteOutlined />}
              onClick={() => void acts.remove({ type: 'remove-measure', problemId, measureId: measure.id })}
            />
          </div>
          <Fields context={context} measureId={measure.id} names={measure.title === '' ? ['text'] : ['title', 'text']} />
          <Collapse
            ghost
            size="small"
            items={[
              {
                key: 'more',
                label: MEASURE_WORDS.more,
                children: <MeasureMore ledgerId={ledgerId} context={context} measure={measure} acts={acts} today={today} />,
              },
            ]}
          />
        </div>
      ))}
      <AddText
        id="new-measure"
        icon={<PlusOutlined />}
        label={MEASURE_WORDS.add}
        placeholder={MEASURE_WORDS.placeholder}
        onAdd={(text) => acts.run({ type: 'add-measure', problemId, text })}
      />
    </div>
  )
}

const MeasureMore = ({ ledgerId, context, measure, acts, today }: MeasuresProps & { readonly measure: Measure }) => (
  <>
    <Fields context={context} measureId={measure.id} names={MORE} columns />
    <Deadline file={context.file} measure={measure} acts={acts} today={today} />
    <Fields context={context} measureId={measure.id} names={DUTY} columns />
    <Fields
      context={context}
      measureId={measure.id}
      names={['account', 'result', ...(measure.title === '' ? ['title'] : []), 'sourceNumber']}
    />
    <AttachmentList {...useAttachments(ledgerId, { problemId: context.file.problem.id, ownerId: measure.id })} compact />
  </>
)

/** 县水利局 · 2024年6月底前: what of a measure is its own. */
const measureSummary = (file: ProblemFile, measure: Measure): string =>
  [namesInRole(file, measure.id, 'leadUnit') || namesInRole(file, measure.id, 'unit'), printDeadline(deadlineOf(measure))]
    .filter((text) => text !== '')
    .join(' · ')

const MORE = ['status', 'deadline', 'startOn', 'completedOn']
const DUTY = ['leader', 'leadUnit', 'unit', 'supportUnit', 'person', 'contact', 'phone']

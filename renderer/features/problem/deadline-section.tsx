import { EditOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { type PlainDate, printChineseDate } from '../../../shared/base/plain-date.ts'
import { deadlineOf, printDeadline } from '../../../shared/domain/deadline.ts'
import { extensionsOf } from '../../../shared/domain/extensions.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { fieldShape } from '../../../shared/domain/records/field-shape.ts'
import type { Extension, Measure } from '../../../shared/domain/records/record-kinds.ts'
import { PROBLEM_WORDS, TIME_WORDS } from '../../messages/problem.ts'
import { ActForm } from './act-form.tsx'
import { ActButtons } from './closing-section.tsx'
import { changedFields, recordActFields } from './record-fields.ts'
import { Act } from './record-line.tsx'
import type { ProblemActs } from './use-problem-acts.ts'

interface DeadlineProps {
  readonly file: ProblemFile
  /** Null: the problem itself. */
  readonly measure: Measure | null
  readonly acts: Pick<ProblemActs, 'run'>
  readonly today: PlainDate
}

/** How often a deadline was put off, from what to what and by whose approval; and the two acts on it. */
export const Deadline = ({ file, measure, acts, today }: DeadlineProps) => {
  const [open, setOpen] = useState<string | null>(null)
  const owner = measure ?? file.problem
  const own = extensionsOf(file, owner.id)
  const changed = own.find(({ id }) => id === open)
  const isSet = printDeadline(deadlineOf(owner)) !== ''
  return (
    <>
      {own.length === 0 ? null : <ExtensionTable extensions={own} onChange={setOpen} />}
      {changed ? (
        <ActForm
          id={`extension/${changed.id}`}
          title={TIME_WORDS.changeExtension(own.indexOf(changed) + 1)}
          fields={recordActFields('extension', APPROVAL, { ...changed })}
          onClose={() => setOpen(null)}
          onSubmit={(values) => {
            const fields = changedFields('extension', APPROVAL, { ...changed }, values)
            const problemId = file.problem.id
            return acts.run({ type: 'change-record', kind: 'extension', problemId, id: changed.id, fields })
          }}
        />
      ) : null}
      <ActButtons
        file={file}
        acts={acts}
        today={today}
        offered={isSet ? ['extend', 'correct'] : []}
        measureId={measure?.id ?? null}
      />
    </>
  )
}

const APPROVAL = ['reason', 'approvedBy', 'approvedOn']

const ExtensionTable = (props: { readonly extensions: readonly Extension[]; readonly onChange: (id: string) => void }) => (
  <table className="file-table extensions">
    <caption>{TIME_WORDS.extensions(props.extensions.length)}</caption>
    <thead>
      <tr>
        <th scope="col">{TIME_WORDS.times}</th>
        {['fromOn', 'toOn', ...APPROVAL].map((name) => (
          <th key={name} scope="col">
            {fieldShape('extension', name).title}
          </th>
        ))}
        <th scope="col">{TIME_WORDS.acts}</th>
      </tr>
    </thead>
    <tbody>
      {props.extensions.map(({ id, fromOn, fromWords, toOn, toWords, reason, approvedBy, approvedOn }, i) => (
        <tr key={id} data-record={id}>
          <td>{TIME_WORDS.time(i + 1)}</td>
          <td>{printDeadline({ on: fromOn, words: fromWords })}</td>
          <td>{printDeadline({ on: toOn, words: toWords }) || PROBLEM_WORDS.unset}</td>
          <td className="entry-text">{reason}</td>
          <td>{approvedBy}</td>
          <td>{approvedOn === null ? '' : printChineseDate(approvedOn)}</td>
          <td>
            <Act label={TIME_WORDS.changeExtension(i + 1)} icon={<EditOutlined />} onClick={() => props.onChange(id)} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

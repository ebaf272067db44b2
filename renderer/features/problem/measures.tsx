import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Collapse, Tooltip } from 'antd'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { AddText } from './add-text.tsx'
import { type FieldContext, Fields } from './fields.tsx'
import type { ProblemActs } from './use-problem-acts.ts'

/** The measures of a problem, each with its text at hand and the rest folded away. */
export const Measures = ({ context, acts }: { readonly context: FieldContext; readonly acts: ProblemActs }) => {
  const { file } = context
  const problemId = file.problem.id
  return (
    <>
      {file.measures.length === 0 ? <p className="label">{PROBLEM_WORDS.noMeasures}</p> : null}
      {file.measures.map((measure, i) => (
        <div key={measure.id} className="measure" data-measure={measure.id}>
          <div className="measure-head">
            <strong>{PROBLEM_WORDS.measure(i + 1)}</strong>
            <Tooltip title={PROBLEM_WORDS.removeMeasure}>
              <Button
                size="small"
                type="text"
                aria-label={PROBLEM_WORDS.removeMeasure}
                icon={<DeleteOutlined />}
                onClick={() => void acts.remove({ type: 'remove-measure', problemId, measureId: measure.id })}
              />
            </Tooltip>
          </div>
          <Fields context={context} measureId={measure.id} names={measure.title === '' ? ['text'] : ['title', 'text']} />
          <Collapse
            ghost
            size="small"
            items={[
              {
                key: 'more',
                label: PROBLEM_WORDS.measureMore,
                children: (
                  <>
                    <Fields context={context} measureId={measure.id} names={MORE} columns />
                    <Fields
                      context={context}
                      measureId={measure.id}
                      names={measure.title === '' ? ['title', 'account'] : ['account']}
                    />
                  </>
                ),
              },
            ]}
          />
        </div>
      ))}
      <AddText
        id="new-measure"
        icon={<PlusOutlined />}
        label={PROBLEM_WORDS.addMeasure}
        placeholder={PROBLEM_WORDS.addMeasurePlaceholder}
        onAdd={(text) => acts.run({ type: 'add-measure', problemId, text })}
      />
    </>
  )
}

const MORE = [
  'status',
  'deadline',
  'startOn',
  'completedOn',
  'leader',
  'leadUnit',
  'unit',
  'supportUnit',
  'person',
  'contact',
  'phone',
]

import { Button, Collapse } from 'antd'
import { useEffect, useRef } from 'react'
import type { TemplateCheck } from '../../../shared/documents/forms/template-check.ts'
import { ALL_PROBLEMS, LEDGER_FIELDS, PROBLEM_FIELDS, PROBLEM_LOOPS } from '../../../shared/messages/template-fields.ts'
import { checkTemplateFile } from '../../data/papers-client.ts'
import { PAPERS_WORDS as WORDS } from '../../messages/papers.ts'
import { invoke } from '../../platform/bridge.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'

/** A form of the unit's own, as it was chosen and what the check says of it. */
export interface OwnTemplate {
  readonly name: string
  readonly bytes: Uint8Array
  readonly check: TemplateCheck
}

interface OwnTemplateProps {
  readonly own: OwnTemplate | null
  readonly onChange: (own: OwnTemplate | null) => void
}

/** Chooses a Word form with {fields}, says what is wrong with it, and lists the fields there are. */
export const OwnTemplateChoice = ({ own, onChange }: OwnTemplateProps) => {
  const tellRefusal = useTellRefusal()
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const choose = async () => {
    const opened = await invoke('file.open', { kind: 'text' })
    if (!opened.ok) return tellRefusal(opened.error)
    if (opened.value === null) return
    const abort = new AbortController()
    running.current = abort
    const { name, bytes } = opened.value
    const check = await checkTemplateFile(bytes, abort.signal)
    if (!check.ok) return tellRefusal(check.error)
    if (check.value !== null) onChange({ name: name.replace(/\.[^.]*$/, ''), bytes, check: check.value })
  }
  return (
    <div className="papers-own">
      <span>
        <Button size="small" onClick={() => void choose()}>
          {WORDS.chooseOwn}
        </Button>
        {own === null ? null : (
          <>
            {' '}
            {own.name} <span className="label">{WORDS.ownScope[own.check.scope]}</span>
            <Button size="small" type="link" onClick={() => onChange(null)}>
              {WORDS.removeOwn}
            </Button>
          </>
        )}
      </span>
      {own === null ? null : own.check.faults.length === 0 ? (
        <p role="status" className="label">
          {WORDS.ownGood(own.check.fields.length)}
        </p>
      ) : (
        <div role="alert">
          <p>{WORDS.ownFaults}</p>
          <ul>
            {own.check.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      <Collapse ghost size="small" items={[{ key: 'fields', label: WORDS.fields, children: <Fields /> }]} />
    </div>
  )
}

const Fields = () => (
  <>
    <p className="label">{WORDS.fieldsDetail}</p>
    <FieldList title={WORDS.ledgerFields} fields={LEDGER_FIELDS} />
    <FieldList title={WORDS.problemFields} fields={PROBLEM_FIELDS} />
    {Object.entries(PROBLEM_LOOPS).map(([name, fields]) => (
      <FieldList key={name} title={WORDS.listFields(name)} fields={fields} />
    ))}
    <p className="label">{WORDS.allProblems(ALL_PROBLEMS)}</p>
  </>
)

const FieldList = ({ title, fields }: { readonly title: string; readonly fields: Readonly<Record<string, string>> }) => (
  <>
    <h4>{title}</h4>
    <dl className="papers-fields">
      {Object.entries(fields).map(([name, meaning]) => (
        <div key={name}>
          <dt>{`{${name}}`}</dt>
          <dd className="label">{meaning}</dd>
        </div>
      ))}
    </dl>
  </>
)

import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { Severity } from '../../../shared/domain/finding.ts'
import { SEVERITY_WORDS } from '../../../shared/messages/findings.ts'
import './checks.css'

const COLOURS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'default' }

interface CheckAct {
  readonly label: string
  readonly run: () => void
}

interface CheckRowProps {
  /** Null: nothing is wrong. */
  readonly severity: Severity | null
  readonly message: string
  /** A line below: how it was computed, what was decided. */
  readonly detail?: string
  readonly acts: readonly CheckAct[]
  /** What is asked before an act. */
  readonly children?: ReactNode
}

/** One thing to look at, and what can be done about it. */
export const CheckRow = ({ severity, message, detail = '', acts, children }: CheckRowProps) => (
  <li {...(severity === null ? {} : { 'data-severity': severity })}>
    {severity === null ? null : <Tag color={COLOURS[severity]}>{SEVERITY_WORDS[severity]}</Tag>}
    <span>{message}</span>
    {detail === '' ? null : <span className="check-detail">{detail}</span>}
    <span className="check-acts">
      {acts.map(({ label, run }) => (
        <Button key={label} size="small" type="link" onClick={run}>
          {label}
        </Button>
      ))}
    </span>
    {children}
  </li>
)

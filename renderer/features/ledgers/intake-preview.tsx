import { Button, Table, Tag } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { deadlineOf, printDeadline } from '../../../shared/domain/deadline.ts'
import { figuresOf } from '../../../shared/domain/figures/figures-of.ts'
import type { Severity } from '../../../shared/domain/finding.ts'
import { openLedger, type ProblemFile, usualDate } from '../../../shared/domain/ledger.ts'
import type { FrameDifference } from '../../../shared/domain/new-ledger.ts'
import { statusLabel } from '../../../shared/domain/status.ts'
import { SEVERITY_WORDS } from '../../../shared/messages/findings.ts'
import { INTAKE_WORDS } from '../../messages/ledgers.ts'
import { windowClock } from '../../platform/window-ports.ts'
import type { SuggestedLedger } from '../../workers/intake-worker.ts'
import { WizardFrame } from './wizard-frame.tsx'

interface IntakePreviewProps {
  readonly suggested: SuggestedLedger
  /** How far the making of the ledger has come; null before it was asked for. */
  readonly percent: number | null
  /** Where what was typed wins over what the text says. */
  readonly differences: readonly FrameDifference[]
  /** What can be put right about the reading; null: nothing was read. */
  readonly reading?: ReactNode
  readonly beside?: ReactNode
  readonly onConfirm: () => void
  readonly onSettings: () => void
  readonly onBack: () => void
  readonly onDiscard: () => void
}

/** What was recognised, before anything is written: the numbers, what to look at, and the first problems. */
export const IntakePreview = ({ suggested, percent, differences, reading, beside, ...acts }: IntakePreviewProps) => {
  const { onConfirm, onSettings, onBack, onDiscard } = acts
  const ledger = useMemo(() => openLedger(suggested.records), [suggested])
  const date = usualDate(ledger, windowClock.today())
  const figures = useMemo(
    () =>
      figuresOf(ledger, date).filter(({ id, value }) => SHOWN_FIGURES.includes(id) && (value !== '0' || id === 'problems.total')),
    [ledger, date],
  )
  const findings = [...suggested.findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
  return (
    <WizardFrame
      title={INTAKE_WORDS.previewTitle}
      step={1}
      extra={
        <>
          <Button onClick={onDiscard} disabled={percent !== null}>
            {INTAKE_WORDS.discard}
          </Button>
          <Button onClick={onBack} disabled={percent !== null}>
            {INTAKE_WORDS.previous}
          </Button>
          <Button onClick={onSettings} disabled={percent !== null || ledger.problems.length === 0}>
            {INTAKE_WORDS.nextSettings}
          </Button>
          <Button autoFocus type="primary" onClick={onConfirm} loading={percent !== null} disabled={ledger.problems.length === 0}>
            {percent === null ? INTAKE_WORDS.confirm : INTAKE_WORDS.creating(percent)}
          </Button>
        </>
      }
    >
      {reading}
      <p className="preview-title">{ledger.ledger.title}</p>
      <p className="label">{INTAKE_WORDS.previewDetail}</p>
      {differences.length === 0 ? null : (
        <div className="differences" role="note">
          <strong>{INTAKE_WORDS.differs}</strong>
          <ul>
            {differences.map(({ title, typed, read }) => (
              <li key={title}>{INTAKE_WORDS.differing(title, typed, read)}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="figures">
        {figures.map(({ id, label, value, unit }) => (
          <div key={id} className="figure">
            <span className="figure-label">{label}</span>
            <span className="figure-value">
              {value}
              <small>{unit}</small>
            </span>
          </div>
        ))}
        <span className="label">{INTAKE_WORDS.cutoff(date)}</span>
      </div>
      <div className="preview-columns">
        <section className="preview-findings">
          <h2>{findings.length === 0 ? INTAKE_WORDS.noFindings : INTAKE_WORDS.findings(findings.length)}</h2>
          <ul className="findings">
            {findings.map((finding, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: findings do not change here
              <li key={i}>
                <Tag color={SEVERITY_COLOURS[finding.severity]}>{SEVERITY_WORDS[finding.severity]}</Tag>
                <span>{finding.message}</span>
              </li>
            ))}
          </ul>
          {beside}
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the page is scrolled by keys from here */}
        <section className="preview-problems" tabIndex={0}>
          <h2>{INTAKE_WORDS.firstProblems(Math.min(MOST, ledger.problems.length), ledger.problems.length)}</h2>
          <Table<ProblemFile>
            size="small"
            pagination={false}
            rowKey={({ problem }) => problem.id}
            dataSource={ledger.problems.slice(0, MOST)}
            columns={COLUMNS}
          />
        </section>
      </div>
    </WizardFrame>
  )
}

const MOST = 10
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint']
const SEVERITY_COLOURS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'default' }

const SHOWN_FIGURES: readonly string[] = [
  'problems.total',
  'items.total',
  'measures.total',
  'problems.done',
  'problems.sustained',
  'problems.basicallyDone',
  'problems.inProgress',
  'problems.open',
  'problems.unstated',
  'problems.overdue',
]

const COLUMNS = [
  { title: INTAKE_WORDS.number, width: 52, render: (file: ProblemFile) => file.number },
  { title: INTAKE_WORDS.category, width: 130, render: (file: ProblemFile) => file.path[0]?.heading ?? '' },
  {
    title: INTAKE_WORDS.statement,
    render: (file: ProblemFile) => <div className="clamp">{file.problem.statement}</div>,
  },
  { title: INTAKE_WORDS.measures, width: 52, render: (file: ProblemFile) => file.measures.length },
  { title: INTAKE_WORDS.deadline, width: 130, render: (file: ProblemFile) => printDeadline(deadlineOf(file.problem)) },
  {
    title: INTAKE_WORDS.status,
    width: 96,
    render: (file: ProblemFile) => statusLabel(file.problem.status, file.problem.sustained),
  },
]

import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { Severity } from '../../../shared/domain/finding.ts'
import type { Verdict } from '../../../shared/domain/records/notice-records.ts'
import { SEVERITIES } from '../../../shared/messages/findings.ts'
import type { DecidedFinding } from '../../../shared/proof/decisions.ts'
import { PROOF_WORDS } from '../../messages/proof.ts'
import { CheckRow } from './check-row.tsx'
import { DismissForm } from './dismiss-form.tsx'

/** What a person does about a finding. */
export interface FindingActs<T extends DecidedFinding = DecidedFinding> {
  readonly go: (found: T) => void
  /** Null: the text cannot be written in. */
  readonly fix: ((found: T) => void) | null
  readonly decide: (found: T, verdict: Verdict, reason: string | null) => void
  readonly takeBack: (found: T) => void
}

interface FindingListProps<T extends DecidedFinding> {
  readonly checked: number
  readonly passed: number
  readonly findings: readonly T[]
  readonly acts: FindingActs<T>
}

const FILTERS = ['open', 'error', 'warning', 'hint', 'decided'] as const
type Filter = (typeof FILTERS)[number]

/** So many stand in the list at once; more are asked for. */
const PAGE = 60

/** What the number and wording check found, the worst first, and what was decided about it. */
export const FindingList = <T extends DecidedFinding>({ checked, passed, findings, acts }: FindingListProps<T>) => {
  const { fix } = acts
  const [filter, setFilter] = useState<Filter>('open')
  const [shown, setShown] = useState(PAGE)
  const [asked, setAsked] = useState<string | null>(null)
  const open = findings.filter(({ decision }) => decision?.verdict !== 'dismissed')
  const counts = Object.fromEntries(
    SEVERITIES.map((severity) => [severity, open.filter(({ finding }) => finding.severity === severity).length]),
  ) as Record<Severity, number>
  const listed = SEVERITIES.flatMap((severity) => findings.filter((found) => found.finding.severity === severity)).filter(
    (found) => isListed(found, filter),
  )
  return (
    <section aria-label={PROOF_WORDS.summary(checked, passed)}>
      <p className="checks-summary">
        <strong>{PROOF_WORDS.summary(checked, passed)}</strong>
        <span className="label">{PROOF_WORDS.counts(counts)}</span>
      </p>
      <Segmented<Filter>
        size="small"
        block
        aria-label={PROOF_WORDS.filterLabel}
        value={filter}
        options={FILTERS.map((value) => ({ value, label: PROOF_WORDS.filters[value] }))}
        onChange={(value) => {
          setFilter(value)
          setShown(PAGE)
        }}
      />
      {listed.length === 0 ? <p className="label checks-empty">{PROOF_WORDS.none}</p> : null}
      <ul className="checks">
        {listed.slice(0, shown).map((found, i) => {
          const { finding, decision } = found
          const key = `${finding.rule}/${finding.start}/${i}`
          return (
            <CheckRow
              key={key}
              severity={finding.severity}
              message={finding.message}
              {...(decision === null ? {} : { detail: decidedWords(decision) })}
              acts={[
                ...(finding.start === finding.end ? [] : [{ label: PROOF_WORDS.go, run: () => acts.go(found) }]),
                ...(finding.fix === null || fix === null
                  ? []
                  : [{ label: PROOF_WORDS.fix(finding.fix.text), run: () => fix(found) }]),
                ...(decision === null
                  ? [
                      { label: PROOF_WORDS.accept, run: () => acts.decide(found, 'accepted', null) },
                      { label: PROOF_WORDS.dismiss, run: () => setAsked(asked === key ? null : key) },
                    ]
                  : [{ label: PROOF_WORDS.takeBack, run: () => acts.takeBack(found) }]),
              ]}
            >
              {asked === key ? (
                <DismissForm
                  onCancel={() => setAsked(null)}
                  onDismiss={(reason) => {
                    setAsked(null)
                    acts.decide(found, 'dismissed', reason)
                  }}
                />
              ) : null}
            </CheckRow>
          )
        })}
      </ul>
      {listed.length > shown ? (
        <Button size="small" type="link" onClick={() => setShown(shown + PAGE)}>
          {PROOF_WORDS.more(Math.min(PAGE, listed.length - shown))}
        </Button>
      ) : null}
    </section>
  )
}

const isListed = ({ finding, decision }: DecidedFinding, filter: Filter): boolean => {
  if (filter === 'decided') return decision !== null
  if (decision?.verdict === 'dismissed') return false
  return filter === 'open' ? finding.severity !== 'hint' : finding.severity === filter
}

const decidedWords = ({ verdict, reason }: NonNullable<DecidedFinding['decision']>): string =>
  reason ? `${PROOF_WORDS.decided[verdict]}：${reason}` : PROOF_WORDS.decided[verdict]

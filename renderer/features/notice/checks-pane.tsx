import { Button, Skeleton, Tag } from 'antd'
import type { Finding, Severity } from '../../../shared/domain/finding.ts'
import { SEVERITIES, SEVERITY_WORDS, TYPED_FIGURE_WORDS } from '../../../shared/messages/findings.ts'
import type { NoticeReview } from '../../data/notice-host.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'

type Typed = NoticeReview['typed'][number]

interface ChecksPaneProps {
  readonly review: NoticeReview | undefined
  readonly onGo: (words: string) => void
  readonly onGoTyped: (typed: Typed) => void
  readonly onToToken: (typed: Typed) => void
}

const COLOURS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'default' }

/** What should be looked at before this edition is signed, the worst first, and the numbers that were typed. */
export const ChecksPane = ({ review, onGo, onGoTyped, onToToken }: ChecksPaneProps) => {
  if (review === undefined) return <Skeleton active title={false} paragraph={{ rows: 5 }} />
  const findings = SEVERITIES.flatMap((severity) => review.findings.filter((finding) => finding.severity === severity))
  const differing = review.typed.filter(({ agrees }) => !agrees)
  const agreeing = review.typed.filter(({ agrees }) => agrees)
  if (findings.length + review.typed.length === 0)
    return (
      <div className="checks-none">
        <h3>{WORKBENCH_WORDS.noFindings}</h3>
        <p className="label">{WORKBENCH_WORDS.noFindingsDetail}</p>
      </div>
    )
  return (
    <ul className="checks">
      {differing.map((typed) => (
        <TypedItem key={`${typed.line}/${typed.start}`} typed={typed} onGo={onGoTyped} onToToken={onToToken} />
      ))}
      {findings.map((finding, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same
        <li key={i} data-severity={finding.severity}>
          <Tag color={COLOURS[finding.severity]}>{SEVERITY_WORDS[finding.severity]}</Tag>
          <span>{finding.message}</span>
          {wordsOf(finding) === '' ? null : (
            <span className="check-acts">
              <Button size="small" type="link" onClick={() => onGo(wordsOf(finding))}>
                {WORKBENCH_WORDS.goThere}
              </Button>
            </span>
          )}
        </li>
      ))}
      {agreeing.length === 0 ? null : <li className="checks-part">{WORKBENCH_WORDS.typedTitle}</li>}
      {agreeing.map((typed) => (
        <TypedItem key={`${typed.line}/${typed.start}`} typed={typed} onGo={onGoTyped} onToToken={onToToken} />
      ))}
    </ul>
  )
}

interface TypedItemProps {
  readonly typed: Typed
  readonly onGo: (typed: Typed) => void
  readonly onToToken: (typed: Typed) => void
}

/** A number that was typed: one that differs from the ledger's is an error. */
const TypedItem = ({ typed, onGo, onToToken }: TypedItemProps) => (
  <li data-severity={typed.agrees ? undefined : 'error'}>
    {typed.agrees ? null : <Tag color={COLOURS.error}>{SEVERITY_WORDS.error}</Tag>}
    <span>
      {typed.agrees
        ? TYPED_FIGURE_WORDS.agrees(typed.label, typed.stated)
        : TYPED_FIGURE_WORDS.differs(typed.label, typed.stated, typed.value)}
    </span>
    <span className="check-acts">
      <Button size="small" type="link" onClick={() => onGo(typed)}>
        {WORKBENCH_WORDS.goThere}
      </Button>
      <Button size="small" type="link" onClick={() => onToToken(typed)}>
        {WORKBENCH_WORDS.toToken}
      </Button>
    </span>
  </li>
)

/** The words of the text a finding can be shown at. */
const wordsOf = ({ rule, text, stated }: Finding): string => {
  if (!PLACED.test(rule)) return ''
  return (stated ?? text ?? '').split('\n')[0]?.trim() ?? ''
}

const PLACED = /^notice\.(?:name-left|name-likely|withheld-changed|withheld-left|to-fill)$/

import { Button, Skeleton } from 'antd'
import type { Finding } from '../../../shared/domain/finding.ts'
import { SEVERITIES, TYPED_FIGURE_WORDS } from '../../../shared/messages/findings.ts'
import type { NoticeReview, PlacedFinding } from '../../data/notice-host.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { PROOF_WORDS } from '../../messages/proof.ts'
import { CheckRow } from '../../ui/checks/check-row.tsx'
import { type FindingActs, FindingList } from '../../ui/checks/finding-list.tsx'

type Typed = NoticeReview['typed'][number]

interface ChecksPaneProps {
  readonly review: NoticeReview | undefined
  readonly onGo: (words: string) => void
  readonly onGoTyped: (typed: Typed) => void
  readonly onToToken: (typed: Typed) => void
  readonly proofActs: FindingActs<PlacedFinding>
  readonly onReport: () => void
}

/** What should be looked at before this edition is signed: what is missing, numbers that were typed, and what the check found. */
export const ChecksPane = ({ review, onGo, onGoTyped, onToToken, proofActs, onReport }: ChecksPaneProps) => {
  if (review === undefined) return <Skeleton active title={false} paragraph={{ rows: 5 }} />
  const findings = SEVERITIES.flatMap((severity) => review.findings.filter((finding) => finding.severity === severity))
  const differing = review.typed.filter(({ agrees }) => !agrees)
  const agreeing = review.typed.filter(({ agrees }) => agrees)
  const typedActs = (typed: Typed) => [
    { label: WORKBENCH_WORDS.goThere, run: () => onGoTyped(typed) },
    { label: WORKBENCH_WORDS.toToken, run: () => onToToken(typed) },
  ]
  return (
    <>
      <ul className="checks">
        {differing.map((typed) => (
          <CheckRow
            key={`${typed.line}/${typed.start}`}
            severity="error"
            message={TYPED_FIGURE_WORDS.differs(typed.label, typed.stated, typed.value)}
            acts={typedActs(typed)}
          />
        ))}
        {findings.map((finding, i) => (
          <CheckRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same
            key={i}
            severity={finding.severity}
            message={finding.message}
            acts={wordsOf(finding) === '' ? [] : [{ label: WORKBENCH_WORDS.goThere, run: () => onGo(wordsOf(finding)) }]}
          />
        ))}
      </ul>
      <FindingList {...review.proof} acts={proofActs} />
      <Button size="small" block title={PROOF_WORDS.reportDetail} onClick={onReport}>
        {PROOF_WORDS.report}…
      </Button>
      {agreeing.length === 0 ? null : (
        <ul className="checks">
          <li className="checks-part">{WORKBENCH_WORDS.typedTitle}</li>
          {agreeing.map((typed) => (
            <CheckRow
              key={`${typed.line}/${typed.start}`}
              severity={null}
              message={TYPED_FIGURE_WORDS.agrees(typed.label, typed.stated)}
              acts={typedActs(typed)}
            />
          ))}
        </ul>
      )}
    </>
  )
}

/** The words of the text a finding can be shown at. */
const wordsOf = ({ rule, text, stated }: Finding): string => {
  if (!PLACED.test(rule)) return ''
  return (stated ?? text ?? '').split('\n')[0]?.trim() ?? ''
}

const PLACED = /^notice\.(?:name-left|name-likely|withheld-changed|withheld-left|to-fill)$/

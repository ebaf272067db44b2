import type { PlainDate } from '../../base/plain-date.ts'
import { closureState } from '../../domain/closing.ts'
import type { Ledger, ProblemFile } from '../../domain/ledger.ts'
import type { Reviewer } from '../../domain/records/closure-records.ts'
import type { Closure, Review } from '../../domain/records/record-kinds.ts'
import { FORM_WORDS } from '../../messages/forms.ts'
import { mendPunctuation } from '../../notice/punctuation.ts'
import { FOUR, pairRow, wideRow } from '../form-grid.ts'
import type { FormRow, PaperDocument } from '../paper-document.ts'
import { dayWords, formFacts, opinionWords, partyOf } from './form-facts.ts'
import { formTitle, line, paper } from './form-paper.ts'

const WORDS = FORM_WORDS.closure
const REVIEWERS: readonly Reviewer[] = ['leadUnit', 'leader', 'office', 'discipline']

/** 销号审批表: what was done about a problem, the unit's application, and who agrees. What is recorded is printed, the rest is left to the pen. */
export const closureForm = (ledger: Ledger, file: ProblemFile, date: PlainDate): PaperDocument => {
  const facts = formFacts(file)
  const { problem } = FORM_WORDS
  const last = file.closures.at(-1)
  // What was reopened is told by the next application; until then its form is an empty one of the next cycle.
  const closure = last && closureState(last) !== 'reopened' ? last : null
  const cycle = closure?.cycle ?? (last ? (last.cycle ?? 1) + 1 : 1)
  const reviews = file.reviews.filter(({ closureId }) => closureId === closure?.id)
  const applicant = closure?.appliedBy ?? (facts.names('unit') || facts.names('leadUnit'))
  const name = cycle > 1 ? `${WORDS.title}${WORDS.cycle(cycle)}` : WORDS.title
  return paper(name, partyOf(ledger), [
    formTitle(name),
    line('form-line', FORM_WORDS.filledBy(applicant)),
    {
      kind: 'form',
      columns: FOUR,
      rows: [
        pairRow([problem.number, facts.number], [problem.source, facts.source]),
        pairRow([problem.category, facts.category], [problem.aspect, facts.aspect]),
        wideRow(problem.statement, facts.statement, 2),
        wideRow(problem.measures, facts.measures, 3),
        pairRow([problem.leader, facts.names('leader')], [problem.leadUnit, facts.names('leadUnit')]),
        pairRow([problem.unit, facts.names('unit')], [problem.deadline, facts.deadline]),
        pairRow(
          [problem.status, facts.status],
          [problem.completedOn, facts.completedOn || dayWords(closure?.completedOn ?? null)],
        ),
        wideRow(problem.account, facts.account, 5),
        wideRow(problem.result, facts.result, 2),
        wideRow(problem.evidence, facts.evidence, 2),
        ...returnedRows(file, date),
        wideRow(WORDS.application, applicationWords(closure), 4, FORM_WORDS.signUnit),
        ...REVIEWERS.map((reviewer) => reviewRow(reviewer, reviews)),
        ...(closure?.closedOn == null ? [] : [resultRow(closure, closure.closedOn)]),
      ],
    },
    line('form-line', FORM_WORDS.foot),
  ])
}

const applicationWords = (closure: Closure | null): string =>
  closure === null
    ? ''
    : [mendPunctuation(closure.application), closure.appliedOn === null ? '' : WORDS.appliedOn(dayWords(closure.appliedOn))]
        .filter((part) => part !== '')
        .join('\n')

const reviewRow = (reviewer: Reviewer, reviews: readonly Review[]): FormRow => {
  const own = reviews.filter((review) => review.reviewer === reviewer)
  const told = own.map(({ opinion, text, by, on }) => {
    const opened = opinionWords(opinion, text)
    const signed = [by ?? '', dayWords(on)].filter((part) => part !== '').join('　')
    return signed === '' ? opened : `${opened}（${signed}）`
  })
  return wideRow(
    WORDS.reviewers[reviewer],
    told.join('\n'),
    4,
    reviewer === 'leader' ? FORM_WORDS.signLeader : FORM_WORDS.signUnit,
  )
}

const returnedRows = ({ closures }: ProblemFile, date: PlainDate): readonly FormRow[] => {
  const returned = closures.flatMap(({ returnedOn, returnReason }) =>
    returnedOn === null || returnedOn > date ? [] : [WORDS.returnedOn(dayWords(returnedOn), mendPunctuation(returnReason ?? ''))],
  )
  return returned.length === 0 ? [] : [wideRow(WORDS.returned, returned.join('\n'))]
}

const resultRow = ({ result }: Closure, closedOn: PlainDate): FormRow =>
  wideRow(
    WORDS.result,
    [mendPunctuation(result ?? ''), WORDS.closedOn(dayWords(closedOn))].filter((part) => part !== '').join('\n'),
    2,
  )

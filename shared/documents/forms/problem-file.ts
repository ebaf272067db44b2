import type { PlainDate } from '../../base/plain-date.ts'
import { deadlineOf, printDeadline } from '../../domain/deadline.ts'
import { namesInRole } from '../../domain/four-lists.ts'
import type { Ledger, ProblemFile } from '../../domain/ledger.ts'
import { REVIEWER_WORDS } from '../../domain/records/closure-records.ts'
import { SECRECY_WORDS } from '../../domain/records/file-records.ts'
import { OUTCOME_WORDS } from '../../domain/records/problem-records.ts'
import type { Outcome } from '../../domain/records/record-kinds.ts'
import { statusLabel } from '../../domain/status.ts'
import { FORM_WORDS } from '../../messages/forms.ts'
import { mendPunctuation } from '../../notice/punctuation.ts'
import { FOUR, pairRow, wideRow } from '../form-grid.ts'
import { ledgerTitled } from '../ledger-titled.ts'
import type { DocumentBlock, PaperDocument } from '../paper-document.ts'
import { dayWords, formFacts, measureWords, opinionWords, partyOf } from './form-facts.ts'
import { line, paper, table, title } from './form-paper.ts'

const WORDS = FORM_WORDS.problemFile

/** 一问题一档: facts, measures, progress, results, what was extended and closed, the evidence, and who signs for it. */
export const problemFilePaper = (ledger: Ledger, file: ProblemFile, date: PlainDate): PaperDocument => {
  const name = ledgerTitled(ledger.ledger.title, WORDS.title)
  return paper(`${name}（${WORDS.number(file.number)}）`, partyOf(ledger), [
    ...title(name),
    line('form-line', `${WORDS.number(file.number)}　　　　${FORM_WORDS.asOf(partyOf(ledger), dayWords(date))}`),
    ...part(WORDS.facts, factsForm(file)),
    ...part(WORDS.measures, measuresTable(file)),
    ...part(WORDS.progress, progressTable(file)),
    ...part(WORDS.outcomes, outcomesTable(file)),
    ...part(WORDS.changes, changesTable(file)),
    ...part(WORDS.evidence, evidenceTable(file)),
    line('blank', ''),
    line('form-line', WORDS.signatures),
  ])
}

const part = (heading: string, block: DocumentBlock): readonly DocumentBlock[] => [line('heading-1', heading, true), block]

const factsForm = (file: ProblemFile): DocumentBlock => {
  const facts = formFacts(file)
  const { problem } = FORM_WORDS
  return {
    kind: 'form',
    columns: FOUR,
    rows: [
      pairRow([problem.category, facts.category], [problem.aspect, facts.aspect]),
      wideRow(problem.statement, facts.statement, 2),
      ...(facts.details === '' ? [] : [wideRow(problem.details, facts.details)]),
      pairRow([problem.source, facts.source], [problem.kind, facts.kind]),
      ...(facts.target === '' ? [] : [wideRow(problem.target, facts.target)]),
      pairRow([problem.leader, facts.names('leader')], [problem.leadUnit, facts.names('leadUnit')]),
      pairRow([problem.unit, facts.names('unit')], [problem.supportUnit, facts.names('supportUnit')]),
      pairRow([problem.originalDeadline, facts.originalDeadline], [problem.deadline, facts.deadline]),
      pairRow([problem.status, facts.status], [problem.completedOn, facts.completedOn]),
      wideRow(problem.account, facts.account, 2),
      wideRow(problem.result, facts.result),
    ],
  }
}

const measuresTable = (file: ProblemFile): DocumentBlock => {
  const { number, words, duty, deadline, status } = WORDS.measureColumns
  return table(
    [
      [number, 3, 'center'],
      [words, 11],
      [duty, 6],
      [deadline, 7, 'center'],
      [status, 5, 'center'],
    ],
    file.measures.map((measure, i) => [
      String(i + 1),
      measureWords(measure),
      (['leader', 'leadUnit', 'unit'] as const)
        .map((role) => namesInRole(file, measure.id, role) || formFacts(file).names(role))
        .filter((names) => names !== '')
        .join('\n'),
      printDeadline(deadlineOf(measure)),
      statusLabel(measure.status, measure.sustained),
    ]),
  )
}

const progressTable = (file: ProblemFile): DocumentBlock => {
  const { on, unit, words } = WORDS.progressColumns
  return table(
    [
      [on, 8, 'center'],
      [unit, 6],
      [words, 18],
    ],
    file.progress.map((entry) => [dayWords(entry.on), entry.unit ?? '', mendPunctuation(entry.text)]),
  )
}

const outcomesTable = (file: ProblemFile): DocumentBlock => {
  const { kind, title: name, number, on, count } = WORDS.outcomeColumns
  return table(
    [
      [kind, 5, 'center'],
      [name, 10],
      [number, 6],
      [on, 8, 'center'],
      [count, 5, 'center'],
    ],
    file.outcomes.map((outcome) => [
      OUTCOME_WORDS[outcome.kind],
      outcome.title ?? '',
      outcome.documentNumber ?? '',
      dayWords(outcome.on),
      amountOf(outcome),
    ]),
  )
}

const amountOf = ({ amount, count }: Outcome): string =>
  [count === null ? '' : WORDS.pieces(count), amount === null ? '' : WORDS.amount(amount)]
    .filter((part) => part !== '')
    .join('，')

/** 延期, applications, reviews, returns, closings and reopenings, in the order of their days. */
const changesTable = (file: ProblemFile): DocumentBlock => {
  const { on, what, words, by } = WORDS.changeColumns
  const extensions = file.extensions.map((own) => ({
    on: own.approvedOn,
    cells: [
      WORDS.extended,
      WORDS.fromTo(
        printDeadline({ on: own.fromOn, words: own.fromWords }),
        printDeadline({ on: own.toOn, words: own.toWords }),
        mendPunctuation(own.reason ?? ''),
      ),
      own.approvedBy ?? '',
    ],
  }))
  const closings = file.closures.flatMap((own) => [
    { on: own.appliedOn, cells: [WORDS.applied, mendPunctuation(own.application), own.appliedBy ?? ''] },
    ...file.reviews
      .filter(({ closureId }) => closureId === own.id)
      .map((review) => ({
        on: review.on,
        cells: [
          `${REVIEWER_WORDS[review.reviewer]}${WORDS.reviewed}`,
          opinionWords(review.opinion, review.text),
          review.by ?? '',
        ],
      })),
    ...(own.returnedOn === null
      ? []
      : [{ on: own.returnedOn, cells: [WORDS.returned, mendPunctuation(own.returnReason ?? ''), ''] }]),
    ...(own.closedOn === null ? [] : [{ on: own.closedOn, cells: [WORDS.closed, mendPunctuation(own.result ?? ''), ''] }]),
    ...(own.reopenedOn === null
      ? []
      : [{ on: own.reopenedOn, cells: [WORDS.reopened, mendPunctuation(own.reopenReason ?? ''), own.reopenBasis ?? ''] }]),
  ])
  const rows = [...extensions, ...closings].sort((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : a.on === b.on ? 0 : 1))
  return table(
    [
      [on, 8, 'center'],
      [what, 5, 'center'],
      [words, 13],
      [by, 5],
    ],
    rows.map((own) => [dayWords(own.on), ...own.cells]),
  )
}

const evidenceTable = (file: ProblemFile): DocumentBlock => {
  const { number, name, of, secrecy, on, note } = WORDS.evidenceColumns
  const measure = new Map(file.measures.map(({ id }, i) => [id, i + 1]))
  return table(
    [
      [number, 3, 'center'],
      [name, 10],
      [of, 4, 'center'],
      [secrecy, 3, 'center'],
      [on, 8, 'center'],
      [note, 5],
    ],
    file.attachments.map((own, i) => {
      const n = measure.get(own.ownerId ?? '')
      return [
        String(i + 1),
        own.name,
        n === undefined ? WORDS.ofProblem : WORDS.ofMeasure(n),
        own.secrecy === 'none' ? '' : SECRECY_WORDS[own.secrecy],
        dayWords(own.addedOn),
        mendPunctuation(own.note ?? ''),
      ]
    }),
  )
}

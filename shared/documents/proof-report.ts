import { type PlainDate, printChineseDate } from '../base/plain-date.ts'
import type { Severity } from '../domain/finding.ts'
import { VERDICT_WORDS } from '../domain/records/notice-records.ts'
import { SEVERITIES, SEVERITY_WORDS } from '../messages/findings.ts'
import { PROOF_REPORT_WORDS as WORDS } from '../messages/proof-report.ts'
import type { NoticeLine, NoticeModel, NoticeTable } from '../notice/model.ts'
import type { DecidedFinding } from '../proof/decisions.ts'
import type { Coverage } from '../proof/ledger/coverage.ts'
import type { Proof } from '../proof/proof.ts'

/** What a 送审前体检报告 tells. */
export interface ProofReport {
  /** Title of the text, or the name of its file. */
  readonly subject: string
  readonly on: PlainDate
  /** Who had the text checked; empty where nobody is registered. */
  readonly by: string
  /** Null: the text was held against no ledger. */
  readonly against: { readonly title: string; readonly cutoff: PlainDate } | null
  readonly proof: Proof
  /** The findings with what was decided about them. */
  readonly decided: readonly DecidedFinding[]
}

/** The report as a document of the same build as a notice, so that one way of writing Word, PDF and paper serves both. */
export const proofReportModel = (report: ProofReport): NoticeModel => ({
  head: [],
  title: report.subject === '' ? WORDS.plainTitle : WORDS.title(report.subject),
  edition: 'report',
  cutoff: report.on,
  lines: overview(report),
  signature: null,
  signedOn: report.on,
  annotations: [WORDS.signatures],
  missingFigures: [],
  unnamedProblems: [],
  paper: {
    redHead: null,
    addressee: null,
    attachments: [
      ...(report.decided.length === 0 ? [] : [{ title: WORDS.findingsTable, content: findingsTable(report.decided) }]),
      { title: WORDS.rulesTable, content: rulesTable(report.proof) },
      ...(report.proof.coverage === null ? [] : [{ title: WORDS.coverageTable, content: coverageTable(report.proof.coverage) }]),
    ],
    imprint: null,
    sealed: false,
    contents: false,
  },
})

const paragraph = (text: string): NoticeLine => ({ kind: 'paragraph', text })
const heading = (text: string): NoticeLine => ({ kind: 'heading', level: 1, text })

const overview = ({ subject, on, by, against, proof, decided }: ProofReport): readonly NoticeLine[] => {
  const of = (severity: Severity): number => decided.filter(({ finding }) => finding.severity === severity).length
  const verdicts = (verdict: 'accepted' | 'dismissed'): number =>
    decided.filter(({ decision }) => decision?.verdict === verdict).length
  const [dismissed, accepted] = [verdicts('dismissed'), verdicts('accepted')]
  const left = decided.filter(({ finding, decision }) => finding.severity === 'error' && decision?.verdict !== 'dismissed').length
  const { coverage } = proof
  const states = (state: Coverage['problems'][number]['state']): number =>
    coverage?.problems.filter((problem) => problem.state === state).length ?? 0
  return [
    heading(WORDS.overview),
    paragraph(WORDS.subject(subject || WORDS.plainTitle, printChineseDate(on), by)),
    paragraph(against === null ? WORDS.alone : WORDS.against(against.title, printChineseDate(against.cutoff))),
    paragraph(
      WORDS.totals(proof.checked, proof.passed) +
        WORDS.found(of('error'), of('warning'), of('hint')) +
        (decided.length === 0 ? '' : WORDS.decided(dismissed, accepted, decided.length - dismissed - accepted)),
    ),
    ...(coverage === null
      ? []
      : [paragraph(WORDS.coverage(coverage.problems.length, states('same'), states('alike'), states('missing')))]),
    heading(WORDS.conclusion),
    paragraph(left === 0 ? WORDS.ready : WORDS.notReady(left)),
    paragraph(WORDS.scope),
  ]
}

const findingsTable = (decided: readonly DecidedFinding[]): NoticeTable => {
  const sorted = SEVERITIES.flatMap((severity) => decided.filter(({ finding }) => finding.severity === severity))
  return {
    columns: [
      { title: WORDS.findingColumns.number, width: 2, align: 'center' },
      { title: WORDS.findingColumns.severity, width: 3, align: 'center' },
      { title: WORDS.findingColumns.sentence, width: 11, align: 'left' },
      { title: WORDS.findingColumns.message, width: 10, align: 'left' },
      { title: WORDS.findingColumns.decision, width: 6, align: 'left' },
    ],
    rows: sorted.map(({ finding, fingerprint, decision }, i) => [
      String(i + 1),
      SEVERITY_WORDS[finding.severity],
      fingerprint.sentence === finding.message ? '' : shortened(fingerprint.sentence),
      finding.message,
      verdictWords(decision),
    ]),
    leftOut: [],
  }
}

const verdictWords = (decision: DecidedFinding['decision']): string => {
  if (decision === null) return ''
  return decision.verdict === 'accepted' ? VERDICT_WORDS.accepted : WORDS.dismissed(decision.reason ?? '')
}

/** A sentence of a notice may fill half a page: its beginning is enough to find it. */
const shortened = (sentence: string): string => {
  const plain = sentence.replace(/\s+/g, ' ')
  return plain.length <= 90 ? plain : `${plain.slice(0, 90)}…`
}

const rulesTable = ({ rules }: Proof): NoticeTable => ({
  columns: [
    { title: WORDS.ruleColumns.number, width: 2, align: 'center' },
    { title: WORDS.ruleColumns.title, width: 9, align: 'left' },
    { title: WORDS.ruleColumns.source, width: 11, align: 'left' },
    { title: WORDS.ruleColumns.checked, width: 3, align: 'center' },
    { title: WORDS.ruleColumns.found, width: 3, align: 'center' },
  ],
  rows: rules.map(({ title, source, checked, findings }, i) => [String(i + 1), title, source, String(checked), String(findings)]),
  leftOut: [],
})

const coverageTable = ({ problems }: Coverage): NoticeTable => ({
  columns: [
    { title: WORDS.coverageColumns.number, width: 2, align: 'center' },
    { title: WORDS.coverageColumns.sourceNumber, width: 3, align: 'center' },
    { title: WORDS.coverageColumns.statement, width: 15, align: 'left' },
    { title: WORDS.coverageColumns.place, width: 4, align: 'center' },
    { title: WORDS.coverageColumns.state, width: 4, align: 'center' },
  ],
  rows: problems.map(({ problem: { number, sourceNumber, statement }, state, paragraphs }) => [
    String(number),
    sourceNumber,
    statement,
    placesOf(paragraphs),
    WORDS.states[state],
  ]),
  leftOut: [],
})

/** Paragraphs count from 1; a run of them is told by its ends. */
const placesOf = (paragraphs: readonly number[]): string => {
  const [first] = paragraphs
  const last = paragraphs.at(-1)
  if (first === undefined || last === undefined) return ''
  return first === last ? String(first + 1) : `${first + 1}—${last + 1}`
}

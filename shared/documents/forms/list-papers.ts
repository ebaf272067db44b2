import { type PlainDate, printChineseDate } from '../../base/plain-date.ts'
import { openApplication } from '../../domain/closing.ts'
import { printDeadline } from '../../domain/deadline.ts'
import { figuresOf } from '../../domain/figures/figures-of.ts'
import { groupOf } from '../../domain/figures/group-figures.ts'
import { fileAt } from '../../domain/file-at.ts'
import type { Ledger, ProblemFile } from '../../domain/ledger.ts'
import { FORM_WORDS } from '../../messages/forms.ts'
import { mendPunctuation } from '../../notice/punctuation.ts'
import { ledgerTitled } from '../ledger-titled.ts'
import type { DocumentBlock, PaperDocument } from '../paper-document.ts'
import { dayWords, formFacts, partyOf } from './form-facts.ts'
import { line, paper, table, title } from './form-paper.ts'
import { lateTable } from './work-report.ts'

/** 立行立改清单: what is to be put right at once, with how far it is; it lies on its side. */
export const immediateList = (ledger: Ledger, date: PlainDate): PaperDocument => {
  const { title: name, columns } = FORM_WORDS.immediate
  const files = ledger.problems.filter(({ problem }) => problem.kind === 'immediate' || problem.source === 'onTheSpot')
  const whole = ledgerTitled(ledger.ledger.title, name)
  return paper(
    whole,
    partyOf(ledger),
    [
      ...title(whole),
      line('form-line', FORM_WORDS.asOf(partyOf(ledger), printChineseDate(date))),
      table(
        [
          [columns.number, 3, 'center'],
          [columns.statement, 9],
          [columns.measures, 9],
          [columns.leader, 4, 'center'],
          [columns.unit, 5],
          [columns.deadline, 6, 'center'],
          [columns.account, 11],
          [columns.status, 4, 'center'],
        ],
        files.map((file) => {
          const facts = formFacts(fileAt(file, date))
          const { number, statement, measures, deadline, account, status, names } = facts
          return [number, statement, measures, names('leader'), names('unit') || names('leadUnit'), deadline, account, status]
        }),
      ),
      line('form-line', FORM_WORDS.foot),
    ],
    'landscape',
  )
}

/** 会议材料: how the rectification stands in all and by unit, what is late, and what the meeting is asked to decide. */
export const meetingPaper = (ledger: Ledger, date: PlainDate): PaperDocument => {
  const WORDS = FORM_WORDS.meeting
  const whole = ledgerTitled(ledger.ledger.title, WORDS.title)
  return paper(
    whole,
    partyOf(ledger),
    [
      ...title(whole),
      line('form-line', FORM_WORDS.asOf(partyOf(ledger), printChineseDate(date))),
      line('heading-1', WORDS.overview, true),
      ...overview(ledger, date).map((text) => line('body', text)),
      line('heading-1', WORDS.byUnit, true),
      unitsTable(ledger, date),
      line('form-line', WORDS.byUnitNote),
      line('heading-1', WORDS.attention, true),
      lateTable(ledger, date),
      line('heading-1', WORDS.decisions, true),
      decisionsTable(ledger, date),
    ],
    'landscape',
  )
}

const overview = (ledger: Ledger, date: PlainDate): readonly string[] => {
  const figures = new Map(figuresOf(ledger, date).map(({ id, value }) => [id, value]))
  const of = (part: string): string => figures.get(`problems.${part}`) ?? '0'
  const { totals, noStatus, closed, late } = FORM_WORDS.report
  return [
    totals(printChineseDate(date), of('total'), of('done'), of('doneRate'), of('basicallyDone'), of('open')) +
      (of('unstated') === '0' ? '' : noStatus(of('unstated'))) +
      closed(of('closed')) +
      late(of('overdue'), of('dueSoon')),
  ]
}

const unitsTable = (ledger: Ledger, date: PlainDate): DocumentBlock => {
  const { unitColumns: columns } = FORM_WORDS.meeting
  const units = new Map<string, { readonly name: string; readonly parts: Map<string, string> }>()
  for (const figure of figuresOf(ledger, date)) {
    const group = groupOf(figure)
    if (group?.by !== 'byUnit') continue
    const unit = units.get(group.key) ?? { name: group.name, parts: new Map<string, string>() }
    units.set(group.key, unit)
    unit.parts.set(group.part, figure.value)
  }
  return table(
    [
      [columns.number, 3, 'center'],
      [columns.unit, 14],
      ...(['total', 'done', 'basically', 'open', 'rate', 'late'] as const).map((key) => [columns[key], 5, 'center'] as const),
    ],
    [...units.values()].map(({ name, parts }, i) => [
      String(i + 1),
      name,
      ...['total', 'done', 'basicallyDone', 'open', 'doneRate', 'overdue'].map((part) => parts.get(part) ?? ''),
    ]),
  )
}

/** Applications that wait for their reviews, extensions nobody has approved yet, and what was opened again. */
const decisionsTable = (ledger: Ledger, date: PlainDate): DocumentBlock => {
  const { decisionColumns: columns } = FORM_WORDS.meeting
  return table(
    [
      [columns.number, 3, 'center'],
      [columns.statement, 18],
      [columns.unit, 10],
      [columns.matter, 16],
    ],
    ledger.problems.flatMap((file) => {
      const facts = formFacts(fileAt(file, date))
      return mattersOf(file, date).map((matter) => [
        facts.number,
        facts.statement,
        facts.names('unit') || facts.names('leadUnit'),
        matter,
      ])
    }),
  )
}

const mattersOf = (file: ProblemFile, date: PlainDate): readonly string[] => {
  const WORDS = FORM_WORDS.meeting
  const application = openApplication(file)
  const last = file.closures.at(-1)
  return [
    ...(application && (application.appliedOn === null || application.appliedOn <= date)
      ? [WORDS.closing(dayWords(application.appliedOn))]
      : []),
    ...file.extensions
      .filter(({ approvedOn }) => approvedOn === null)
      .map(({ fromOn, fromWords, toOn, toWords }) =>
        WORDS.extending(printDeadline({ on: fromOn, words: fromWords }), printDeadline({ on: toOn, words: toWords })),
      ),
    ...(last?.reopenedOn != null && last.reopenedOn <= date
      ? [WORDS.reopened(dayWords(last.reopenedOn), mendPunctuation(last.reopenReason ?? ''))]
      : []),
  ]
}

import { compareDecimals, type Decimal, differenceOf, ZERO } from '../../base/decimal.ts'
import { addDays, datePartsOf, type PlainDate, plainDateOf, printChineseDate } from '../../base/plain-date.ts'
import { compareSnapshots } from '../../domain/compare-snapshots.ts'
import { comparisonFigures } from '../../domain/comparison-figures.ts'
import { printDeadline } from '../../domain/deadline.ts'
import type { Ledger } from '../../domain/ledger.ts'
import { type Snapshot, snapshotOf } from '../../domain/snapshot.ts'
import { FORM_WORDS } from '../../messages/forms.ts'
import { mendPunctuation } from '../../notice/punctuation.ts'
import { lateLines } from '../late-lines.ts'
import { ledgerTitled } from '../ledger-titled.ts'
import type { DocumentBlock, DocumentSection, PaperDocument } from '../paper-document.ts'
import { dayWords } from './form-facts.ts'
import { line, table, title } from './form-paper.ts'

const WORDS = FORM_WORDS.report

/** The last period that was frozen before this one, with its name; null where there is none. */
export interface PreviousPeriod {
  readonly title: string
  readonly snapshot: Snapshot
}

/** 月报 is about a calendar month, 半月报 about the half of it the day is in: 1st to 15th, 16th to the end. */
export type ReportSpan = 'monthly' | 'halfMonthly'

/**
 * 整改工作月报 / 半月报: the figures at the day, what changed since the period that was frozen last, what was entered meanwhile, what is
 * late. Every number is a figure of the ledger.
 */
export const workReport = (
  ledger: Ledger,
  span: ReportSpan,
  date: PlainDate,
  previous: PreviousPeriod | null,
  issuer: string,
): PaperDocument => {
  const now = snapshotOf(ledger, date)
  const from = beginOf(span, date)
  const entries = progressSince(ledger, from, date)
  const late = lateLines(ledger, date)
  const name = ledgerTitled(ledger.ledger.title, WORDS[span])
  const text: readonly DocumentBlock[] = [
    line('head', WORDS.period(printChineseDate(from), printChineseDate(date))),
    line('blank', ''),
    line('heading-1', WORDS.overview, true),
    ...overview(now).map((words) => line('body', words)),
    line('heading-1', WORDS.changes, true),
    ...changes(now, previous).map((words) => line('body', words)),
    line('heading-1', WORDS.progress, true),
    line('body', entries.length === 0 ? WORDS.noProgress : WORDS.progressLead(entries.length)),
    line('heading-1', WORDS.attention, true),
    line('body', late.length === 0 ? WORDS.noAttention : WORDS.attentionLead(late.length), true),
    line('blank', '', true),
    line('signature', issuer, true),
    line('date', printChineseDate(date)),
  ]
  const attached: readonly (readonly DocumentBlock[])[] = [
    [...title(WORDS.figures), figuresTable(now, previous)],
    ...(entries.length === 0 ? [] : [[...title(WORDS.progressTable), progressTable(entries)]]),
    ...(late.length === 0 ? [] : [[...title(WORDS.lateTable), lateTable(ledger, date)]]),
  ]
  const sections: readonly DocumentSection[] = [
    { direction: 'portrait', blocks: [...title(name), ...text] },
    ...attached.map((blocks): DocumentSection => ({ direction: 'portrait', blocks })),
  ]
  return { title: name, creator: issuer, sections, imprint: null, sealed: false }
}

/** The first day of the span a day is in. */
export const beginOf = (span: ReportSpan, date: PlainDate): PlainDate => {
  const { year, month, day } = datePartsOf(date)
  const begin = plainDateOf({ year, month, day: span === 'halfMonthly' && day > 15 ? 16 : 1 })
  return begin.ok ? begin.value : date
}

const figureIn = (snapshot: Snapshot, id: string): Decimal => snapshot.figures.find((figure) => figure.id === id)?.value ?? ZERO

const overview = (now: Snapshot): readonly string[] => {
  const of = (part: string): string => figureIn(now, `problems.${part}`)
  return [
    WORDS.totals(printChineseDate(now.cutoff), of('total'), of('done'), of('doneRate'), of('basicallyDone'), of('open')) +
      (of('unstated') === '0' ? '' : WORDS.noStatus(of('unstated'))),
    WORDS.closed(of('closed')) + WORDS.late(of('overdue'), of('dueSoon')),
  ]
}

const changes = (now: Snapshot, previous: PreviousPeriod | null): readonly string[] => {
  if (previous === null) return [WORDS.noPrevious]
  const numbers = new Map([...previous.snapshot.problems, ...now.problems].map(({ id, number }) => [id, number]))
  const changed = comparisonFigures(compareSnapshots(previous.snapshot, now)).filter(({ value }) => value !== '0')
  const told = changed.map(({ label, value, counts }) =>
    WORDS.change(
      label,
      value,
      counts
        .flatMap((id) => numbers.get(id) ?? [])
        .sort((a, b) => a - b)
        .join('、'),
    ),
  )
  const words = told.length === 0 ? WORDS.noChange : `${told.join('，')}。`
  return [`${WORDS.against(previous.title, printChineseDate(previous.snapshot.cutoff))}${words}`]
}

const COMPARED = [
  'total',
  'done',
  'doneRate',
  'closed',
  'basicallyDone',
  'inProgress',
  'notStarted',
  'unstated',
  'overdue',
  'dueSoon',
]

const figuresTable = (now: Snapshot, previous: PreviousPeriod | null): DocumentBlock => {
  const { label, before, now: current, change } = WORDS.figureColumns
  return table(
    [
      [label, 14],
      [before, 5, 'center'],
      [current, 5, 'center'],
      [change, 5, 'center'],
    ],
    COMPARED.flatMap((part) => {
      const figure = now.figures.find(({ id }) => id === `problems.${part}`)
      if (!figure) return []
      const old = previous === null ? null : figureIn(previous.snapshot, figure.id)
      const difference = old === null ? null : differenceOf(figure.value, old)
      const sign = difference !== null && compareDecimals(difference, ZERO) > 0 ? '+' : ''
      return [[`${figure.label}（${figure.unit}）`, old ?? '', figure.value, difference === null ? '' : `${sign}${difference}`]]
    }),
  )
}

interface Entry {
  readonly number: number
  readonly on: PlainDate
  readonly unit: string
  readonly text: string
}

/** Progress whose day lies in the span, the earliest first. */
const progressSince = (ledger: Ledger, from: PlainDate, until: PlainDate): readonly Entry[] =>
  ledger.problems
    .flatMap(({ number, progress }) =>
      progress.flatMap(({ on, unit, text }): readonly Entry[] =>
        on === null || on < from || on > until ? [] : [{ number, on, unit: unit ?? '', text: mendPunctuation(text) }],
      ),
    )
    .sort((a, b) => (a.on === b.on ? a.number - b.number : a.on < b.on ? -1 : 1))

const progressTable = (entries: readonly Entry[]): DocumentBlock => {
  const { number, on, unit, words } = WORDS.progressColumns
  return table(
    [
      [number, 3, 'center'],
      [on, 8, 'center'],
      [unit, 5],
      [words, 16],
    ],
    entries.map((entry) => [String(entry.number), dayWords(entry.on), entry.unit, entry.text]),
  )
}

/** 逾期临期一览表, for papers of an upright page. */
export const lateTable = (ledger: Ledger, date: PlainDate): DocumentBlock => {
  const { number, subject, unit, deadline, state } = WORDS.lateColumns
  return table(
    [
      [number, 3, 'center'],
      [subject, 12],
      [unit, 6],
      [deadline, 8, 'center'],
      [state, 5, 'center'],
    ],
    lateLines(ledger, date).map(({ file, subject: words, units, deadline: due, days }) => [
      String(file.number),
      words,
      units,
      printDeadline(due),
      days < 0 ? WORDS.lateBy(-days) : WORDS.dueIn(days),
    ]),
  )
}

/**
 * The period a report compares with: the last that was frozen up to the day before its span begins; where there is none, the last before
 * its own day.
 */
export const previousRecord = <T extends { readonly cutoff: PlainDate | null }>(
  periods: readonly T[],
  span: ReportSpan,
  date: PlainDate,
): T | null => {
  const last = (until: PlainDate): T | null =>
    periods
      .filter(({ cutoff }) => cutoff !== null && cutoff <= until)
      .reduce<T | null>((a, b) => (a === null || (b.cutoff ?? '') >= (a.cutoff ?? '') ? b : a), null)
  return last(addDays(beginOf(span, date), -1) ?? date) ?? last(addDays(date, -1) ?? date)
}

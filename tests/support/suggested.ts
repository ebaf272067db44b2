import { printChineseDate } from '../../shared/base/plain-date.ts'
import { figuresOf } from '../../shared/domain/figures/figures-of.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import type { Ledger } from '../../shared/domain/ledger.ts'
import type { LedgerRecords, Notice } from '../../shared/domain/records/record-kinds.ts'
import { suggestLedger } from '../../shared/intake/suggest-ledger.ts'
import { type ComposeChoices, composeNotice } from '../../shared/notice/compose.ts'
import type { NoticeModel } from '../../shared/notice/model.ts'
import { countingIds, day } from './ports.ts'

export interface Suggested {
  readonly ledger: Ledger
  readonly records: LedgerRecords
  readonly findings: readonly Finding[]
}

/** A text as a ledger; the test fails when it is refused. */
export const suggested = (text: string): Suggested => {
  const suggestion = suggestLedger(text, { ids: countingIds(), today: day('2026-11-22') })
  if (!suggestion.ok) throw new Error(`refused: ${JSON.stringify(suggestion.error)}`)
  return suggestion.value
}

export const noticeOf = (ledger: Ledger): Notice => {
  const [notice] = ledger.records.notice
  if (!notice) throw new Error('the ledger has no notice')
  return notice
}

export const composed = (ledger: Ledger, choices: Partial<ComposeChoices> = {}): NoticeModel =>
  composeNotice(ledger, noticeOf(ledger), { today: day('2026-11-22'), ...choices })

/** A notice as text, one paragraph a line, in printing order. */
export const textOf = (model: NoticeModel): readonly string[] =>
  [
    ...model.head,
    model.title,
    ...model.lines.map((line) => (line.kind === 'run-in' ? line.heading + line.text : line.text)),
    model.signature,
    model.signedOn === null ? null : printChineseDate(model.signedOn),
    ...model.annotations,
  ].filter((text) => text !== null)

export const figureValues = (ledger: Ledger, cutoff = '2026-11-22'): ReadonlyMap<string, string> =>
  new Map(figuresOf(ledger, day(cutoff)).map(({ id, value }) => [id, value]))

export const rulesOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ rule }) => rule)

import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import type { ParagraphReading } from '../reading.ts'
import { NOTHING, type RuleResult } from '../rule.ts'

/** A list longer than this is no list of a sentence; the patterns stop here, so that no text keeps them busy. */
export const MOST_LISTED = 60

/** A count that is said and what is listed beside it. */
export interface Listing {
  readonly start: number
  readonly end: number
  readonly count: number
  readonly shown: number
  readonly isOpen: boolean
}

/** More than said is wrong, and fewer where the list is closed. */
export const judged = (
  paragraph: ParagraphReading,
  { start, end, count, shown, isOpen }: Listing,
  severity: 'error' | 'warning' = 'error',
): RuleResult => {
  if (count > MOST_LISTED) return NOTHING
  if (shown === count || (isOpen && shown < count)) return { checked: 1, findings: [] }
  const stated = paragraph.text.slice(start, end)
  const message = isOpen ? PROOF_SENTENCES.listedOver(stated, shown) : PROOF_SENTENCES.listed(stated, shown)
  const facts = { expected: String(shown), formula: '', message }
  return { checked: 1, findings: [findingAt('count.shown', severity, paragraph.text, { start, end }, facts)] }
}

/** 县府办和县财政局 are two, 和平镇 is one. */
export const isPair = (last: string): boolean => /^[\u4e00-\u9fff]{2,}[和及][\u4e00-\u9fff]{2,}$/.test(last)

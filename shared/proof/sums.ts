import { compareDecimals, type Decimal, quotientOf, roundedText, sumOf } from '../base/decimal.ts'
import type { Severity } from '../domain/finding.ts'
import { PROOF_SENTENCES } from '../messages/proof.ts'
import { findingAt } from './finding.ts'
import { factorOf, type NumberInText } from './numbers.ts'
import type { ParagraphReading } from './reading.ts'
import type { RuleResult } from './rule.ts'

/** A total and the parts that are said to make it. */
export interface Sum {
  readonly total: NumberInText
  readonly parts: readonly NumberInText[]
  /** 其中, 等: not every part need be told. */
  readonly isOpen: boolean
}

/**
 * Too much is wrong for certain. Too little is wrong where the list is closed; where it may be open it is doubtful, if it looks like a whole
 * list (three parts or more) or nearly reaches the total.
 */
export const judgeSum = (rule: string, paragraph: ParagraphReading, { total, parts, isOpen }: Sum): RuleResult => {
  if ([total, ...parts].some(({ isAbout }) => isAbout)) return { checked: 0, findings: [] }
  const sum = sumOf(parts.map(({ amount }) => amount))
  const over = compareDecimals(sum, total.amount)
  if (over !== 0 && isRounded(sum, total)) return { checked: 1, findings: [] }
  if (over > 0 && mayOverlap(paragraph, total, parts, isOpen)) return { checked: 1, findings: [] }
  if (over === 0 || (over < 0 && isOpen && parts.length === 1)) return { checked: 1, findings: [] }
  if (over < 0 && isOpen && parts.length === 2 && !isNearly(sum, total.amount)) return { checked: 1, findings: [] }
  const severity: Severity = isOpen && over < 0 ? 'warning' : 'error'
  const place = { start: total.start, end: total.unitEnd }
  const stated = paragraph.text.slice(total.start, total.unitEnd)
  const expected = inUnit(sum, total.unit)
  const formula = `${parts.map(({ value, unit }) => (unit === total.unit ? value : `${value}${unit}`)).join(' + ')} = ${expected}`
  const message =
    parts.length === 1
      ? PROOF_SENTENCES.partOver(stated, paragraph.text.slice(parts[0]?.start, parts[0]?.unitEnd))
      : severity === 'error'
        ? PROOF_SENTENCES.sum(stated, formula)
        : PROOF_SENTENCES.sumOpen(stated, formula)
  return {
    checked: 1,
    findings: [
      findingAt(rule, severity, paragraph.text, place, { expected: parts.length === 1 ? null : expected, formula, message }),
    ],
  }
}

/** 2.05亿元 of 20480万元: a total in a greater unit is told as far as it is told. */
const isRounded = (sum: Decimal, total: NumberInText): boolean =>
  total.digits > 0 && roundedText(inUnit(sum, total.unit), total.digits) === total.value

/** Parts that need not be apart: 其中3人同时受到…, or what people are beside each other (岁, 学历). */
const mayOverlap = (
  { folded }: ParagraphReading,
  total: NumberInText,
  parts: readonly NumberInText[],
  isOpen: boolean,
): boolean => {
  const from = Math.min(total.start, ...parts.map(({ start }) => start))
  const words = folded.slice(from, Math.max(total.unitEnd, ...parts.map(({ unitEnd }) => unitEnd)) + 12)
  return /同时|并处|双重|重复|交叉/.test(words) || (isOpen && /岁|学历|职称/.test(words))
}

/** An amount in the smallest unit, told in a greater one. */
export const inUnit = (amount: Decimal, unit: string): Decimal => quotientOf(amount, factorOf(unit), 6) ?? amount

/** Four fifths of the whole or more. */
const isNearly = (sum: Decimal, total: Decimal): boolean =>
  compareDecimals(quotientOf(sum, total, 4) ?? sum, '0.8' as Decimal) >= 0

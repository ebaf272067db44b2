import Big from 'big.js'
import type { Brand } from './brand.ts'
import { err, ok, type Result } from './result.ts'

/**
 * An exact decimal number in its plain form: `565.25`, `-3`, `0`. Money (万元), areas and percentages are kept this way
 * because binary floats are wrong in the digit a reader checks. No exponent, no leading `+`, no trailing zeros.
 */
export type Decimal = Brand<string, 'Decimal'>

export interface NotANumber {
  readonly type: 'not-a-number'
  readonly words: string
}

/** Reads `565.25`, `1,238` and full-width digits are the caller's to fold first; the result is canonical (`1.50` → `1.5`). */
export const parseDecimal = (text: string): Result<Decimal, NotANumber> => {
  const plain = text.trim().replace(/,(?=\d{3}(?:\D|$))/g, '')
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return err({ type: 'not-a-number', words: text })
  return ok(canonical(new Big(plain)))
}

export const isDecimal = (text: string): text is Decimal => {
  const parsed = parseDecimal(text)
  return parsed.ok && parsed.value === text
}

/** A whole number as a Decimal. `n` must be an integer. */
export const decimalOf = (n: number): Decimal => canonical(new Big(n))

export const sumOf = (terms: readonly Decimal[]): Decimal => canonical(terms.reduce((sum, term) => sum.plus(term), new Big(0)))

/** a − b. */
export const differenceOf = (a: Decimal, b: Decimal): Decimal => canonical(new Big(a).minus(b))

/** a × b. */
export const productOf = (a: Decimal, b: Decimal): Decimal => canonical(new Big(a).times(b))

export const compareDecimals = (a: Decimal, b: Decimal): number => new Big(a).cmp(b)

/** Rounds half away from zero (四舍五入) to `digits` places and keeps the zeros: roundedText('2.5', 2) → `2.50`. */
export const roundedText = (value: Decimal, digits: number): string =>
  new Big(value).round(digits, Big.roundHalfUp).toFixed(digits)

/** part ÷ whole in per cent, 四舍五入 to `digits` places with trailing zeros dropped; null when `whole` is 0. */
export const percentOf = (part: Decimal, whole: Decimal, digits: number): Decimal | null => {
  if (compareDecimals(whole, ZERO) === 0) return null
  const exact = new Big(part).times(100)
  return canonical(divide(exact, new Big(whole), digits))
}

/** a ÷ b, 四舍五入 to `digits` places; null when b is 0. */
export const quotientOf = (a: Decimal, b: Decimal, digits: number): Decimal | null =>
  compareDecimals(b, ZERO) === 0 ? null : canonical(divide(new Big(a), new Big(b), digits))

/** How many digits stand behind the decimal point as written: `88.80` → 2. */
export const digitsBehindPoint = (text: string): number => text.split('.')[1]?.length ?? 0

export const ZERO = '0' as Decimal

const divide = (a: Big, b: Big, digits: number): Big => {
  const Divider = Big()
  Divider.DP = digits
  Divider.RM = Big.roundHalfUp
  return new Divider(a.toFixed()).div(b.toFixed())
}

const canonical = (value: Big): Decimal => {
  const text = value.toFixed()
  return (text === '-0' ? '0' : text) as Decimal
}

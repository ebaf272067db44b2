import { type Decimal, decimalOf, percentOf, sumOf } from '../../base/decimal.ts'
import type { PlainDate } from '../../base/plain-date.ts'

/**
 * One number of the ledger at a cut-off date, with its 口径: the formula in words and the records it counts. Screen, notice,
 * Excel and number check all take it from here.
 */
export interface Figure {
  /** Stable, for tokens in a notice and for scripts: `problems.done`, `accountability.party.warning.persons`. */
  readonly id: string
  readonly label: string
  readonly value: Decimal
  /** 个, 条, 件, 份, 人, 人次, 次, 轮, 项, 万元, %. */
  readonly unit: string
  readonly formula: string
  readonly counts: readonly string[]
}

/** What a figure says of itself. */
export interface FigureWords {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly formula: string
}

/** As many as the records it names. */
export const counted = (words: FigureWords, counts: readonly string[]): Figure => ({
  ...words,
  value: decimalOf(counts.length),
  counts,
})

/** The sum of what each record holds. */
export const summed = <T extends { readonly id: string }>(
  words: FigureWords,
  records: readonly T[],
  amountOf: (record: T) => Decimal | number,
): Figure => ({
  ...words,
  value: sumOf(
    records.map((record) => {
      const amount = amountOf(record)
      return typeof amount === 'number' ? decimalOf(amount) : amount
    }),
  ),
  counts: records.map(({ id }) => id),
})

/** The same where there is something to add up; a register that nobody has filled gives no figure. */
export const summedIfAny = <T extends { readonly id: string }>(
  words: FigureWords,
  records: readonly T[],
  amountOf: (record: T) => Decimal | number,
): readonly Figure[] => (records.length === 0 ? [] : [summed(words, records, amountOf)])

/** part ÷ whole in per cent, with the ids of the part; none where the whole is 0. */
export const rateOf = (id: string, label: string, part: Figure, whole: Figure): readonly Figure[] => {
  const value = percentOf(part.value, whole.value, 2)
  const formula = `${part.label}÷${whole.label}×100%，四舍五入保留2位小数`
  return value === null ? [] : [{ id, label, value, unit: '%', formula, counts: part.counts }]
}

/** Had it happened by the end of the cut-off date? What bears no date is taken to have. */
export const isBy = (on: PlainDate | null, cutoff: PlainDate): boolean => on === null || on <= cutoff

/** What the formula of a dated register says of dates. */
export const UNDATED_COUNTS = '（日期晚于统计日期的不计，未写日期的计入）'

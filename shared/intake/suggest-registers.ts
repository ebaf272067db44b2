import type { Decimal } from '../base/decimal.ts'
import { decimalOf, digitsBehindPoint, percentOf, roundedText } from '../base/decimal.ts'
import { orderKeys } from '../base/order.ts'
import { foldWidth } from '../base/text.ts'
import { printFigure, printToken } from '../domain/figure-tokens.ts'
import type { BlockDraft } from './blocks.ts'
import type { Draft } from './draft.ts'
import { shorten } from './numbering-findings.ts'
import { looksLikeStatistics, readStatistics, type StatedFigure, type StatisticsReading, tokenDigits } from './statistics.ts'

/** A block whose text is statistics, with what was read from it. */
export interface StatisticsBlock {
  readonly block: BlockDraft
  readonly reading: StatisticsReading
}

/** The statistics among blocks of text. */
export const findStatistics = (blocks: readonly BlockDraft[]): readonly StatisticsBlock[] =>
  blocks.flatMap((block) => {
    const reading = readStatistics(foldWidth(block.fields.text ?? ''))
    return reading ? [{ block, reading }] : []
  })

/** Says which paragraphs look like statistics and left nothing in the registers. */
export const noteUnreadStatistics = (draft: Draft, blocks: readonly BlockDraft[], read: readonly StatisticsBlock[]): void => {
  for (const block of blocks) {
    const folded = foldWidth(block.fields.text ?? '')
    if (looksLikeStatistics(folded) && !read.some((statistics) => statistics.block === block))
      draft.note('intake.statistics-unread', block.line, { text: shorten(folded) })
  }
}

/** Fills the registers. A figure that two paragraphs state is entered once, from the first. */
export const addRegisters = (draft: Draft, statistics: readonly StatisticsBlock[]): void => {
  const entered = new Map<string, StatedFigure>()
  const places = orderKeys(1 + statistics.reduce((n, { reading }) => n + reading.figures.length, 0))
  let next = 0
  const order = () => places[next++] ?? 'a0'
  for (const { block, reading } of statistics) {
    const isNew = (figureId: string) => !entered.has(figureId)
    for (const lead of reading.leads) if (isNew(`leads.${lead.kind}.received`)) draft.add('lead', { ...lead, order: order() })
    const accountIds = new Set(reading.figures.filter((figure) => !isNew(figure.figureId)).map((figure) => figure.figureId))
    for (const line of reading.accountabilities) {
      const total = `accountability.${line.category}.total.${line.countUnit}`
      const isRepeated = [...accountIds].some((id) => id === total || id.startsWith(`accountability.${line.category}.`))
      if (!isRepeated) draft.add('accountability', { ...line, order: order() })
    }
    for (const sum of reading.outcomes) {
      const id = sum.kind === 'regulation' ? 'regulations.total' : `money.${sum.kind}`
      if (isNew(id)) draft.add('outcome', { ...sum, order: order() })
    }
    noteMismatches(draft, block, reading)
    for (const figure of reading.figures) {
      const before = entered.get(figure.figureId)
      if (before && before.stated !== figure.stated) {
        draft.note('intake.figure-differs', placeOf(block, figure), {
          text: figure.words,
          stated: figure.stated,
          expected: before.stated,
        })
      }
      if (!before) entered.set(figure.figureId, figure)
    }
  }
}

/**
 * The text of a statistics block with every number that agrees with the ledger turned into a token, so that the notice follows
 * the registers. Numbers that do not agree stay as typed.
 */
export const tokenise = (
  text: string,
  figures: readonly StatedFigure[],
  figureOf: (figureId: string) => Decimal | null,
): string =>
  [...figures]
    .sort((a, b) => b.start - a.start)
    .reduce((result, figure) => {
      const digits = tokenDigits(figure.stated, figure.figureId)
      const value = figureOf(figure.figureId)
      const agrees = value !== null && printFigure(value, digits) === figure.stated
      return agrees
        ? result.slice(0, figure.start) + printToken({ figureId: figure.figureId, digits }) + result.slice(figure.end)
        : result
    }, text)

const placeOf = (block: BlockDraft, at: { readonly start: number; readonly end: number }) => {
  const { line } = block
  if (!line) return null
  const offset = line.end - (block.fields.text ?? '').length
  return { start: offset + at.start, end: offset + at.end }
}

const noteMismatches = (draft: Draft, block: BlockDraft, reading: StatisticsReading): void => {
  for (const sum of reading.mismatches) {
    draft.note('intake.sum-differs', placeOf(block, sum), { text: sum.words, stated: sum.stated, expected: sum.expected })
  }
  for (const mixed of reading.mixedUnits) {
    draft.note('intake.units-mixed', placeOf(block, mixed), { text: mixed.words, stated: mixed.stated, expected: mixed.other })
  }
  for (const lead of reading.leads) {
    const rate = reading.figures.find((figure) => figure.figureId === `leads.${lead.kind}.closedRate`)
    if (!rate || lead.closed === null) continue
    const digits = digitsBehindPoint(rate.stated)
    const exact = percentOf(decimalOf(lead.closed), decimalOf(lead.received), digits)
    if (exact !== null && roundedText(exact, digits) !== rate.stated) {
      draft.note('intake.rate-differs', placeOf(block, rate), {
        text: rate.words,
        stated: `${rate.stated}%`,
        expected: `${roundedText(exact, digits)}%`,
      })
    }
  }
}

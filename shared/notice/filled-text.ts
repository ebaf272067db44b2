import { fillTokens } from '../domain/figure-tokens.ts'
import type { Figure } from '../domain/figures/figure.ts'
import type { FigureSpan } from './model.ts'
import { mendInPlace } from './punctuation.ts'

/** A text as it is printed, with the numbers in it that follow the ledger. */
export interface Filled {
  readonly text: string
  readonly spans: readonly FigureSpan[]
}

/** Puts figures into a text and mends its punctuation. */
export const fillText = (text: string, figures: ReadonlyMap<string, Figure>): Filled => {
  const filled = fillTokens(text, (id) => figures.get(id)?.value ?? null)
  const mended = mendInPlace(filled.text)
  const spans = filled.places.map(({ figureId, start, end }): FigureSpan => {
    const { value = null, label = figureId, unit = '', formula = '' } = figures.get(figureId) ?? {}
    return { of: 'text', start: mended.placeOf(start), end: mended.placeOf(end), figureId, value, label, unit, formula }
  })
  return { text: mended.text, spans }
}

/** Words before a filled text. */
export const behind = (words: string, { text, spans }: Filled): Filled => ({
  text: words + text,
  spans: spans.map((span) => ({ ...span, start: span.start + words.length, end: span.end + words.length })),
})

import { type Decimal, roundedText } from '../base/decimal.ts'

/**
 * A number in a notice's text that follows the ledger: `⟦leads.letter.received⟧`, with `:1` behind the id for the digits it is
 * printed with. A number that does not agree with the ledger is never turned into a token: it stays as typed and is reported.
 */
export interface FigureToken {
  readonly figureId: string
  /** Digits behind the point; null prints the value as it is. */
  readonly digits: number | null
}

export const printToken = (token: FigureToken): string =>
  token.digits === null ? `⟦${token.figureId}⟧` : `⟦${token.figureId}:${token.digits}⟧`

/** A value as a token prints it. */
export const printFigure = (value: Decimal, digits: number | null): string =>
  digits === null ? value : roundedText(value, digits)

/** A text taken apart at its tokens; joined again it is the text. */
export const splitTokens = (text: string): readonly (string | FigureToken)[] => {
  const parts: (string | FigureToken)[] = []
  let read = 0
  for (const { 0: whole, 1: figureId = '', 2: digits, index } of text.matchAll(TOKEN)) {
    if (index > read) parts.push(text.slice(read, index))
    parts.push({ figureId, digits: digits === undefined ? null : Number(digits) })
    read = index + whole.length
  }
  if (read < text.length) parts.push(text.slice(read))
  return parts
}

export interface FilledText {
  readonly text: string
  /** Where each token's value stands in `text`; of one that is missing, where 〔？〕 does. */
  readonly places: readonly FilledPlace[]
  /** Figure ids that the ledger does not hold: their tokens are printed as 〔？〕 and must be looked at. */
  readonly missing: readonly string[]
}

export interface FilledPlace {
  readonly figureId: string
  readonly start: number
  readonly end: number
}

/** Puts the figures into a text. */
export const fillTokens = (text: string, figureOf: (figureId: string) => Decimal | null): FilledText => {
  const missing: string[] = []
  const places: FilledPlace[] = []
  let [filled, read] = ['', 0]
  for (const token of text.matchAll(TOKEN)) {
    const [whole, figureId = '', digits] = token
    const value = figureOf(figureId)
    if (value === null) missing.push(figureId)
    filled += text.slice(read, token.index)
    const start = filled.length
    filled += value === null ? '〔？〕' : printFigure(value, digits === undefined ? null : Number(digits))
    places.push({ figureId, start, end: filled.length })
    read = token.index + whole.length
  }
  return { text: filled + text.slice(read), missing, places }
}

const TOKEN = /⟦([^⟦⟧:]{1,120})(?::(\d))?⟧/g

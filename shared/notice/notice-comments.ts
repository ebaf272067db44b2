import type { Finding } from '../domain/finding.ts'
import { SEVERITY_WORDS, TYPED_FIGURE_WORDS } from '../messages/findings.ts'
import { WITHHELD_COMMENT } from '../messages/notice-paper.ts'
import type { NoticeModel } from './model.ts'
import type { TypedFigure } from './typed-figures.ts'

/** A finding beside the words of a line it speaks of. */
export interface FindingPlace {
  /** Index of the line of the model. */
  readonly line: number
  readonly of: 'text' | 'heading'
  /** UTF-16 offsets in that text. */
  readonly start: number
  readonly end: number
  readonly message: string
}

/**
 * Findings as they are written beside the text: a typed number that differs at its own place, a finding that quotes words at each line that
 * holds them, all others at the beginning of the text. Without any line there is no place for them.
 */
export const findingPlaces = (
  model: NoticeModel,
  findings: readonly Finding[],
  typed: readonly TypedFigure[],
): readonly FindingPlace[] => {
  if (model.lines.length === 0) return []
  const differing = typed
    .filter(({ agrees }) => !agrees)
    .map(({ line, start, end, label, stated, value }): FindingPlace => {
      const message = `${SEVERITY_WORDS.error}：${TYPED_FIGURE_WORDS.differs(label, stated, value)}`
      return { line, of: 'text', start, end, message }
    })
  const said = findings.flatMap((finding): readonly FindingPlace[] => {
    // What stays out of the public's file stays out of its comments too.
    const isKeptBack = model.edition === 'public' && /^notice\.(?:withheld|problems-withheld)/.test(finding.rule)
    const message = `${SEVERITY_WORDS[finding.severity]}：${isKeptBack ? WITHHELD_COMMENT : finding.message}`
    const places = placesOf(model, finding)
    return places.length > 0
      ? places.map((place) => ({ ...place, message }))
      : [{ line: 0, of: 'text', start: 0, end: 0, message }]
  })
  return [...differing, ...said]
}

type Place = Omit<FindingPlace, 'message'>

/** Shorter words stand everywhere. */
const TELLING = 4

const placesOf = ({ lines }: NoticeModel, { text, stated }: Finding): readonly Place[] => {
  const words = [stated, text].map((quote) => quote?.trim() ?? '').find((quote) => quote.length >= TELLING)
  if (words === undefined) return []
  return lines.flatMap((line, i) =>
    (['heading', 'text'] as const).flatMap((of): readonly Place[] => {
      const own = of === 'text' ? line.text : line.kind === 'run-in' ? line.heading : ''
      const start = own.indexOf(words)
      return start === -1 ? [] : [{ line: i, of, start, end: start + words.length }]
    }),
  )
}

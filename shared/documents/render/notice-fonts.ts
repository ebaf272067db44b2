import type { RecordOf } from '../../domain/records/record-kinds.ts'
import { DEFAULT_FONTS, type NoticeFonts, OTHER_NAMES } from './notice-layout.ts'

type FontSettings = Pick<
  RecordOf<'ledger'>,
  'titleFont' | 'firstHeadingFont' | 'secondHeadingFont' | 'bodyFont' | 'boldThirdHeading'
>

/**
 * The fonts a notice is set in: those of its template, where that has none those of the ledger, where nothing is set those of
 * GB/T 9704-2012.
 */
export const noticeFontsOf = (ledger: FontSettings | null, look: FontSettings | null = null): NoticeFonts => {
  const chosen = (name: Exclude<keyof FontSettings, 'boldThirdHeading'>): string =>
    look?.[name]?.trim() || ledger?.[name]?.trim() || ''
  return {
    ...DEFAULT_FONTS,
    title: chosen('titleFont') || DEFAULT_FONTS.title,
    heading1: chosen('firstHeadingFont') || DEFAULT_FONTS.heading1,
    heading2: chosen('secondHeadingFont') || DEFAULT_FONTS.heading2,
    body: chosen('bodyFont') || DEFAULT_FONTS.body,
    boldHeading3: look?.boldThirdHeading === true || ledger?.boldThirdHeading === true,
  }
}

/** Each font of a document, once, with the names it may be installed under, the one it is asked for by first. */
export const fontNames = ({ title, heading1, heading2, body, pageNumber, latin }: NoticeFonts): readonly (readonly string[])[] =>
  [...new Set([title, heading1, heading2, body, pageNumber, latin])].map((name) => {
    const others = Object.entries(OTHER_NAMES).flatMap(([known, other]) =>
      known === name ? [other] : other === name ? [known] : [],
    )
    return [name, ...others]
  })

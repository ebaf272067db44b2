import type { RecordOf } from '../../domain/records/record-kinds.ts'
import { DEFAULT_FONTS, type NoticeFonts } from './notice-layout.ts'

type FontSettings = Pick<
  RecordOf<'ledger'>,
  'titleFont' | 'firstHeadingFont' | 'secondHeadingFont' | 'bodyFont' | 'boldThirdHeading'
>

/** The fonts a ledger asks for; a setting that is empty takes the font of GB/T 9704-2012. */
export const noticeFontsOf = (settings: FontSettings): NoticeFonts => ({
  ...DEFAULT_FONTS,
  title: settings.titleFont?.trim() || DEFAULT_FONTS.title,
  heading1: settings.firstHeadingFont?.trim() || DEFAULT_FONTS.heading1,
  heading2: settings.secondHeadingFont?.trim() || DEFAULT_FONTS.heading2,
  body: settings.bodyFont?.trim() || DEFAULT_FONTS.body,
  boldHeading3: settings.boldThirdHeading,
})

import { expect, test } from 'vitest'
import { noticeFontsOf } from '../../../shared/documents/render/notice-fonts.ts'
import { DEFAULT_FONTS } from '../../../shared/documents/render/notice-layout.ts'
import { noticeStyles } from '../../../shared/documents/render/notice-styles.ts'

const unset = { titleFont: null, firstHeadingFont: null, secondHeadingFont: null, bodyFont: null, boldThirdHeading: false }
/** The style of one heading level, as written. */
const heading = (level: number, boldThirdHeading: boolean): string => {
  const styles = noticeStyles(noticeFontsOf({ ...unset, boldThirdHeading }), 'word', { signature: 4, date: 4 })
  return new RegExp(`<w:style [^>]*w:styleId="Heading${level}".*?</w:style>`, 's').exec(styles)?.[0] ?? ''
}

test('a ledger without font settings takes the fonts of the standard, and a blank one counts as none', () => {
  expect(noticeFontsOf({ ...unset, bodyFont: ' ' })).toEqual(DEFAULT_FONTS)
})

test('a font a ledger names is taken for its role alone', () => {
  expect(noticeFontsOf({ ...unset, titleFont: '华文中宋' })).toEqual({ ...DEFAULT_FONTS, title: '华文中宋' })
})

test('third-level headings are bold only when the ledger says so, and no other level is', () => {
  expect(heading(3, true)).toContain('<w:b/>')
  expect(heading(3, false)).not.toContain('<w:b/>')
  expect(heading(2, true)).not.toContain('<w:b/>')
})

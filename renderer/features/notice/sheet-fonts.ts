import type { CSSProperties } from 'react'
import { chineseFamily, fontFaces } from '../../../shared/documents/pages/font-families.ts'
import { noticeFontsOf } from '../../../shared/documents/render/notice-fonts.ts'

type Settings = Parameters<typeof noticeFontsOf>[0]

/** The sheet in the fonts the notice is printed in, as custom properties of its pane, and the families they name. */
export const sheetFonts = (
  ledger: Settings,
  look: Settings,
): { readonly faces: string; readonly properties: CSSProperties & Readonly<Record<`--notice-${string}`, string>> } => {
  const fonts = noticeFontsOf(ledger, look)
  return {
    faces: fontFaces(fonts),
    properties: {
      '--notice-body': chineseFamily(fonts.body),
      '--notice-title': chineseFamily(fonts.title),
      '--notice-heading-1': chineseFamily(fonts.heading1),
      '--notice-heading-2': chineseFamily(fonts.heading2),
      '--notice-heading-3-weight': fonts.boldHeading3 ? 'bold' : 'normal',
    },
  }
}

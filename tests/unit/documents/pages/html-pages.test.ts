import { describe, expect, test } from 'vitest'
import { noticeHtml } from '../../../../shared/documents/pages/html-pages.ts'
import { TIMES_IN_WORD } from '../../../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../../../shared/documents/pages/lay-out-pages.ts'
import { DEFAULT_FONTS } from '../../../../shared/documents/render/notice-layout.ts'
import { aDocument, aParagraph } from '../../../support/documents-by-hand.ts'

const html = (...texts: readonly string[]) =>
  noticeHtml(layOutPages(aDocument(texts.map((text) => aParagraph('body', text))), TIMES_IN_WORD), DEFAULT_FONTS)

describe('the pages as HTML', () => {
  test('have every line as an element of its own, the full ones stretched to their width', () => {
    const { body } = html('整'.repeat(60))
    expect(body.match(/<div class="np-line/g)).toHaveLength(3)
    expect(body.match(/class="np-line np-fb np-aj"/g)).toHaveLength(2)
    expect(body).toContain('width:442.25pt">')
  })

  test('escape what a person typed, and a font name cannot leave its quotation marks', () => {
    const { body } = html('<script>alert("1")</script>&')
    expect(body).not.toContain('<script')
    expect(body).toContain('&#60;script&#62;')
    const fonts = { ...DEFAULT_FONTS, body: '仿宋"; } body { display: none } </style>' }
    const { css } = noticeHtml([], fonts)
    expect(css).not.toContain('display: none }')
    expect(css).not.toContain('</style')
  })

  test('ask for the font of the settings first, then for what it is like on another machine', () => {
    const { css } = noticeHtml([], { ...DEFAULT_FONTS, title: '方正小标宋_GBK', boldHeading3: true })
    expect(css).toContain('.np-ft { font-family: "NoticeLatin", "方正小标宋_GBK", "方正小标宋简体"')
    expect(css).toContain('.np-fb { font-family: "NoticeLatin", "仿宋_GB2312", "FangSong_GB2312", "FangSong"')
    expect(css).toMatch(/\.np-f3 \{[^}]*font-weight: bold/)
    expect(noticeHtml([], DEFAULT_FONTS).css).not.toMatch(/\.np-f3 \{[^}]*bold/)
  })

  test('number odd pages at the right and even ones at the left, and turn wide ones', () => {
    const paragraph = aParagraph('body', '整改')
    const pages = layOutPages(
      {
        ...aDocument([]),
        sections: [
          { direction: 'portrait', blocks: [paragraph] },
          { direction: 'landscape', blocks: [paragraph] },
        ],
      },
      TIMES_IN_WORD,
    )
    const [first = '', second = ''] = noticeHtml(pages, DEFAULT_FONTS).body.split('</section>')
    expect(first).toMatch(/class="np-number np-ar"[^>]*>— 1 —/)
    expect(first).not.toContain('turned')
    expect(second).toMatch(/class="np-number np-al"[^>]*>— 2 —/)
    expect(second).toContain('class="np-turned"')
  })

  test('are the same bytes for the same pages', () => {
    expect(html('整改。'.repeat(500))).toEqual(html('整改。'.repeat(500)))
  })
})

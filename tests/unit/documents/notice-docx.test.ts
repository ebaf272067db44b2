import { describe, expect, test } from 'vitest'
import { renderNoticeDocx } from '../../../shared/documents/render/notice-docx.ts'
import type { NoticeModel } from '../../../shared/notice/model.ts'
import { docxParagraphs, docxParts, docxText } from '../../support/docx-text.ts'
import { day } from '../../support/ports.ts'
import { composed, suggested } from '../../support/suggested.ts'
import { likenessOf } from '../../support/text-likeness.ts'
import { NO_SEEDS, SEEDS, sampleText, TWINS, withoutShell } from '../../support/texts.ts'

const model: NoticeModel = {
  head: [],
  title: '中共青梧县委关于市委第三轮巡察整改进展情况的通报',
  edition: 'public',
  cutoff: day('2024-07-05'),
  lines: [
    { kind: 'paragraph', text: '现将整改情况公布如下。' },
    { kind: 'heading', level: 1, text: '一、反馈问题整改情况' },
    { kind: 'run-in', level: 2, heading: '（一）换管。', text: '已换3公里<&>"\u0000。' },
    { kind: 'heading', level: 3, text: '1.供水' },
    { kind: 'heading', level: 4, text: '（1）管网漏损率高。' },
  ],
  signature: '中共青梧县委',
  signedOn: day('2024-07-05'),
  annotations: ['（此件公开发布）'],
  missingFigures: [],
  unnamedProblems: [],
}

const word = await renderNoticeDocx(model, { profile: 'word' })
const preview = await renderNoticeDocx(model, { profile: 'preview' })
const part = (name: string, bytes = word): string => docxParts(bytes).get(name) ?? ''
/** The style element of one id, as written. */
const styleOf = (id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(part('word/styles.xml'))?.[0] ?? ''

describe('the word profile', () => {
  test('is a page of GB/T 9704: A4, 天头 37 mm, 订口 28 mm, 22 lines of 28 characters', () => {
    const document = part('word/document.xml')
    expect(document).toMatch(/<w:pgSz [^>]*w:w="11906" w:h="16838"/)
    for (const margin of [
      'w:top="2098"',
      'w:bottom="1985"',
      'w:left="1587"',
      'w:right="1474"',
      'w:header="850"',
      'w:footer="1446"',
    ])
      expect(/<w:pgMar [^>]*>/.exec(document)?.[0]).toContain(margin)
    const grid = /<w:docGrid [^>]*>/.exec(document)?.[0] ?? ''
    expect(grid).toContain('w:type="linesAndChars"')
    expect(grid).toContain('w:linePitch="579"')
    expect(grid).toContain('w:charSpace="-849"')
  })

  test('names the fonts of official documents, each with its other name', () => {
    const fonts = {
      Normal: '仿宋_GB2312',
      Title: '方正小标宋简体',
      Heading1: '黑体',
      Heading2: '楷体_GB2312',
      Heading3: '仿宋_GB2312',
      Heading4: '仿宋_GB2312',
    }
    for (const [style, font] of Object.entries(fonts)) expect(styleOf(style), style).toContain(`w:eastAsia="${font}"`)
    expect(styleOf('PageNumberOdd')).toContain('w:eastAsia="宋体"')
    expect(part('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/>')
    expect(styleOf('Normal')).toContain('<w:sz w:val="32"/>')
    expect(styleOf('Title')).toMatch(/<w:sz w:val="44"\/>/)
  })

  test('headings are real headings, and indents are counted in characters', () => {
    for (const level of [1, 2, 3, 4]) {
      expect(styleOf(`Heading${level}`)).toContain(`<w:name w:val="heading ${level}"/>`)
      expect(styleOf(`Heading${level}`)).toContain(`<w:outlineLvl w:val="${level - 1}"/>`)
      expect(styleOf(`Heading${level}`)).toContain('w:firstLineChars="200" w:firstLine="640"')
    }
    expect(styleOf('NoticeBody')).toContain('w:firstLineChars="200"')
    expect(styleOf('Signature')).toContain('w:rightChars="200" w:right="640"')
  })

  test('page numbers stand apart on odd and even pages, with mirrored margins', () => {
    const settings = part('word/settings.xml')
    expect(settings).toContain('<w:evenAndOddHeaders/>')
    expect(settings).toContain('<w:mirrorMargins/>')
    const footers = [...docxParts(word)].filter(([name]) => /^word\/footer/.test(name)).map(([, xml]) => xml)
    expect(footers).toHaveLength(2)
    for (const footer of footers) expect(footer).toMatch(/— .*PAGE.* —/s)
    expect(footers.map((footer) => /PageNumber(?:Odd|Even)/.exec(footer)?.[0]).sort()).toEqual([
      'PageNumberEven',
      'PageNumberOdd',
    ])
  })

  test('every paragraph carries a style of ours and says what the model says', () => {
    expect(docxParagraphs(word)).toEqual([
      { style: 'Title', text: '中共青梧县委关于市委第三轮巡察整改进展情况的通报' },
      { style: 'NoticeBlank', text: '' },
      { style: 'NoticeBody', text: '现将整改情况公布如下。' },
      { style: 'Heading1', text: '一、反馈问题整改情况' },
      { style: 'NoticeBody', text: '（一）换管。已换3公里<&>"。' },
      { style: 'Heading3', text: '1.供水' },
      { style: 'Heading4', text: '（1）管网漏损率高。' },
      { style: 'NoticeBlank', text: '' },
      { style: 'Signature', text: '中共青梧县委' },
      { style: 'Date', text: '2024年7月5日' },
      { style: 'NoticeBlank', text: '' },
      { style: 'NoticeAnnotation', text: '（此件公开发布）' },
    ])
  })

  test('only the heading part of a run-in paragraph is in the heading font', () => {
    expect(part('word/document.xml')).toMatch(/<w:rStyle w:val="Heading2Char"\/>.{0,80}（一）换管。/s)
    expect(part('word/document.xml').match(/Heading2Char/g)).toHaveLength(1)
  })

  test('the signature never stands alone on a page', () => {
    const paragraphs = [...part('word/document.xml').matchAll(/<w:p>.*?<\/w:p>/gs)].map(([p]) => p)
    const signature = paragraphs.findIndex((p) => p.includes('"Signature"'))
    for (const before of paragraphs.slice(signature - 2, signature)) expect(before).toContain('<w:keepNext/>')
    expect(styleOf('Signature')).toContain('<w:keepNext/>')
  })
})

describe('the preview profile', () => {
  test('has a line grid and narrower characters in place of the character grid LibreOffice misreads', () => {
    expect(/<w:docGrid [^>]*>/.exec(part('word/document.xml', preview))?.[0]).not.toContain('charSpace')
    expect(part('word/styles.xml', preview)).toContain('<w:spacing w:val="-5"/>')
    expect(part('word/styles.xml')).not.toContain('<w:spacing w:val="-5"/>')
  })
})

describe('the file', () => {
  test('is the same for the same notice, byte for byte, in any time zone', async () => {
    const zone = process.env['TZ']
    for (const other of ['UTC', 'America/New_York', 'Pacific/Kiritimati']) {
      process.env['TZ'] = other
      expect(await renderNoticeDocx(model, { profile: 'word' }), other).toEqual(word)
    }
    process.env['TZ'] = zone
  })

  test('carries no date but the notice’s own', () => {
    const core = part('docProps/core.xml')
    expect(core.match(/2024-07-05T00:00:00Z/g)).toHaveLength(2)
    for (const [name, xml] of docxParts(word)) expect(xml, name).not.toMatch(/\b20(?:2[5-9]|3\d)-\d\d-\d\d/)
  })

  test('parts are as they were', async () => {
    for (const name of ['word/document.xml', 'word/styles.xml', 'word/settings.xml', 'word/fontTable.xml', 'docProps/core.xml'])
      await expect(part(name).replace(/></g, '>\n<')).toMatchFileSnapshot(`../../golden/notice/${name.replace('/', '-')}`)
  })

  test('a notice without title, signature and date is still a document', async () => {
    const bare = await renderNoticeDocx(
      { ...model, title: null, signature: null, signedOn: null, annotations: [] },
      { profile: 'word' },
    )
    expect(docxParagraphs(bare).map(({ style }) => style)).toEqual([
      'NoticeBody',
      'Heading1',
      'NoticeBody',
      'Heading3',
      'Heading4',
    ])
  })
})

/** The lines of web pages around the texts, told by how they begin and not by the program. */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  '001': ['原文链接', '[免责声明]'],
  '003': ['巡视巡察', '您当前的位置', '来源:'],
  '004': ['首页', '> 要闻', '发布日期', '来源:'],
  jichuan: ['原文链接', '[转载说明]'],
  yingjiang: ['整改公开', '您所在栏目', '来源:'],
  wangxi: ['首页', '> 政务', '发布日期', '来源:'],
}

const texts = [...TWINS, ...SEEDS.values(), { name: 'sample', text: sampleText() }].map(({ name, text }) => ({
  name,
  text: withoutShell(text, SHELLS[name] ?? []),
  whole: text,
}))

describe('round trip: text → ledger → Word → text', () => {
  test('runs on the published texts too where they are at hand', () => {
    expect(texts).toHaveLength(NO_SEEDS ? 6 : 11)
  })

  test.each(texts)('$name comes back, and nothing foreign with it', async ({ text, whole }) => {
    const { ledger } = suggested(whole)
    const output = docxText(await renderNoticeDocx(composed(ledger), { profile: 'word' }))
    const likeness = likenessOf(text, output)
    expect(likeness.back, likeness.pieces.join('\n')).toBeGreaterThanOrEqual(0.995)
    expect(likeness.foreign, likeness.pieces.join('\n')).toBeLessThanOrEqual(0.005)
  })
})

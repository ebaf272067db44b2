import { describe, expect, test } from 'vitest'
import { noticeDocument } from '../../../shared/documents/build-document.ts'
import type { DocumentBlock } from '../../../shared/documents/paper-document.ts'
import { renderNoticeDocx } from '../../../shared/documents/render/notice-docx.ts'
import { fontNames, noticeFontsOf } from '../../../shared/documents/render/notice-fonts.ts'
import { textsOf } from '../../../shared/notice/mask-names.ts'
import { completeNotice } from '../../support/complete-notice.ts'
import { docxParts } from '../../support/docx-text.ts'

const COMMENTS = [
  { line: 2, of: 'text', start: 3, end: 7, author: '整改台账检查', message: '存疑：请核对。' },
  { line: 0, of: 'text', start: 0, end: 0, author: '整改台账检查', message: '建议：全文。\u0001' },
] as const

const render = () => renderNoticeDocx(completeNotice(), { profile: 'word', comments: COMMENTS })
const parts = docxParts(await render())
const part = (name: string): string => parts.get(name) ?? ''
const document = part('word/document.xml')

const textOf = (block: DocumentBlock): string =>
  block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : `<${block.kind}>`

describe('the plan of a complete notice', () => {
  const { sections, imprint, sealed } = noticeDocument(completeNotice())

  test('has 份号 to 红线, the title and the contents on the first page, the text behind, each attachment on a page of its own', () => {
    expect(sections.map(({ direction, blocks }) => [direction, ...blocks.map(textOf).slice(0, 6)])).toEqual([
      ['portrait', '000012', '机密★1年', '特急', '<red-head>', '', ''],
      [
        'portrait',
        '市委巡察工作领导小组：',
        '现将整改情况报告如下。',
        '一、反馈问题整改情况',
        '（一）供水保障方面',
        '1.水厂日常管理缺位。',
        '9座水厂的消毒设备长期停用。',
      ],
      ['landscape', '附件1', '', '任务清单', '', '<table>'],
      ['portrait', '附件2', '', '领导小组名单', '', '组长：何启明', '副组长：沈国栋'],
      ['portrait', '附件3', '', '拟不公开事项表', '', '<table>'],
      ['landscape', '附件4', '', '责任清单', '', '<table>'],
    ])
    expect(imprint).toEqual({
      copyTo: '抄送：市纪委监委，市委组织部。',
      printedBy: '中共青梧县委办公室',
      printedOn: '2024年7月6日印发',
    })
    expect(sealed).toBe(true)
  })

  test('lists its attachments one line below the text, and ends in signature and date', () => {
    const blocks = sections[1]?.blocks.map(textOf) ?? []
    expect(blocks.slice(-8)).toEqual([
      '',
      '附件：1.任务清单',
      '　　　2.领导小组名单',
      '　　　3.拟不公开事项表',
      '　　　4.责任清单',
      '',
      '中共青梧县委',
      '2024年7月5日',
    ])
  })

  test('for the public has no 版头, no 主送, no 版记 and no 拟不公开事项表, and no name that is masked', () => {
    const model = completeNotice('public')
    expect(model.paper).toMatchObject({ redHead: null, addressee: null, imprint: null })
    expect(model.paper?.attachments.map(({ title }) => title)).toEqual(['任务清单', '领导小组名单', '责任清单'])
    const texts = textsOf(model).join('\n')
    expect(texts).not.toContain('0000-1234567')
    expect(textsOf(completeNotice()).join('\n')).toContain('0000-1234567')
    expect(texts).not.toMatch(/何启明|沈国栋|线索处置不及时/)
    expect(texts).toContain('何某某')
  })
})

describe('lists as attachments', () => {
  const tableOf = (edition: 'report' | 'public') => {
    const content = completeNotice(edition).paper?.attachments[0]?.content
    if (content === undefined || !('rows' in content)) throw new Error('no table')
    return content
  }

  test('hold at most eight columns that say something, and those of the public no problem that is left out, not even by its number', () => {
    expect(tableOf('report').columns.length).toBeLessThanOrEqual(8)
    expect(tableOf('report').columns.map(({ title }) => title)).toContain('反馈问题')
    const firsts = (edition: 'report' | 'public') => tableOf(edition).rows.flatMap(([number]) => number ?? [])
    expect(firsts('report')).toEqual(['1', '2', '3'])
    expect(firsts('public')).toEqual(['1', '2'])
  })
})

describe('the Word file of a complete notice', () => {
  test('is the same on any day and in any time zone', async () => {
    const zone = process.env['TZ']
    try {
      for (const other of ['UTC', 'Asia/Shanghai', 'America/St_Johns']) {
        process.env['TZ'] = other
        expect([...docxParts(await render())], other).toEqual([...parts])
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })

  test('parts are as they were', async () => {
    for (const name of ['word/document.xml', 'word/comments.xml', 'word/footer1.xml', 'docProps/core.xml'])
      await expect(part(name).replace(/></g, '>\n<')).toMatchFileSnapshot(
        `../../golden/complete-notice/${name.replace('/', '-')}`,
      )
  })

  test('has the red mark 35 mm below the block, and 发文字号 over a red line of 0.35 mm', () => {
    const styles = part('word/styles.xml')
    expect(styles).toMatch(/NoticeIssuerMark.*?<w:framePr [^>]*w:vAnchor="margin"[^>]*w:y="1984".*?<w:color w:val="FF0000"/s)
    expect(styles).toMatch(/NoticeDocumentNumber".*?<w:bottom w:val="single" w:sz="8" [^>]*w:color="FF0000"/s)
    expect(document).toMatch(/NoticeDocumentNumberLeft.*?青委发〔2024〕5号.*?签发人：<.*?>何启明</s)
  })

  test('names the page of each heading of the contents, and leads to it', () => {
    const entries = [...document.matchAll(/NoticeContents\d.*?<\/w:p>/gs)].map(([xml]) =>
      xml.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|'),
    )
    expect(entries.map((entry) => /\|([^|]+)\|(\d+)\|$/.exec(entry)?.slice(1))).toEqual([
      ['一、反馈问题整改情况', '2'],
      ['（一）供水保障方面', '2'],
      ['（二）作风建设方面', '2'],
    ])
    const names = [...document.matchAll(/w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toHaveLength(3)
    for (const name of names) expect(document).toContain(`w:anchor="${name}"`)
  })

  test('sets signature and date for a seal: the date four in, the signature over its middle', () => {
    const styles = part('word/styles.xml')
    const indent = (id: string) => new RegExp(`w:styleId="${id}".*?w:rightChars="(\\d+)"`, 's').exec(styles)?.[1]
    expect(indent('Date')).toBe('400')
    // Both are six characters wide.
    expect(indent('Signature')).toBe('400')
  })

  test('repeats the heading row of a table, and joins the cells that reach over several rows', () => {
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBe(3)
    expect(document).toContain('w:vMerge')
    expect(document).not.toContain('w:cantSplit')
  })

  test('has the 版记 at the foot of the page between strong and thin lines', () => {
    expect(document).toMatch(/<w:tblpPr [^>]*w:tblpYSpec="bottom"[^>]*w:vertAnchor="margin"/)
    expect(document).toMatch(/抄送：市纪委监委，市委组织部。/)
  })

  test('has each comment exactly around the words it speaks of', () => {
    const [start, end] = ['<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'].map((mark) =>
      document.indexOf(mark),
    )
    expect(document.slice(start, end).replace(/<[^>]*>/g, '')).toBe('供水保障')
    expect(part('word/comments.xml')).toContain('存疑：请核对。')
    expect(part('word/comments.xml')).toMatch(/w:date="2024-07-05T00:00:00Z"/)
    expect(part('word/comments.xml')).not.toContain('\u0001')
  })

  test('begins each comment before it ends, also one that is about no words', () => {
    const marks = [...document.matchAll(/<w:comment(RangeStart|RangeEnd|Reference) w:id="(\d+)"/g)].map(
      ([, mark, id]) => `${id} ${mark}`,
    )
    expect(marks).toEqual([0, 1].flatMap((id) => [`${id} RangeStart`, `${id} RangeEnd`, `${id} Reference`]))
  })

  test('loses no character where a comment begins or ends inside one, and none lies beyond the words', async () => {
    const model = { ...completeNotice(), lines: [{ kind: 'paragraph' as const, text: '甲𠮷乙𠮷丙' }] }
    const comments = [
      { ...COMMENTS[0], line: 0, start: 2, end: 5 },
      { ...COMMENTS[0], line: 0, start: -4, end: 90 },
    ]
    const xml = docxParts(await renderNoticeDocx(model, { profile: 'word', comments })).get('word/document.xml') ?? ''
    const [start, end] = ['<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'].map((mark) => xml.indexOf(mark))
    expect(xml.slice(start, end).replace(/<[^>]*>/g, '')).toBe('𠮷乙𠮷')
    expect(xml.replace(/<[^>]*>/g, '')).toContain('甲𠮷乙𠮷丙')
  })

  test('has the red line over the whole width and the name of 签发人 in 楷体, also in a document that goes up', () => {
    const styles = part('word/styles.xml')
    expect(/w:styleId="NoticeDocumentNumberLeft".*?<\/w:style>/s.exec(styles)?.[0]).not.toContain('<w:ind ')
    expect(/w:styleId="NoticeSignerName".*?<\/w:style>/s.exec(styles)?.[0]).toContain('w:eastAsia="楷体_GB2312"')
    expect(document).toMatch(/<w:rStyle w:val="NoticeSignerName"\/><\/w:rPr><w:t [^>]*>何启明</)
  })

  test('has behind each table a paragraph that takes no room, so that no empty page follows a full one', () => {
    const behind = [...document.matchAll(/<\/w:tbl>(.{0,60})/gs)].map(([, xml]) => xml)
    expect(behind).toHaveLength(4)
    for (const xml of behind) expect(xml).toMatch(/^<w:p><w:pPr><w:pStyle w:val="NoticeAnchor"\/>/)
  })

  test('has its elements in the order of the schema', () => {
    for (const [name, xml] of parts)
      if (/^word\/(document|styles|footer\d|comments)\.xml$/.test(name)) expect(misplaced(xml), name).toEqual([])
  })

  test('holds no masked name in any part of the public edition', async () => {
    const files = docxParts(await renderNoticeDocx(completeNotice('public'), { profile: 'word', comments: COMMENTS }))
    for (const [name, xml] of files) expect(xml, name).not.toMatch(/何启明|沈国栋/)
  })
})

/** CT_PPr and CT_RPr of ISO/IEC 29500 (wml.xsd), as far as the program writes them. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr'.split(
      ' ',
    ),
  'w:rPr': 'rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs highlight u lang'.split(' '),
}

/** Children that stand before one they must follow. */
const misplaced = (xml: string): readonly string[] =>
  Object.entries(ORDER).flatMap(([element, order]) =>
    [...xml.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].flatMap(([, inner = '']) => {
      const names = topLevel(inner)
      const places = names.map((name) => order.indexOf(name))
      return places.every((place, i) => place !== -1 && (i === 0 || place > (places[i - 1] ?? -1)))
        ? []
        : [`${element}: ${names.join(' ')}`]
    }),
  )

const topLevel = (xml: string): readonly string[] => {
  const names: string[] = []
  let depth = 0
  for (const [tag, close, name = '', self] of xml.matchAll(/<(\/?)w:(\w+)[^>]*?(\/?)>/g)) {
    if (close === '/') depth -= 1
    else {
      if (depth === 0) names.push(name)
      if (self !== '/' && !tag.endsWith('/>')) depth += 1
    }
  }
  return names
}

test('fonts are those of the template, then of the ledger, then of the standard, with the names they may be installed under', () => {
  const none = { titleFont: null, firstHeadingFont: null, secondHeadingFont: null, bodyFont: null, boldThirdHeading: false }
  const fonts = noticeFontsOf({ ...none, titleFont: '方正小标宋_GBK', bodyFont: '仿宋' }, { ...none, bodyFont: '方正仿宋_GBK' })
  expect([fonts.title, fonts.heading1, fonts.body]).toEqual(['方正小标宋_GBK', '黑体', '方正仿宋_GBK'])
  expect(fontNames(fonts)).toContainEqual(['方正小标宋_GBK', '方正小标宋简体'])
})

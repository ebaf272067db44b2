import type { ParagraphStyle } from '../paper-document.ts'
import type { SignatureIndents } from '../signature-indents.ts'
import { CHARACTER, type NoticeFonts, type NoticeProfile, OTHER_NAMES, PAGE, SIZE } from './notice-layout.ts'
import { XML_HEAD, xml } from './xml.ts'

/** Style ids of a notice. A paragraph carries one and no formatting of its own. */
export const STYLE = {
  head: 'NoticeHead',
  title: 'Title',
  body: 'NoticeBody',
  bodyLeft: 'NoticeBodyLeft',
  heading: (level: number) => `Heading${Math.min(level, 4)}`,
  headingWords: (level: number) => `Heading${Math.min(level, 4)}Char`,
  blank: 'NoticeBlank',
  signature: 'Signature',
  date: 'Date',
  annotation: 'NoticeAnnotation',
  pageOdd: 'PageNumberOdd',
  pageEven: 'PageNumberEven',
  pageTurned: 'PageNumberTurned',
  copyNumber: 'NoticeCopyNumber',
  secrecy: 'NoticeSecrecy',
  issuerMark: 'NoticeIssuerMark',
  documentNumber: 'NoticeDocumentNumber',
  documentNumberLeft: 'NoticeDocumentNumberLeft',
  signerName: 'NoticeSignerName',
  addressee: 'NoticeAddressee',
  attachmentList: 'NoticeAttachmentList',
  attachmentMark: 'NoticeAttachmentMark',
  attachmentTitle: 'NoticeAttachmentTitle',
  contents: (level: number) => `NoticeContents${Math.min(level, 4)}`,
  cell: 'NoticeCell',
  cellCentre: 'NoticeCellCentre',
  cellHead: 'NoticeCellHead',
  imprint: 'NoticeImprint',
  imprintCopy: 'NoticeImprintCopy',
  anchor: 'NoticeAnchor',
  formLine: 'NoticeFormLine',
  sign: 'NoticeSign',
} as const

/** The style of each paragraph of the plan. */
const STYLES: Readonly<Record<ParagraphStyle, string>> = {
  'copy-number': STYLE.copyNumber,
  secrecy: STYLE.secrecy,
  urgency: STYLE.secrecy,
  head: STYLE.head,
  title: STYLE.title,
  addressee: STYLE.addressee,
  body: STYLE.body,
  'body-left': STYLE.bodyLeft,
  'heading-1': STYLE.heading(1),
  'heading-2': STYLE.heading(2),
  'heading-3': STYLE.heading(3),
  'heading-4': STYLE.heading(4),
  blank: STYLE.blank,
  'attachment-list': STYLE.attachmentList,
  signature: STYLE.signature,
  date: STYLE.date,
  annotation: STYLE.annotation,
  'attachment-mark': STYLE.attachmentMark,
  'attachment-title': STYLE.attachmentTitle,
  'toc-title': STYLE.attachmentTitle,
  'form-line': STYLE.formLine,
}

export const styleOf = (style: ParagraphStyle): string => STYLES[style]

const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * The whole of word/styles.xml. Indents are given in characters, so that they survive a change of font size, and in twips as well:
 * Word prefers the first, LibreOffice reads only the second.
 */
export const noticeStyles = (fonts: NoticeFonts, profile: NoticeProfile, indents: SignatureIndents): string => {
  const spacing = profile === 'preview' ? '<w:spacing w:val="-5"/>' : ''
  const run = (font: string, size: number, extra = '') =>
    `<w:rPr>${fontsOf(fonts, font)}${extra}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`
  const paragraph = (id: string, name: string, properties: string, runs = '', extra = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id.startsWith('Notice') || id.startsWith('PageNumber') ? ' w:customStyle="1"' : ''}>` +
    `<w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${extra}<w:qFormat/><w:pPr>${properties}</w:pPr>${runs}</w:style>`
  const headingFont = (level: number) => (level === 1 ? fonts.heading1 : level === 2 ? fonts.heading2 : fonts.body)
  const heading = (level: number) =>
    paragraph(
      `Heading${level}`,
      `heading ${level}`,
      `<w:keepNext w:val="0"/><w:keepLines w:val="0"/>${FIRST_LINE_INDENT}<w:outlineLvl w:val="${level - 1}"/>`,
      `<w:rPr>${fontsOf(fonts, headingFont(level))}${level === 3 && fonts.boldHeading3 ? '<w:b/>' : ''}</w:rPr>`,
      `<w:next w:val="${STYLE.body}"/><w:link w:val="Heading${level}Char"/><w:uiPriority w:val="9"/>`,
    ) +
    `<w:style w:type="character" w:customStyle="1" w:styleId="Heading${level}Char"><w:name w:val="标题 ${level} 字符"/>` +
    `<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="Heading${level}"/><w:uiPriority w:val="9"/>` +
    `<w:rPr>${fontsOf(fonts, headingFont(level))}${level === 3 && fonts.boldHeading3 ? '<w:b/>' : ''}</w:rPr></w:style>`
  return (
    `${XML_HEAD}<w:styles xmlns:w="${WORDPROCESSING}">` +
    `<w:docDefaults><w:rPrDefault><w:rPr>${fontsOf(fonts, fonts.body)}<w:kern w:val="2"/><w:sz w:val="${SIZE.body}"/><w:szCs w:val="${SIZE.body}"/>` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    '<w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
    `<w:snapToGrid/><w:jc w:val="both"/></w:pPr>${run(fonts.body, SIZE.body, spacing)}</w:style>` +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    paragraph(STYLE.head, '通报版头', '<w:jc w:val="center"/>') +
    paragraph(STYLE.body, '通报正文', FIRST_LINE_INDENT) +
    paragraph(STYLE.bodyLeft, '通报正文（左对齐）', `${FIRST_LINE_INDENT}<w:jc w:val="left"/>`) +
    // An exact line off the grid keeps the title from taking two rows for each of its lines.
    paragraph(
      STYLE.title,
      'Title',
      '<w:snapToGrid w:val="0"/><w:spacing w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>',
      run(fonts.title, SIZE.title, '<w:spacing w:val="0"/>'),
      '<w:next w:val="NoticeBody"/><w:uiPriority w:val="10"/>',
    ) +
    [1, 2, 3, 4].map(heading).join('') +
    paragraph(STYLE.blank, '通报空行', '') +
    paragraph(STYLE.signature, 'Signature', `<w:keepNext/>${rightIndent(indents.signature)}<w:jc w:val="right"/>`) +
    paragraph(STYLE.date, 'Date', `${rightIndent(indents.date)}<w:jc w:val="right"/>`) +
    paragraph(STYLE.annotation, '通报附注', FIRST_LINE_INDENT) +
    paperStyles(fonts, paragraph, run) +
    pageNumber(fonts, STYLE.pageTurned, '页码（横排页）', '<w:jc w:val="center"/>') +
    pageNumber(
      fonts,
      STYLE.pageOdd,
      '页码（单页）',
      `<w:ind w:rightChars="100" w:right="${SIZE.pageNumber * 10}"/><w:jc w:val="right"/>`,
    ) +
    pageNumber(
      fonts,
      STYLE.pageEven,
      '页码（双页）',
      `<w:ind w:leftChars="100" w:left="${SIZE.pageNumber * 10}"/><w:jc w:val="left"/>`,
    ) +
    '</w:styles>'
  )
}

type StyleOf = (id: string, name: string, properties: string, runs?: string, extra?: string) => string

/** 版头, 主送, 附件, 目录 and 版记. */
const paperStyles = (
  fonts: NoticeFonts,
  paragraph: StyleOf,
  run: (font: string, size: number, extra?: string) => string,
): string => {
  const black = run(fonts.heading1, SIZE.body)
  const title = '<w:snapToGrid w:val="0"/><w:spacing w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>'
  const bottom = `<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="11" w:color="FF0000"/></w:pBdr>`
  const cell = '<w:snapToGrid w:val="0"/><w:spacing w:line="360" w:lineRule="exact"/>'
  const cellRun = (font: string) => run(font, 24, '<w:spacing w:val="0"/>')
  const small = run(fonts.body, SIZE.pageNumber, '<w:spacing w:val="0"/>')
  const entry = (level: number) =>
    paragraph(
      STYLE.contents(level),
      `通报目录 ${level}`,
      `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${TEXT_WIDTH}"/></w:tabs><w:ind w:leftChars="${(level - 1) * 100}" w:left="${(level - 1) * CHARACTER}"/><w:jc w:val="left"/>`,
    )
  return (
    paragraph(STYLE.copyNumber, '份号', '<w:jc w:val="left"/>') +
    paragraph(STYLE.secrecy, '密级和紧急程度', '<w:jc w:val="left"/>', black) +
    // 35 mm below the upper edge of the text block: a paragraph's own space does not count at the top of a page, so that it is a frame's.
    paragraph(
      STYLE.issuerMark,
      '发文机关标志',
      `<w:framePr w:w="${TEXT_WIDTH}" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="center" w:y="1984"/><w:snapToGrid w:val="0"/><w:jc w:val="center"/>`,
      run(fonts.title, 72, '<w:color w:val="FF0000"/><w:spacing w:val="0"/>'),
    ) +
    paragraph(STYLE.documentNumber, '发文字号', `${bottom}<w:jc w:val="center"/>`) +
    paragraph(
      STYLE.documentNumberLeft,
      '发文字号（上行文）',
      // Tabs and no indents: the red line, its lower border, goes over the whole width.
      `${bottom}<w:tabs><w:tab w:val="left" w:pos="${CHARACTER}"/><w:tab w:val="right" w:pos="${TEXT_WIDTH - CHARACTER}"/></w:tabs><w:jc w:val="left"/>`,
    ) +
    `<w:style w:type="character" w:customStyle="1" w:styleId="${STYLE.signerName}"><w:name w:val="签发人姓名"/>` +
    `<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>${fontsOf(fonts, fonts.heading2)}</w:rPr></w:style>` +
    paragraph(STYLE.addressee, '主送机关', '') +
    paragraph(STYLE.attachmentList, '附件说明', FIRST_LINE_INDENT) +
    paragraph(STYLE.attachmentMark, '附件序号', '<w:jc w:val="left"/>', black) +
    paragraph(STYLE.attachmentTitle, '附件标题', title, run(fonts.title, SIZE.title, '<w:spacing w:val="0"/>')) +
    [1, 2, 3, 4].map(entry).join('') +
    paragraph(STYLE.cell, '表格文字', `${cell}<w:jc w:val="left"/>`, cellRun(fonts.body)) +
    paragraph(STYLE.cellCentre, '表格文字（居中）', `${cell}<w:jc w:val="center"/>`, cellRun(fonts.body)) +
    paragraph(STYLE.cellHead, '表头', `${cell}<w:jc w:val="center"/>`, cellRun(fonts.heading1)) +
    paragraph(STYLE.sign, '签字', `${cell}<w:jc w:val="right"/>`, cellRun(fonts.body)) +
    paragraph(STYLE.formLine, '表格上下的说明', '<w:jc w:val="left"/>', cellRun(fonts.body)) +
    paragraph(
      STYLE.imprint,
      '版记',
      `<w:tabs><w:tab w:val="right" w:pos="${TEXT_WIDTH - SIZE.pageNumber * 10}"/></w:tabs><w:snapToGrid w:val="0"/><w:ind w:leftChars="100" w:left="${SIZE.pageNumber * 10}" w:rightChars="100" w:right="${SIZE.pageNumber * 10}"/><w:jc w:val="left"/>`,
      small,
    ) +
    paragraph(
      STYLE.imprintCopy,
      '抄送',
      `<w:snapToGrid w:val="0"/><w:ind w:leftChars="400" w:left="${SIZE.pageNumber * 40}" w:rightChars="100" w:right="${SIZE.pageNumber * 10}" w:hangingChars="300" w:hanging="${SIZE.pageNumber * 30}"/><w:jc w:val="both"/>`,
      small,
    ) +
    paragraph(
      STYLE.anchor,
      '版记锚点',
      '<w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/>',
      run(fonts.body, 2),
    )
  )
}

/** 版心 156 mm. */
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right

/** word/fontTable.xml: each font with the other name it may be installed under, in the GB 2312 character set. */
export const noticeFontTable = (fonts: NoticeFonts): string => {
  const names = [...new Set([fonts.latin, fonts.body, fonts.heading1, fonts.heading2, fonts.title, fonts.pageNumber])]
  const entry = (name: string) =>
    name === fonts.latin
      ? `<w:font w:name="${xml(name)}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`
      : `<w:font w:name="${xml(name)}">${OTHER_NAMES[name] ? `<w:altName w:val="${OTHER_NAMES[name]}"/>` : ''}<w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="default"/></w:font>`
  return `${XML_HEAD}<w:fonts xmlns:w="${WORDPROCESSING}">${names.map(entry).join('')}</w:fonts>`
}

/** word/settings.xml: mirrored margins for double-sided printing, page numbers apart on odd and even pages. */
export const noticeSettings = (): string =>
  `${XML_HEAD}<w:settings xmlns:w="${WORDPROCESSING}"><w:zoom w:percent="100"/><w:mirrorMargins/><w:bordersDoNotSurroundHeader/>` +
  '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridHorizontalSpacing w:val="158"/>' +
  '<w:drawingGridVerticalSpacing w:val="579"/><w:displayHorizontalDrawingGridEvery w:val="0"/><w:displayVerticalDrawingGridEvery w:val="1"/>' +
  '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>' +
  '<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'

/** Two characters in. */
const FIRST_LINE_INDENT = `<w:ind w:firstLineChars="200" w:firstLine="${2 * CHARACTER}"/>`

const rightIndent = (characters: number): string =>
  `<w:ind w:rightChars="${Math.round(characters * 100)}" w:right="${Math.round(characters * CHARACTER)}"/>`

const fontsOf = (fonts: NoticeFonts, eastAsia: string): string =>
  `<w:rFonts w:ascii="${xml(fonts.latin)}" w:hAnsi="${xml(fonts.latin)}" w:eastAsia="${xml(eastAsia)}" w:cs="${xml(fonts.latin)}"/>`

const pageNumber = (fonts: NoticeFonts, id: string, name: string, properties: string): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
  `<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="280" w:lineRule="exact"/>${properties}</w:pPr>` +
  `<w:rPr><w:rFonts w:ascii="${xml(fonts.pageNumber)}" w:hAnsi="${xml(fonts.pageNumber)}" w:eastAsia="${xml(fonts.pageNumber)}"/><w:spacing w:val="0"/>` +
  `<w:sz w:val="${SIZE.pageNumber}"/><w:szCs w:val="${SIZE.pageNumber}"/></w:rPr></w:style>`

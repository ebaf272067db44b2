import type { SignatureIndents } from '../signature-indents.ts'
import { CHARACTER, type NoticeFonts, type NoticeProfile, OTHER_NAMES, SIZE } from './notice-layout.ts'
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
} as const

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

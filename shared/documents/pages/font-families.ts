import type { NoticeFonts } from '../render/notice-layout.ts'

/** A family of the page itself: heavy faces that stand in for 小标宋 where neither it nor 中宋 is installed. */
const HEAVY_SONG = 'NoticeHeavySong'
/** Another: letters and digits only, so that “ ” — … come from the Chinese font, where they are one em wide. */
const LATIN = 'NoticeLatin'

/** Names under which the fonts of official documents, or something near them, are installed: Windows, WPS, macOS, Linux. */
const LIKE: Readonly<Record<'小标宋' | '仿宋' | '楷' | '黑' | '宋', readonly string[]>> = {
  小标宋: [
    '方正小标宋简体',
    'FZXiaoBiaoSong-B05S',
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05',
    '小标宋',
    'STZhongsong',
    '华文中宋',
    HEAVY_SONG,
    'SimSun',
    'Noto Serif CJK SC',
    'serif',
  ],
  仿宋: ['仿宋_GB2312', 'FangSong_GB2312', 'FangSong', '仿宋', 'STFangsong', '华文仿宋', 'Noto Serif CJK SC', 'serif'],
  楷: ['楷体_GB2312', 'KaiTi_GB2312', 'KaiTi', '楷体', 'STKaiti', '华文楷体', 'AR PL KaitiM GB', 'Noto Serif CJK SC', 'serif'],
  黑: ['黑体', 'SimHei', 'STHeiti', 'Heiti SC', 'Noto Sans CJK SC', 'sans-serif'],
  宋: ['宋体', 'SimSun', 'STSong', 'Songti SC', 'Noto Serif CJK SC', 'serif'],
}

/** The font that was asked for, then those like it. */
const familiesOf = (name: string): readonly string[] => {
  const kind = /标宋/.test(name)
    ? '小标宋'
    : /仿宋|fangsong/i.test(name)
      ? '仿宋'
      : /楷|kai/i.test(name)
        ? '楷'
        : /黑|hei/i.test(name)
          ? '黑'
          : '宋'
  return [...new Set([name, ...LIKE[kind]])]
}

/** What stands in a style sheet between quotation marks; a font's name has no other signs. */
const quoted = (name: string): string => `"${name.replace(/[^\p{L}\p{N} _.()-]/gu, '')}"`

const GENERIC: ReadonlySet<string> = new Set(['serif', 'sans-serif'])
const list = (names: readonly string[]): string => names.map((name) => (GENERIC.has(name) ? name : quoted(name))).join(', ')

/** Value of `font-family`: letters and digits in the Latin font, all else in the Chinese font or what is like it. */
export const chineseFamily = (name: string): string => list([LATIN, ...familiesOf(name)])

/** For page numbers, whose digits are in the Chinese font too. */
export const plainFamily = (name: string): string => list(familiesOf(name))

const local = (names: readonly string[]): string => [...new Set(names)].map((name) => `local(${quoted(name)})`).join(', ')

/** The families of the page itself; nothing is fetched. */
export const fontFaces = (fonts: NoticeFonts): string => {
  const latin = [fonts.latin, 'Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif', 'LiberationSerif']
  const bold = [`${fonts.latin} Bold`, 'Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold']
  const range = 'unicode-range: U+20-7E, U+C0-D6, U+D8-F6, U+F8-24F'
  const heavy = ['Noto Serif CJK SC Bold', 'Source Han Serif SC Bold', 'NotoSerifCJKsc-Bold', 'Songti SC Bold']
  return [
    `@font-face { font-family: ${quoted(LATIN)}; src: ${local(latin)}; ${range}; }`,
    `@font-face { font-family: ${quoted(LATIN)}; font-weight: bold; src: ${local(bold)}; ${range}; }`,
    `@font-face { font-family: ${quoted(HEAVY_SONG)}; src: ${local(heavy)}; }`,
  ].join('\n')
}

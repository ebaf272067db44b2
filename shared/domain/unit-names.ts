/** Long and short forms of departments' names, so that statistics by unit add up. The short form is the one on office doors. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/纪委([省市县区旗]|新区)?监委/, '纪委监委'],
  [/纪律检查委员会/, '纪委'],
  [/住房和城乡建设/, '住建'],
  [/住房城乡建设/, '住建'],
  [/发展和改革/, '发改'],
  [/发展改革/, '发改'],
  [/人力资源和社会保障/, '人社'],
  [/人力资源社会保障/, '人社'],
  [/市场监督管理/, '市场监管'],
  [/文化和旅游/, '文旅'],
  [/卫生健康/, '卫健'],
  [/自然资源和规划/, '自然资源'],
  [/工业和信息化/, '工信'],
  [/退役军人事务/, '退役军人'],
]

/** The name two spellings of one unit share: 县纪委县监委 → 县纪委监委, 县住房和城乡建设局 → 县住建局. */
export const canonicalUnitName = (name: string): string =>
  SHORT_FORMS.reduce((short, [long, form]) => short.replace(long, form), name.replace(/\s/g, ''))

/** 县财政局、县审计局，各乡镇 → three names; a list inside brackets stays together. */
export const splitNames = (text: string): readonly string[] =>
  text
    .split(/[、,，;；](?![^（(]*[）)])/)
    .map((name) => name.replace(/[。.]$/, '').trim())
    .filter((name) => name !== '')

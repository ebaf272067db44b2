/** 模板中由几行组成的各项. */
export const CODED_WORDS = {
  add: '加一行',
  up: (n: number): string => `第 ${n} 行上移`,
  down: (n: number): string => `第 ${n} 行下移`,
  remove: (n: number): string => `去掉第 ${n} 行`,
  level: (n: number): string => `第 ${n} 层`,
  continuous: '全文连续编号',
  section: '标题',
  noSection: '不加标题',
  groupHeading: '分组标题',
  line: (n: number): string => `第 ${n} 段`,
  what: '内容',
  label: '标签',
  noLabel: '不加标签',
  alone: '标签独占一行',
  addToLine: '同一段再加一项',
  takeOut: '去掉',
} as const

import type { Warning } from '../../shared/domain/warning.ts'

/** 四张清单. */
export const LISTS_WORDS = {
  searchPlaceholder: '查找问题、措施、进展、单位',
  asOf: '截至',
  status: '状态',
  warning: '预警',
  unit: '责任单位',
  category: '类别',
  only: (what: string, count: number): string => `只看：${what}（${count} 个问题）`,
  clearFilters: '清除筛选',
  add: '添加问题',
  addHint: '添加在选定的问题之后（Insert 键）',
  remove: '删除问题',
  openFile: '问题档案',
  openFileHint: '打开问题档案（Ctrl+Enter）',
  counted: (all: number, shown: number): string => `共 ${all} 个问题，显示 ${shown} 个`,
  keys: '方向键移动 · 回车或 F2 修改 · Esc 放弃 · Insert 添加问题 · Ctrl+Enter 打开问题档案',
  editingKeys: '回车保存 · Alt+回车换行 · Esc 放弃',
  conflict: '有两人的不同修改尚未处理',
  emptyTitle: '这个台账还没有问题',
  emptyDetail: '点“添加问题”或按 Insert 键写下第一个问题。',
  nothingFound: '没有符合条件的问题',
  nothingFoundDetail: '换一个查找词，或清除筛选条件。',
  added: '已添加一个问题，请填写反馈问题。',
  removed: (number: number): string => `已删除第 ${number} 个问题。`,
  unreadDeadline: '没有读出日期：只保留文字，不参加逾期计算',
  openEndedDeadline: '没有期限的时限，不参加逾期计算',
  readAs: (date: string): string => `→ ${date}`,
  unreadDate: '请写成 2021-09-30 或 2021年9月30日',
  empty: '（空）',
  unset: '（未填）',
  cellOf: (column: string, number: number): string => `第 ${number} 个问题，${column}`,
  sortBy: (column: string): string => `按“${column}”排序`,
  gridLabel: '四张清单表格',
} as const

/** Why a cell cannot be edited where it stands. */
export const READ_ONLY_WORDS: Readonly<Record<string, string>> = {
  number: '序号按顺序自动编排',
  category: '类别来自通报的层次',
  aspect: '方面来自通报的层次',
  progress: '进展情况在问题档案中填写（Ctrl+Enter）',
  originalDeadline: '原定时限是第一次填写的时限，改“现定时限”即可',
  daysLeft: '剩余天数按时限和截至日期计算',
  warning: '预警按时限和截至日期计算',
  closed: '销号日期在销号时登记',
  measure: '请先在问题档案中添加措施（Ctrl+Enter）',
}
export const READ_ONLY_OTHER = '这一栏不能直接修改'

/** The filter's names of a warning; a row without one has its own. */
export const WARNING_CHOICES: Readonly<Record<Warning, string>> = { red: '逾期', yellow: '临期', green: '正常', none: '无预警' }

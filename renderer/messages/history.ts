import type { ToldRecord } from '../../shared/merge/told-changes.ts'

/** 修改记录. */
export const HISTORY_WORDS = {
  title: '修改记录',
  writers: '各栏由谁填写',
  more: '更早的修改',
  none: '还没有修改记录。',
  nobody: '未登记',
  empty: '（空）',
  arrow: '→',
  who: (clerk: string, unit: string, pc: string): string => `${clerk}（${unit}，${pc}）`,
  setBack: '恢复为旧内容',
  setBackOf: (field: string, value: string): string => `把${field}恢复为旧内容：${value}`,
  bringBack: '恢复',
  bringBackOf: (what: string): string => `恢复${what}`,
  done: (intent: string): string => `已${intent}。`,
  record: (what: string, title: string): string => (title === '' ? what : `${what}“${title}”`),
} as const

export const LIFE_WORDS: Readonly<Record<ToldRecord['life'], string>> = {
  created: '新建',
  removed: '删除',
  restored: '恢复',
  settled: '处理删除与修改的冲突',
  changed: '修改',
}

/** 回收站. */
export const TRASH_WORDS = {
  title: '回收站',
  detail: '删除的内容都在这里，可以恢复；恢复也可以撤销。',
  empty: '回收站是空的',
  emptyDetail: '删除问题、措施、进展等以后，可以在这里恢复。',
  what: '内容',
  removedBy: '删除人',
  removedAt: '删除时间',
  restore: '恢复',
  restored: (what: string): string => `已恢复${what}。`,
  close: '关闭',
} as const

/** 修改记录 of a whole ledger. */
export const ACTS_WORDS = {
  detail: '整本台账的每一次修改，最近的在前。时间是那台电脑的时钟，只供查看。',
  words: '查找修改内容',
  who: '修改人',
  everyone: '所有人',
  from: '起',
  to: '止',
  empty: '还没有修改记录',
  emptyDetail: '在四张清单或问题档案里改一处，这里就有一条。',
  nothing: '没有符合条件的修改',
  nothingDetail: '换一个词、修改人或日期。',
  more: '更早的修改',
  show: '看看改了什么',
  problems: (count: number): string => `${count} 个问题`,
  problemsOf: (intent: string): string => `“${intent}”涉及的问题`,
  restDocuments: (count: number): string => `另有 ${count} 处没有列出，请在各个问题的修改记录里看。`,
  noDetail: '这次修改的细节在较早的快照之前，已不能列出。',
  restore: '恢复',
  restored: (what: string): string => `已恢复${what}。`,
  of: '打开问题档案',
} as const

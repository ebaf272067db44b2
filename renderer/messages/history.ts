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

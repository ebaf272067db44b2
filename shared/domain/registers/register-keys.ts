import type { RecordKind, RecordOf } from '../records/record-kinds.ts'

/** 登记簿: what the office counts beside its problems, in the order they are shown. */
export const REGISTERS = [
  'accountability',
  'leads',
  'regulations',
  'money',
  'outcomes',
  'meetings',
  'supervisions',
  'notices',
  'blocks',
] as const
export type RegisterKey = (typeof REGISTERS)[number]

export const REGISTER_WORDS: Readonly<Record<RegisterKey, string>> = {
  accountability: '问责处理',
  leads: '信访件和问题线索',
  regulations: '制度',
  money: '资金',
  outcomes: '其他成效',
  meetings: '会议',
  supervisions: '督查',
  notices: '督办文书',
  blocks: '文书号段',
}

/** The kinds of record registers hold. */
export type RegisterKind = Extract<
  RecordKind,
  'accountability' | 'lead' | 'outcome' | 'meeting' | 'supervision' | 'supervisionNotice' | 'numberBlock'
>

export const REGISTER_KIND: Readonly<Record<RegisterKey, RegisterKind>> = {
  accountability: 'accountability',
  leads: 'lead',
  regulations: 'outcome',
  money: 'outcome',
  outcomes: 'outcome',
  meetings: 'meeting',
  supervisions: 'supervision',
  notices: 'supervisionNotice',
  blocks: 'numberBlock',
}

/** The kinds of 成效 one register holds; the first is what a new row begins with. */
export const OUTCOME_KINDS = {
  regulations: ['regulation'],
  money: ['returned', 'collected', 'recovered'],
  outcomes: ['extended', 'special', 'other'],
} as const satisfies Partial<Record<RegisterKey, readonly RecordOf<'outcome'>['kind'][]>>

/** The kinds of 成效 of a register, or null where it holds something else. */
export const outcomeKindsOf = (register: RegisterKey): readonly RecordOf<'outcome'>['kind'][] | null =>
  register === 'regulations' || register === 'money' || register === 'outcomes' ? OUTCOME_KINDS[register] : null

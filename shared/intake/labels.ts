import type { ResponsibilityRole } from '../domain/records/ledger-records.ts'

/** What a labelled line under a problem says. */
export type LabelMeaning =
  | 'account'
  | 'measures'
  | 'progress'
  | 'result'
  | 'target'
  | 'start'
  | 'deadline'
  | 'status'
  | ResponsibilityRole

export interface Label {
  readonly meaning: LabelMeaning
  /** As printed, without a colon; 【】 are part of it. */
  readonly words: string
  /** Length of words and colon. */
  readonly length: number
}

/** The label a folded text begins with (整改情况: or 【整改情况】), or null. */
export const readLabel = (folded: string): Label | null => {
  const match = LABEL.exec(folded)
  const [whole, bracketed, plain] = match ?? []
  const meaning = MEANINGS.get(bracketed ?? plain ?? '')
  if (whole === undefined || meaning === undefined) return null
  return { meaning, words: bracketed === undefined ? (plain ?? '') : `【${bracketed}】`, length: whole.length }
}

/** Where an answer's label stands inside a line, after the problem's sentence (seen once in a real notice); -1 when nowhere. */
export const findInlineAnswer = (folded: string): number => {
  const match = INLINE_ANSWER.exec(folded)
  return match ? match.index + (match[1]?.length ?? 0) : -1
}

/** Splits a line of several labels (责任领导:甲;牵头单位:乙) into the offsets where each begins. */
export const labelStarts = (folded: string): readonly number[] => [
  0,
  ...[...folded.matchAll(NEXT_LABEL)].map((match) => match.index + match[0].length - (match[1]?.length ?? 0)),
]

/** Labels under which a notice gives its account of a problem: they make a marked line a problem. */
export const ANSWER_MEANINGS: readonly LabelMeaning[] = ['account', 'measures', 'progress', 'result']

const WORDS: readonly (readonly [LabelMeaning, readonly string[]])[] = [
  [
    'account',
    [
      '整改情况',
      '整改落实情况',
      '整改完成情况',
      '整改措施及成效',
      '整改措施和成效',
      '整改措施及完成情况',
      '整改措施及进展情况',
      '整改措施及整改成效',
      '整改举措及成效',
      '整改进展情况',
      '落实情况',
    ],
  ],
  ['measures', ['整改措施', '整改举措', '具体措施']],
  ['progress', ['整改进展', '整改进度', '进展情况', '工作进展']],
  ['result', ['整改成效', '取得成效', '整改结果']],
  ['target', ['整改目标', '目标要求']],
  ['start', ['启动时间', '开始时间']],
  ['deadline', ['完成时限', '整改时限', '完成时间', '时限', '整改期限', '完成期限']],
  ['status', ['完成情况', '整改状态', '当前状态', '状态', '销号情况']],
  ['leader', ['责任领导', '牵头领导', '分管领导', '包案领导']],
  ['leadUnit', ['牵头单位', '牵头部门', '牵头责任单位']],
  ['unit', ['责任单位', '责任部门', '整改责任单位', '整改单位']],
  ['supportUnit', ['配合单位', '配合部门', '协助单位']],
  ['person', ['责任人', '具体责任人', '直接责任人']],
  ['contact', ['联系人']],
  ['phone', ['联系方式', '联系电话']],
]

const MEANINGS: ReadonlyMap<string, LabelMeaning> = new Map(
  WORDS.flatMap(([meaning, words]) => words.map((word) => [word, meaning] as const)),
)

const alternatives = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|')
const ANY = alternatives(MEANINGS.keys())
const ANSWERS = alternatives(
  [...MEANINGS].filter(([, meaning]) => meaning === 'account' || meaning === 'measures').map(([word]) => word),
)

const LABEL = new RegExp(`^(?:【(${ANY})】\\s*:?|(${ANY})\\s*:)\\s*`)
const NEXT_LABEL = new RegExp(`[;。\\s]\\s*((?:${ANY})\\s*:|【(?:${ANY})】)`, 'g')
const INLINE_ANSWER = new RegExp(`([。;]\\s*|\\s+)(?:(?:${ANSWERS})\\s*:|【(?:${ANSWERS})】)`)

import { isDone, isOpen } from '../status.ts'
import type { WarningThresholds } from '../warning.ts'
import { counted, type Figure, rateOf } from './figure.ts'
import type { Standing } from './standing.ts'

/** What is counted, and of what. */
export interface Counted {
  /** `problems`, `measures`, `problems.byMonth.2024-06`. */
  readonly prefix: string
  /** 问题, 整改措施. */
  readonly noun: string
  readonly unit: string
  /** Stands before every label: 类别“基层党建”. */
  readonly of: string
  /** Stands before every formula: which of them are counted. */
  readonly which: string
  readonly totalFormula: string
  readonly thresholds: WarningThresholds
}

interface Part {
  readonly label: (noun: string) => string
  /** Which ones: the noun follows. */
  readonly formula: (thresholds: WarningThresholds) => string
  readonly test: (standing: Standing) => boolean
}

const isUnfinished = ({ status }: Standing): boolean => !isDone(status)

/** `done`, `basicallyDone`, `open` and `unstated` are all of them; so are, among the unfinished, `overdue`, `notDue` and `noDay`. */
const PARTS = {
  done: {
    label: (noun) => `已完成${noun}数`,
    formula: () => '状态为“已完成”“已销号”的',
    test: ({ status }) => isDone(status),
  },
  sustained: {
    label: (noun) => `已完成并长期坚持${noun}数`,
    formula: () => '状态为“已完成”“已销号”且标记“长期坚持”的',
    test: ({ status, sustained }) => isDone(status) && sustained,
  },
  closed: {
    label: (noun) => `已销号${noun}数`,
    formula: () => '状态为“已销号”的',
    test: ({ status }) => status === 'closed',
  },
  awaitingClosure: {
    label: (noun) => `已完成未销号${noun}数`,
    formula: () => '状态为“已完成”的',
    test: ({ status }) => status === 'done',
  },
  basicallyDone: {
    label: (noun) => `基本完成${noun}数`,
    formula: () => '状态为“基本完成”的',
    test: ({ status }) => status === 'basicallyDone',
  },
  open: {
    label: (noun) => `正在整改${noun}数`,
    formula: () => '状态为“整改中”“未启动”的',
    test: ({ status }) => isOpen(status),
  },
  inProgress: {
    label: (noun) => `整改中${noun}数`,
    formula: () => '状态为“整改中”的',
    test: ({ status }) => status === 'inProgress',
  },
  notStarted: {
    label: (noun) => `未启动${noun}数`,
    formula: () => '状态为“未启动”的',
    test: ({ status }) => status === 'notStarted',
  },
  unstated: {
    label: (noun) => `状态未注明${noun}数`,
    formula: () => '状态为“未注明”的',
    test: ({ status }) => status === 'unstated',
  },
  overdue: {
    label: (noun) => `逾期${noun}数`,
    formula: () => '时限早于统计日期且未完成的',
    test: ({ warning }) => warning === 'red',
  },
  dueSoon: {
    label: (noun) => `临期${noun}数`,
    formula: ({ yellowDays }) => `时限在统计日期当日至其后${yellowDays}日内且未完成的`,
    test: ({ warning }) => warning === 'yellow',
  },
  notDue: {
    label: (noun) => `未到时限${noun}数`,
    formula: () => '时限不早于统计日期且未完成的',
    test: (standing) => isUnfinished(standing) && standing.deadline.on !== null && standing.warning !== 'red',
  },
  noDay: {
    label: (noun) => `无具体时限的未完成${noun}数`,
    formula: () => '时限没有具体日期且未完成的',
    test: (standing) => isUnfinished(standing) && standing.deadline.on === null,
  },
} as const satisfies Record<string, Part>

type PartName = keyof typeof PARTS

export const ALL_PARTS = Object.keys(PARTS) as readonly PartName[]

/** What a table by unit or category shows. */
export const GROUP_PARTS: readonly PartName[] = ['done', 'basicallyDone', 'open', 'unstated', 'overdue']

/** `.total`, the wanted parts, and `.doneRate` where there is anything. */
export const statusFigures = (of: Counted, standings: readonly Standing[], parts: readonly PartName[]): readonly Figure[] => {
  const figure = (part: string, label: string, formula: string, counts: readonly string[]): Figure =>
    counted({ id: `${of.prefix}.${part}`, label: of.of + label, unit: of.unit, formula: of.which + formula }, counts)
  const total = figure(
    'total',
    `${of.noun}总数`,
    of.totalFormula,
    standings.map(({ id }) => id),
  )
  const made = parts.map((name) => {
    const { label, formula, test }: Part = PARTS[name]
    const found = standings.filter(test).map(({ id }) => id)
    return figure(name, label(of.noun), `${formula(of.thresholds)}${of.noun}`, found)
  })
  const rate = (part: PartName, word: string): readonly Figure[] => {
    const found = made[parts.indexOf(part)]
    return found ? rateOf(`${of.prefix}.${part}Rate`, of.of + word, found, total) : []
  }
  return [total, ...made, ...rate('done', '完成率'), ...rate('closed', '销号率')]
}

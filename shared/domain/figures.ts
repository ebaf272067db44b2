import { type Decimal, decimalOf, percentOf, sumOf } from '../base/decimal.ts'
import type { PlainDate } from '../base/plain-date.ts'
import { measureCode } from './accountability-measures.ts'
import { deadlineOf } from './deadline.ts'
import type { Ledger, ProblemFile } from './ledger.ts'
import type { Accountability, Lead, Measure, Outcome } from './records/record-kinds.ts'
import {
  ACCOUNTABILITY_CATEGORIES,
  ACCOUNTABILITY_WORDS,
  COUNT_UNIT_WORDS,
  COUNT_UNITS,
  LEAD_KINDS,
  LEAD_WORDS,
  type LeadKind,
} from './records/register-records.ts'
import { isDone, isOpen, type Status } from './status.ts'
import { statusAt } from './status-at.ts'
import { splitNames } from './unit-names.ts'
import { thresholdsOf, warningAt } from './warning.ts'

/**
 * One number of the ledger at a cut-off date, with its 口径: the formula in words and the records it counts. Screen, notice,
 * Excel and number check all take it from here.
 */
export interface Figure {
  /** Stable, for tokens in a notice and for scripts: `problems.done`, `accountability.party.warning.persons`. */
  readonly id: string
  readonly label: string
  readonly value: Decimal
  /** 个, 条, 件, 人, 人次, 项, 万元, %. */
  readonly unit: string
  readonly formula: string
  readonly counts: readonly string[]
}

/** Every figure the ledger can prove at `cutoff`. A register that nobody has filled gives none. */
export const figuresOf = (ledger: Ledger, cutoff: PlainDate): readonly Figure[] => [
  ...problemFigures(ledger, cutoff),
  ...leadFigures(ledger),
  ...accountabilityFigures(ledger),
  ...outcomeFigures(ledger),
]

/** 整改事项 of a problem: its measures that carry an account of their own, or the problem itself as one. */
export const itemsOf = (file: ProblemFile): readonly string[] => {
  const items = file.measures.filter(isItem)
  return items.length > 0 ? items.map((m) => m.id) : [file.problem.id]
}

/** A measure with an account of its own is an Item: a notice prints it under a number, and under its title where it has one. */
export const isItem = (measure: Measure): boolean => measure.account !== ''

const counted = (id: string, label: string, unit: string, formula: string, counts: readonly string[]): Figure => ({
  id,
  label,
  unit,
  formula,
  counts,
  value: decimalOf(counts.length),
})

const problemFigures = (ledger: Ledger, cutoff: PlainDate): readonly Figure[] => {
  const all = ledger.problems
  const which = (test: (file: ProblemFile) => boolean) => all.filter(test).map((file) => file.problem.id)
  const byStatus = (test: (status: Status) => boolean) => which((file) => test(statusAt(file, cutoff)))
  const done = byStatus(isDone)
  const overdue = (file: ProblemFile) =>
    warningAt(deadlineOf(file.problem), statusAt(file, cutoff), cutoff, thresholdsOf(ledger.ledger)) === 'red'
  const problem = (id: string, label: string, formula: string, counts: readonly string[]) =>
    counted(`problems.${id}`, label, '个', formula, counts)
  const rate = percentOf(decimalOf(done.length), decimalOf(all.length), 2)
  return [
    problem(
      'total',
      '问题总数',
      '台账中的问题',
      which(() => true),
    ),
    counted(
      'items.total',
      '整改事项总数',
      '项',
      '每个问题下单独写明整改情况的措施各计一项，没有的问题计一项',
      all.flatMap(itemsOf),
    ),
    counted(
      'measures.total',
      '整改措施总数',
      '条',
      '台账中的整改措施',
      all.flatMap((file) => file.measures.map((m) => m.id)),
    ),
    problem('done', '已完成问题数', '状态为“已完成”“已销号”的问题', done),
    problem(
      'sustained',
      '已完成并长期坚持问题数',
      '已完成问题中标记“长期坚持”的',
      which((file) => isDone(statusAt(file, cutoff)) && file.problem.sustained),
    ),
    problem(
      'closed',
      '已销号问题数',
      '状态为“已销号”的问题',
      byStatus((s) => s === 'closed'),
    ),
    problem(
      'basicallyDone',
      '基本完成问题数',
      '状态为“基本完成”的问题',
      byStatus((s) => s === 'basicallyDone'),
    ),
    problem('open', '正在整改问题数', '状态为“整改中”“未启动”的问题', byStatus(isOpen)),
    problem(
      'unstated',
      '状态未注明问题数',
      '状态为“未注明”的问题',
      byStatus((s) => s === 'unstated'),
    ),
    problem('overdue', '逾期问题数', '时限早于统计日期且未完成的问题', which(overdue)),
    ...(rate === null
      ? []
      : [
          {
            id: 'problems.doneRate',
            label: '完成率',
            value: rate,
            unit: '%',
            formula: '已完成问题数÷问题总数×100%，四舍五入保留2位小数',
            counts: done,
          },
        ]),
  ]
}

const leadFigures = (ledger: Ledger): readonly Figure[] =>
  LEAD_KINDS.flatMap((kind) => {
    const leads = ledger.records.lead.filter((lead) => lead.kind === kind)
    const received = leadSum(leads, kind, 'received')
    const closed = leadSum(leads, kind, 'closed')
    return [received, closed, leadSum(leads, kind, 'inProgress'), leadSum(leads, kind, 'duplicates'), rateOf(kind, leads)].filter(
      (figure) => figure !== null,
    )
  })

const LEAD_COLUMNS = { received: '受理', closed: '办结', inProgress: '在办', duplicates: '重复' } as const

const leadSum = (leads: readonly Lead[], kind: LeadKind, column: keyof typeof LEAD_COLUMNS): Figure | null => {
  const told = leads.filter((lead) => lead[column] !== null)
  if (told.length === 0) return null
  const name = kind === 'case' && column === 'closed' ? '立案了结数' : `${LEAD_WORDS[kind]}${LEAD_COLUMNS[column]}数`
  return {
    id: `leads.${kind}.${column}`,
    label: name,
    value: sumOf(told.map((lead) => decimalOf(lead[column] ?? 0))),
    unit: '件',
    formula: `登记簿“${LEAD_WORDS[kind]}”${LEAD_COLUMNS[column]}数合计`,
    counts: told.map((lead) => lead.id),
  }
}

/** Of the lines that tell both: a line without 办结数 says nothing about the rate. */
const rateOf = (kind: LeadKind, leads: readonly Lead[]): Figure | null => {
  const both = leads.filter((lead) => lead.received !== null && lead.closed !== null)
  const received = leadSum(both, kind, 'received')
  const closed = leadSum(both, kind, 'closed')
  const rate = received && closed ? percentOf(closed.value, received.value, 2) : null
  return received && closed && rate !== null
    ? {
        id: `leads.${kind}.closedRate`,
        label: `${LEAD_WORDS[kind]}办结率`,
        value: rate,
        unit: '%',
        formula: `${closed.label}÷${received.label}×100%，四舍五入保留2位小数`,
        counts: closed.counts,
      }
    : null
}

/** 人 and 人次 are counted apart and never added: each has its own figures. */
const accountabilityFigures = (ledger: Ledger): readonly Figure[] =>
  ACCOUNTABILITY_CATEGORIES.flatMap((category) =>
    COUNT_UNITS.flatMap((countUnit) => {
      const lines = ledger.records.accountability.filter((a) => a.category === category && a.countUnit === countUnit)
      if (lines.length === 0) return []
      const unit = COUNT_UNIT_WORDS[countUnit]
      const sum = (id: string, label: string, of: readonly Accountability[]): Figure => ({
        id: `accountability.${category}.${id}.${countUnit}`,
        label,
        unit,
        value: sumOf(of.map((line) => decimalOf(countOf(line)))),
        formula: `登记簿“问责处理”中${label}（${unit}）合计`,
        counts: of.map((line) => line.id),
      })
      const byCode = new Map<string, Accountability[]>()
      for (const line of lines.filter((l) => l.measure !== '')) {
        const code = measureCode(category, line.measure)
        byCode.set(code, [...(byCode.get(code) ?? []), line])
      }
      const name = ACCOUNTABILITY_WORDS[category]
      return [
        sum('total', name, withoutParts(lines)),
        ...[...byCode].map(([code, of]) => sum(code, `${name}—${of[0]?.measure ?? code}`, of)),
      ]
    }),
  )

/** The count of a line; one that only names its people counts them. */
const countOf = (line: Accountability): number => line.count ?? splitNames(line.people ?? '').length

/** A line that names no measure is the whole of its category for its problem; the measures beside it are its parts (其中) and not added. */
const withoutParts = (lines: readonly Accountability[]): readonly Accountability[] => {
  const whole = new Set(lines.filter((line) => line.measure === '').map((line) => line.problemId))
  return lines.filter((line) => line.measure === '' || !whole.has(line.problemId))
}

const outcomeFigures = (ledger: Ledger): readonly Figure[] => {
  const { outcome } = ledger.records
  const regulations = outcome.filter((o) => o.kind === 'regulation')
  const money = (kind: 'recovered' | 'returned', label: string): readonly Figure[] => {
    const told = outcome.filter((o): o is Outcome & { amount: Decimal } => o.kind === kind && o.amount !== null)
    return told.length === 0
      ? []
      : [
          {
            id: `money.${kind}`,
            label,
            value: sumOf(told.map((o) => o.amount)),
            unit: '万元',
            formula: `登记簿中${label}合计`,
            counts: told.map((o) => o.id),
          },
        ]
  }
  return [
    ...(regulations.length === 0
      ? []
      : [
          {
            id: 'regulations.total',
            label: '制定和修订制度数',
            value: sumOf(regulations.map((o) => decimalOf(o.count ?? 1))),
            unit: '项',
            formula: '登记簿“制度”数量合计，未写数量的每条计一项',
            counts: regulations.map((o) => o.id),
          },
        ]),
    ...money('returned', '清退追缴资金'),
    ...money('recovered', '挽回经济损失'),
  ]
}

import { compareDecimals, type Decimal, differenceOf, sumOf, ZERO } from '../../base/decimal.ts'
import type { Figure } from '../figures/figure.ts'
import {
  ACCOUNTABILITY_CATEGORIES,
  ACCOUNTABILITY_WORDS,
  COUNT_UNITS,
  LEAD_KINDS,
  MEETING_BODY_WORDS,
  SUPERVISION_NOTICE_WORDS,
} from '../records/register-records.ts'
import type { RegisterKey } from './register-keys.ts'

/** One part of a total. `figure` is null for what no figure names: the rest. */
export interface SumPart {
  readonly label: string
  readonly value: Decimal
  readonly figure: Figure | null
}

/** A total of a register with the parts it is made of: they add up to it, unless `over` says by how much they are more. */
export interface SumLine {
  readonly total: Figure
  readonly parts: readonly SumPart[]
  /** Null when the parts are no more than the total. */
  readonly over: Decimal | null
  /** What else is told of the same rows and is no part: a rate, those that are late. */
  readonly beside: readonly Figure[]
}

interface Wanted {
  readonly total: string
  readonly parts?: readonly (readonly [id: string, label: string])[]
  /** What is left of the total is called; without it a total that its parts do not reach is an error of ours. */
  readonly rest?: string
  readonly beside?: readonly string[]
}

/** The totals at the foot of a register, made of the very figures the overview and the notice show. None for an empty register. */
export const sumLines = (register: RegisterKey, figures: readonly Figure[]): readonly SumLine[] => {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  return wantedOf(register, figures).flatMap(({ total: totalId, parts = [], rest, beside = [] }): readonly SumLine[] => {
    const total = byId.get(totalId)
    // Nobody told the total: what is told beside it stands alone.
    if (!total)
      return [...parts.map(([id]) => id), ...beside].flatMap((id) => {
        const alone = byId.get(id)
        return alone ? [{ total: alone, parts: [], over: null, beside: [] }] : []
      })
    const named = parts.flatMap(([id, label]): readonly SumPart[] => {
      const figure = byId.get(id)
      return figure ? [{ label, value: figure.value, figure }] : []
    })
    const left = differenceOf(total.value, sumOf(named.map(({ value }) => value)))
    const sign = compareDecimals(left, ZERO)
    const isShort = sign > 0 && named.length > 0 && rest !== undefined
    return [
      {
        total,
        parts: isShort ? [...named, { label: rest, value: left, figure: null }] : named,
        over: sign < 0 ? differenceOf(ZERO, left) : null,
        beside: beside.flatMap((id) => byId.get(id) ?? []),
      },
    ]
  })
}

/** 26 = 1 + 4 + 2 + 4 + 15; the total alone where it has no parts. Where the parts are more than the total, what they come to. */
export const printSum = ({ total, parts, over }: SumLine): string => {
  if (parts.length === 0) return total.value
  const terms = parts.map(({ value }) => value).join(' + ')
  return over === null ? `${total.value} = ${terms}` : `${terms} = ${sumOf(parts.map(({ value }) => value))}`
}

const wantedOf = (register: RegisterKey, figures: readonly Figure[]): readonly Wanted[] => {
  switch (register) {
    case 'accountability':
      return COUNT_UNITS.flatMap((unit) => accountabilityWanted(unit, figures))
    case 'leads':
      return LEAD_KINDS.map((kind) => ({
        total: `leads.${kind}.received`,
        parts: [
          [`leads.${kind}.closed`, kind === 'case' ? '了结' : '办结'],
          [`leads.${kind}.inProgress`, '在办'],
        ],
        rest: '未写明是否办结',
        beside: [`leads.${kind}.closedRate`, `leads.${kind}.duplicates`, `leads.${kind}.overdue`],
      }))
    case 'regulations':
      return [
        {
          total: 'regulations.total',
          parts: [
            ['regulations.made', '制定'],
            ['regulations.revised', '修订'],
            ['regulations.unspecified', '未注明'],
          ],
          beside: ['regulations.abolished'],
        },
      ]
    case 'money':
      return [
        {
          total: 'money.returnedAndCollected',
          parts: [
            ['money.returned', '清退追缴'],
            ['money.collected', '追缴'],
          ],
        },
        { total: 'money.recovered' },
      ]
    case 'outcomes':
      return (['extended', 'special', 'other'] as const).map((kind) => ({ total: `outcomes.${kind}` }))
    case 'meetings':
      return [
        {
          total: 'meetings.total',
          parts: Object.entries(MEETING_BODY_WORDS).map(([body, word]) => [`meetings.${body}`, word] as const),
        },
      ]
    case 'supervisions':
      return [{ total: 'supervisions.total' }]
    case 'notices':
      return [
        {
          total: 'supervisionNotices.issued',
          parts: Object.entries(SUPERVISION_NOTICE_WORDS).map(
            ([kind, word]) => [`supervisionNotices.${kind}.issued`, word] as const,
          ),
        },
        ...['', ...Object.keys(SUPERVISION_NOTICE_WORDS).map((kind) => `${kind}.`)].map((kind) => ({
          total: `supervisionNotices.${kind}issued`,
          parts: [[`supervisionNotices.${kind}replied`, '已回复'] as const],
          rest: '未回复',
          beside: [`supervisionNotices.${kind}overdue`],
        })),
      ]
    case 'blocks':
      return []
  }
}

const accountabilityWanted = (unit: (typeof COUNT_UNITS)[number], figures: readonly Figure[]): readonly Wanted[] => {
  const idOf = (category: string, what: string): string => `accountability.${category}.${what}.${unit}`
  const ofCategories = (categories: readonly (typeof ACCOUNTABILITY_CATEGORIES)[number][]) =>
    categories.map((category) => [idOf(category, 'total'), ACCOUNTABILITY_WORDS[category]] as const)
  return [
    { total: idOf('all', 'total'), parts: ofCategories(ACCOUNTABILITY_CATEGORIES) },
    { total: idOf('discipline', 'total'), parts: ofCategories(['party', 'government', 'combined']) },
    ...ACCOUNTABILITY_CATEGORIES.map((category) => ({
      total: idOf(category, 'total'),
      parts: figures.flatMap(({ id, label }) =>
        id.startsWith(`accountability.${category}.`) && id.endsWith(`.${unit}`) && id !== idOf(category, 'total')
          ? [[id, label.slice(label.indexOf('—') + 1)] as const]
          : [],
      ),
      rest: '未分处理方式',
    })),
  ]
}

/** What some lines of a register come to, in a few words: 问责处理合计 5 人、2 人次. For a heading over them. */
export const printTotals = (register: RegisterKey, figures: readonly Figure[]): string => {
  const totals = sumLines(register, figures).filter(({ total }) => TOPS.some((top) => top.test(total.id)))
  return [...new Set(totals.map(({ total }) => `${total.label} ${total.value} ${total.unit}`))].join('，')
}

const TOPS: readonly RegExp[] = [
  /^accountability\.all\./,
  /^leads\.\w+\.received$/,
  /^regulations\.(?:total|abolished)$/,
  /^money\./,
  /^outcomes\./,
  /^meetings\.total$/,
  /^supervisions\.total$/,
  /^supervisionNotices\.issued$/,
]

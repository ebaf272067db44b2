import { compareDecimals, percentOf, sumOf, ZERO } from '../base/decimal.ts'
import { printToken } from '../domain/figure-tokens.ts'
import type { Figure } from '../domain/figures/figure.ts'
import type { NoticePart } from '../domain/records/notice-records.ts'
import { type SumLine, type SumPart, sumLines } from '../domain/registers/sum-lines.ts'
import { type Figures, restId } from './notice-figures.ts'

/**
 * What the registers say, in the genre's words and with live tokens: paragraphs separated by line feeds, '' where they hold nothing. Only
 * what exists is told. Parts in brackets come to the total before them, or are not told; 人 and 人次 have clauses of their own.
 */
export const registerText = (part: NoticePart, figures: Figures): string => {
  const told =
    part === 'arrangement'
      ? [activities(figures), progressOfProblems(figures)]
      : part === 'dealing'
        ? [leads(figures), accountability(figures)]
        : [leads(figures), accountability(figures), outcomes(figures)]
  return told.filter((text) => text !== '').join('\n')
}

const token = (id: string): string => printToken({ figureId: id, digits: null })

/** The figures of a register as sums, by the id of the total. */
const linesOf = (register: Parameters<typeof sumLines>[0], figures: Figures): ReadonlyMap<string, SumLine> =>
  new Map(sumLines(register, [...figures.values()]).map((line) => [line.total.id, line]))

const isSome = (figure: Figure | undefined): figure is Figure => figure !== undefined && compareDecimals(figure.value, ZERO) > 0

/** A sentence of clauses; '' for none. */
const sentence = (clauses: readonly string[], between = '，'): string => {
  const told = clauses.filter((clause) => clause !== '')
  return told.length === 0 ? '' : `${told.join(between)}。`
}

/** 12人（其中警告7人、严重警告5人）, 3人（均为警告）: the parts only where they come to the total and say something. */
const total = (line: SumLine, unit: string): string => {
  const parts = partsOf(line)
  const [only, ...others] = parts
  const whole = `${token(line.total.id)}${unit}`
  if (!only) return whole
  if (others.length === 0) return only.isNamed ? `${whole}（均为${only.label}）` : whole
  return `${whole}（其中${parts.map((part) => `${part.label}${token(part.id)}${unit}`).join('、')}）`
}

interface ToldPart {
  readonly label: string
  readonly id: string
  /** It says what they are, and not that nobody told. */
  readonly isNamed: boolean
}

const partsOf = ({ total, parts, over }: SumLine): readonly ToldPart[] => {
  const told = parts.filter(({ value }) => compareDecimals(value, ZERO) > 0)
  const comes = over === null && compareDecimals(sumOf(told.map(({ value }) => value)), total.value) === 0
  if (!comes) return []
  return told.map(({ label, figure }: SumPart) => ({
    label: label === '未分处理方式' ? '未注明方式' : label,
    id: figure?.id ?? restId(total.id),
    isNamed: figure !== null && label !== '未注明',
  }))
}

const activities = (figures: Figures): string => {
  const meetings = linesOf('meetings', figures).get('meetings.total')
  const supervisions = figures.get('supervisions.total')
  const issued = linesOf('notices', figures).get('supervisionNotices.issued')
  return sentence([
    meetings && isSome(meetings.total) ? `召开整改工作会议${total(meetings, '次')}` : '',
    isSome(supervisions) ? `开展督查${token(supervisions.id)}次` : '',
    issued && isSome(issued.total) ? `印发督办文书${total(issued, '份')}` : '',
  ])
}

/** 36个问题中，已完成24个（其中长期坚持7个），基本完成5个，正在整改7个，完成率66.67%。 Nothing where no status was told. */
const progressOfProblems = (figures: Figures, prefix = 'problems', head = ''): string => {
  const [all, unstated, sustained, rate] = ['total', 'unstated', 'sustained', 'doneRate'].map((id) =>
    figures.get(`${prefix}.${id}`),
  )
  if (!isSome(all) || (unstated && unstated.value === all.value)) return ''
  const clause = (id: string, words: string, behind = ''): string => {
    const figure = figures.get(`${prefix}.${id}`)
    return isSome(figure) ? `${words}${token(figure.id)}个${behind}` : ''
  }
  const kept = isSome(sustained) ? `（其中长期坚持${token(sustained.id)}个）` : ''
  return sentence([
    `${head}${token(all.id)}个问题中`,
    clause('done', '已完成', kept),
    clause('basicallyDone', '基本完成'),
    clause('open', '正在整改'),
    clause('unstated', '尚未注明状态'),
    isSome(rate) ? `完成率${token(rate.id)}%` : '',
  ])
}

/** The text a person begins with under the heading of a 类别, with live tokens; '' where nothing is told of it. */
export const draftSection = (categoryId: string, figures: Figures): string =>
  progressOfProblems(figures, `problems.byCategory.${categoryId}`, '本部分')

/** 收到移交信访件86件，办结82件，办结率95.35%；… */
const leads = (figures: Figures): string =>
  sentence(
    [
      leadClause(figures, 'letter', '收到移交信访件', '办结'),
      leadClause(figures, 'clue', '收到移交问题线索', '办结'),
      leadClause(figures, 'case', '立案', '了结'),
    ],
    '；',
  )

const leadClause = (figures: Figures, kind: 'letter' | 'clue' | 'case', words: string, closedWords: string): string => {
  const [received, closed, inProgress, rate] = ['received', 'closed', 'inProgress', 'closedRate'].map((id) =>
    figures.get(`leads.${kind}.${id}`),
  )
  if (!isSome(received)) return ''
  const isWithin = closed !== undefined && compareDecimals(closed.value, received.value) <= 0
  const isAll =
    isWithin && inProgress !== undefined && compareDecimals(sumOf([closed.value, inProgress.value]), received.value) === 0
  const isItsRate = isWithin && rate?.value === percentOf(closed.value, received.value, 2)
  return sentenceless([
    `${words}${token(received.id)}件`,
    isWithin ? `${closedWords}${token(closed.id)}件` : '',
    isAll && isSome(inProgress) ? `在办${token(inProgress.id)}件` : '',
    isItsRate && rate && kind !== 'case' ? `办结率${token(rate.id)}%` : '',
  ])
}

const sentenceless = (clauses: readonly string[]): string => clauses.filter((clause) => clause !== '').join('，')

const CATEGORY_WORDS = [
  ['party', '给予党纪处分'],
  ['government', '给予政务处分'],
  ['combined', '给予党纪政务处分'],
  ['judicial', '移送司法机关'],
  ['organisational', '给予组织处理'],
  ['admonition', '诫勉'],
  ['talk', '谈话提醒等'],
] as const

/** 给予党纪处分12人（其中警告7人、严重警告5人）；诫勉14人次。 */
const accountability = (figures: Figures): string => {
  const lines = linesOf('accountability', figures)
  const clauses = CATEGORY_WORDS.flatMap(([category, words]) =>
    (
      [
        ['persons', '人'],
        ['personTimes', '人次'],
      ] as const
    ).map(([unit, word]) => {
      const line = lines.get(`accountability.${category}.total.${unit}`)
      if (!line || !isSome(line.total)) return ''
      // 诫勉 and 移送司法机关 are measures themselves: a part of the same name tells nothing.
      const isBare = category === 'admonition' || category === 'judicial'
      return `${words}${isBare ? token(line.total.id) + word : total(line, word)}`
    }),
  )
  return sentence(clauses, '；')
}

/** 新建和修订制度16项（其中制定12项、修订4项），清退资金308.6万元，挽回经济损失254.5万元。 */
const outcomes = (figures: Figures): string => {
  const regulations = linesOf('regulations', figures).get('regulations.total')
  const money = (id: string, words: string): string => {
    const figure = figures.get(`money.${id}`)
    return isSome(figure) ? `${words}${token(figure.id)}万元` : ''
  }
  return sentence([
    regulations && isSome(regulations.total) ? `制定和修订制度${total(regulations, '项')}` : '',
    money('returned', '清退追缴资金'),
    money('collected', '追缴资金'),
    money('recovered', '挽回经济损失'),
  ])
}

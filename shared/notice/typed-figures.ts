import { compareDecimals, type Decimal, digitsBehindPoint, parseDecimal, roundedText } from '../base/decimal.ts'
import { foldWidth } from '../base/text.ts'
import type { NoticeModel } from './model.ts'
import type { Figures } from './notice-figures.ts'

/** A number that somebody typed where the words around it name a figure of the ledger for certain. */
export interface TypedFigure {
  /** The line of the model, and where in its text (UTF-16). */
  readonly line: number
  readonly start: number
  readonly end: number
  readonly blockId: string
  readonly figureId: string
  readonly label: string
  readonly stated: string
  /** What the ledger says, with the digits that were typed. */
  readonly value: string
  readonly agrees: boolean
}

/**
 * The typed numbers of a notice's own text that name a figure of the registers or of the problems as a whole. What is said of single
 * problems is their own matter; words that may mean something else (共召开会议若干次 of one unit) are not taken.
 */
export const typedFigures = (model: NoticeModel, figures: Figures): readonly TypedFigure[] =>
  model.lines.flatMap(({ text, blockId, spans = [] }, line) => {
    if (blockId === undefined) return []
    const isToken = (at: number): boolean => spans.some(({ of, start, end }) => of === 'text' && at >= start && at < end)
    return figuresNamedIn(text, figures).flatMap((named) => (isToken(named.start) ? [] : [{ ...named, line, blockId }]))
  })

/** A number of a text whose words name a figure of the ledger, whether it agrees or not. */
export type NamedFigure = Omit<TypedFigure, 'line' | 'blockId'>

/** The numbers of a paragraph that name a figure of the registers or of the problems as a whole. */
export const figuresNamedIn = (text: string, figures: Figures): readonly NamedFigure[] => {
  const folded = foldWidth(text)
  const taken = new Set<number>()
  return WORDINGS.flatMap(({ figureIds, pattern, isCertain }) =>
    [...folded.matchAll(pattern)].flatMap((match): readonly NamedFigure[] => {
      const [whole, stated = '', unit = ''] = match
      const start = match.index + whole.indexOf(stated, numberAt(whole, stated, unit))
      const said = figureIds(unit).flatMap((id) => {
        const figure = figures.get(id)
        return figure ? [{ figure, value: roundedText(figure.value, digitsBehindPoint(stated)) }] : []
      })
      const found = said.find(({ value }) => isSame(stated, value)) ?? (isCertain ? said[0] : undefined)
      if (!found || taken.has(start)) return []
      taken.add(start)
      const { figure, value } = found
      const place = { start, end: start + stated.length }
      return [{ ...place, figureId: figure.id, label: figure.label, stated, value, agrees: isSame(stated, value) }]
    }),
  )
}

/** The number stands last but for its unit. */
const numberAt = (whole: string, stated: string, unit: string): number => whole.lastIndexOf(stated, whole.length - unit.length)

const isSame = (stated: string, value: string): boolean => {
  const number = parseDecimal(stated)
  return number.ok && compareDecimals(number.value, value as Decimal) === 0
}

interface Wording {
  /** The figures it may mean, the likeliest first: 问题 are counted as problems or as 整改事项. */
  readonly figureIds: (unit: string) => readonly string[]
  readonly pattern: RegExp
  /** What disagrees is wrong; otherwise the text may count more than the ledger holds (措施 nobody entered). */
  readonly isCertain: boolean
}

const of = (category: string) => (unit: string) => [
  `accountability.${category}.total.${unit === '人次' ? 'personTimes' : 'persons'}`,
]

const N = '(\\d+(?:\\.\\d+)?)'
/** 人 that is no 人次 and no part of a longer word. */
const PERSONS = '(人次|人)(?![数员均])'
const wording = (figureIds: string | readonly string[] | Wording['figureIds'], pattern: string, isCertain = true): Wording => ({
  figureIds: typeof figureIds === 'function' ? figureIds : () => (typeof figureIds === 'string' ? [figureIds] : figureIds),
  pattern: new RegExp(pattern, 'g'),
  isCertain,
})

/** What words say which figure. The first that names a number has it. */
const WORDINGS: readonly Wording[] = [
  wording(['problems.total', 'items.total'], `(?:指出|反馈|提出|梳理)[^,。;\\d]{0,12}(?:\\d+类)?(?:\\d+个方面)?的?${N}(个)问题`),
  wording(['problems.total', 'items.total'], `${N}(个)问题中`),
  wording('problems.basicallyDone', `基本完成(?:整改)?(?:问题)?${N}(个)`),
  wording('problems.sustained', `(?:并|其中|含)?[^,。;]{0,6}长期坚持${N}(个)`),
  wording('problems.done', `(?<!基本)(?:已经?)完成(?:整改)?(?:问题)?${N}(个)`),
  wording('problems.open', `正在整改(?:问题)?${N}(个)`),
  wording('problems.doneRate', `(?<!基本)(?:整改)?完成率(?:为|达|达到)?${N}(%)`),
  wording('measures.total', `(?:制定|细化|明确|提出)[^,。;\\d]{0,8}措施${N}(条|项)`, false),
  wording('leads.letter.received', `(?:移交|转来|转交|收到)[^,。;\\d]{0,8}信访件${N}(件)`),
  wording('leads.clue.received', `(?:移交|转来|转交|收到)[^,。;\\d]{0,10}问题线索${N}(件|条)`),
  wording('leads.case.received', `立案${N}(件)`),
  wording('accountability.combined.total.persons', `党纪政务处分${N}(人)(?!次)`),
  wording(of('party'), `(?<!政务)党纪处分${N}${PERSONS}`),
  wording(of('government'), `(?<!党纪)政务处分${N}${PERSONS}`),
  wording(of('organisational'), `组织处理${N}${PERSONS}`),
  wording(of('admonition'), `诫勉(?:谈话|处理)?${N}${PERSONS}`),
  wording(of('judicial'), `移送司法(?:机关)?${N}${PERSONS}`),
  wording('regulations.total', `(?:制定|建立|修订|完善|新建|出台)[^,。;\\d]{0,8}制度${N}(项|个)`),
  wording('money.returned', `清退(?:追缴)?(?:资金|款项)?${N}(万元)`),
  wording('money.recovered', `挽回(?:其他)?经济损失${N}(万元)`),
]

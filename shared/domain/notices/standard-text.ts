import { datePartsOf, type PlainDate, printChineseDate } from '../../base/plain-date.ts'
import type { Ledger } from '../ledger.ts'

/** What a standard paragraph may name of the inspection; null where the ledger does not know it. */
type Facts = Readonly<Record<string, string | null>>

/** The words that stand for what nobody has filled in yet; `notice.to-fill` finds them. */
export const TO_FILL = '〔待填〕'

const SLOT_NAMES = ['party', 'inspected', 'team', 'xun', 'kind', 'period', 'feedbackOn'] as const

/** {party} 整改单位, {inspected} 被巡视单位, {team} 巡视组, {xun} 巡视 or 巡察, {kind} 常规, {period} 进驻 to 离驻, {feedbackOn} 反馈日期. */
export const STANDARD_SLOTS: readonly string[] = SLOT_NAMES.map((name) => `{${name}}`)

export const inspectionFacts = ({ ledger, inspection }: Pick<Ledger, 'ledger' | 'inspection'>): Facts => {
  const spoken = [inspection.kind, inspection.team, inspection.level, ledger.title].join()
  const xun = spoken.includes('巡察') ? '巡察' : '巡视'
  const party = inspection.rectifyingParty ?? inspection.inspectedParty ?? TO_FILL
  return {
    party,
    inspected: inspection.inspectedParty ?? party,
    team: inspection.team ?? `${xun}组`,
    xun,
    kind: (inspection.kind ?? '').replace(/巡[视察]$/, ''),
    period: periodWords(inspection.periodFrom, inspection.periodTo),
    feedbackOn: inspection.feedbackOn === null ? null : printChineseDate(inspection.feedbackOn),
  } satisfies Record<(typeof SLOT_NAMES)[number], string | null>
}

/** A standard paragraph in the words of this inspection. A sentence that names what nobody knows is left out; a clause 时间， alone goes. */
export const fillStandard = (text: string, facts: Facts): string =>
  (text.match(/[^。\n]*[。\n]?/g) ?? [])
    .map((sentence) =>
      sentence.replace(/^\{(period|feedbackOn)\}，/, (whole, name: string) => (facts[name] === null ? '' : whole)),
    )
    .filter((sentence) => slotsIn(sentence).every((name) => facts[name] !== null))
    .join('')
    .replace(SLOT, (whole, name: string) => facts[name] ?? whole)

const SLOT = /\{(\w+)\}/g

const slotsIn = (text: string): readonly string[] => [...text.matchAll(SLOT)].map(([, name = '']) => name)

/** 2023年9月11日至11月10日: the year of the end only where it is another. */
const periodWords = (from: PlainDate | null, to: PlainDate | null): string | null => {
  if (from === null) return null
  if (to === null) return printChineseDate(from)
  const isOneYear = datePartsOf(from).year === datePartsOf(to).year
  return `${printChineseDate(from)}至${isOneYear ? printChineseDate(to).replace(/^\d+年/, '') : printChineseDate(to)}`
}

import { groupBy } from '../base/list.ts'
import { inOrder } from './arrangement.ts'
import type { LedgerRecords, NumberBlock, SupervisionNotice } from './records/record-kinds.ts'

/** What a 发文字号 is made of; null where it is not told yet. */
export interface DocumentNumber {
  readonly word: string | null
  readonly year: number | null
  readonly number: number | null
}

/** 青整督〔2024〕3号: full year in 六角括号, no 第 and no leading zero (GB/T 9704-2012, 7.2.5); null without a year or a number. */
export const printDocumentNumber = ({ word, year, number }: DocumentNumber): string | null =>
  year === null || number === null ? null : `${word ?? ''}〔${year}〕${number}号`

/** The documents that are numbered together: one 文种 of one 机关代字 in one year. */
export interface NumberSeries {
  readonly kind: SupervisionNotice['kind']
  readonly word: string | null
  readonly year: number
}

type Numbered = Pick<LedgerRecords, 'supervisionNotice' | 'numberBlock'>

export interface NumberProposal {
  readonly number: number
  /** Why it is not from the PC's own block: it was given none, or all of it is used; null when it is. */
  readonly outside: 'no-block' | 'used-up' | null
}

/**
 * The number the next document of a series takes on a PC: the first of its own blocks that nobody has taken; else one beyond all that are
 * taken or given to anybody, so that it meets no other PC's block. `pc` null has no block.
 */
export const proposeNumber = (records: Numbered, series: NumberSeries, pc: string | null): NumberProposal =>
  proposeBeside(takenIn(records, series), blocksOf(records, series), pc)

/** One document of a clash, and what to number it instead: null for the one that keeps its number. */
export interface ClashingNotice {
  readonly notice: SupervisionNotice
  readonly proposal: number | null
}

/**
 * Documents that carry one number, as a merge may leave them. A printed one keeps it: it is on paper elsewhere. Of none printed the first in
 * order does, the same on every PC. Two printed ones have no proposal: a person must withdraw one.
 */
export interface NumberClash {
  readonly series: NumberSeries
  readonly number: number
  readonly notices: readonly ClashingNotice[]
  readonly printed: number
}

/** Every clash, in the order of its first document. Proposals are made for `pc`, and no two of them are the same. */
export const numberClashes = (records: Numbered, pc: string | null): readonly NumberClash[] => {
  const proposed = new Map<string, number[]>()
  return [...groupBy(inOrder(records.supervisionNotice), (notice) => keyOf(notice))].flatMap(([key, notices]): NumberClash[] => {
    const [{ kind, word, year, number } = NOBODY] = notices
    if (key === null || notices.length < 2 || year === null || number === null) return []
    const series: NumberSeries = { kind, word, year }
    const printed = notices.filter(isPrinted)
    const kept = printed.length > 0 ? printed : notices.slice(0, 1)
    const given = proposed.get(seriesKey(series)) ?? []
    proposed.set(seriesKey(series), given)
    const clashing = notices.map((notice): ClashingNotice => {
      if (kept.includes(notice)) return { notice, proposal: null }
      const taken = new Set([...takenIn(records, series), ...given])
      const proposal = proposeBeside(taken, blocksOf(records, series), pc).number
      given.push(proposal)
      return { notice, proposal }
    })
    return [{ series, number, notices: clashing, printed: printed.length }]
  })
}

/** On paper its number stands for ever. */
export const isPrinted = ({ printedOn }: Pick<SupervisionNotice, 'printedOn'>): boolean => printedOn !== null

/** Blocks that hold a number in common, of whichever PCs: neither may be used before a person has cut one. */
export const overlappingBlocks = (blocks: readonly NumberBlock[]): readonly (readonly [NumberBlock, NumberBlock])[] =>
  inOrder(blocks).flatMap((a, i, row) => row.slice(i + 1).flatMap((b) => (overlap(a, b) ? [[a, b] as const] : [])))

/** Do two blocks of one series of years and kinds hold a number in common? */
export const overlap = (a: NumberRange, b: NumberRange): boolean => {
  const [fromA, toA, fromB, toB] = [a.from, a.to, b.from, b.to]
  if (fromA === null || toA === null || fromB === null || toB === null) return false
  return a.kind === b.kind && a.year === b.year && fromA <= toB && fromB <= toA
}

type NumberRange = Pick<NumberBlock, 'kind' | 'year' | 'from' | 'to'>

const NOBODY = { kind: 'handling', word: null, year: null, number: null } as const

const seriesKey = ({ kind, word, year }: NumberSeries): string => `${kind} ${year} ${word ?? ''}`

const keyOf = ({ kind, word, year, number }: SupervisionNotice): string | null =>
  year === null || number === null ? null : `${seriesKey({ kind, word, year })} ${number}`

const takenIn = (records: Numbered, series: NumberSeries): ReadonlySet<number> =>
  new Set(
    records.supervisionNotice.flatMap((notice) =>
      notice.year !== null && notice.number !== null && seriesKey({ ...notice, year: notice.year }) === seriesKey(series)
        ? [notice.number]
        : [],
    ),
  )

const blocksOf = (records: Numbered, { kind, year }: NumberSeries): readonly NumberBlock[] =>
  inOrder(records.numberBlock).filter((block) => block.kind === kind && block.year === year)

const proposeBeside = (taken: ReadonlySet<number>, blocks: readonly NumberBlock[], pc: string | null): NumberProposal => {
  const own = pc === null ? [] : blocks.filter((block) => block.pc === pc)
  for (const { from, to } of own) {
    const first = Math.max(1, from ?? 1)
    // One more try than numbers are taken finds a free one.
    const last = Math.min(to ?? 0, first + taken.size)
    for (let n = first; n <= last; n++) if (!taken.has(n)) return { number: n, outside: null }
  }
  const beyond = [...taken, ...blocks.map(({ to }) => to ?? 0)].reduce((most, n) => Math.max(most, n), 0)
  return { number: beyond + 1, outside: own.length === 0 ? 'no-block' : 'used-up' }
}

import { parseChineseNumeral } from '../base/chinese-numerals.ts'
import type { SourceLine } from './lines.ts'

/** A count a notice states of itself: 38个问题, 制定整改措施189条, 已完成18项. */
export interface StatedCount {
  readonly of: 'problems' | 'measures' | 'done' | 'open' | 'basicallyDone' | 'sustained'
  readonly words: string
  readonly stated: number
  readonly start: number
  readonly end: number
}

/** Is this a count of problems of one status? */
export const isCountByStatus = (count: StatedCount): boolean => ['done', 'open', 'basicallyDone', 'sustained'].includes(count.of)

/** Finds counts about the whole in the paragraphs that speak of the whole. Counts of parts (其中…) are left to the number check. */
export const findStatedCounts = (lines: readonly SourceLine[]): readonly StatedCount[] => {
  const seen = new Set<string>()
  const found = lines.flatMap((line) =>
    PATTERNS.flatMap(([of, words, pattern]) =>
      [...line.folded.matchAll(pattern)].flatMap((match): readonly StatedCount[] => {
        const digits = match[1] ?? ''
        const at = match.index + match[0].indexOf(digits)
        const stated = numberOf(digits)
        return stated === null ? [] : [{ of, words, stated, start: line.start + at, end: line.start + at + digits.length }]
      }),
    ),
  )
  // Two patterns may see one number.
  return found.filter(({ of, start }) => !seen.has(`${of} ${start}`) && seen.add(`${of} ${start}`))
}

const numberOf = (digits: string): number | null =>
  /^\d/.test(digits) ? Number(digits.replace(/,/g, '')) : parseChineseNumeral(digits)

/** 38, 1,002, 三十八; a lone numeral is left out: 一个问题 is mostly no count. */
const N = '(\\d{1,3}(?:,\\d{3})+|\\d{1,5}|[一二三四五六七八九十百千零]{2,9})'
const PART = '(?!月|乡|村|工作|项目|方面)'
const pattern = (before: string, after: string): RegExp => new RegExp(before + N + after, 'g')

const PATTERNS: readonly (readonly [StatedCount['of'], string, RegExp])[] = [
  ['problems', '问题', pattern('(?:(?:反馈|指出|梳理)(?:意见)?(?:的|出)?|方面的?|将|对|共)', '个问题(?!线索)')],
  ['problems', '问题', pattern('(?:反馈|指出)的?(?:具体)?问题', '[个条](?!线索)')],
  ['problems', '问题', pattern('(?:^|[。,;])', '个问题中,')],
  ['problems', '整改任务', pattern('', '项整改任务')],
  ['problems', '反馈意见', pattern('', '条(?:巡[视察])?反馈意见')],
  ['measures', '整改措施', pattern('(?:整改(?:细化)?(?:措施|举措))', '[条项个]')],
  ['measures', '整改措施', pattern('', '[条项个](?:具体)?(?:整改)(?:细化)?(?:措施|举措)')],
  ['done', '已完成', pattern('(?:已|按期|如期)(?:全部|全面)?完成(?:整改)?', `[项个]${PART}`)],
  ['done', '已完成', pattern('(?<!基本|未|需|应|将|拟|前|内)(?:整改完成|完成整改|整改到位)', `[项个]${PART}`)],
  ['done', '已完成', pattern('', '个(?:问题)?(?:已|已经|均已)(?:全部|按期)?(?:完成整改|整改完成|整改到位|完成)(?!\\d)')],
  ['open', '正在整改', pattern('正在(?:整改|推进|进行)(?:的)?(?:事项|任务|问题)?', `[项个]${PART}`)],
  ['open', '未完成', pattern('(?:未完成|未整改到位|未整改完成)(?:整改)?(?:的)?(?:事项|任务|问题)?', `[项个]${PART}`)],
  ['open', '未整改', pattern('(?:未整改|未启动整改|未启动)(?:的)?(?:事项|任务|问题)?', `[项个]${PART}`)],
  ['open', '正在整改', pattern('', '个(?:问题)?正在(?:整改|推进|进行)')],
  ['basicallyDone', '基本完成', pattern('基本完成(?:整改)?', `[项个]${PART}`)],
  ['basicallyDone', '基本完成', pattern('', '个(?:问题)?(?:已)?基本完成')],
  ['sustained', '长期坚持', pattern('完成并长期坚持', '[项个]')],
]

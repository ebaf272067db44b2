import type { SourceLine } from './lines.ts'

/** A count a notice states of itself: 38个问题, 制定整改措施189条, 已完成18项. */
export interface StatedCount {
  readonly of: 'problems' | 'measures' | 'done' | 'open' | 'basicallyDone' | 'sustained'
  readonly words: string
  readonly stated: number
  readonly start: number
  readonly end: number
}

/** Finds counts about the whole in the paragraphs that speak of the whole. Counts of parts (其中…) are left to the number check. */
export const findStatedCounts = (lines: readonly SourceLine[]): readonly StatedCount[] =>
  lines.flatMap((line) =>
    PATTERNS.flatMap(([of, words, pattern]) =>
      [...line.folded.matchAll(pattern)].map((match) => {
        const at = match.index + match[0].indexOf(match[1] ?? '')
        return { of, words, stated: Number(match[1]), start: line.start + at, end: line.start + at + (match[1]?.length ?? 0) }
      }),
    ),
  )

const PATTERNS: readonly (readonly [StatedCount['of'], string, RegExp])[] = [
  ['problems', '问题', /(?:(?:反馈|指出|梳理)(?:意见)?(?:的|出)?|方面的?|将|对|共)(\d{1,3})个问题(?!线索)/g],
  ['problems', '整改任务', /(\d{1,3})项整改任务/g],
  ['problems', '反馈意见', /(\d{1,3})条(?:巡[视察])?反馈意见/g],
  ['measures', '整改措施', /(?:整改(?:细化)?(?:措施|举措))(\d{1,4})[条项个]/g],
  ['measures', '整改措施', /(\d{1,4})[条项个](?:具体)?(?:整改)(?:细化)?(?:措施|举措)/g],
  ['done', '已完成', /(?:已|按期|如期)完成(\d{1,3})[项个](?!月|乡|村|工作|项目)/g],
  ['open', '正在整改', /正在整改(?:事项|任务|问题)?(\d{1,3})[项个]/g],
  ['basicallyDone', '基本完成', /基本完成(\d{1,3})[项个]/g],
  ['sustained', '长期坚持', /完成并长期坚持(\d{1,3})[项个]/g],
]

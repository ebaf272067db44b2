import { KIND_REASONS, type KindReason } from '../messages/feedback.ts'
import { namesShortcoming } from './feedback/clauses.ts'
import { asksForWork, sectionOf } from './feedback/lines-of-feedback.ts'
import { readLineMark } from './feedback/piece-marks.ts'
import { matchHeading } from './heading-form.ts'
import { readLabel } from './labels.ts'
import { restOfLine, type SourceLine, splitLines } from './lines.ts'

/** `feedback` 巡视巡察反馈意见: problems without answers · `notice` 整改情况通报 or 进展报告: problems with answers. */
export const TEXT_KINDS = ['feedback', 'notice'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

/** What a text is taken for, and why. */
export interface TextKindReading {
  readonly kind: TextKind
  /** Nearly as much speaks for the other kind, or nothing for either: a person should look. */
  readonly isDoubtful: boolean
  /** Sentences for a person, the strongest first. */
  readonly reasons: readonly string[]
}

/** Tells 反馈意见 from 通报 by what only one of them has. A text that shows nothing of either is read as 通报. */
export const kindOfText = (text: string): TextKindReading => {
  const lines = splitLines(text)
  const found = EVIDENCE.map((evidence) => ({ ...evidence, times: evidence.count(lines) })).filter(({ times }) => times > 0)
  const scoreOf = (kind: TextKind): number =>
    found
      .filter((evidence) => evidence.kind === kind)
      .reduce((sum, { weight, times, most }) => sum + weight * Math.min(times, most), 0)
  const [feedback, notice] = [scoreOf('feedback'), scoreOf('notice')]
  const kind = feedback > notice ? 'feedback' : 'notice'
  const reasons = found
    .filter((evidence) => evidence.kind === kind)
    .sort((a, b) => b.weight * Math.min(b.times, b.most) - a.weight * Math.min(a.times, a.most))
    .map(({ reason, times }) => KIND_REASONS[reason](times))
  return {
    kind,
    isDoubtful: Math.abs(feedback - notice) < CLEAR,
    reasons: reasons.length > 0 ? reasons : [KIND_REASONS.nothing(0)],
  }
}

/** How much more must speak for one kind than for the other. */
const CLEAR = 3

interface Evidence {
  readonly kind: TextKind
  readonly reason: KindReason
  readonly weight: number
  /** How often it counts. */
  readonly most: number
  readonly count: (lines: readonly SourceLine[]) => number
}

const times = (lines: readonly SourceLine[], test: (line: SourceLine) => boolean): number => lines.filter(test).length
const behindMark = (line: SourceLine): SourceLine => {
  const mark = readLineMark(line.folded)
  return mark ? restOfLine(line, mark.length) : line
}
const isShort = (line: SourceLine): boolean => line.text.length <= 80
const TOP = 8

const EVIDENCE: readonly Evidence[] = [
  {
    kind: 'feedback',
    reason: 'title',
    weight: 4,
    most: 1,
    count: (lines) =>
      times(
        lines.slice(0, TOP),
        (line) => isShort(line) && /反馈(?:意见)?(?:的函)?$/.test(line.folded) && !/整改/.test(line.folded),
      ),
  },
  {
    kind: 'feedback',
    reason: 'opening',
    weight: 3,
    most: 1,
    count: (lines) =>
      times(lines.slice(0, TOP * 2), ({ folded }) => /现(?:[将就把][^。]{0,60})?反馈(?:如下|给你|意见)/.test(folded)),
  },
  {
    kind: 'feedback',
    reason: 'found',
    weight: 1,
    most: 2,
    count: (lines) => times(lines, ({ folded }) => /^(?:.{0,12})?(?:巡[视察]|检查)(?:组)?(?:发现|认为|指出)/.test(folded)),
  },
  {
    kind: 'feedback',
    reason: 'advice',
    weight: 2,
    most: 1,
    count: (lines) =>
      times(lines, (line) => {
        const rest = behindMark(line)
        return rest !== line && isShort(rest) && sectionOf(rest.folded) === 'advice' && !/下一步/.test(rest.folded)
      }),
  },
  {
    kind: 'feedback',
    reason: 'asks',
    weight: 2,
    most: 1,
    count: (lines) => times(lines, ({ folded }) => asksForWork(folded) || /(?:日|月)内[^。]{0,12}(?:报送|制定)/.test(folded)),
  },
  {
    kind: 'feedback',
    reason: 'shortcomings',
    weight: 0.5,
    most: 6,
    count: (lines) =>
      times(lines, (line) => {
        const rest = behindMark(line)
        const head = rest.folded.split('。')[0] ?? ''
        return rest !== line && head.length <= 60 && namesShortcoming(head) && !/整改(?:情况|进展|落实)|的整改$/.test(head)
      }),
  },
  { kind: 'notice', reason: 'labels', weight: 2, most: 4, count: (lines) => times(lines, (line) => isAnswerLabel(line.folded)) },
  {
    kind: 'notice',
    reason: 'headings',
    weight: 1.5,
    most: 5,
    count: (lines) => times(lines, (line) => /整改/.test(line.folded) && matchHeading(behindMark(line)) !== null),
  },
  {
    kind: 'notice',
    reason: 'noticeTitle',
    weight: 4,
    most: 1,
    count: (lines) =>
      times(lines.slice(0, TOP), (line) => isShort(line) && /整改.{0,20}(?:通报|报告|公告|公示|情况|台账)$/.test(line.folded)),
  },
  {
    kind: 'notice',
    reason: 'announced',
    weight: 2,
    most: 1,
    count: (lines) =>
      times(lines.slice(0, TOP * 2), ({ folded }) =>
        /现[将就把][^。]{0,40}整改[^。]{0,40}(?:通报|公布|报告|公开|汇报)/.test(folded),
      ),
  },
  {
    kind: 'notice',
    reason: 'done',
    weight: 0.5,
    most: 6,
    count: (lines) =>
      times(lines, ({ folded }) =>
        /(?:已|基本|全部)(?:按期)?(?:完成整改|整改完成|整改到位|完成销号)|正在整改|整改完成率/.test(folded),
      ),
  },
]

const isAnswerLabel = (folded: string): boolean => {
  const label = readLabel(folded)
  return label !== null && ['account', 'measures', 'progress', 'result', 'status'].includes(label.meaning)
}

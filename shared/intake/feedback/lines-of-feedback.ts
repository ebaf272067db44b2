import type { SourceLine } from '../lines.ts'
import { isAspectName, namesShortcoming } from './clauses.ts'
import { type LineMark, readLineMark } from './piece-marks.ts'

/** A heading or numbered line of a feedback, with what stands under it. */
export interface FeedbackItem {
  readonly line: SourceLine
  /** Null for an unnumbered heading over an aspect. */
  readonly mark: LineMark | null
  readonly body: readonly SourceLine[]
  readonly children: readonly FeedbackItem[]
}

export interface FeedbackLines {
  /** What stands before the first numbered line. */
  readonly preamble: readonly SourceLine[]
  readonly roots: readonly FeedbackItem[]
}

/** Puts lines under their marks; a bare 学习贯彻方面 is a heading too, above the numbers under it. */
export const readFeedbackLines = (lines: readonly SourceLine[]): FeedbackLines => {
  const preamble: SourceLine[] = []
  const roots: OpenItem[] = []
  const open: OpenItem[] = []
  for (const line of lines) {
    const mark = readLineMark(line.folded)
    const isBare = mark === null && line.text.length <= LONGEST_BARE && !/[。;,]/.test(line.folded) && isAspectName(line.folded)
    if (!mark && !isBare) {
      const home = open.at(-1)?.body ?? preamble
      home.push(line)
      continue
    }
    const rank = mark?.rank ?? (open[0] && open[0].mark !== null && isWrapper(open[0]) ? open[0].rank + 0.5 : 0.5)
    while ((open.at(-1)?.rank ?? 0) >= rank) open.pop()
    // A section beside the problems stands beside the bare headings over them, not under the last of these.
    if (mark !== null && sectionOf(headOf({ line, mark })) !== 'problems') while (open.at(-1)?.mark === null) open.pop()
    const item: OpenItem = { line, mark, rank, body: [], children: [] }
    const siblings = open.at(-1)?.children ?? roots
    siblings.push(item)
    open.push(item)
  }
  return { preamble, roots }
}

export type FeedbackSection = 'problems' | 'advice' | 'leads' | 'other'

/** What a section of a feedback is about, by its heading. */
export const sectionOf = (heading: string): FeedbackSection => {
  if (LEADS.test(heading) && !namesShortcoming(heading)) return 'leads'
  if ((ADVICE.test(heading) || CLOSING.test(heading)) && !namesShortcoming(heading)) return 'advice'
  return PRAISE.test(heading) && !namesShortcoming(heading) && !/问题$/.test(heading) ? 'other' : 'problems'
}

/** 二、巡察发现的主要问题: a heading over all problems, which is no 类别 itself. */
export const isWrapper = (item: Pick<FeedbackItem, 'line' | 'mark'>): boolean => {
  const heading = headOf(item)
  return heading.length <= LONGEST_BARE && WRAPPER.test(heading) && !isAspectName(heading)
}

/** The words of an item's first sentence, without its mark. */
export const headOf = ({ line, mark }: Pick<FeedbackItem, 'line' | 'mark'>): string =>
  line.folded.slice(mark?.length ?? 0).split('。')[0] ?? ''

/** Does an unnumbered paragraph ask for something, rather than tell of problems? */
export const asksForWork = (folded: string): boolean => CLOSING.test(folded)

/** Does a text tell of leads and letters that were passed on? */
export const tellsLeads = (folded: string): boolean => LEADS_TOLD.test(folded)

interface OpenItem extends FeedbackItem {
  readonly rank: number
  readonly body: SourceLine[]
  readonly children: OpenItem[]
}

const LONGEST_BARE = 40
const ADVICE =
  /(?:意见(?:和|与|及|、)?建议|整改(?:工作)?(?:的)?(?:意见|要求|建议)|(?:工作|有关|几点|主要|巡[视察])(?:意见|要求|建议)|^(?:意见|建议|要求)$|下一步(?:工作|整改))/
const LEADS = /(?:线索|信访)[^。]{0,12}(?:移交|处置|受理|办理|情况)|(?:移交|受理)[^。]{0,12}(?:线索|信访)/
const PRAISE =
  /总体(?:评价|情况|印象)|基本(?:情况|评价)|(?:主要|取得)(?:的)?(?:成效|成绩|做法|工作)|(?:巡[视察]|督察|工作)(?:工作)?(?:开展)?(?:基本)?(?:情况|概况)|^肯定|工作成效|特色亮点/
const WRAPPER =
  /(?:发现|存在|反馈|指出|查出)(?:着)?的?(?:主要|突出|具体|一些)?(?:问题|不足)(?:及表现|和不足|及具体表现|清单|情况)?[:。]?$|^(?:主要|突出|具体)(?:问题|不足)[:。]?$/
const CLOSING =
  /^(?:以上|上述)[^。]{0,30}(?:反馈|意见|问题)|^请[^。]{0,60}(?:整改|报送|研究|认真|落实)|收到(?:本)?(?:反馈|意见|此)[^。]{0,30}(?:内|起|后)|^(?:希望|望|要求)[^。]{0,24}(?:党组|党委|支部|党总支|工委|你们?|贵)|^(?:整改|意见)?(?:建议|要求|意见)\s*:|^(?:针对|对于?)(?:上述|以上|巡[视察](?:发现|反馈))[^。]{0,40}(?:建议|要求|提出|整改)/
const LEADS_TOLD =
  /(?:线索|信访(?:举报)?件?)[^。;]{0,30}(?:移交|转交|转有关|转由|交由|按(?:照)?(?:有关)?规定[^。;]{0,6}(?:转|交|处置))|(?:移交|收到|受理|转办)[^。;]{0,40}(?:问题线索|信访件|信访举报)/

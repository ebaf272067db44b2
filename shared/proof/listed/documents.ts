import { COUNT, countNamed } from '../counted.ts'
import type { ParagraphReading } from '../reading.ts'
import { NOTHING, type RuleResult } from '../rule.ts'
import { judged } from './listing.ts'

const TITLE = '《[^《》]*(?:《[^《》]*》[^《》]*)*》'
const NUMBERED = '(?:\\([^()]{1,24}\\))?'
const RUN = `(${TITLE}${NUMBERED}(?:(?:[、,和及与]|以及)?\\s?${TITLE}${NUMBERED})*)`
const PAPERS =
  '(?:项|个|份|部|件|套|种)(?:规章)?(?:制度|文件|办法|规定|方案|意见|机制|党内法规|法规|通知|细则|材料|清单|管理|工作|规范|措施|预案|规划|配套|长效|内控|重要|政策)'

const TITLES_THEN_COUNT = new RegExp(`${RUN}\\s?(等)?(?:共|共计|这)?${COUNT}${PAPERS}`, 'g')
const COUNT_THEN_TITLES = new RegExp(`${COUNT}${PAPERS}[^,。;:《\\d]{0,6}(?::|,(?:分别(?:是|为)|即|包括))${RUN}(等)?`, 'g')
const TITLES_THEN_NOUN = new RegExp(
  `${RUN}(等)?(?:[\\u4e00-\\u9fff]{0,4}(?:制度|文件|办法|规定|机制|方案|细则))${COUNT}(?:项|个|部|份|件|套)`,
  'g',
)

/** 《A》《B》等3项制度. */
export const documents = (paragraph: ParagraphReading): readonly RuleResult[] =>
  [...paragraph.folded.matchAll(TITLES_THEN_COUNT)].map((match) => {
    const [whole, run = '', open, words = ''] = match
    const count = countNamed(words)
    if (count === null) return NOTHING
    const start = match.index + whole.lastIndexOf(words, whole.length - 1)
    const at = match.index + run.length + whole.slice(run.length).indexOf(words)
    return judged(paragraph, {
      start: at >= 0 ? at : start,
      end: at + words.length + 1,
      count,
      shown: titlesIn(run),
      isOpen: open !== undefined,
    })
  })

/** 出台3项制度：《A》《B》《C》。 */
export const documentsBehind = (paragraph: ParagraphReading): readonly RuleResult[] =>
  [...paragraph.folded.matchAll(COUNT_THEN_TITLES)].map((match) => {
    const [, words = '', run = '', open] = match
    const count = countNamed(words)
    if (count === null) return NOTHING
    return judged(paragraph, {
      start: match.index,
      end: match.index + words.length + 1,
      count,
      shown: titlesIn(run),
      isOpen: open !== undefined,
    })
  })

/** 《A》《B》等制度3项. */
export const documentsThenNoun = (paragraph: ParagraphReading): readonly RuleResult[] =>
  [...paragraph.folded.matchAll(TITLES_THEN_NOUN)].map((match) => {
    const [whole, run = '', open, words = ''] = match
    const count = countNamed(words)
    if (count === null) return NOTHING
    const start = match.index + whole.length - words.length - 1
    return judged(paragraph, { start, end: start + words.length + 1, count, shown: titlesIn(run), isOpen: open !== undefined })
  })

/** The titles of a run; one inside another is a part of its name. */
const titlesIn = (run: string): number => {
  let [depth, count] = [0, 0]
  for (const c of run) {
    if (c === '《') {
      if (depth === 0) count += 1
      depth += 1
    } else if (c === '》') depth -= 1
  }
  return count
}

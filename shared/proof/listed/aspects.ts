import { COUNT, countNamed } from '../counted.ts'
import type { ParagraphReading } from '../reading.ts'
import { NOTHING, type RuleResult } from '../rule.ts'
import { isPair, judged, MOST_LISTED } from './listing.ts'

const ASPECT = '(?:领域|方面|环节|层面|专题|类别|重点领域|关键环节|重点)'
const ITEM = '[\\u4e00-\\u9fff“”]{2,14}'
const ITEMS_THEN_COUNT = new RegExp(`(${ITEM}(?:、${ITEM}){1,${MOST_LISTED}})(等)?${COUNT}(?:个|大)${ASPECT}`, 'g')
const COUNT_THEN_ITEMS = new RegExp(`${COUNT}(?:个|大)${ASPECT}:(${ITEM}(?:、${ITEM}){1,${MOST_LISTED}})(等)?(?=[,。;])`, 'g')

/** 工程建设、土地出让、政府采购3个领域. */
export const aspects = (paragraph: ParagraphReading): readonly RuleResult[] =>
  [...paragraph.folded.matchAll(ITEMS_THEN_COUNT)].map((match) => {
    const [whole, run = '', open, words = ''] = match
    const count = countNamed(words)
    if (count === null) return NOTHING
    const start = match.index + whole.indexOf(words, run.length)
    const least = run.split('、').length
    const shown = count === least + 1 && isPair(run.split('、').at(-1) ?? '') ? count : least
    return judged(paragraph, { start, end: start + words.length + 1, count, shown, isOpen: open !== undefined }, 'warning')
  })

/** 围绕3个方面：政治建设、作风建设、廉政建设，…. */
export const aspectsBehind = (paragraph: ParagraphReading): readonly RuleResult[] =>
  [...paragraph.folded.matchAll(COUNT_THEN_ITEMS)].map((match) => {
    const [, words = '', run = '', open] = match
    const count = countNamed(words)
    if (count === null) return NOTHING
    const place = { start: match.index, end: match.index + words.length + 1 }
    return judged(paragraph, { ...place, count, shown: run.split('、').length, isOpen: open !== undefined })
  })

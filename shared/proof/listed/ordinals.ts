import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { COUNT, countNamed } from '../counted.ts'
import { findingAt } from '../finding.ts'
import type { ParagraphReading } from '../reading.ts'
import { NOTHING, type RuleResult } from '../rule.ts'

const ORDINALS = '一二三四五六七八九十'
const TAKEN =
  '(?:项|个|条|方面|点|类)[^,。;:\\d]{0,12}(?:措施|举措|做法|方面|问题|工作|机制|办法|环节|步骤|任务|重点|行动|不足|差距|短板|原因|意见|要求|制度|建议|抓手|维度|层面|入手|着手|发力)?[^,。;:\\d]{0,6}[:,。]\\s?'
const COUNT_THEN_ORDINALS = new RegExp(`${COUNT}${TAKEN}(?=一是)`, 'g')

/** 采取4项措施：一是…二是…. */
export const ordinals = (paragraph: ParagraphReading): readonly RuleResult[] =>
  [...paragraph.folded.matchAll(COUNT_THEN_ORDINALS)].map((match) => {
    const [, words = ''] = match
    const count = countNamed(words)
    if (count === null) return NOTHING
    const from = match.index + match[0].length
    const shown = lastOrdinal(paragraph.folded.slice(from))
    const [start, end] = [match.index, match.index + words.length + 1]
    if (shown === count) return { checked: 1, findings: [] }
    const message = PROOF_SENTENCES.ordinals(paragraph.text.slice(start, end), shown)
    return {
      checked: 1,
      findings: [findingAt('count.shown', 'error', paragraph.text, { start, end }, { expected: String(shown), message })],
    }
  })

/** How far 一是…二是… runs before it begins anew. */
const lastOrdinal = (words: string): number => {
  let last = 0
  for (const match of words.matchAll(/(?<![一二三四五六七八九十第])([一二三四五六七八九十])是/g)) {
    const n = ORDINALS.indexOf(match[1] ?? '') + 1
    if (n === 1 && last > 0) break
    if (n > last) last = n
  }
  return last
}

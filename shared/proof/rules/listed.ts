import { COUNT, countNamed } from '../counted.ts'
import { aspects, aspectsBehind } from '../listed/aspects.ts'
import { documents, documentsBehind, documentsThenNoun } from '../listed/documents.ts'
import { judged } from '../listed/listing.ts'
import { days } from '../listed/meeting-days.ts'
import { names } from '../listed/names.ts'
import { ordinals } from '../listed/ordinals.ts'
import type { Reading } from '../reading.ts'
import { byParagraph, joined, NOTHING, type ProofRule, type RuleResult } from '../rule.ts'

/**
 * A count and what is listed beside it: 《A》《B》《C》3项制度, 张某、李某、王某等3人, 召开会议3次（3月1日、4月2日、5月6日）, 采取3项措施：一是…二是…
 * 三是…. Before 等 fewer may be listed than said, never more.
 */
export const listed = {
  id: 'count.shown',
  title: '所称数目与列出的相符',
  source: '常理：列出几项，就是几项；“等”字之前可以少列，不能多列',
  severity: 'error',
  examples: {
    wrong: '出台《会议制度》《学习制度》《考勤制度》2项制度。',
    right: '出台《会议制度》《学习制度》《考勤制度》3项制度。',
  },
  check: (reading) => joined([inParagraphs(reading), numberedBelow(reading)]),
} satisfies ProofRule

const inParagraphs = byParagraph((paragraph) => {
  if (!MAY_COUNT.test(paragraph.folded)) return NOTHING
  return joined([
    ...documents(paragraph),
    ...documentsBehind(paragraph),
    ...documentsThenNoun(paragraph),
    ...names(paragraph),
    ...aspects(paragraph),
    ...aspectsBehind(paragraph),
    ...ordinals(paragraph),
    ...days(paragraph),
  ])
})

/** Without one of these there is nothing to count. */
const MAY_COUNT = /[、》]|一是|日[和及]/

/** 主要存在3个问题：and the lines 1. 2. 3. below it. */
const numberedBelow = ({ paragraphs }: Reading): RuleResult => {
  const full = paragraphs.filter(({ reading }) => reading.text.trim() !== '')
  return joined(
    full.map(({ reading, start }, i) => {
      const match = NUMBERED_LEAD.exec(reading.folded.trimEnd())
      const style = full[i + 1]?.reading.mark?.style
      const count = countNamed(match?.[1] ?? '')
      if (!match || count === null || style === undefined || full[i + 1]?.reading.mark?.value !== 1) return NOTHING
      if (reading.mark?.style === style) return NOTHING
      let shown = 0
      for (const { reading: below } of full.slice(i + 1)) {
        if (below.mark === null) continue
        if (below.mark.style !== style || below.mark.value !== shown + 1) break
        shown += 1
      }
      if (shown < 2) return NOTHING
      const { checked, findings } = judged(reading, {
        start: match.index,
        end: match.index + (match[1]?.length ?? 0) + 1,
        count,
        shown,
        isOpen: false,
      })
      return {
        checked,
        findings: findings.map((finding) => ({ ...finding, start: finding.start + start, end: finding.end + start })),
      }
    }),
  )
}

const NUMBERED_LEAD = new RegExp(`${COUNT}(?:个|项|条|方面|点)[^,。;:\\d]{0,14}[:。]$`)

import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { COUNT, countNamed } from '../counted.ts'
import { findingAt } from '../finding.ts'
import type { ParagraphReading, Reading } from '../reading.ts'
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

interface Listing {
  readonly start: number
  readonly end: number
  readonly count: number
  readonly shown: number
  readonly isOpen: boolean
}

const judged = (
  paragraph: ParagraphReading,
  { start, end, count, shown, isOpen }: Listing,
  severity: 'error' | 'warning' = 'error',
): RuleResult => {
  if (shown === count || (isOpen && shown < count)) return { checked: 1, findings: [] }
  const stated = paragraph.text.slice(start, end)
  const message = isOpen ? PROOF_SENTENCES.listedOver(stated, shown) : PROOF_SENTENCES.listed(stated, shown)
  const facts = { expected: String(shown), formula: '', message }
  return { checked: 1, findings: [findingAt('count.shown', severity, paragraph.text, { start, end }, facts)] }
}

const TITLE = '《[^《》]*(?:《[^《》]*》[^《》]*)*》'
const NUMBERED = '(?:\\([^()]{1,24}\\))?'
const RUN = `(${TITLE}${NUMBERED}(?:(?:[、,和及与]|以及)?\\s?${TITLE}${NUMBERED})*)`
const PAPERS =
  '(?:项|个|份|部|件|套|种)(?:规章)?(?:制度|文件|办法|规定|方案|意见|机制|党内法规|法规|通知|细则|材料|清单|管理|工作|规范|措施|预案|规划|配套|长效|内控|重要|政策)'

/** 《A》《B》等3项制度. */
const documents = (paragraph: ParagraphReading): readonly RuleResult[] =>
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
const documentsBehind = (paragraph: ParagraphReading): readonly RuleResult[] =>
  [
    ...paragraph.folded.matchAll(
      new RegExp(`${COUNT}${PAPERS}[^,。;:《\\d]{0,6}(?::|,(?:分别(?:是|为)|即|包括))${RUN}(等)?`, 'g'),
    ),
  ].map((match) => {
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
const documentsThenNoun = (paragraph: ParagraphReading): readonly RuleResult[] =>
  [...paragraph.folded.matchAll(TITLES_THEN_NOUN)].map((match) => {
    const [whole, run = '', open, words = ''] = match
    const count = countNamed(words)
    if (count === null) return NOTHING
    const start = match.index + whole.length - words.length - 1
    return judged(paragraph, { start, end: start + words.length + 1, count, shown: titlesIn(run), isOpen: open !== undefined })
  })

const ASPECT = '(?:领域|方面|环节|层面|专题|类别|重点领域|关键环节|重点)'
const ITEM = '[\\u4e00-\\u9fff“”]{2,14}'

/** 工程建设、土地出让、政府采购3个领域. */
const aspects = (paragraph: ParagraphReading): readonly RuleResult[] =>
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
const aspectsBehind = (paragraph: ParagraphReading): readonly RuleResult[] =>
  [...paragraph.folded.matchAll(COUNT_THEN_ITEMS)].map((match) => {
    const [, words = '', run = '', open] = match
    const count = countNamed(words)
    if (count === null) return NOTHING
    const place = { start: match.index, end: match.index + words.length + 1 }
    return judged(paragraph, { ...place, count, shown: run.split('、').length, isOpen: open !== undefined })
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

const NAME = '[\\u4e00-\\u9fff]{2,4}'
const PLACE = '[\\u4e00-\\u9fff]{2,12}'

/** 张某、李某、王某等3人; 县委办、县府办和县财政局等3个部门. */
const names = (paragraph: ParagraphReading): readonly RuleResult[] => {
  const { folded } = paragraph
  const persons = PERSONS_THEN_COUNT
  const units = UNITS_THEN_COUNT
  return [
    ...[...folded.matchAll(persons)].filter((match) => !NO_NAMES.test(match[1] ?? '')),
    ...[...folded.matchAll(units)].filter((match) =>
      (match[1] ?? '')
        .replace(/^[对由向在经给]|等$/g, '')
        .split('、')
        .every((name) => UNIT_NAME.test(name)),
    ),
  ].map((match) => {
    const [whole, listed = '', behind, words = ''] = match
    // The last name may have taken the 等 for its own.
    const run = listed.replace(/等$/, '')
    const open = run === listed ? behind : '等'
    const count = countNamed(words)
    if (count === null) return NOTHING
    const start = match.index + whole.indexOf(words, listed.length)
    // 和 joins two names, or stands inside one (党史和地方志研究室): either way of counting will do.
    const least = run.split('、').length
    const most = least + (isPair(run.split('、').at(-1) ?? '') ? 1 : 0)
    const shown = count === most ? most : least
    const isOpen = open !== undefined
    // A list may begin before the words that were taken for its first name.
    const isWhole = /(?:^|[,。;:(])$/.test(folded.slice(0, match.index).trimEnd())
    if (!isOpen && shown < count && !isWhole) return NOTHING
    return judged(paragraph, { start, end: start + words.length + 1, count, shown, isOpen })
  })
}

/** 县府办和县财政局 are two, 和平镇 is one. */
const isPair = (last: string): boolean => /^[\u4e00-\u9fff]{2,}[和及][\u4e00-\u9fff]{2,}$/.test(last)

/** Names of units end so; words that merely stand before a count (违纪问题高发的3个乡镇) do not. */
const UNIT_NAME =
  /^[^的对由在被]*(?:局|委|办|部|镇|乡|村|街道|中心|公司|院|校|站|所|社区|会|厅|处|科|区|县|市|集团|银行|学校|小学|中学|医院|支队|大队|队|社|馆|室)$/

/** Verbs in a run make it no list of persons. */
const NO_NAMES =
  /加强|完善|健全|开展|推进|落实|学习|严格|处分|警告|记过|谈话|诫勉|检查|批评|免职|问责|提醒|组织(?!部)|其中|涉及|调离|降级|撤职|开除|处理|教育(?!局)|纪律|干部|党员|群众|职工|企业(?!局)/

const ORDINALS = '一二三四五六七八九十'
const TAKEN =
  '(?:项|个|条|方面|点|类)[^,。;:\\d]{0,12}(?:措施|举措|做法|方面|问题|工作|机制|办法|环节|步骤|任务|重点|行动|不足|差距|短板|原因|意见|要求|制度|建议|抓手|维度|层面|入手|着手|发力)?[^,。;:\\d]{0,6}[:,。]\\s?'

/** 采取4项措施：一是…二是…. */
const ordinals = (paragraph: ParagraphReading): readonly RuleResult[] =>
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

const DAY = '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:上午|下午|晚上?|晚间)?'
const DAYS = `(${DAY}(?:(?:[、,和及]|以及)(?:${DAY}|\\d{1,2}日))+)`

/** 召开会议3次（3月1日、4月2日、5月6日）; 先后于3月1日、4月2日召开2次会议. */
const days = (paragraph: ParagraphReading): readonly RuleResult[] => {
  const { folded } = paragraph
  const behind = new RegExp(
    `${COUNT}次[^。;\\d]{0,16}?(?:\\((?:分别(?:为|是)|即)?|[:,](?:分别(?:为|是|于|在)|即)?)${DAYS}(等)?`,
    'g',
  )
  const before = DAYS_THEN_COUNT
  return [
    ...[...folded.matchAll(behind)].map((match) => daysOf(paragraph, match.index, match[1] ?? '', match[2] ?? '', match[3])),
    ...[...folded.matchAll(before)].map((match) => {
      const words = match[3] ?? ''
      const at = match.index + match[0].length - words.length - 1
      return daysOf(paragraph, at, words, match[1] ?? '', match[2])
    }),
  ]
}

const daysOf = (paragraph: ParagraphReading, start: number, words: string, run: string, open: string | undefined): RuleResult => {
  const count = countNamed(words)
  if (count === null || count < 2) return NOTHING
  const shown = [...run.matchAll(/\d{1,2}日/g)].length
  if (open === undefined && shown !== count) {
    const end = start + words.length + 1
    const message = PROOF_SENTENCES.days(paragraph.text.slice(start, end), shown)
    return {
      checked: 1,
      findings: [findingAt('count.shown', 'error', paragraph.text, { start, end }, { expected: String(shown), message })],
    }
  }
  return judged(paragraph, { start, end: start + words.length + 1, count, shown, isOpen: open !== undefined })
}

const NUMBERED_LEAD = new RegExp(`${COUNT}(?:个|项|条|方面|点)[^,。;:\\d]{0,14}[:。]$`)
const TITLES_THEN_COUNT = new RegExp(`${RUN}\\s?(等)?(?:共|共计|这)?${COUNT}${PAPERS}`, 'g')
const TITLES_THEN_NOUN = new RegExp(
  `${RUN}(等)?(?:[\\u4e00-\\u9fff]{0,4}(?:制度|文件|办法|规定|机制|方案|细则))${COUNT}(?:项|个|部|份|件|套)`,
  'g',
)
const ITEMS_THEN_COUNT = new RegExp(`(${ITEM}(?:、${ITEM})+)(等)?${COUNT}(?:个|大)${ASPECT}`, 'g')
const COUNT_THEN_ITEMS = new RegExp(`${COUNT}(?:个|大)${ASPECT}:(${ITEM}(?:、${ITEM})+)(等)?(?=[,。;])`, 'g')
const PERSONS_THEN_COUNT = new RegExp(
  `(${NAME}(?:、${NAME})+(?:[和及]${NAME})?)(等)?${COUNT}(?:人|名(?:同志|干部|党员|责任人|人员|相关|工作|领导))(?!次)`,
  'g',
)
const UNITS_THEN_COUNT = new RegExp(
  `(${PLACE}(?:、${PLACE})+(?:[和及]${PLACE})?)(等)?${COUNT}(?:个(?:部门|单位|乡镇|镇|乡|村|街道|社区|党组织|党支部|区县|县区|地方|科室)|家(?:单位|企业|公司)|部门|单位(?!职工))`,
  'g',
)
const COUNT_THEN_ORDINALS = new RegExp(`${COUNT}${TAKEN}(?=一是)`, 'g')
const DAYS_THEN_COUNT = new RegExp(`${DAYS}(等)?[^。;\\d]{0,20}?${COUNT}(?:次|场)(?=[^次数]|$)`, 'g')

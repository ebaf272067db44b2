import { datePartsOf, daysBetween, type PlainDate, printChineseDate } from '../../base/plain-date.ts'
import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { countNamed } from '../counted.ts'
import { type DateMention, dateMentionsIn } from '../date-mentions.ts'
import { findingAt } from '../finding.ts'
import { isWithin, type ParagraphReading, type Reading } from '../reading.ts'
import { joined, NOTHING, type ProofFinding, type ProofRule, type RuleResult } from '../rule.ts'

/** Every paragraph but the line of the date, with what is found in it moved to its place in the text. */
const inBody = ({ paragraphs }: Reading, check: (paragraph: ParagraphReading) => RuleResult): RuleResult =>
  joined(
    paragraphs.map(({ reading, start }) => {
      const { checked, findings } = check(reading)
      return {
        checked,
        findings: findings.map((finding) => ({
          ...finding,
          start: finding.start + start,
          end: finding.end + start,
          fix: finding.fix && { ...finding.fix, start: finding.fix.start + start, end: finding.fix.end + start },
        })),
      }
    }),
  )

/** A deadline that has passed when the text is signed is no longer ahead: 未到整改时限…2021年5月底前, signed 6月25日. */
export const overdue: ProofRule = {
  id: 'date.overdue',
  title: '未到期的时限不早于成文日期',
  source: '常理：成文时已过的时限，应当写明完成与否',
  severity: 'error',
  examples: {
    wrong: '未到整改时限1项，2021年5月底前完成。\n2021年6月25日',
    right: '未到整改时限1项，2021年7月底前完成。\n2021年6月25日',
  },
  check: (reading) => {
    const { signedOn } = reading
    if (signedOn === null) return NOTHING
    const open = openParagraphs(reading)
    return inBody(reading, (paragraph) =>
      joined(
        dateMentionsIn(paragraph, datePartsOf(signedOn).year).map((mention) =>
          overdueAt(paragraph, mention, signedOn, open.has(paragraph)),
        ),
      ),
    )
  },
}

/** Paragraphs under a heading that says what stands there is not finished. */
const openParagraphs = ({ paragraphs }: Reading): ReadonlySet<ParagraphReading> => {
  const open = new Set<ParagraphReading>()
  let isOpen = false
  for (const { reading } of paragraphs) {
    if (reading.mark && (reading.mark.style === 'cjk-dun' || reading.mark.style === 'cjk-paren'))
      isOpen = UNFINISHED.test(reading.folded)
    if (isOpen) open.add(reading)
  }
  // 整改时限：… and 状态：未到时限 on lines of their own.
  paragraphs.forEach(({ reading }, i) => {
    if (!WAITING.test(reading.folded)) return
    for (const near of paragraphs.slice(Math.max(0, i - 2), i + 3)) open.add(near.reading)
  })
  return open
}

const UNFINISHED = /正在整改|未完成|尚未|进一步整改|继续整改|基本完成|持续整改|正在推进/

const WAITING = /未到(?:达)?(?:整改|完成)?(?:的)?(?:时限|期限|时间)|尚未到期|未到期|时限未到/
const AHEAD = /(?:按计划|计划|预计|预期|将|拟|力争|争取|确保|待)(?:于|在|到|至)?[^。;,\d]{0,8}$/
const LABEL = /(?:完成时限|整改时限|预计完成时间|完成时间|时限)[:为]?\s?$/
/** A time limit on a line of its own is only told; with these words beside it, it is still ahead. */
const OPEN = /正在整改|正在推进|未完成|尚未|整改中|持续推进/
/** It was planned so, and is done. */
const DONE_SINCE = /^[^。;]{0,30}(?:已于|现已|已经|已全部|已完成|提前完成|如期|按期完成|未能|未完成)/
const ONCE = /(?:原|曾)(?:定|计划)?[^。;]{0,10}$/

const overdueAt = (paragraph: ParagraphReading, mention: DateMention, signedOn: PlainDate, isOpen: boolean): RuleResult => {
  const { folded, text } = paragraph
  const sentence = paragraph.sentences.find((piece) => isWithin(mention.start, piece))
  if (!sentence || mention.until === null) return NOTHING
  const before = folded.slice(sentence.start, mention.start)
  const behind = folded.slice(mention.end, sentence.end)
  const isWaiting = WAITING.test(before) && (mention.isBefore || /^[^。;,]{0,8}(?:完成|到期)/.test(behind))
  const isPlanned =
    AHEAD.test(before) && (mention.isBefore || /底$|末$/.test(mention.words)) && !ONCE.test(before) && !DONE_SINCE.test(behind)
  const isLabelled = LABEL.test(before) && (isOpen || OPEN.test(folded))
  if (!isWaiting && !isPlanned && !isLabelled) return NOTHING
  if (daysBetween(mention.until, signedOn) <= 0) return { checked: 1, findings: [] }
  const message = PROOF_SENTENCES.overdue(mention.words, printChineseDate(signedOn))
  // 2021年上半年 may be told of a plan year.
  const severity = isWaiting && !/半年|季度/.test(mention.words) ? 'error' : 'warning'
  return { checked: 1, findings: [findingAt('date.overdue', severity, text, mention, { message })] }
}

/** 三个月来 told half a year after the feedback. */
export const elapsed: ProofRule = {
  id: 'date.elapsed',
  title: '“…个月来”与反馈、成文日期相符',
  source: '常理：从反馈到成文的月数',
  severity: 'warning',
  examples: {
    wrong: '2020年12月18日，巡察组反馈了意见。三个月来，成效明显。\n2021年6月25日',
    right: '2020年12月18日，巡察组反馈了意见。六个月来，成效明显。\n2021年6月25日',
  },
  check: (reading) => {
    const { signedOn, feedbackOn } = reading
    if (signedOn === null || feedbackOn === null) return NOTHING
    const days = daysBetween(feedbackOn, signedOn)
    if (days <= 0) return NOTHING
    return inBody(reading, ({ folded, text }) =>
      joined(
        [...folded.matchAll(/(?:近|过去)?(?:([一二两三四五六七八九十]{1,2}|\d{1,2})个(多)?月|(半年|一年)(多)?)(?:以)?来/g)].map(
          (match) => {
            const [words, count, , year] = match
            const months = count === undefined ? (year === '半年' ? 6 : 12) : (countNamed(count) ?? 0)
            if (months === 0) return NOTHING
            const told = Math.round((days / DAYS_OF_A_MONTH) * 10) / 10
            if (Math.abs(told - months) <= Math.max(1, months * 0.25)) return { checked: 1, findings: [] }
            const place = { start: match.index, end: match.index + words.length }
            const message = PROOF_SENTENCES.elapsed(words, printChineseDate(feedbackOn), printChineseDate(signedOn), String(told))
            return {
              checked: 1,
              findings: [findingAt('date.elapsed', 'warning', text, place, { expected: String(told), message })],
            }
          },
        ),
      ),
    )
  },
}

const DAYS_OF_A_MONTH = 30.44

/** 拟于3月底…, 3月底将…, told when that day has passed. */
export const intent: ProofRule = {
  id: 'date.intent',
  title: '“将、拟于”所说的日期还没有过去',
  source: '常理：成文时已过的日子，不能写作将来',
  severity: 'error',
  examples: {
    wrong: '3月底将再次督导。\n2021年6月25日',
    right: '9月底将再次督导。\n2021年6月25日',
  },
  check: (reading) => {
    const { signedOn } = reading
    if (signedOn === null) return NOTHING
    return inBody(reading, (paragraph) =>
      joined(
        dateMentionsIn(paragraph, datePartsOf(signedOn).year).map((mention) => {
          const { folded, text } = paragraph
          const before = folded.slice(Math.max(0, mention.start - 6), mention.start)
          const behind = folded.slice(mention.end, mention.end + 6)
          const sentence = paragraph.sentences.find((piece) => isWithin(mention.start, piece))
          const rest = folded.slice(mention.end, sentence?.end)
          const isAhead =
            new RegExp(`^(?:${AHEAD_OF_VERB})`).test(behind) ||
            (PLANNED.test(before) && !mention.isBefore && !DONE_SINCE.test(rest)) ||
            (/(?:拟|将|定|准备|打算)(?:于|在)$/.test(before) && !mention.isBefore && !DONE_SINCE.test(rest))
          // What is told as done on a day after the signature cannot have been.
          if (/(?<!计划|预计)已(?:于|在)$/.test(before) && mention.until !== null && mention.day !== null) {
            if (daysBetween(mention.until, signedOn) >= 0) return { checked: 1, findings: [] }
            const message = PROOF_SENTENCES.notYet(mention.words, printChineseDate(signedOn))
            return { checked: 1, findings: [findingAt('date.intent', 'error', text, mention, { message })] }
          }
          if (!isAhead || mention.until === null) return NOTHING
          // Without a year of its own the month may be of the year before: only what lies in the signing year is told.
          if (daysBetween(mention.until, signedOn) <= 0) return { checked: 1, findings: [] }
          const message = PROOF_SENTENCES.intent(
            mention.words + (new RegExp(`^(?:${AHEAD_OF_VERB})`).exec(behind)?.[0] ?? ''),
            printChineseDate(signedOn),
          )
          return { checked: 1, findings: [findingAt('date.intent', 'warning', text, mention, { message })] }
        }),
      ),
    )
  },
}

/** 计划2021年5月启动…; the plan of somebody (工作计划) is no plan of ours. */
const PLANNED = /(?<!工作|原|年度|按|整改)(?:计划|预计)(?:于|在)?$/

/** 将 before a verb looks ahead; before a thing it means 把. */
const AHEAD_OF_VERB =
  '将(?=又|再|继续|进一步|全面|陆续|适时|组织|开展|召开|完成|启动|举行|举办|印发|出台|实施|建成|投入|进行|按|全部|集中|正式|如期|会)|拟|计划|即将|准备'

/** A month without a year in a text that speaks of two. One finding for a paragraph. */
export const yearless: ProofRule = {
  id: 'date.year',
  title: '跨年度的文中，月份写明年份',
  source: 'GB/T 15835-2011 5.2.2：年份用全称；跨年度时不省略',
  severity: 'hint',
  examples: {
    wrong: '2020年12月反馈意见。\n4月召开专题会。\n2021年6月25日',
    right: '2020年12月反馈意见。\n2021年4月召开专题会。\n2021年6月25日',
  },
  check: (reading) => {
    const years = new Set(
      reading.paragraphs.flatMap(({ reading: { folded } }) =>
        folded.includes('年') ? [...folded.matchAll(/((?:19|20)\d{2})\s?年\s?\d{1,2}\s?月/g)].map((match) => match[1]) : [],
      ),
    )
    return inBody(reading, (paragraph) => {
      const { text } = paragraph
      const mentions = dateMentionsIn(paragraph, null)
      if (years.size < 2) return { checked: mentions.length, findings: [] }
      const bare = mentions.find((mention) => isBare(paragraph, mention))
      if (!bare) return { checked: mentions.length, findings: [] }
      return {
        checked: mentions.length,
        findings: [findingAt('date.year', 'hint', text, bare, { message: PROOF_SENTENCES.noYear(bare.words) })],
      }
    })
  },
}

const isBare = ({ folded, sentences }: ParagraphReading, { start, end, hasYear }: DateMention): boolean => {
  if (hasYear || /(?:19|20)\d{2}\s?年|今年|去年|当年|同年|次年|每年|上年|本年|年内|年度/.test(folded.slice(0, start)))
    return false
  // 8个月, 1—6月 and 每月 are no day of the calendar.
  if (/[—\-~至个每]\s?$/.test(folded.slice(0, start)) || /^(?:来|内|以|间|的工资)/.test(folded.slice(end))) return false
  const sentence = sentences.find((piece) => isWithin(start, piece))
  return sentence !== undefined && !/次年|每年|年度/.test(folded.slice(sentence.start, start))
}

/** How a date is written: 2021年6月25日, whole year, no leading zeros, a day the calendar has. */
export const dateStyle: ProofRule = {
  id: 'date.style',
  title: '日期写法规范',
  source: 'GB/T 9704-2012 7.3.5.4；GB/T 15835-2011 4.1.3',
  severity: 'error',
  examples: { wrong: '2021-06-25召开会议。', right: '2021年6月25日召开会议。' },
  check: (reading) =>
    inBody(reading, (paragraph) => {
      const { folded, text } = paragraph
      if (!/[年月]|\d[-/.]\d/.test(folded)) return NOTHING
      if (/^\s*(?:发布|更新|来源|浏览|信息)/.test(folded)) return NOTHING
      const findings: ProofFinding[] = []
      const say = (match: RegExpMatchArray, severity: 'error' | 'warning', message: string, fix?: string): void => {
        const start = match.index ?? 0
        const place = { start, end: start + match[0].length }
        findings.push(
          findingAt('date.style', severity, text, place, {
            expected: fix ?? null,
            message,
            ...(fix === undefined ? {} : { fix }),
          }),
        )
      }
      for (const match of folded.matchAll(/(?<![\d./-])((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d./-])/g)) {
        const expected = `${match[1]}年${Number(match[2])}月${Number(match[3])}日`
        say(match, 'warning', PROOF_SENTENCES.dateForm(match[0], expected), expected)
      }
      for (const match of folded.matchAll(/(?<![\d.])(?<!满|职|龄|判处|徒刑|达|近|约|长达)([12]\d)年(?=\d{1,2}月)(\d{1,2})月/g)) {
        const expected = `20${match[1]}年${Number(match[2])}月`
        say(match, 'warning', PROOF_SENTENCES.dateForm(match[0], expected), expected)
      }
      for (const match of folded.matchAll(/(\d{4})年(?:0(\d)月(?:0?(\d{1,2})日)?|(\d{1,2})月0(\d)日)/g)) {
        const expected = `${match[1]}年${match[2] ?? match[4]}月${match[5] ? `${match[5]}日` : match[3] ? `${match[3]}日` : ''}`
        say(match, 'warning', PROOF_SENTENCES.dateForm(match[0], expected), expected)
      }
      for (const match of folded.matchAll(
        /[〇零一二三四五六七八九]{4}年\d{1,2}月(?:\d{1,2}日)?|\d{4}年(?:[一二三四五六七八九]|十[一二]?)月(?:[一二三四五六七八九十\d]{1,3}日)?/g,
      ))
        say(match, 'warning', PROOF_SENTENCES.mixedDate(match[0]))
      const days = dateMentionsIn(paragraph, null).filter(({ day }) => day !== null)
      for (const { start, end, words, month, day, until, hasYear } of days) {
        const exists = hasYear
          ? until !== null
          : month >= 1 && month <= 12 && (day ?? 0) >= 1 && (day ?? 0) <= (LONGEST[month] ?? 0)
        if (!exists)
          findings.push(findingAt('date.style', 'error', text, { start, end }, { message: PROOF_SENTENCES.noSuchDay(words) }))
      }
      return { checked: days.length + findings.length, findings }
    }),
}

const LONGEST: Readonly<Record<number, number>> = {
  1: 31,
  2: 29,
  3: 31,
  4: 30,
  5: 31,
  6: 30,
  7: 31,
  8: 31,
  9: 30,
  10: 31,
  11: 30,
  12: 31,
}

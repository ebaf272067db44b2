import { foldWidth } from '../base/text.ts'
import { type Deadline, parseDeadline } from './deadline.ts'
import { isDone, STATUS_WORDS, type Status } from './status.ts'

/** What a status phrase of the genre means. `deadline` is null where the phrase names none. */
export interface StatusPhrase {
  readonly status: Status
  readonly sustained: boolean
  readonly deadline: Deadline | null
}

/**
 * Reads a whole phrase: 已完成整改并长期坚持。/ （未完成）/ 整改结果：已完成 / 正在整改中，按计划于2021年9月底前完成。/ 基本完成，2024年3月底前全部完成.
 * Null for other words. `year` completes a deadline without a year.
 */
export const parseStatusPhrase = (words: string, year: number | null): StatusPhrase | null => {
  const phrase = unwrapped(foldWidth(words).replace(/\s/g, '')).replace(LABEL, '').replace(SUSTAINED_IN_BRACKETS, ',$1')
  const sustained = SUSTAINED.test(phrase)
  const plain = phrase.replace(SUSTAINED, '')
  if (plain === '') return sustained ? { status: 'inProgress', sustained, deadline: null } : null
  const named = statusNamed(plain)
  if (named !== null) return { status: named, sustained, deadline: null }
  const found = UNTIL.findIndex((pattern) => pattern.test(plain))
  const until = UNTIL[found]?.exec(plain)
  if (!until) return null
  const before = plain.slice(0, until.index)
  const status = statusNamed(before) ?? (ON_THE_WAY.test(before) ? 'inProgress' : null)
  // A plan may stand behind what is not finished; 已完成 with a plan is some other sentence, with 完成时限: it is not.
  if (status === null || (isDone(status) && found !== 0)) return null
  return { status, sustained, deadline: parseDeadline(until[1] ?? '', year) }
}

/** Without the stop, and without the brackets around the whole. */
const unwrapped = (folded: string): string => {
  const phrase = folded.replace(/[。.;]$/, '')
  const inside = /^(?:\(([^()]*)\)|【([^【】]*)】|\[([^[\]]*)\])$/.exec(phrase)
  return inside ? (inside[1] ?? inside[2] ?? inside[3] ?? '') : phrase
}

const statusNamed = (plain: string): Status | null => {
  const core = LEADS.reduce((rest, lead) => rest.replace(lead, ''), plain)
  return NAMED.get(plain) ?? NAMED.get(core) ?? NAMED.get(core.replace(/(?:中|之中|当中|过程中)$/, '')) ?? null
}

/**
 * The status phrase at the end of an answer and where it begins (UTF-16 offset); null when the answer ends otherwise.
 * Only a phrase that stands as a sentence of its own counts, so that 该事项正在整改中 inside a sentence does not.
 */
export const trailingStatusPhrase = (
  text: string,
  year: number | null,
): { readonly phrase: StatusPhrase; readonly words: string; readonly at: number } | null => {
  const folded = foldWidth(text)
  const body = folded.trimEnd().replace(/。$/, '')
  const starts = STARTS.map((pattern) => pattern.exec(body)?.index).filter((i) => i !== undefined)
  for (const at of [...starts, 0]) {
    const lead = /^\s*/.exec(folded.slice(at))?.[0].length ?? 0
    const phrase = parseStatusPhrase(text.slice(at + lead), year)
    if (phrase) return { phrase, words: text.slice(at + lead).trimEnd(), at: at + lead }
  }
  return null
}

/** The status phrase an answer begins with (该问题已完成整改。一是…) and where what follows begins; null when it begins otherwise. */
export const leadingStatusPhrase = (
  text: string,
  year: number | null,
): { readonly phrase: StatusPhrase; readonly words: string; readonly end: number } | null => {
  const bracket = /^(?:\([^()]*\)|【[^【】]*】)\s*/.exec(foldWidth(text))?.[0] ?? ''
  const inBracket = bracket === '' || bracket.length === text.length ? null : parseStatusPhrase(bracket, year)
  if (inBracket) return { phrase: inBracket, words: text.slice(0, bracket.trimEnd().length), end: bracket.length }
  const stop = text.indexOf('。') + 1
  const phrase = stop === 0 || stop === text.length ? null : parseStatusPhrase(text.slice(0, stop), year)
  return phrase ? { phrase, words: text.slice(0, stop), end: stop } : null
}

/** Where the last sentence, clause, word or bracket of a text begins. */
const STARTS = [/(?<=[。!?])[^。!?]*$/, /(?<=;)[^;]*$/, /(?<=\s)[^\s]*$/, /\([^()]*\)$/]

/** 取得阶段性成效, 整改取得阶段性进展: work under way. 取得明显成效 alone is praise and tells no status. */
const PARTLY_DONE = ['', '整改', '整改工作', '已', '整改已', '整改工作已'].flatMap((lead) =>
  ['阶段性成效', '阶段性进展', '阶段性成果', '阶段性整改成效'].map((what) => `${lead}取得${what}`),
)

/** The wordings of real notices, told apart by meaning; each may stand after 已, 已全部, 现已按期 …. */
const WORDINGS: readonly (readonly [Status, readonly string[]])[] = [
  ['done', ['完成整改', '整改完成', '整改到位', '完成', '整改完毕', '完成整改任务', '整改落实到位', '整改落实完毕']],
  ['done', ['已立行立改到位', '立行立改已完成', '已验收合格', '已通过验收']],
  ['done', ['已整改', '已整改落实', '已整改解决', '已办结', '整改完成率100%', '整改完成率为100%', '整改率100%']],
  ['basicallyDone', ['基本完成整改', '基本整改完成', '基本整改到位', '基本完成', '整改基本完成', '整改基本到位']],
  ['basicallyDone', ['基本整改', '基本落实', '基本完成整改任务', '整改任务基本完成']],
  ['closed', ['完成销号', '销号', '整改销号', '完成整改并销号', '验收销号', '整改完成并销号', '对账销号']],
  ['inProgress', ['部分整改到位', '部分完成', '部分完成整改', '部分整改完成', '部分整改']],
  ['inProgress', PARTLY_DONE],
  [
    'inProgress',
    ['整改推进中', '有序推进', '正在有序推进', '有序推进中', '持续推进整改', '正在抓紧整改', '正在持续整改', '整改工作有序推进'],
  ],
  ['inProgress', ['整改中', '推进中', '持续推进中', '整改过程中']],
  ['inProgress', ['正在整改', '正在推进', '正在进行', '正在落实', '正在整改落实', '持续整改']],
  [
    'inProgress',
    ['未完成', '尚未完成', '未完成整改', '尚未完成整改', '未整改到位', '尚未整改到位', '未整改完成', '尚未整改完成'],
  ],
  ['notStarted', ['未启动整改', '尚未启动', '尚未启动整改', '尚未整改', '未整改', '未开始整改', '尚未开始整改']],
]

const NAMED: ReadonlyMap<string, Status> = new Map<string, Status>([
  ...WORDINGS.flatMap(([status, words]) => words.map((word) => [word, status] as const)),
  ...Object.entries(STATUS_WORDS).map(([status, word]) => [word, status as Status] as const),
])

/** 目前, 该问题, 整改任务 … before the word itself. */
const LEADS = [
  /^(?:截至)?目前,?/,
  /^(?:该|此|本)(?:项)?(?:整改)?(?:问题|事项|任务),?/,
  /^整改(?:任务|工作|事项)?(?=[已现均全按正])/,
  /^(?:现|均)?已?(?:经)?(?:全部|全面|按期|如期)?/,
]
const LABEL = /^整改(?:状态|进度|进展|结果|完成情况):|^(?:完成情况|当前状态|状态|进展情况):/
const SUSTAINED =
  /,?(?:并|且)?(?:需|将|要)?(?:长期|持续)(?:坚持|巩固|推进)$|,?(?:并|且)(?:需|将|要)?(?:长期|持续)(?:整改|深化|抓好|抓紧)$/
/** 已完成(长期坚持). */
const SUSTAINED_IN_BRACKETS = /(?<=.)\(((?:并)?(?:需|将|要)?(?:长期|持续)(?:坚持|巩固|推进|整改))\)$/
/** Words that tell of work under way only where a deadline follows. */
const ON_THE_WAY = /^已?取得(?:了)?(?:阶段性|初步|积极|明显|一定)(?:成效|进展|成果)$/
const DAY_WORDS = '[^,;。()]{0,14}(?:\\d|年|月|底|季度)[^,;。()]{0,14}?'
const PLANNED = '计划|预计|拟|力争|争取|确保|将'
const FINISHED = '(?:全部|全面|整体)?(?:整改)?完成(?:整改)?'
/** 按计划于2021年9月底前完成, (2024年6月底前完成), 完成时限:长期. What stands between must look like a deadline; behind a label anything is one. */
const UNTIL = [
  /[,;(]?(?:完成时限|整改时限|时限|完成时间|预计完成时间):?([^,;。()]{1,30})\)?$/,
  new RegExp(`[,(](?:按)?(?:${PLANNED})?(?:于|在)?(${DAY_WORDS})${FINISHED}\\)?$`),
  new RegExp(`(?:按)?(?:${PLANNED})(?:于|在)?(${DAY_WORDS})${FINISHED}$`),
]

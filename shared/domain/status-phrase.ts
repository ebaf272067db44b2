import { foldWidth } from '../base/text.ts'
import { type Deadline, parseDeadline } from './deadline.ts'
import { STATUS_WORDS, type Status } from './status.ts'

/** What a status phrase of the genre means. `deadline` is null where the phrase names none. */
export interface StatusPhrase {
  readonly status: Status
  readonly sustained: boolean
  readonly deadline: Deadline | null
}

/**
 * Reads a whole phrase: 已完成整改并长期坚持。/ 完成整改。/ 正在整改中,按计划于2021年9月底前完成。/ 基本完成 / 已销号. Null for other words.
 * `year` completes a deadline without a year.
 */
export const parseStatusPhrase = (words: string, year: number | null): StatusPhrase | null => {
  const phrase = foldWidth(words)
    .replace(/\s/g, '')
    .replace(/[。.;]$/, '')
  const sustained = SUSTAINED.test(phrase)
  const plain = phrase.replace(SUSTAINED, '')
  const core = LEADS.reduce((rest, lead) => rest.replace(lead, ''), plain)
  const named = NAMED.get(plain) ?? NAMED.get(core)
  if (named !== undefined) return { status: named, sustained, deadline: null }
  if (plain === '' && sustained) return { status: 'inProgress', sustained, deadline: null }
  const open = OPEN.exec(core)
  if (!open) return null
  return { status: 'inProgress', sustained, deadline: open[1] === undefined ? null : parseDeadline(open[1], year) }
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
  const starts = [/[。!?][^。!?]*$/, /;[^;]*$/, /\s[^\s]*$/]
    .map((pattern) => pattern.exec(body)?.index)
    .filter((i) => i !== undefined)
  for (const at of [...starts.map((i) => i + 1), 0]) {
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
  const stop = text.indexOf('。') + 1
  const phrase = stop === 0 || stop === text.length ? null : parseStatusPhrase(text.slice(0, stop), year)
  return phrase ? { phrase, words: text.slice(0, stop), end: stop } : null
}

/** The wordings of real notices, told apart by meaning; each may stand after 已, 已全部, 现已按期 …. */
const WORDINGS: readonly (readonly [Status, readonly string[]])[] = [
  ['done', ['完成整改', '整改完成', '整改到位', '完成', '整改完毕', '完成整改任务']],
  ['basicallyDone', ['基本完成整改', '基本整改完成', '基本整改到位', '基本完成']],
  ['closed', ['完成销号', '销号', '整改销号', '完成整改并销号']],
]

const NAMED: ReadonlyMap<string, Status> = new Map<string, Status>([
  ...WORDINGS.flatMap(([status, words]) => words.map((word) => [word, status] as const)),
  ...Object.entries(STATUS_WORDS).map(([status, word]) => [word, status as Status] as const),
  ['未启动整改', 'notStarted'],
  ['尚未启动', 'notStarted'],
  ['尚未整改', 'notStarted'],
])

/** 目前, 该问题, 整改任务 … before the word itself. */
const LEADS = [
  /^(?:截至)?目前,?/,
  /^(?:该|此|本)(?:项)?(?:整改)?(?:问题|事项|任务),?/,
  /^整改(?:任务|工作|事项)(?=[已现均全按])/,
  /^(?:现|均)?已?(?:经)?(?:全部|全面|按期|如期)?/,
]
const SUSTAINED = /,?(?:并|且)?(?:需|将|要)?(?:长期|持续)(?:坚持|巩固|推进)$/
/** 正在整改中,按计划于2021年9月底前完成. The deadline must look like one. */
const OPEN =
  /^(?:正在整改|正在推进|持续整改|整改中|推进中)(?:中|之中|过程中)?(?:,?(?:按)?(?:计划|预计|拟)?(?:于|在)?([^,]{0,12}[\d年月底][^,]{0,12}?)(?:整改)?完成(?:整改)?)?$/

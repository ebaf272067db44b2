import { lastIndexWhere } from '../base/list.ts'
import type { PlainDate } from '../base/plain-date.ts'
import { readDate } from '../base/read-date.ts'
import { readMark } from '../domain/numbering.ts'
import { readLabel } from './labels.ts'
import type { SourceLine } from './lines.ts'
import { isDateLine } from './shell.ts'

/** A notice taken apart at its end: what closes it, who signs, when. */
export interface TextWithEnding {
  readonly body: readonly SourceLine[]
  /** 下一步 …: paragraphs that look ahead, when they stand unnumbered at the end. */
  readonly outlook: readonly SourceLine[]
  /** 欢迎监督 … 联系电话 …, and the list of annexes above the signature. */
  readonly contact: readonly SourceLine[]
  /** Who signs; several parties on lines of their own. */
  readonly signature: string | null
  readonly signedOn: PlainDate | null
  /** Where the date stands. */
  readonly dateLine: SourceLine | null
  /** What stands below the date: 附注, 附件. */
  readonly annotations: readonly SourceLine[]
}

export const readEnding = (lines: readonly SourceLine[]): TextWithEnding => {
  const signed = findSignature(lines)
  const contactAt = startOfRun(lines, startOfAnnexList(lines, signed.from), isContact)
  const outlookAt = startOfOutlook(lines, contactAt)
  return {
    body: lines.slice(0, outlookAt),
    outlook: lines.slice(outlookAt, contactAt),
    contact: lines.slice(contactAt, signed.from),
    signature: signed.parties.length === 0 ? null : signed.parties.join('\n'),
    signedOn: signed.on,
    dateLine: signed.on === null ? null : (lines[signed.to - 1] ?? null),
    annotations: lines.slice(signed.to),
  }
}

const ON_ONE_LINE =
  /^([^。;,:()]{2,40}(?:委|委员会|党组|工委|局|院|办公室|公司|支部))\s+(\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)$/
const CONTACT = /联系(?:电话|方式|人)|(?:电子)?邮箱|邮政信箱|来信地址|通信地址|监督电话|举报电话|邮政?编码|^欢迎/
const OUTLOOK = /下一步|下一阶段|今后(?:一个时期)?|接下来/
/** How near the end a date must stand when nobody signs above it. */
const NEAR_END = 6

interface Signature {
  /** Where the signature begins and where what follows the date begins. */
  readonly from: number
  readonly to: number
  readonly parties: readonly string[]
  readonly on: PlainDate | null
}

/** The last date with a signature above it; else a date near the end; else nothing. */
const findSignature = (lines: readonly SourceLine[]): Signature => {
  const dates = lines.flatMap((line, i) => (isDateLine(line.folded) || ON_ONE_LINE.test(line.folded) ? [i] : [])).reverse()
  const signed = dates.map((at) => readSignature(lines, at)).find(({ parties }) => parties.length > 0)
  const [last] = dates
  if (signed) return signed
  if (last !== undefined && last >= lines.length - NEAR_END) return readSignature(lines, last)
  return { from: lines.length, to: lines.length, parties: [], on: null }
}

const readSignature = (lines: readonly SourceLine[], dateAt: number): Signature => {
  const { folded = '', text = '' } = lines[dateAt] ?? {}
  const on = readDate(folded)
  const together = ON_ONE_LINE.exec(folded)
  const end = { to: dateAt + 1, on }
  if (together) return { ...end, from: dateAt, parties: [withoutSpaces(text.slice(0, together[1]?.length ?? 0))] }
  const first = startOfRun(lines, dateAt, (line) => isParty(line.folded))
  // A single line above the date may be a party of any name; more than one must all be.
  const from = first < dateAt ? first : isPlainLine(lines[dateAt - 1]) ? dateAt - 1 : dateAt
  return { ...end, from, parties: lines.slice(from, dateAt).map((line) => withoutSpaces(line.text)) }
}

const withoutSpaces = (text: string): string => text.replace(/\s/g, '')

const isPlainLine = (line: SourceLine | undefined): boolean =>
  line !== undefined && line.text.length <= 60 && !/[。;,:!?]/.test(line.folded) && !readMark(line.folded)

const isParty = (folded: string): boolean =>
  folded.length <= 40 && /^[^。;,:!?()]+(?:委|委员会|党组|工委|局|院|办公室|公司|支部|组)$/.test(folded) && !readMark(folded)

/** 附件:1.… with 2.… below it stands between the text and the signature, word for word: its numbers are no outline. */
const startOfAnnexList = (lines: readonly SourceLine[], end: number): number => {
  const at = lastIndexWhere(lines.slice(0, end), (line) => /^附件\s*\d?\s*:/.test(line.folded))
  const isList = at !== -1 && lines.slice(at + 1, end).every((line) => line.text.length <= 60 && !/[。,]/.test(line.folded))
  return isList ? at : end
}

const isContact = (line: SourceLine): boolean => !readMark(line.folded) && CONTACT.test(line.folded)

const startOfRun = (lines: readonly SourceLine[], end: number, test: (line: SourceLine) => boolean): number =>
  lastIndexWhere(lines.slice(0, end), (line) => !test(line)) + 1

/** Unnumbered, unlabelled paragraphs at the end, from the first that speaks of the next step near its beginning. */
const startOfOutlook = (lines: readonly SourceLine[], end: number): number => {
  const plain = startOfRun(lines, end, (line) => !readMark(line.folded) && !readLabel(line.folded))
  const at = lines.slice(plain, end).findIndex((line) => OUTLOOK.test(line.folded.slice(0, 80)))
  return at === -1 ? end : plain + at
}

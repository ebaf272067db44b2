import { parseChineseDigits, parseChineseNumeral } from '../base/chinese-numerals.ts'
import { lastIndexWhere } from '../base/list.ts'
import { type PlainDate, plainDateOf } from '../base/plain-date.ts'
import { readMark } from '../domain/numbering.ts'
import { readLabel } from './labels.ts'
import { type SourceLine, sliceLine } from './lines.ts'
import { isDateLine } from './shell.ts'

/** A notice taken apart at its end: what closes it, who signs, when. */
export interface TextWithEnding {
  readonly body: readonly SourceLine[]
  /** 下一步 …: paragraphs that look ahead, when they stand unnumbered at the end. */
  readonly outlook: readonly SourceLine[]
  /** 欢迎监督 … 联系电话 …. */
  readonly contact: readonly SourceLine[]
  readonly signature: SourceLine | null
  readonly signedOn: PlainDate | null
  /** What stands below the date: 附注. */
  readonly annotations: readonly SourceLine[]
}

export const readEnding = (lines: readonly SourceLine[]): TextWithEnding => {
  const dateAt = lastIndexWhere(lines, (line) => isDateLine(line.folded) || SIGNED_ON_ONE_LINE.test(line.folded))
  const nearEnd = dateAt >= lines.length - 6 ? dateAt : -1
  const signed = nearEnd === -1 ? { end: lines.length, signature: null, signedOn: null } : readSignature(lines, nearEnd)
  const contactAt = startOfRun(lines, signed.end, isContact)
  const outlookAt = startOfOutlook(lines, contactAt)
  return {
    body: lines.slice(0, outlookAt),
    outlook: lines.slice(outlookAt, contactAt),
    contact: lines.slice(contactAt, signed.end),
    signature: signed.signature,
    signedOn: signed.signedOn,
    annotations: nearEnd === -1 ? [] : lines.slice(nearEnd + 1),
  }
}

/** 2021年9月1日, 2021 年 9 月 1 日, 二〇二一年九月一日. */
export const readDate = (folded: string): PlainDate | null => {
  const match =
    /(\d{4}|[〇零一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/.exec(
      folded.replace(/\s/g, ''),
    )
  if (!match) return null
  const [year, month, day] = [match[1] ?? '', match[2] ?? '', match[3] ?? '']
  const date = plainDateOf({
    year: /^\d/.test(year) ? Number(year) : (parseChineseDigits(year) ?? 0),
    month: /^\d/.test(month) ? Number(month) : (parseChineseNumeral(month) ?? 0),
    day: /^\d/.test(day) ? Number(day) : (parseChineseNumeral(day) ?? 0),
  })
  return date.ok ? date.value : null
}

const SIGNED_ON_ONE_LINE = /^(中共[^。;,:]{2,40}?)\s+(\d{4}年\d{1,2}月\d{1,2}日)$/
const CONTACT = /联系(?:电话|方式|人)|(?:电子)?邮箱|邮政信箱|来信地址|通信地址|监督电话|举报电话|邮政?编码|^欢迎/
const OUTLOOK = /下一步|下一阶段|今后(?:一个时期)?|接下来/

const readSignature = (
  lines: readonly SourceLine[],
  dateAt: number,
): { readonly end: number; readonly signature: SourceLine | null; readonly signedOn: PlainDate | null } => {
  const line = lines[dateAt]
  if (!line) return { end: lines.length, signature: null, signedOn: null }
  const signedOn = readDate(line.folded)
  const together = SIGNED_ON_ONE_LINE.exec(line.folded)
  if (together) return { end: dateAt, signature: sliceLine(line, 0, together[1]?.length ?? 0), signedOn }
  const above = lines[dateAt - 1]
  const isSignature = above !== undefined && above.text.length <= 60 && !/[。;,:!?]/.test(above.folded) && !readMark(above.folded)
  return { end: isSignature ? dateAt - 1 : dateAt, signature: isSignature ? above : null, signedOn }
}

const isContact = (line: SourceLine): boolean => !readMark(line.folded) && CONTACT.test(line.folded)

const startOfRun = (lines: readonly SourceLine[], end: number, test: (line: SourceLine) => boolean): number => {
  let start = end
  while (start > 0 && test(lines[start - 1] as SourceLine)) start--
  return start
}

/** Unnumbered, unlabelled paragraphs at the end, from the first that speaks of the next step near its beginning. */
const startOfOutlook = (lines: readonly SourceLine[], end: number): number => {
  const plain = startOfRun(lines, end, (line) => !readMark(line.folded) && !readLabel(line.folded))
  const at = lines.slice(plain, end).findIndex((line) => OUTLOOK.test(line.folded.slice(0, 80)))
  return at === -1 ? end : plain + at
}

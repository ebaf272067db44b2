import type { PlainDate } from '../base/plain-date.ts'
import { datePartsOf } from '../base/plain-date.ts'
import { inOrder } from '../domain/arrangement.ts'
import { type ListView, listView } from '../domain/four-lists.ts'
import type { Ledger, ProblemFile } from '../domain/ledger.ts'
import type { NoticeTemplate } from '../domain/notices/notice-template.ts'
import type { Edition } from '../domain/records/notice-records.ts'
import type { Notice, RecordOf } from '../domain/records/record-kinds.ts'
import { ATTACHED_WORDS } from '../messages/notice-paper.ts'
import type { ModelAttachment, NoticePaper, NoticeRedHead, NoticeTable } from './model.ts'
import { mendPunctuation } from './punctuation.ts'
import { withheldTable } from './withheld-table.ts'

/** What the parts of a 公文 are made from: `open` is the ledger of the edition, `whole` holds what is 拟不公开 too. */
export interface PaperSources {
  readonly whole: Ledger
  readonly open: Ledger
  readonly shows: (file: ProblemFile) => boolean
  readonly notice: Notice
  readonly template: NoticeTemplate
  readonly edition: Edition
  readonly cutoff: PlainDate
}

/**
 * 版头, 主送, 附件 and 版记 of a notice; null where it has none of them. What the public reads has no 版头, no 版记 and no
 * 拟不公开事项表 (GB/T 9704-2012 is for documents between offices).
 */
export const noticePaper = (sources: PaperSources): NoticePaper | null => {
  const { notice, edition } = sources
  const isPublic = edition === 'public'
  const paper: NoticePaper = {
    redHead: isPublic ? null : redHeadOf(sources),
    addressee: isPublic ? null : told(notice.addressee) || null,
    attachments: inOrder(sources.whole.records.noticeAttachment.filter(({ noticeId }) => noticeId === notice.id))
      .filter(({ kind }) => !(isPublic && kind === 'withheld'))
      .map((record) => attachmentOf(record, sources)),
    imprint: isPublic ? null : imprintOf(sources),
    sealed: notice.sealed,
    contents: notice.contents,
  }
  const { redHead, addressee, attachments, imprint, sealed, contents } = paper
  return (redHead ?? addressee ?? imprint ?? (attachments.length > 0 || sealed || contents ? paper : null)) ? paper : null
}

const told = (text: string | null | undefined): string => text?.trim() ?? ''

const redHeadOf = ({ notice, template, cutoff }: PaperSources): NoticeRedHead | null => {
  const word = told(template.look.documentWord)
  const { year } = datePartsOf(notice.signedOn ?? cutoff)
  const head: NoticeRedHead = {
    issuerMark: told(notice.issuerMark) || told(template.look.issuerMark),
    documentNumber: told(notice.documentNumber) || (word === '' ? '' : `${word}〔${year}〕　号`),
    signer: told(notice.signer),
    copyNumber: told(notice.copyNumber),
    secrecy: told(notice.secrecy),
    urgency: told(notice.urgency),
  }
  return Object.values(head).some((text) => text !== '') ? head : null
}

const imprintOf = ({ notice, template }: PaperSources): NoticePaper['imprint'] => {
  const copyTo = told(notice.copyTo) || told(template.look.copyTo)
  const printedBy = told(notice.printedBy) || told(template.look.printedBy)
  return copyTo === '' && printedBy === '' ? null : { copyTo, printedBy, printedOn: notice.printedOn ?? notice.signedOn }
}

const attachmentOf = (record: RecordOf<'noticeAttachment'>, sources: PaperSources): ModelAttachment => {
  const { kind, title, text } = record
  if (kind === 'text')
    return {
      title,
      content: text
        .split('\n')
        .filter((line) => line !== '')
        .map(mendPunctuation),
    }
  if (kind === 'withheld') return { title: title || ATTACHED_WORDS.withheld, content: withheldRows(sources.whole) }
  const list = listView(sources.open, kind, sources.cutoff)
  return { title: title || list.title, content: listTable(list, sources) }
}

/** As many columns as an A4 page on its side can be read with. */
const MOST_COLUMNS = 8

/** Columns that go first where there are more, the least needed first. */
const DISPENSABLE = [
  'source',
  'kind',
  'target',
  'daysLeft',
  'warning',
  'startOn',
  'contact',
  'phone',
  'supportUnit',
  'details',
  'result',
]

/** Who is to be asked is the office's own matter. */
const NOT_FOR_THE_PUBLIC = ['person', 'contact', 'phone']

/** A list as a table: of a problem that is not shown not even its number is left. */
const listTable = (list: ListView, { open, shows, edition }: PaperSources): NoticeTable => {
  const numbers = new Map(open.problems.filter(shows).map(({ problem }, i) => [problem.id, i + 1]))
  const rows = list.rows.filter(({ problemId }) => numbers.has(problemId))
  const filled = list.columns
    .map((column, i) => ({ column, i }))
    .filter(({ column, i }) => {
      const isHidden = edition === 'public' && NOT_FOR_THE_PUBLIC.includes(column.key)
      return !isHidden && rows.some(({ cells }) => (cells[i] ?? '') !== '')
    })
  const spare = DISPENSABLE.filter((name) => filled.some(({ column }) => column.key === name))
  const given = spare.slice(0, Math.max(0, filled.length - MOST_COLUMNS))
  const kept = filled.filter(({ column }) => !given.includes(column.key)).slice(0, MOST_COLUMNS)
  const longestIn = (i: number): number => Math.max(2, ...rows.map(({ cells }) => Math.min(60, (cells[i] ?? '').length)))
  return {
    columns: kept.map(({ column: { title, holds }, i }) => ({
      title,
      width: widthOf(holds, longestIn(i)),
      align: holds === 'mark' ? 'center' : 'left',
    })),
    rows: rows.map(({ problemId, cells }) =>
      kept.map(({ column, i }) => {
        const cell = cells[i] ?? null
        if (cell === null) return null
        return column.key === 'number' ? cell.replace(/^\d+/, String(numbers.get(problemId) ?? '')) : mendPunctuation(cell)
      }),
    ),
    leftOut: filled.filter((own) => !kept.includes(own)).map(({ column }) => column.title),
  }
}

/** Shares of the page: what is short gets room for its words, what is long the more the longer it is. */
const widthOf = (holds: 'words' | 'mark', longest: number): number =>
  holds === 'mark' ? Math.min(2.4, Math.max(1, longest * 0.6)) : Math.max(1.6, Math.sqrt(longest))

const withheldRows = (whole: Ledger): NoticeTable => ({
  columns: [
    { title: ATTACHED_WORDS.number, width: 1, align: 'center' },
    { title: ATTACHED_WORDS.matter, width: 2.5, align: 'left' },
    { title: ATTACHED_WORDS.content, width: 6, align: 'left' },
    { title: ATTACHED_WORDS.reason, width: 3.5, align: 'left' },
  ],
  rows: withheldTable(whole)
    .filter(({ state }) => state === 'standing' || state === 'changed')
    .map(({ matter, content, reason }, i) => [String(i + 1), matter, content, reason]),
  leftOut: [],
})

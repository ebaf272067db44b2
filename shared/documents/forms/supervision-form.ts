import { type PlainDate, printChineseDate } from '../../base/plain-date.ts'
import { printDocumentNumber } from '../../domain/document-numbers.ts'
import type { Ledger, ProblemFile } from '../../domain/ledger.ts'
import type { SupervisionNotice } from '../../domain/records/record-kinds.ts'
import { SUPERVISION_NOTICE_WORDS } from '../../domain/records/register-records.ts'
import { FORM_WORDS } from '../../messages/forms.ts'
import { mendPunctuation } from '../../notice/punctuation.ts'
import { FOUR, pairRow, wideRow } from '../form-grid.ts'
import type { DocumentBlock, DocumentSection, FormRow, PaperDocument } from '../paper-document.ts'
import { dayWords } from './form-facts.ts'
import { formTitle, line, title } from './form-paper.ts'

const WORDS = FORM_WORDS.supervision

/**
 * 督办通知单 as a form, 提示函 and 警示函 as letters; each with its 回执 on a page of its own, which the unit fills in and sends back.
 * `issuer` is the office that signs.
 */
export const supervisionForm = (ledger: Ledger, notice: SupervisionNotice, issuer: string, date: PlainDate): PaperDocument => {
  const file = ledger.problems.find(({ problem }) => problem.id === notice.problemId) ?? null
  const name = SUPERVISION_NOTICE_WORDS[notice.kind]
  const number = printDocumentNumber(notice) ?? ''
  const isLetter = notice.kind !== 'handling'
  const body = isLetter ? letter(notice, file, number) : handling(notice, file, number, issuer)
  const signed: readonly DocumentBlock[] = [
    line('blank', '', true),
    line('signature', issuer, true),
    line('date', printChineseDate(notice.printedOn ?? date)),
  ]
  const first: DocumentSection = {
    direction: 'portrait',
    blocks: [...(isLetter ? title(name) : [formTitle(name)]), ...body, ...signed],
  }
  const second: DocumentSection = { direction: 'portrait', blocks: receipt(notice, name, number) }
  return { title: `${name}${number}`, creator: issuer, sections: [first, second], imprint: null, sealed: false }
}

const handling = (
  notice: SupervisionNotice,
  file: ProblemFile | null,
  number: string,
  issuer: string,
): readonly DocumentBlock[] => {
  const about: readonly FormRow[] =
    file === null ? [] : [wideRow(WORDS.about, mendPunctuation(WORDS.aboutProblem(file.number, file.problem.statement)), 2)]
  return [
    line('form-line', `${FORM_WORDS.numbered(number)}　　　　　　${issuer}`),
    {
      kind: 'form',
      columns: FOUR,
      rows: [
        pairRow([WORDS.unit, notice.unit], [WORDS.printedOn, dayWords(notice.printedOn)]),
        ...about,
        wideRow(WORDS.matter, mendPunctuation(notice.text), 8),
        wideRow(WORDS.request, WORDS.requestWords(dueOf(notice)), 3),
        pairRow([WORDS.due, dayWords(notice.replyDue)], [WORDS.signer, '']),
        pairRow([WORDS.handler, ''], [WORDS.phone, '']),
      ],
    },
  ]
}

const letter = (notice: SupervisionNotice, file: ProblemFile | null, number: string): readonly DocumentBlock[] => {
  const about = file === null ? '' : mendPunctuation(WORDS.onProblem(file.number, file.problem.statement))
  const isReminder = notice.kind === 'reminder'
  const body = [
    (isReminder ? WORDS.reminder : WORDS.caution)(about),
    ...mendPunctuation(notice.text).split('\n'),
    (isReminder ? WORDS.reminderEnd : WORDS.cautionEnd)(dueOf(notice)),
    WORDS.letterEnd,
  ].filter((text) => text.trim() !== '')
  return [
    ...(number === '' ? [] : [line('head', number), line('blank', '')]),
    line('addressee', `${notice.unit}：`),
    ...body.map((text, i) => line('body', text, i === body.length - 1)),
  ]
}

const dueOf = ({ replyDue }: SupervisionNotice): string => (replyDue === null ? WORDS.openDue : printChineseDate(replyDue))

const receipt = (notice: SupervisionNotice, name: string, number: string): readonly DocumentBlock[] => [
  formTitle(WORDS.receipt(name)),
  line('form-line', FORM_WORDS.numbered(number)),
  {
    kind: 'form',
    columns: FOUR,
    rows: [
      pairRow([WORDS.unit, notice.unit], [WORDS.due, dayWords(notice.replyDue)]),
      pairRow([WORDS.receivedOn, ''], [WORDS.receivedBy, '']),
      pairRow([WORDS.leader, ''], [WORDS.handler, '']),
      wideRow(WORDS.reply, replyWords(notice), 16, FORM_WORDS.signUnit),
    ],
  },
  line('form-line', WORDS.receiptNote),
]

/** What has come back already is printed with its day. */
const replyWords = ({ reply, repliedOn }: SupervisionNotice): string =>
  [mendPunctuation(reply), repliedOn === null ? '' : `（${printChineseDate(repliedOn)}）`].join('')

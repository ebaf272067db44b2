import type { PlainDate } from '../../base/plain-date.ts'
import type { LedgerRecords, RecordOf } from '../records/record-kinds.ts'
import { MEETING_BODY_WORDS, SUPERVISION_NOTICE_WORDS } from '../records/register-records.ts'
import { counted, type Figure, isBy, summedIfAny, UNDATED_COUNTS } from './figure.ts'

/** What the office did: 会议, 督查, and the notices it sent to units. */
export const activityFigures = (
  records: Pick<LedgerRecords, 'meeting' | 'supervision' | 'supervisionNotice'>,
  cutoff: PlainDate,
): readonly Figure[] => [
  ...meetingFigures(records.meeting.filter(({ on }) => isBy(on, cutoff))),
  ...summedIfAny(
    { id: 'supervisions.total', label: '督查次数', unit: '次', formula: `登记簿“督查”次数合计${ONCE_EACH}` },
    records.supervision.filter(({ on }) => isBy(on, cutoff)),
    ({ count }) => count ?? 1,
  ),
  ...noticeFigures(records.supervisionNotice, cutoff),
]

const ONCE_EACH = `，未写次数的每条计一次${UNDATED_COUNTS}`

const meetingFigures = (meetings: readonly RecordOf<'meeting'>[]): readonly Figure[] => {
  const figure = (id: string, word: string, of: readonly RecordOf<'meeting'>[]): readonly Figure[] =>
    summedIfAny(
      { id: `meetings.${id}`, label: `${word}次数`, unit: '次', formula: `登记簿“会议”中${word}次数合计${ONCE_EACH}` },
      of,
      ({ count }) => count ?? 1,
    )
  return [
    ...figure('total', '会议', meetings),
    ...BODIES.flatMap((body) =>
      figure(
        body,
        body === 'other' ? '其他会议' : MEETING_BODY_WORDS[body],
        meetings.filter((meeting) => meeting.body === body),
      ),
    ),
  ]
}

const BODIES = Object.keys(MEETING_BODY_WORDS) as readonly (keyof typeof MEETING_BODY_WORDS)[]

type SupervisionNotice = RecordOf<'supervisionNotice'>

/** A notice without 印发日期 is a proposal and counts nowhere. */
const noticeFigures = (register: readonly SupervisionNotice[], cutoff: PlainDate): readonly Figure[] => {
  const issued = register.filter(({ printedOn }) => printedOn !== null && printedOn <= cutoff)
  if (issued.length === 0) return []
  return [
    ...noticeGroup('supervisionNotices', '督办文书', issued, cutoff),
    ...NOTICE_KINDS.flatMap((kind) => {
      const own = issued.filter((notice) => notice.kind === kind)
      return own.length === 0 ? [] : noticeGroup(`supervisionNotices.${kind}`, SUPERVISION_NOTICE_WORDS[kind], own, cutoff)
    }),
  ]
}

const NOTICE_KINDS = Object.keys(SUPERVISION_NOTICE_WORDS) as readonly (keyof typeof SUPERVISION_NOTICE_WORDS)[]

const noticeGroup = (
  prefix: string,
  word: string,
  issued: readonly SupervisionNotice[],
  cutoff: PlainDate,
): readonly Figure[] => {
  // A reply without a date was entered by someone who had it before him.
  const isReplied = ({ repliedOn, reply }: SupervisionNotice): boolean =>
    repliedOn === null ? reply !== '' : repliedOn <= cutoff
  const isLate = (notice: SupervisionNotice): boolean =>
    notice.replyDue !== null && notice.replyDue < cutoff && !isReplied(notice)
  const figure = (id: string, label: string, formula: string, of: readonly SupervisionNotice[]): Figure =>
    counted(
      { id: `${prefix}.${id}`, label, unit: '份', formula },
      of.map((notice) => notice.id),
    )
  return [
    figure('issued', `印发${word}数`, `登记簿中印发日期不晚于统计日期的${word}`, issued),
    figure(
      'replied',
      `已回复${word}数`,
      `印发${word}数中，回复日期不晚于统计日期的（有回复内容而未写日期的计入）`,
      issued.filter(isReplied),
    ),
    figure('overdue', `逾期未回复${word}数`, `印发${word}数中，回复时限早于统计日期且未回复的`, issued.filter(isLate)),
  ]
}

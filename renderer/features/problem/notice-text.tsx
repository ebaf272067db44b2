import { App, Button, Collapse, Select } from 'antd'
import { useMemo, useState } from 'react'
import { inOrder } from '../../../shared/domain/arrangement.ts'
import { setField } from '../../../shared/domain/edit-field.ts'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { recordFields } from '../../../shared/domain/record-fields.ts'
import { EDITION_WORDS, type Edition } from '../../../shared/domain/records/notice-records.ts'
import { type LedgerRecords, type Notice, recordOf } from '../../../shared/domain/records/record-kinds.ts'
import { composeProblem } from '../../../shared/notice/compose.ts'
import { useNoticeRecords } from '../../data/problem-queries.ts'
import type { PlacedProblem } from '../../data/queries.ts'
import { NOTICE_TEXT_WORDS } from '../../messages/problem.ts'
import { windowIds } from '../../platform/window-ports.ts'
import { useScreen } from '../../state/screen.ts'
import { FieldRow } from './field-row.tsx'
import { type FieldContext, Fields } from './fields.tsx'
import { lineText } from './notice-lines.ts'
import type { ProblemActs } from './use-problem-acts.ts'

interface NoticeTextProps {
  readonly ledgerId: string
  readonly context: FieldContext
  readonly placed: readonly PlacedProblem[]
  readonly acts: Pick<ProblemActs, 'run'>
}

/** What this problem says in a notice: its account and result, how this notice words it, and how that will stand there. */
export const NoticeText = ({ ledgerId, context, placed, acts }: NoticeTextProps) => (
  <>
    <Fields context={context} measureId={null} names={['account', 'result']} />
    <Collapse
      ghost
      size="small"
      destroyOnHidden
      items={[
        {
          key: 'preview',
          label: NOTICE_TEXT_WORDS.preview,
          children: <InNotices ledgerId={ledgerId} problemId={context.file.problem.id} placed={placed} acts={acts} />,
        },
      ]}
    />
  </>
)

type InNoticesProps = Pick<NoticeTextProps, 'ledgerId' | 'placed' | 'acts'> & { readonly problemId: string }

const InNotices = ({ ledgerId, problemId, placed, acts }: InNoticesProps) => {
  const records = useNoticeRecords(ledgerId, problemId, placed)
  const [chosen, setChosen] = useState<string | null>(null)
  if (records === undefined) return null
  const notices = inOrder(records.notice)
  const notice = notices.find(({ id }) => id === chosen) ?? notices[0]
  if (notice === undefined) return <p className="label">{NOTICE_TEXT_WORDS.none}</p>
  return (
    <>
      {notices.length === 1 ? null : (
        <Select
          size="small"
          aria-label={NOTICE_TEXT_WORDS.whichNotice}
          value={notice.id}
          options={notices.map(({ id, title }) => ({ value: id, label: title ?? NOTICE_TEXT_WORDS.untitled }))}
          onChange={setChosen}
          popupMatchSelectWidth={false}
        />
      )}
      <Preview key={notice.id} notice={notice} problemId={problemId} records={records} />
      <EntryFields key={`${notice.id}/entry`} notice={notice} problemId={problemId} records={records} acts={acts} />
    </>
  )
}

interface InNoticeProps {
  readonly notice: Notice
  readonly problemId: string
  readonly records: LedgerRecords
}

const Preview = ({ notice, problemId, records }: InNoticeProps) => {
  const { message } = App.useApp()
  const today = useScreen((state) => state.date)
  const [edition, setEdition] = useState<Edition>(notice.edition)
  const lines = useMemo(
    () => composeProblem(openLedger(records), notice, problemId, { edition, today }),
    [records, notice, problemId, edition, today],
  )
  const text = lines.map(lineText).join('\n')
  const isWithheld = edition === 'public' && records.officePart.some((part) => part.problemId === problemId && part.withheld)
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => message.success(NOTICE_TEXT_WORDS.copied),
      () => message.error(NOTICE_TEXT_WORDS.copyFailed),
    )
  return (
    <>
      <div className="act-buttons">
        <Select
          size="small"
          aria-label={NOTICE_TEXT_WORDS.edition}
          value={edition}
          options={Object.entries(EDITION_WORDS).map(([value, label]) => ({ value: value as Edition, label }))}
          onChange={setEdition}
          popupMatchSelectWidth={false}
        />
        <Button size="small" disabled={text === ''} onClick={copy}>
          {NOTICE_TEXT_WORDS.copy}
        </Button>
      </div>
      {lines.length > 0 ? (
        <section className="notice-preview" aria-label={NOTICE_TEXT_WORDS.preview}>
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other name
            <p key={i} className={`notice-${line.kind}`}>
              {line.kind === 'run-in' ? <strong>{line.heading}</strong> : null}
              {line.text}
            </p>
          ))}
        </section>
      ) : (
        <p className="label">{isWithheld ? NOTICE_TEXT_WORDS.withheld : NOTICE_TEXT_WORDS.empty}</p>
      )}
      {text.includes('〔？〕') ? <p className="label">{NOTICE_TEXT_WORDS.followed}</p> : null}
    </>
  )
}

/** The notice's own words for this problem; the entry is made with the first of them. */
const EntryFields = ({ notice, problemId, records, acts }: InNoticeProps & Pick<NoticeTextProps, 'acts'>) => {
  const standing = records.noticeEntry.find((entry) => entry.noticeId === notice.id && entry.problemId === problemId)
  const entry = standing ?? recordOf('noticeEntry', { id: 'new', noticeId: notice.id, problemId })
  const fields = recordFields('noticeEntry', entry, { ids: windowIds, records })
  const save = (field: string, value: string): Promise<boolean> | boolean => {
    if (standing) return acts.run({ type: 'set-record-field', kind: 'noticeEntry', problemId, id: entry.id, field, value })
    const set = setField(fields, field, value)
    if (set.ok && set.value.edits.length === 0) return true
    const told = { noticeId: notice.id, problemId, [field]: value }
    return acts.run({ type: 'add-record', kind: 'noticeEntry', problemId, fields: told })
  }
  return (
    <>
      <h4>{NOTICE_TEXT_WORDS.entry}</h4>
      <div className="fields">
        {ENTRY_FIELDS.flatMap((name) => fields.filter(({ names }) => names[0] === name)).map((field) => (
          <FieldRow
            key={field.names[0]}
            id={`noticeEntry/${notice.id}/${field.names[0]}`}
            field={field}
            year={null}
            names={[]}
            onSave={async (value) => save(field.names[0], value)}
          />
        ))}
      </div>
    </>
  )
}

const ENTRY_FIELDS = ['problemHeading', 'remainingHeading', 'remainingText', 'deadlineInText']

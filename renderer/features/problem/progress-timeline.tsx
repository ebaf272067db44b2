import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input, Select, Timeline, Tooltip } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { type PlainDate, parsePlainDate, printChineseDate } from '../../../shared/base/plain-date.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import type { Progress } from '../../../shared/domain/records/record-kinds.ts'
import { useAttachments } from '../../data/attachments.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { useDraft } from '../../state/use-draft.ts'
import { AttachmentList } from '../../ui/files/attachment-list.tsx'
import { paragraphKeys } from '../../ui/paragraph-keys.ts'
import { AddText } from './add-text.tsx'
import type { ProblemActs } from './use-problem-acts.ts'

interface ProgressTimelineProps {
  readonly ledgerId: string
  readonly file: ProblemFile
  readonly acts: ProblemActs
  readonly today: PlainDate
}

/** 进展 of a problem and its measures, latest first. */
export const ProgressTimeline = ({ ledgerId, file, acts, today }: ProgressTimelineProps) => {
  const [on, setOn] = useState<PlainDate | null>(today)
  const [measureId, setMeasureId] = useState<string | null>(null)
  const problemId = file.problem.id
  const entries = [...file.progress].reverse().sort((a, b) => (b.on ?? '').localeCompare(a.on ?? ''))
  const owners = [
    { value: '', label: PROBLEM_WORDS.ofProblem },
    ...file.measures.map(({ id }, i) => ({ value: id, label: PROBLEM_WORDS.ofMeasure(i + 1) })),
  ]
  return (
    <>
      <AddText
        id="new-progress"
        icon={<PlusOutlined />}
        label={PROBLEM_WORDS.addProgress}
        placeholder={PROBLEM_WORDS.progressPlaceholder}
        onAdd={(text) => acts.run({ type: 'add-progress', problemId, measureId, on, text })}
        beside={
          <>
            <span className="label">{PROBLEM_WORDS.progressOn}</span>
            <DatePicker
              size="small"
              value={on === null ? null : dayjs(on)}
              onChange={(day) => {
                const chosen = parsePlainDate(day?.format('YYYY-MM-DD') ?? '')
                setOn(chosen.ok ? chosen.value : null)
              }}
            />
            <span className="label">{PROBLEM_WORDS.belongsTo}</span>
            <Select
              size="small"
              className="progress-owner"
              value={measureId ?? ''}
              options={owners}
              onChange={(value: string) => setMeasureId(value === '' ? null : value)}
            />
            <span className="grow" />
          </>
        }
      />
      {entries.length === 0 ? (
        <p className="label">{PROBLEM_WORDS.noProgress}</p>
      ) : (
        <Timeline
          className="progress"
          items={entries.map((entry) => ({
            key: entry.id,
            content: (
              <Entry ledgerId={ledgerId} entry={entry} ownerWords={ownerWords(file, entry)} problemId={problemId} acts={acts} />
            ),
          }))}
        />
      )}
    </>
  )
}

const ownerWords = (file: ProblemFile, { ownerId }: Progress): string => {
  const index = file.measures.findIndex(({ id }) => id === ownerId)
  return index < 0 ? '' : PROBLEM_WORDS.ofMeasure(index + 1)
}

interface EntryProps {
  readonly ledgerId: string
  readonly entry: Progress
  readonly ownerWords: string
  readonly problemId: string
  readonly acts: ProblemActs
}

const Entry = ({ ledgerId, entry, ownerWords: owner, problemId, acts }: EntryProps) => {
  const progressId = entry.id
  const save = async (text: string): Promise<boolean> =>
    text === entry.text || acts.run({ type: 'change-progress', problemId, progressId, text })
  const { draft, setDraft, commit, within } = useDraft({ id: progressId, what: PROBLEM_WORDS.change, save })
  return (
    <div className="entry" data-progress={progressId} ref={within}>
      <div className="entry-head">
        <strong>{entry.on === null ? PROBLEM_WORDS.undated : printChineseDate(entry.on)}</strong>
        <span className="label">
          {entry.unit ?? ''} {owner}
        </span>
        <span className="grow" />
        <Button size="small" type="text" icon={<EditOutlined />} onClick={() => setDraft(entry.text)}>
          {PROBLEM_WORDS.change}
        </Button>
        <Tooltip title={PROBLEM_WORDS.removeProgress}>
          <Button
            size="small"
            type="text"
            aria-label={PROBLEM_WORDS.removeProgress}
            icon={<DeleteOutlined />}
            onClick={() => void acts.remove({ type: 'remove-progress', problemId, progressId })}
          />
        </Tooltip>
      </div>
      {draft === null ? (
        <div className="entry-text">{entry.text}</div>
      ) : (
        <Input.TextArea
          autoFocus
          spellCheck={false}
          aria-label={PROBLEM_WORDS.change}
          autoSize={{ minRows: 1, maxRows: 10 }}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => void commit()}
          onKeyDown={paragraphKeys({ save: () => void commit(), giveUp: () => setDraft(null) })}
        />
      )}
      <AttachmentList {...useAttachments(ledgerId, { problemId, ownerId: progressId })} compact pasteWithin={within} />
    </div>
  )
}

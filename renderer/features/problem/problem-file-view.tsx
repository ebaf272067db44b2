import type { ReactNode } from 'react'
import { deadlineOf, printDeadline } from '../../../shared/domain/deadline.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { suggestedStatus } from '../../../shared/domain/suggested-status.ts'
import { adviceText } from '../../../shared/messages/advice.ts'
import { useAttachments } from '../../data/attachments.ts'
import { useDeadlineAnchors, useDirectory, useTypingYear } from '../../data/queries.ts'
import { CLOSING_WORDS } from '../../messages/closing.ts'
import { FILE_WORDS } from '../../messages/files.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { useScreen } from '../../state/screen.ts'
import { AttachmentList } from '../../ui/files/attachment-list.tsx'
import { ChangeRecord } from './change-record.tsx'
import { ActButtons, ClosingSection } from './closing-section.tsx'

import { type FieldContext, Fields } from './fields.tsx'
import { HistoryOf } from './history-of.tsx'
import { Measures } from './measures.tsx'
import { ProgressTimeline } from './progress-timeline.tsx'
import { useProblemActs } from './use-problem-acts.ts'

/** Everything that is known of one problem, to be changed where it stands. */
export const ProblemFileView = ({ ledgerId, file }: { readonly ledgerId: string; readonly file: ProblemFile }) => {
  const acts = useProblemActs(ledgerId)
  const date = useScreen((state) => state.date)
  const year = useTypingYear(ledgerId)
  const anchors = useDeadlineAnchors(ledgerId)
  const directory = useDirectory(ledgerId)
  const suggested = suggestedStatus(file)
  const hasDeadline = printDeadline(deadlineOf(file.problem)) !== ''
  const problemId = file.problem.id
  const context: FieldContext = {
    file,
    year,
    anchors,
    ...directory,
    save: (measureId, field, value) => acts.run({ type: 'set-field', problemId, measureId, field, value }),
  }
  return (
    <div className="problem-file" data-print-root={PROBLEM_WORDS.title(file.number)}>
      <p className="problem-path">
        {PROBLEM_WORDS.outline}：{file.path.map(({ heading }) => heading).join(' › ')}
      </p>
      <Section title={PROBLEM_WORDS.facts}>
        <Fields context={context} measureId={null} names={FACTS} />
      </Section>
      <Section title={PROBLEM_WORDS.time}>
        <Fields context={context} measureId={null} names={TIME} columns />
        {suggested ? <p className="label">{adviceText({ type: 'status-suggested', ...suggested })}</p> : null}
        <HistoryOf file={file} />
        <ActButtons file={file} acts={acts} today={date} offered={hasDeadline ? ['extend', 'correct'] : []} />
      </Section>
      <Section title={PROBLEM_WORDS.duty}>
        <Fields context={context} measureId={null} names={DUTY} columns />
      </Section>
      <Section title={PROBLEM_WORDS.measures(file.measures.length)}>
        <Measures context={context} acts={acts} />
      </Section>
      <Section title={PROBLEM_WORDS.progress(file.progress.length)}>
        <ProgressTimeline ledgerId={ledgerId} file={file} acts={acts} today={date} />
      </Section>
      <Section title={FILE_WORDS.title}>
        <AttachmentList {...useAttachments(ledgerId, { problemId, ownerId: problemId })} />
      </Section>
      <Section title={CLOSING_WORDS.title}>
        <ClosingSection file={file} acts={acts} today={date} />
      </Section>
      <Section title={PROBLEM_WORDS.office}>
        <Fields context={context} measureId={null} names={OFFICE} columns />
      </Section>
      <ChangeRecord ledgerId={ledgerId} file={file} />
    </div>
  )
}

const FACTS = ['statement', 'details', 'target', 'account', 'result', 'source', 'kind']
const TIME = ['status', 'sustained', 'deadline', 'startOn', 'completedOn']
const DUTY = ['leader', 'leadUnit', 'unit', 'supportUnit', 'person', 'contact', 'phone']
const OFFICE = ['withheld', 'withheldReason']

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
)

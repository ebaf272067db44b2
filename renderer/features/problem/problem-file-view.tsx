import { Alert, Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { statusLabel } from '../../../shared/domain/status.ts'
import { suggestedStatus } from '../../../shared/domain/suggested-status.ts'
import { adviceText } from '../../../shared/messages/advice.ts'
import { useAttachments } from '../../data/attachments.ts'
import { useOfficeOfProblem } from '../../data/problem-queries.ts'
import { type PlacedProblem, useDeadlineAnchors, useDirectory, useTypingYear } from '../../data/queries.ts'
import { CONFLICT_WORDS } from '../../messages/exchange.ts'
import { OFFICE_WORDS, type Section, sectionTitle, TIME_WORDS } from '../../messages/problem.ts'
import { useScreen } from '../../state/screen.ts'
import { AttachmentList } from '../../ui/files/attachment-list.tsx'
import { BlameSection } from './blame-section.tsx'
import { ChangeRecord } from './change-record.tsx'
import { ClosingSection } from './closing-section.tsx'
import { Deadline } from './deadline-section.tsx'
import { type FieldContext, Fields } from './fields.tsx'
import { Leads } from './leads.tsx'
import { Measures } from './measures.tsx'
import { NoticeText } from './notice-text.tsx'
import { PlaceField } from './place-field.tsx'
import { ProblemPrint } from './problem-print.tsx'
import { ProgressTimeline } from './progress-timeline.tsx'
import { SectionIndex } from './section-index.tsx'
import { useProblemActs } from './use-problem-acts.ts'
import './problem.css'

interface ProblemFileViewProps {
  readonly ledgerId: string
  readonly file: ProblemFile
  readonly placed: readonly PlacedProblem[]
}

/** Everything that is known of one problem, to be changed where it stands. */
export const ProblemFileView = ({ ledgerId, file, placed }: ProblemFileViewProps) => {
  const acts = useProblemActs(ledgerId)
  const date = useScreen((state) => state.date)
  const year = useTypingYear(ledgerId)
  const anchors = useDeadlineAnchors(ledgerId)
  const directory = useDirectory(ledgerId)
  const problemId = file.problem.id
  const office = useOfficeOfProblem(ledgerId, problemId) ?? NO_OFFICE
  const [showsChanges, setShowsChanges] = useState(false)
  const scrolled = useRef<HTMLDivElement>(null)
  const suggested = suggestedStatus(file)
  const context: FieldContext = {
    file,
    year,
    anchors,
    ...directory,
    save: (measureId, field, value) => acts.run({ type: 'set-field', problemId, measureId, field, value }),
  }
  return (
    <div className="problem-desk">
      <SectionIndex within={scrolled} onGo={(section) => (section === 'changes' ? setShowsChanges(true) : undefined)} />
      <div className="problem-file" ref={scrolled}>
        <ConflictNote count={placed.find(({ row }) => row.id === problemId)?.row.conflicts ?? 0} />
        <Part section="facts">
          <PlaceField ledgerId={ledgerId} file={file} placed={placed} acts={acts} />
          <Fields context={context} measureId={null} names={FACTS} />
          <Fields context={context} measureId={null} names={KINDS} columns />
        </Part>
        <Part section="time">
          <Fields context={context} measureId={null} names={TIME} columns />
          {suggested ? (
            <p className="label">
              {adviceText({ type: 'status-suggested', ...suggested })}{' '}
              <Button
                size="small"
                type="link"
                onClick={() => void context.save(null, 'status', statusLabel(suggested.status, false))}
              >
                {TIME_WORDS.take(statusLabel(suggested.status, false))}
              </Button>
            </p>
          ) : null}
          <Deadline file={file} measure={null} acts={acts} today={date} />
        </Part>
        <Part section="duty">
          <Fields context={context} measureId={null} names={DUTY} columns />
        </Part>
        <Part section="measures" count={file.measures.length}>
          <Measures ledgerId={ledgerId} context={context} acts={acts} today={date} />
        </Part>
        <Part section="progress" count={file.progress.length}>
          <ProgressTimeline ledgerId={ledgerId} file={file} units={directory.units} acts={acts} today={date} />
        </Part>
        <Part section="files">
          <AttachmentList {...useAttachments(ledgerId, { problemId, ownerId: problemId })} />
        </Part>
        <Part section="closing">
          <ClosingSection file={file} acts={acts} today={date} />
        </Part>
        <Part section="blame" count={office.accountabilities.length} apart>
          <BlameSection problemId={problemId} lines={office.accountabilities} acts={acts} />
        </Part>
        <Part section="office" apart>
          <h4>{OFFICE_WORDS.disclosure}</h4>
          <Fields context={context} measureId={null} names={['withheld', 'withheldReason', 'notes']} />
          <h4>{OFFICE_WORDS.leads}</h4>
          <Leads problemId={problemId} leads={office.leads} freeLeads={office.freeLeads} acts={acts} />
        </Part>
        <Part section="notice">
          <NoticeText ledgerId={ledgerId} context={context} placed={placed} acts={acts} />
        </Part>
        <section data-section="changes">
          <ChangeRecord
            ledgerId={ledgerId}
            file={file}
            accountabilities={office.accountabilities}
            acts={acts}
            isOpen={showsChanges}
            onOpen={setShowsChanges}
          />
        </section>
      </div>
      <ProblemPrint file={file} />
    </div>
  )
}

/** What two people wrote differently stands in the way of edits and of 销号: where it is settled. */
const ConflictNote = ({ count }: { readonly count: number }) =>
  count === 0 ? null : (
    <Alert
      type="error"
      showIcon
      title={CONFLICT_WORDS.inProblem(count)}
      action={
        <Button size="small" onClick={() => void useScreen.getState().enterRoom('exchange')}>
          {CONFLICT_WORDS.go}
        </Button>
      }
    />
  )

const NO_OFFICE = { accountabilities: [], leads: [], freeLeads: [] } as const
const FACTS = ['statement', 'details', 'target']
const KINDS = ['source', 'kind', 'sourceNumber']
const TIME = ['status', 'sustained', 'deadline', 'startOn', 'completedOn']
const DUTY = ['leader', 'leadUnit', 'unit', 'supportUnit', 'person', 'contact', 'phone']

interface PartProps {
  readonly section: Section
  readonly count?: number
  /** It never leaves the office. */
  readonly apart?: boolean
  readonly children: ReactNode
}

const Part = ({ section, count, apart = false, children }: PartProps) => (
  <section data-section={section} className={apart ? 'office-part' : undefined}>
    <h3 tabIndex={-1}>
      {sectionTitle(section, count ?? null)}
      {apart ? <span className="office-mark">{OFFICE_WORDS.apart}</span> : null}
    </h3>
    {children}
  </section>
)

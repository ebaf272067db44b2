import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button, Modal, Segmented, Select, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { z } from 'zod'
import { LIST_KEYS, LIST_WORDS, type ListKey } from '../../../shared/domain/four-lists.ts'
import { EDITION_WORDS, EDITIONS, type Edition } from '../../../shared/domain/records/notice-records.ts'
import type { Notice } from '../../../shared/domain/records/record-kinds.ts'
import { useNotices } from '../../data/notice-queries.ts'
import { useLedger } from '../../data/queries.ts'
import { PRINT_WORDS } from '../../messages/print.ts'
import { invoke } from '../../platform/bridge.ts'
import { type DeskPart, PROGRAM_DESK, useDeskPart } from '../../state/desk.ts'
import { NO_FILTER, useListView } from '../../state/list-view.ts'
import { useNoticeDesk } from '../../state/notice-desk.ts'
import { useScreen, type WantedForm } from '../../state/screen.ts'
import { RefusalText, useTellRefusal } from '../../ui/refusal-notice.tsx'
import './print.css'
import { printRoot } from './screen-page.ts'
import { type PrintSource, usePreview } from './use-preview.ts'

const PdfView = lazy(async () => ({ default: (await import('../../ui/files/pdf-view.tsx')).PdfView }))

const PAPER: DeskPart<{ readonly size: 'A4' | 'A3'; readonly landscape: boolean }> = {
  name: 'paper',
  schema: z.object({ size: z.enum(['A4', 'A3']), landscape: z.boolean() }),
  empty: { size: 'A4', landscape: true },
}

interface PrintDialogProps {
  readonly ledgerId: string
  /** The paper that is printed; null: what is chosen here. */
  readonly form?: WantedForm | null
  readonly onClose: () => void
}

/** 打印预览: what stands here is what comes out of the printer, page for page. */
export const PrintDialog = ({ ledgerId, form = null, onClose }: PrintDialogProps) => {
  const { message } = App.useApp()
  const tellRefusal = useTellRefusal()
  const title = useLedger(ledgerId)?.title ?? ''
  const date = useScreen((state) => state.date)
  const { list, shown, filter } = useListView.getState()
  // What stood on the screen when printing was asked for; the dialog stands before it.
  const [root] = useState(printRoot)
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER) && shown.length > 0
  const [what, setWhat] = useState<What>(isAtNotice() ? 'notice' : root === null ? 'lists' : 'screen')
  const notices = useNotices(ledgerId)?.notices ?? []
  const [choice, setChoice] = useState<NoticeLooked | null>(null)
  const chosen = choice ?? lookedAt(ledgerId, notices)
  const [lists, setLists] = useState<readonly ListKey[]>(isFiltered ? [list] : LIST_KEYS)
  const [onlyShown, setOnlyShown] = useState(isFiltered)
  const [paper, setPaper] = useDeskPart(PROGRAM_DESK, PAPER)

  const screenTitle = PRINT_WORDS.screen(root?.dataset['printRoot'] ?? '')
  const source: PrintSource =
    form !== null
      ? { type: 'form', ledgerId, date, form }
      : what === 'screen' && root !== null
        ? { type: 'screen', root, title: screenTitle, date }
        : what === 'notice' && chosen !== null
          ? { type: 'notice', ledgerId, date, noticeId: chosen.id, edition: chosen.edition }
          : { type: 'lists', ledgerId, date, lists, problemIds: onlyShown ? new Set(shown) : null }
  const isLaid = source.type === 'notice' || source.type === 'form'
  const sheet = isLaid ? NOTICE_PAPER : { ...paper, laid: false }
  const key =
    form !== null
      ? `${form.key}/${form.subjectId}`
      : source.type === 'notice'
        ? `${source.noticeId}/${source.edition}`
        : `${what}/${lists.join()}/${onlyShown}`
  const { stage, cancel } = usePreview(source, sheet, key)
  const whatWords =
    form !== null
      ? form.kind
      : source.type === 'notice'
        ? PRINT_WORDS.noticeIn(EDITION_WORDS[source.edition])
        : what === 'screen'
          ? screenTitle
          : PRINT_WORDS.lists

  const savePdf = async (bytes: Uint8Array): Promise<void> => {
    const suggestedName = PRINT_WORDS.pdfName(title, whatWords, date).slice(-200)
    const saved = await invoke('file.save', { kind: 'pdf', suggestedName, bytes })
    if (!saved.ok) tellRefusal(saved.error)
    else if (saved.value !== null) void message.success(PRINT_WORDS.saved(saved.value.path))
  }
  const print = async (): Promise<void> => {
    const sent = await invoke('print.send', { paper: sheet, title: title.slice(0, 300) })
    if (!sent.ok) tellRefusal(sent.error)
    else if (sent.value.printed) void message.success(PRINT_WORDS.sent)
  }

  return (
    <Modal
      open
      centered
      width="min(1180px, 94vw)"
      className="print-dialog"
      title={PRINT_WORDS.title}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{PRINT_WORDS.close}</Button>
          <Button
            icon={<FilePdfOutlined />}
            disabled={stage.type !== 'made'}
            onClick={() => (stage.type === 'made' ? void savePdf(stage.bytes) : undefined)}
          >
            {PRINT_WORDS.savePdf}
          </Button>
          <Button type="primary" icon={<PrinterOutlined />} disabled={stage.type !== 'made'} onClick={() => void print()}>
            {PRINT_WORDS.print}
          </Button>
        </>
      }
    >
      <div className="print-choices">
        {form !== null || (root === null && notices.length === 0) ? null : (
          <Segmented<What>
            aria-label={PRINT_WORDS.what}
            value={what}
            options={[
              ...(root === null ? [] : [{ value: 'screen' as const, label: screenTitle }]),
              { value: 'lists', label: PRINT_WORDS.lists },
              ...(notices.length === 0 ? [] : [{ value: 'notice' as const, label: PRINT_WORDS.notice }]),
            ]}
            onChange={setWhat}
          />
        )}
        {source.type === 'notice' ? (
          <NoticeChoice notices={notices} chosen={source} onChange={setChoice} />
        ) : form !== null || what === 'screen' ? null : (
          <>
            <Select
              mode="multiple"
              className="print-lists"
              aria-label={PRINT_WORDS.whichLists}
              value={[...lists]}
              options={LIST_KEYS.map((key) => ({ value: key, label: LIST_WORDS[key] }))}
              onChange={(chosen: ListKey[]) => setLists(LIST_KEYS.filter((key) => chosen.includes(key)))}
            />
            {isFiltered ? (
              <Segmented
                aria-label={PRINT_WORDS.range}
                value={onlyShown ? 'shown' : 'all'}
                options={[
                  { value: 'shown', label: PRINT_WORDS.shown(shown.length) },
                  { value: 'all', label: PRINT_WORDS.all },
                ]}
                onChange={(value) => setOnlyShown(value === 'shown')}
              />
            ) : null}
          </>
        )}
        <span className="grow" />
        {form !== null ? null : source.type === 'notice' ? (
          <span className="label">{PRINT_WORDS.upright}</span>
        ) : (
          <PaperChoice paper={paper} onChange={setPaper} />
        )}
      </div>
      <div className="print-pages">
        {stage.type === 'making' ? (
          <div className="print-making">
            <Skeleton active title={false} paragraph={{ rows: 4 }} />
            <p role="status">{PRINT_WORDS.making}</p>
            <Button onClick={cancel}>{PRINT_WORDS.cancel}</Button>
          </div>
        ) : null}
        {stage.type === 'nothing' ? <p className="print-making">{stage.words}</p> : null}
        {stage.type === 'refused' ? (
          <div className="print-making" role="alert">
            <RefusalText refusal={stage.refusal} />
          </div>
        ) : null}
        {stage.type === 'made' ? (
          <Suspense fallback={<Skeleton active />}>
            <PdfView bytes={stage.bytes} />
          </Suspense>
        ) : null}
      </div>
    </Modal>
  )
}

type What = 'lists' | 'screen' | 'notice'

/** A notice has margins and page numbers of its own. */
const NOTICE_PAPER = { size: 'A4', landscape: false, laid: true } as const

interface NoticeLooked {
  readonly id: string
  readonly edition: Edition
}

const isAtNotice = (): boolean => {
  const { screen } = useScreen.getState()
  return screen.type === 'ledger' && screen.room === 'notice'
}

/** The notice on the workbench in the edition it is looked at there, else the first. */
const lookedAt = (ledgerId: string, notices: readonly Notice[]): NoticeLooked | null => {
  const { chosen, editions } = useNoticeDesk.getState()
  const notice = notices.find(({ id }) => id === chosen[ledgerId]) ?? notices[0]
  return notice === undefined ? null : { id: notice.id, edition: editions[notice.id] ?? notice.edition }
}

interface NoticeChoiceProps {
  readonly notices: readonly Notice[]
  readonly chosen: { readonly noticeId: string; readonly edition: Edition }
  readonly onChange: (choice: NoticeLooked) => void
}

const NoticeChoice = ({ notices, chosen, onChange }: NoticeChoiceProps) => (
  <>
    {notices.length < 2 ? null : (
      <Select
        className="print-lists"
        aria-label={PRINT_WORDS.whichNotice}
        value={chosen.noticeId}
        options={notices.map(({ id, title }) => ({ value: id, label: title ?? PRINT_WORDS.untitled }))}
        onChange={(id: string) => {
          const notice = notices.find((known) => known.id === id)
          if (notice) onChange({ id, edition: notice.edition })
        }}
      />
    )}
    <Segmented<Edition>
      aria-label={PRINT_WORDS.edition}
      value={chosen.edition}
      options={EDITIONS.map((edition) => ({ value: edition, label: EDITION_WORDS[edition] }))}
      onChange={(edition) => onChange({ id: chosen.noticeId, edition })}
    />
  </>
)

type PaperOfDesk = typeof PAPER.empty

const PaperChoice = ({ paper, onChange }: { readonly paper: PaperOfDesk; readonly onChange: (paper: PaperOfDesk) => void }) => (
  <>
    <Segmented
      aria-label={PRINT_WORDS.paper}
      value={paper.size}
      options={['A4', 'A3']}
      onChange={(size) => onChange({ ...paper, size: size === 'A3' ? 'A3' : 'A4' })}
    />
    <Segmented
      aria-label={PRINT_WORDS.direction}
      value={paper.landscape ? 'landscape' : 'portrait'}
      options={[
        { value: 'landscape', label: PRINT_WORDS.landscape },
        { value: 'portrait', label: PRINT_WORDS.portrait },
      ]}
      onChange={(value) => onChange({ ...paper, landscape: value === 'landscape' })}
    />
  </>
)

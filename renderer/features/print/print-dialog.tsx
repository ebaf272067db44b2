import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button, Modal, Segmented, Select, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { z } from 'zod'
import { LIST_KEYS, LIST_WORDS, type ListKey } from '../../../shared/domain/four-lists.ts'
import { useLedger } from '../../data/queries.ts'
import { PRINT_WORDS } from '../../messages/print.ts'
import { invoke } from '../../platform/bridge.ts'
import { type DeskPart, PROGRAM_DESK, useDeskPart } from '../../state/desk.ts'
import { NO_FILTER, useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'
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
  readonly onClose: () => void
}

/** 打印预览: what stands here is what comes out of the printer, page for page. */
export const PrintDialog = ({ ledgerId, onClose }: PrintDialogProps) => {
  const { message } = App.useApp()
  const tellRefusal = useTellRefusal()
  const title = useLedger(ledgerId)?.title ?? ''
  const date = useScreen((state) => state.date)
  const { list, shown, filter } = useListView.getState()
  // What stood on the screen when printing was asked for; the dialog stands before it.
  const [root] = useState(printRoot)
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER) && shown.length > 0
  const [what, setWhat] = useState<'lists' | 'screen'>(root === null ? 'lists' : 'screen')
  const [lists, setLists] = useState<readonly ListKey[]>(isFiltered ? [list] : LIST_KEYS)
  const [onlyShown, setOnlyShown] = useState(isFiltered)
  const [paper, setPaper] = useDeskPart(PROGRAM_DESK, PAPER)

  const screenTitle = PRINT_WORDS.screen(root?.dataset['printRoot'] ?? '')
  const source: PrintSource =
    what === 'screen' && root !== null
      ? { type: 'screen', root, title: screenTitle }
      : { type: 'lists', ledgerId, date, lists, problemIds: onlyShown ? new Set(shown) : null }
  const { stage, cancel } = usePreview(source, paper, `${what}/${lists.join()}/${onlyShown}`)

  const savePdf = async (bytes: Uint8Array): Promise<void> => {
    const suggestedName = PRINT_WORDS.pdfName(title, what === 'screen' ? screenTitle : PRINT_WORDS.lists, date).slice(-200)
    const saved = await invoke('file.save', { kind: 'pdf', suggestedName, bytes })
    if (!saved.ok) tellRefusal(saved.error)
    else if (saved.value !== null) void message.success(PRINT_WORDS.saved(saved.value.path))
  }
  const print = async (): Promise<void> => {
    const sent = await invoke('print.send', { paper, title: title.slice(0, 300) })
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
        {root === null ? null : (
          <Segmented
            aria-label={PRINT_WORDS.what}
            value={what}
            options={[
              { value: 'screen', label: screenTitle },
              { value: 'lists', label: PRINT_WORDS.lists },
            ]}
            onChange={setWhat}
          />
        )}
        {what === 'screen' ? null : (
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
        <Segmented
          aria-label={PRINT_WORDS.paper}
          value={paper.size}
          options={['A4', 'A3']}
          onChange={(size) => setPaper({ ...paper, size: size === 'A3' ? 'A3' : 'A4' })}
        />
        <Segmented
          aria-label={PRINT_WORDS.direction}
          value={paper.landscape ? 'landscape' : 'portrait'}
          options={[
            { value: 'landscape', label: PRINT_WORDS.landscape },
            { value: 'portrait', label: PRINT_WORDS.portrait },
          ]}
          onChange={(value) => setPaper({ ...paper, landscape: value === 'landscape' })}
        />
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

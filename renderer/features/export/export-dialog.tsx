import { CheckCircleFilled } from '@ant-design/icons'
import { Button, Modal, Progress, Tag } from 'antd'
import type { Severity } from '../../../shared/domain/finding.ts'
import { SEVERITY_WORDS } from '../../../shared/messages/findings.ts'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import { useLedger } from '../../data/queries.ts'
import { EXPORT_WORDS } from '../../messages/export.ts'
import { TABLES_WORDS } from '../../messages/tables.ts'
import { invoke } from '../../platform/bridge.ts'
import { type ExportKind, useScreen, type WantedForm, type WantedTables } from '../../state/screen.ts'
import { RefusalText, useTellRefusal } from '../../ui/refusal-notice.tsx'
import { type ExportStage, useExport } from './use-export.ts'

interface ExportDialogProps {
  readonly ledgerId: string
  readonly kind: ExportKind
  readonly comments?: boolean
  readonly tables?: WantedTables | null
  readonly form?: WantedForm | null
  readonly onClose: () => void
}

/** One file from the making to the folder it stands in. */
export const ExportDialog = (props: ExportDialogProps) => {
  const ledger = useLedger(props.ledgerId)
  return ledger ? <Exporting {...props} title={ledger.title} /> : null
}

const Exporting = ({
  ledgerId,
  kind,
  comments = false,
  tables = null,
  form = null,
  onClose,
  title,
}: ExportDialogProps & { readonly title: string }) => {
  const date = useScreen((state) => state.date)
  const { stage, retry, cancel } = useExport({ ledgerId, kind, comments, tables, form }, title, date, onClose)
  return (
    <Modal
      open
      title={form !== null ? form.kind : tables === null ? EXPORT_WORDS[kind] : TABLES_WORDS.title}
      width={560}
      mask={{ closable: false }}
      onCancel={cancel}
      footer={<Footer stage={stage} onCancel={cancel} onRetry={retry} onClose={onClose} />}
    >
      <p className="label">{EXPORT_WORDS.asOf(date)}</p>
      <Body stage={stage} kind={kind} />
    </Modal>
  )
}

const Body = ({ stage, kind }: { readonly stage: ExportStage; readonly kind: ExportKind }) => {
  switch (stage.type) {
    case 'making':
    case 'saving':
      return (
        <>
          <p>{stage.type === 'making' ? EXPORT_WORDS.making[kind] : EXPORT_WORDS.saving}</p>
          <Progress
            percent={stage.type === 'making' ? 40 : 80}
            status="active"
            showInfo={false}
            aria-label={stage.type === 'making' ? EXPORT_WORDS.making[kind] : EXPORT_WORDS.saving}
          />
        </>
      )
    case 'nothing':
      return (
        <>
          <h3>{EXPORT_WORDS.noNotice}</h3>
          <p>{EXPORT_WORDS.noNoticeDetail}</p>
        </>
      )
    case 'refused':
      return (
        <>
          <h3>{sentenceOf(stage.refusal).title}</h3>
          <RefusalText refusal={stage.refusal} />
        </>
      )
    case 'saved':
      return (
        <>
          <p className="export-done">
            <CheckCircleFilled /> {EXPORT_WORDS.done}
          </p>
          <p className="path">{stage.path}</p>
          {stage.missingFonts.length === 0 ? null : <p className="label">{EXPORT_WORDS.missingFonts(stage.missingFonts)}</p>}
          {stage.findings.length === 0 ? null : (
            <>
              <h3>{EXPORT_WORDS.findings(stage.findings.length)}</h3>
              <ul className="findings">
                {stage.findings.map((finding, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: findings do not change here
                  <li key={i}>
                    <Tag color={SEVERITY_COLOURS[finding.severity]}>{SEVERITY_WORDS[finding.severity]}</Tag>
                    <span>{finding.message}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )
  }
}

const SEVERITY_COLOURS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'default' }

const Footer = ({
  stage,
  onCancel,
  onRetry,
  onClose,
}: {
  readonly stage: ExportStage
  readonly onCancel: () => void
  readonly onRetry: () => void
  readonly onClose: () => void
}) => {
  const tellRefusal = useTellRefusal()
  const reveal = async (path: string) => {
    const shown = await invoke('file.reveal', { path })
    if (!shown.ok) tellRefusal(shown.error)
  }
  switch (stage.type) {
    case 'making':
    case 'saving':
      return <Button onClick={onCancel}>{EXPORT_WORDS.cancel}</Button>
    case 'nothing':
      return <Button onClick={onClose}>{EXPORT_WORDS.close}</Button>
    case 'refused':
      return (
        <>
          <Button onClick={onClose}>{EXPORT_WORDS.close}</Button>
          {stage.refusal.type === 'conflicts-unresolved' ? (
            <Button
              type="primary"
              onClick={() => {
                onClose()
                void useScreen.getState().enterRoom('exchange')
              }}
            >
              {EXPORT_WORDS.toConflicts}
            </Button>
          ) : null}
          <Button type={stage.refusal.type === 'conflicts-unresolved' ? 'default' : 'primary'} onClick={onRetry}>
            {stage.refusal.type === 'write-failed' ? EXPORT_WORDS.saveElsewhere : EXPORT_WORDS.retry}
          </Button>
        </>
      )
    case 'saved':
      return (
        <>
          <Button onClick={() => void reveal(stage.path)}>{EXPORT_WORDS.reveal}</Button>
          <Button type="primary" onClick={onClose}>
            {EXPORT_WORDS.close}
          </Button>
        </>
      )
  }
}

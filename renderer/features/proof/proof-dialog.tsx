import { App, Button, Checkbox, Modal, Spin } from 'antd'
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import type { DecidedFinding } from '../../../shared/proof/decisions.ts'
import { useLedger } from '../../data/queries.ts'
import { writeTextReport } from '../../data/store-client.ts'
import { EXPORT_WORDS } from '../../messages/export.ts'
import { TEXT_CHECK_WORDS as WORDS } from '../../messages/text-check.ts'
import { invoke } from '../../platform/bridge.ts'
import { windowClock } from '../../platform/window-ports.ts'
import { registeredName } from '../../state/pc-settings.ts'
import { FindingList } from '../../ui/checks/finding-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RefusalText, useTellRefusal } from '../../ui/refusal-notice.tsx'
import { type CheckedTextHandle, CheckedTextView } from './checked-text-view.tsx'
import { useTextCheck } from './use-text-check.ts'
import './proof.css'

interface ProofDialogProps {
  /** The open ledger, to hold the text against; null where none is open. */
  readonly ledgerId: string | null
  readonly onClose: () => void
}

/** 检查文稿: any text is checked without becoming a ledger, beside its own words. */
export const ProofDialog = ({ ledgerId, onClose }: ProofDialogProps) => {
  const { message, modal } = App.useApp()
  const tellRefusal = useTellRefusal()
  const ledger = useLedger(ledgerId ?? '')
  const { stage, decided, isAgainst, setAgainst, hasDecisions, check, decide, takeBack, cancel } = useTextCheck(ledgerId)
  const [isAbove, setAbove] = useState(false)
  const [isWriting, setWriting] = useState(false)
  const [wasExported, setExported] = useState(true)
  const view = useRef<CheckedTextHandle>(null)
  const choose = async () => {
    const chosen = await invoke('file.open', { kind: 'text' })
    if (!chosen.ok) tellRefusal(chosen.error)
    else if (chosen.value) await check(chosen.value)
  }
  const onDrop = async (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setAbove(false)
    const files = [...event.dataTransfer.files]
    const [file] = files
    if (!file) return
    if (files.length > 1) void message.info(WORDS.onlyOne)
    await check({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = 'copy'
    setAbove(true)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    const text = event.clipboardData.getData('text/plain')
    if (text.trim() !== '') void check(text)
  }
  const report = async () => {
    if (stage.type !== 'checked') return
    setWriting(true)
    const today = windowClock.today()
    const against = ledger && isAgainst ? { title: ledger.title, cutoff: today } : null
    const subject = stage.name.replace(/\.[A-Za-z]{2,5}$/, '')
    const made = await writeTextReport(
      { subject, on: today, by: registeredName(), against, proof: stage.proof, decided },
      isAgainst ? ledgerId : null,
      new AbortController().signal,
    )
    setWriting(false)
    if (!made.ok) return tellRefusal(made.error)
    if (made.value === null) return
    const saved = await invoke('file.save', {
      kind: 'notice',
      suggestedName: EXPORT_WORDS.proofName(subject.slice(0, 80), today),
      bytes: made.value,
    })
    if (!saved.ok) return tellRefusal(saved.error)
    if (saved.value === null) return
    setExported(true)
    void message.success(WORDS.saved(saved.value.path), 8)
  }
  const close = () => {
    if (!hasDecisions || wasExported) return onClose()
    modal.confirm({
      title: WORDS.leaveTitle,
      content: WORDS.leaveDetail,
      okText: WORDS.leave,
      cancelText: WORDS.stay,
      onOk: onClose,
    })
  }
  const saying =
    <A extends readonly unknown[]>(act: (...args: A) => void) =>
    (...args: A) => {
      setExported(false)
      act(...args)
    }
  return (
    <Modal
      open
      centered
      width={1240}
      title={stage.type === 'checked' ? `${WORDS.title}：${stage.name}` : WORDS.title}
      mask={{ closable: false }}
      onCancel={close}
      footer={
        stage.type === 'reading' ? (
          <Button onClick={cancel}>{WORDS.cancel}</Button>
        ) : (
          <>
            <Button onClick={close}>{WORDS.close}</Button>
            {stage.type === 'choose' ? null : <Button onClick={() => void choose()}>{WORDS.other}</Button>}
            {stage.type === 'checked' ? (
              <Button type="primary" loading={isWriting} onClick={() => void report()}>
                {WORDS.report}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place for files, beside the button that chooses one */}
      <div
        className={isAbove ? 'text-check text-check-above' : 'text-check'}
        onDragOver={onDragOver}
        onDragLeave={() => setAbove(false)}
        onDrop={(event) => void onDrop(event)}
        onPaste={onPaste}
      >
        {stage.type === 'choose' ? (
          <EmptyState title={isAbove ? WORDS.drop : WORDS.chooseTitle} detail={WORDS.chooseDetail}>
            <Button type="primary" autoFocus onClick={() => void choose()}>
              {WORDS.choose}
            </Button>
          </EmptyState>
        ) : null}
        {stage.type === 'reading' ? (
          <EmptyState title={WORDS.reading(stage.name)} detail="">
            <Spin size="large" />
          </EmptyState>
        ) : null}
        {stage.type === 'refused' ? (
          <EmptyState title={sentenceOf(stage.refusal).title} detail="">
            <RefusalText refusal={stage.refusal} />
          </EmptyState>
        ) : null}
        {stage.type === 'checked' ? (
          <div className="text-check-panes">
            <CheckedTextView ref={view} text={stage.text} decided={decided} />
            <aside>
              {ledger ? (
                <Checkbox checked={isAgainst} onChange={({ target }) => setAgainst(target.checked)}>
                  {WORDS.against(ledger.title)}
                </Checkbox>
              ) : null}
              <FindingList<DecidedFinding>
                checked={stage.proof.checked}
                passed={stage.proof.passed}
                findings={decided}
                acts={{
                  go: ({ finding }) => view.current?.show(finding.start),
                  fix: null,
                  decide: saying(decide),
                  takeBack: saying(takeBack),
                }}
              />
            </aside>
          </div>
        ) : null}
      </div>
    </Modal>
  )
}

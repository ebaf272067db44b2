import { App, Button, Input, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import { ledgerStore, readNotice } from '../../data/store-client.ts'
import { INTAKE_WORDS } from '../../messages/ledgers.ts'
import { windowClock } from '../../platform/window-ports.ts'
import { type IntakeSource, useScreen } from '../../state/screen.ts'
import { useDraft } from '../../state/use-draft.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { RefusalText, useTellRefusal } from '../../ui/refusal-notice.tsx'
import type { SuggestedLedger } from '../../workers/intake-worker.ts'
import { IntakePreview } from './intake-preview.tsx'
import { SourceChoices } from './source-choices.tsx'

type Step =
  | { readonly type: 'choose' }
  | { readonly type: 'paste' }
  | { readonly type: 'reading' }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'preview'; readonly suggested: SuggestedLedger }
  | { readonly type: 'creating'; readonly suggested: SuggestedLedger; readonly percent: number }

/** From a text to a ledger. Nothing is written before 建立台账. */
export const IntakePage = ({ source }: { readonly source: IntakeSource }) => {
  const goHome = useScreen((state) => state.goHome)
  const openLedger = useScreen((state) => state.openLedger)
  const tellRefusal = useTellRefusal()
  const [step, setStep] = useState<Step>(source.type === 'read' ? { type: 'reading' } : source)
  const { message } = App.useApp()
  // Only 建立台账 saves it: until then whatever would take it away stays, and says how to go on.
  const { draft, setDraft } = useDraft({
    id: 'intake',
    what: INTAKE_WORDS.pasteTitle,
    save: async () => {
      void message.warning({ key: 'intake', content: INTAKE_WORDS.keepsText, duration: 8 })
      return false
    },
    show: () => setStep((now) => (now.type === 'choose' ? { type: 'paste' } : now)),
  })
  const text = draft ?? ''
  const setText = (next: string) => setDraft(next === '' ? null : next)
  const reading = useRef<AbortController | null>(null)

  const read = async (from: string | Uint8Array) => {
    const controller = new AbortController()
    reading.current = controller
    setStep({ type: 'reading' })
    const answer = await readNotice(from, windowClock.today(), controller.signal)
    if (controller.signal.aborted) return
    if (!answer.ok) setStep({ type: 'refused', refusal: answer.error })
    else if (answer.value) setStep({ type: 'preview', suggested: answer.value })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: one reading for one source
  useEffect(() => {
    if (source.type === 'read') void read(source.from)
    else setStep(source)
    return () => reading.current?.abort()
  }, [source])

  const cancel = () => {
    reading.current?.abort()
    if (text === '') void goHome()
    else setStep({ type: 'paste' })
  }
  const create = async (suggested: SuggestedLedger) => {
    const show = (percent: number) => setStep({ type: 'creating', suggested, percent })
    show(0)
    const created = await ledgerStore.createLedger(suggested.records, INTAKE_WORDS.intent, (done, of) =>
      show(Math.round((done / of) * 100)),
    )
    if (created.ok) {
      setDraft(null)
      void openLedger(created.value.ledgerId, 'lists')
      return
    }
    tellRefusal(created.error)
    setStep({ type: 'preview', suggested })
  }

  switch (step.type) {
    case 'choose':
      return (
        <Page title={INTAKE_WORDS.title} extra={<Button onClick={() => void goHome()}>{INTAKE_WORDS.back}</Button>}>
          <h2>{INTAKE_WORDS.choose}</h2>
          <SourceChoices onPaste={() => setStep({ type: 'paste' })} />
        </Page>
      )
    case 'paste':
      return (
        <Page
          title={INTAKE_WORDS.pasteTitle}
          extra={
            <>
              <span className="label">{INTAKE_WORDS.characters(text.length)}</span>
              <Button onClick={() => setStep({ type: 'choose' })}>{INTAKE_WORDS.back}</Button>
              <Button disabled={text === ''} onClick={() => setDraft(null)}>
                {INTAKE_WORDS.clear}
              </Button>
              <Button type="primary" disabled={text.trim() === ''} onClick={() => void read(text)}>
                {INTAKE_WORDS.read}
              </Button>
            </>
          }
        >
          <Input.TextArea
            autoFocus
            className="paste"
            aria-label={INTAKE_WORDS.pasteTitle}
            placeholder={INTAKE_WORDS.pastePlaceholder}
            value={text}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
        </Page>
      )
    case 'reading':
      return (
        <Page title={INTAKE_WORDS.title} extra={<Button onClick={cancel}>{INTAKE_WORDS.cancel}</Button>}>
          <EmptyState title={INTAKE_WORDS.reading} detail={INTAKE_WORDS.readingDetail}>
            <Spin size="large" />
          </EmptyState>
        </Page>
      )
    case 'refused':
      return (
        <Page title={INTAKE_WORDS.title} extra={<Button onClick={cancel}>{INTAKE_WORDS.back}</Button>}>
          <EmptyState title={sentenceOf(step.refusal).title} detail="">
            <RefusalText refusal={step.refusal} />
          </EmptyState>
        </Page>
      )
    default:
      return (
        <IntakePreview
          suggested={step.suggested}
          percent={step.type === 'creating' ? step.percent : null}
          onConfirm={() => void create(step.suggested)}
          onDiscard={() => {
            setDraft(null)
            void goHome()
          }}
        />
      )
  }
}

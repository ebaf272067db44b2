import { Button, Input, Spin } from 'antd'
import { type KeyboardEvent, useMemo } from 'react'
import { withTypedFrame } from '../../../shared/domain/new-ledger.ts'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import { INTAKE_WORDS } from '../../messages/ledgers.ts'
import type { IntakeSource } from '../../state/screen.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RefusalText } from '../../ui/refusal-notice.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { FactsStep } from './facts-step.tsx'
import { IntakePreview } from './intake-preview.tsx'
import { BesideTheText, ReadAs } from './read-as.tsx'
import { SettingsStep } from './settings-step.tsx'
import { TextChoices } from './source-choices.tsx'
import { SplitsStep } from './splits-step.tsx'
import { useWizard } from './use-wizard.ts'
import { WizardFrame } from './wizard-frame.tsx'
import './ledgers.css'

/** The way to a new ledger: the inspection, its text, the settings. Nothing is written before 建立台账. */
export const IntakePage = ({ source }: { readonly source: IntakeSource }) => {
  const wizard = useWizard(source)
  const { step, back, giveUp } = wizard
  const onKeyDown = (event: KeyboardEvent) => {
    // Choosing in an input method keeps its own Esc.
    if (event.nativeEvent.isComposing) return
    const isHere = event.currentTarget.contains(event.target as Node)
    if (event.key === 'Escape' && isHere) {
      // The question it may open closes at the Esc that reaches it: not at this one.
      event.stopPropagation()
      giveUp()
    } else if (event.altKey && event.key === 'ArrowLeft') back()
    else if (event.altKey && event.key === 'ArrowRight') forward(wizard)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole way, beside its buttons
    <div className="wizard" onKeyDown={onKeyDown} data-step={step.type}>
      <Step wizard={wizard} />
    </div>
  )
}

type Wizard = ReturnType<typeof useWizard>

const forward = ({ step, goTo, text, read, suggested }: Wizard): void => {
  if (step.type === 'facts') goTo('choose')
  else if (step.type === 'choose' && suggested !== null) goTo('preview')
  else if (step.type === 'paste' && text.trim() !== '') void read(text)
  else if (step.type === 'preview') goTo('settings')
}

const Step = ({ wizard }: { readonly wizard: Wizard }) => {
  const { step, text, back, giveUp } = wizard
  const cancel = <Button onClick={giveUp}>{INTAKE_WORDS.cancel}</Button>
  const previous = <Button onClick={back}>{INTAKE_WORDS.previous}</Button>
  switch (step.type) {
    case 'facts':
      return <FactsStep typed={wizard.typed} onType={wizard.type} onNext={() => wizard.goTo('choose')} cancel={cancel} />
    case 'choose':
      return (
        <WizardFrame
          title={INTAKE_WORDS.title}
          step={1}
          extra={
            <>
              {cancel}
              {previous}
            </>
          }
        >
          <h2>{INTAKE_WORDS.choose}</h2>
          <TextChoices onPaste={() => wizard.goTo('paste')} onOpen={() => void wizard.readFile()} onNothing={wizard.beginEmpty} />
        </WizardFrame>
      )
    case 'paste':
      return (
        <WizardFrame
          title={INTAKE_WORDS.pasteTitle}
          step={1}
          extra={
            <>
              <span className="label">{INTAKE_WORDS.characters(text.length)}</span>
              {cancel}
              {previous}
              <Button disabled={text === ''} onClick={() => wizard.setText('')}>
                {INTAKE_WORDS.clear}
              </Button>
              <Button type="primary" disabled={text.trim() === ''} onClick={() => void wizard.read(text)}>
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
            onChange={(event) => wizard.setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.ctrlKey && event.key === 'Enter' && text.trim() !== '') void wizard.read(text)
            }}
          />
        </WizardFrame>
      )
    case 'reading':
      return (
        <WizardFrame title={INTAKE_WORDS.title} step={1} extra={cancelReading(back)}>
          <EmptyState title={INTAKE_WORDS.reading} detail={INTAKE_WORDS.readingDetail}>
            <Spin size="large" />
          </EmptyState>
        </WizardFrame>
      )
    case 'refused':
      return (
        <WizardFrame title={INTAKE_WORDS.title} step={1} extra={<Button onClick={back}>{INTAKE_WORDS.back}</Button>}>
          <EmptyState title={sentenceOf(step.refusal).title} detail="">
            <RefusalText refusal={step.refusal} />
          </EmptyState>
        </WizardFrame>
      )
    case 'preview':
      return <Preview wizard={wizard} />
    case 'splits':
      return wizard.document === null || wizard.suggested?.splits == null ? null : (
        <SplitsStep
          text={wizard.document.text}
          splits={wizard.suggested.splits}
          onBack={back}
          onApply={(splits) =>
            void wizard.choose({ asKind: 'feedback', splits }).then((taken) => taken && wizard.goTo('preview'))
          }
        />
      )
    case 'columns':
      return wizard.document === null || wizard.suggested?.tables == null ? null : (
        <ColumnsStep
          document={wizard.document}
          readings={wizard.suggested.tables.readings}
          counts={{
            problems: wizard.suggested.records.problem.length,
            measures: wizard.suggested.records.measure.length,
          }}
          onChange={(readings, correction) => void wizard.correctColumns(readings, correction)}
          onDone={back}
        />
      )
    case 'settings':
      return (
        <SettingsStep
          typed={wizard.typed}
          isEmpty={wizard.suggested === null}
          percent={wizard.percent}
          onType={wizard.type}
          onCreate={() => void wizard.create()}
          before={
            <>
              {cancel}
              {previous}
            </>
          }
        />
      )
  }
}

const cancelReading = (back: () => void) => <Button onClick={back}>{INTAKE_WORDS.cancel}</Button>

const Preview = ({ wizard }: { readonly wizard: Wizard }) => {
  const { suggested, typed } = wizard
  // What was typed has passed before: this step is only reached with fields that can be read.
  const shown = useMemo(() => {
    if (suggested === null) return null
    const framed = withTypedFrame(suggested.records, typed)
    return { ...suggested, records: framed.ok ? framed.value : suggested.records }
  }, [suggested, typed])
  if (shown === null) return null
  return (
    <IntakePreview
      suggested={shown}
      reading={
        wizard.document === null ? null : (
          <ReadAs
            document={wizard.document}
            suggested={shown}
            choices={wizard.choices}
            isBusy={wizard.percent !== null}
            onChoose={(change) => void wizard.choose(change)}
            onCorrect={wizard.goTo}
          />
        )
      }
      beside={wizard.document === null ? null : <BesideTheText document={wizard.document} suggested={shown} />}
      differences={wizard.differences}
      percent={wizard.percent}
      onConfirm={() => void wizard.create()}
      onSettings={() => wizard.goTo('settings')}
      onBack={wizard.back}
      onDiscard={wizard.giveUp}
    />
  )
}

import { Button } from 'antd'
import type { ReactNode } from 'react'
import { frameKey, frameShape, type TypedFrame } from '../../../shared/domain/new-ledger.ts'
import { INTAKE_WORDS } from '../../messages/ledgers.ts'
import { TypedField } from '../../ui/typed-field.tsx'
import { FACT_FIELDS, TITLE_FIELD } from './frame-fields.ts'
import { FrameForm } from './frame-form.tsx'
import { suggestedTitle } from './use-wizard.ts'
import { WizardFrame } from './wizard-frame.tsx'

interface FactsStepProps {
  readonly typed: TypedFrame
  readonly onType: (key: string, value: string) => void
  readonly onNext: () => void
  readonly cancel: ReactNode
}

/** Who inspected whom, and when. Enter goes on. */
export const FactsStep = ({ typed, onType, onNext, cancel }: FactsStepProps) => (
  <WizardFrame
    title={INTAKE_WORDS.title}
    step={0}
    extra={
      <>
        {cancel}
        <Button type="primary" htmlType="submit" form={FORM}>
          {INTAKE_WORDS.next}
        </Button>
      </>
    }
  >
    <form
      id={FORM}
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <h2>{INTAKE_WORDS.factsTitle}</h2>
      <p className="label wizard-detail">{INTAKE_WORDS.factsDetail}</p>
      <FrameForm fields={FACT_FIELDS} typed={typed} onType={onType} takesKeys />
      <TypedField
        shape={frameShape(TITLE_FIELD)}
        value={typed[frameKey(TITLE_FIELD)] ?? ''}
        placeholder={suggestedTitle(typed)}
        note={INTAKE_WORDS.titleFrom(suggestedTitle(typed))}
        onType={(value) => onType(frameKey(TITLE_FIELD), value)}
      />
      <p className="label">{INTAKE_WORDS.wizardKeys}</p>
    </form>
  </WizardFrame>
)

const FORM = 'new-ledger-facts'

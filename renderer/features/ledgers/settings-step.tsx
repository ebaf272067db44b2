import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { TypedFrame } from '../../../shared/domain/new-ledger.ts'
import { INTAKE_WORDS } from '../../messages/ledgers.ts'
import { DUTY_FIELDS, LIST_FIELDS, THRESHOLD_FIELDS } from './frame-fields.ts'
import { FrameForm } from './frame-form.tsx'
import { WizardFrame } from './wizard-frame.tsx'

interface SettingsStepProps {
  readonly typed: TypedFrame
  /** Nothing was read: the ledger will have no problem yet. */
  readonly isEmpty: boolean
  readonly percent: number | null
  readonly onType: (key: string, value: string) => void
  readonly onCreate: () => void
  readonly before: ReactNode
}

/** The last step: how the ledger counts and what its lists are called. Enter makes the ledger. */
export const SettingsStep = ({ typed, isEmpty, percent, onType, onCreate, before }: SettingsStepProps) => (
  <WizardFrame
    title={INTAKE_WORDS.settingsTitle}
    step={2}
    extra={
      <>
        {before}
        <Button type="primary" htmlType="submit" form={FORM} loading={percent !== null}>
          {percent === null ? INTAKE_WORDS.confirm : INTAKE_WORDS.creating(percent)}
        </Button>
      </>
    }
  >
    <form
      id={FORM}
      onSubmit={(event) => {
        event.preventDefault()
        onCreate()
      }}
    >
      <p className="label wizard-detail">{INTAKE_WORDS.settingsDetail}</p>
      {isEmpty ? <p className="wizard-detail">{INTAKE_WORDS.emptyLedger}</p> : null}
      <h2>{INTAKE_WORDS.duties}</h2>
      <FrameForm fields={DUTY_FIELDS} typed={typed} onType={onType} takesKeys />
      <h2>{INTAKE_WORDS.thresholds}</h2>
      <FrameForm fields={THRESHOLD_FIELDS} typed={typed} onType={onType} />
      <h2>{INTAKE_WORDS.lists}</h2>
      <FrameForm fields={LIST_FIELDS} typed={typed} onType={onType} />
    </form>
  </WizardFrame>
)

const FORM = 'new-ledger-settings'

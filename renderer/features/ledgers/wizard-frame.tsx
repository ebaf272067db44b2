import { Steps } from 'antd'
import type { ReactNode } from 'react'
import { INTAKE_WORDS } from '../../messages/ledgers.ts'
import { Page } from '../../ui/page.tsx'

interface WizardFrameProps {
  readonly title: string
  /** Which of the three steps this belongs to, from 0. */
  readonly step: number
  readonly extra: ReactNode
  readonly children: ReactNode
}

/** One page of the way to a new ledger, with where on the way it stands. */
export const WizardFrame = ({ title, step, extra, children }: WizardFrameProps) => (
  <Page title={title} extra={extra}>
    <nav aria-label={INTAKE_WORDS.stepsLabel}>
      <Steps size="small" className="wizard-steps" current={step} items={INTAKE_WORDS.steps.map((words) => ({ title: words }))} />
    </nav>
    {children}
  </Page>
)

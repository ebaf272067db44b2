import type { FrameField } from '../../../shared/domain/new-ledger.ts'

/** One field of the wizard: what is usual in it, and what it is without an answer. */
export interface WizardField extends FrameField {
  readonly placeholder?: string
  readonly suggestions?: readonly string[]
}

const inspection = (name: string, more: Omit<WizardField, 'kind' | 'name'> = {}): WizardField => ({
  kind: 'inspection',
  name,
  ...more,
})
const ledger = (name: string, placeholder: string): WizardField => ({ kind: 'ledger', name, placeholder })

const DAY = '如：2024年3月1日'

export const FACT_FIELDS: readonly WizardField[] = [
  inspection('level', { suggestions: ['中央', '省委', '市委', '县委'], placeholder: '如：市委' }),
  inspection('kind', {
    suggestions: ['常规巡视', '常规巡察', '专项巡视', '专项巡察', '机动巡察', '提级巡察', '巡察“回头看”'],
    placeholder: '如：常规巡察',
  }),
  inspection('team', { placeholder: '如：市委第三巡察组' }),
  inspection('inspectedParty', { placeholder: '如：青梧县' }),
  inspection('rectifyingParty', { placeholder: '如：中共青梧县委' }),
  inspection('periodFrom', { placeholder: DAY }),
  inspection('periodTo', { placeholder: DAY }),
  inspection('feedbackOn', { placeholder: DAY }),
]

export const TITLE_FIELD: WizardField = { kind: 'ledger', name: 'title' }

export const DUTY_FIELDS: readonly WizardField[] = [
  ledger('planDays', '不提醒'),
  ledger('meetingDays', '不提醒'),
  ledger('reportDays', '不提醒'),
  ledger('concentratedUntil', DAY),
]

export const THRESHOLD_FIELDS: readonly WizardField[] = [ledger('greenDays', '20'), ledger('yellowDays', '10')]

export const LIST_FIELDS: readonly WizardField[] = [
  ledger('problemsListName', '问题清单'),
  ledger('tasksListName', '任务清单'),
  ledger('timesListName', '时间清单'),
  ledger('dutiesListName', '责任清单'),
]

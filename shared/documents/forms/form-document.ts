import type { PlainDate } from '../../base/plain-date.ts'
import { fileAt } from '../../domain/file-at.ts'
import type { Ledger } from '../../domain/ledger.ts'
import type { PaperDocument } from '../paper-document.ts'
import { adjustmentForm, extensionForm } from './change-forms.ts'
import { closureForm } from './closure-form.ts'
import type { FormKey } from './form-keys.ts'
import { immediateList, meetingPaper } from './list-papers.ts'
import { problemFilePaper } from './problem-file.ts'
import { supervisionForm } from './supervision-form.ts'
import { type PreviousPeriod, workReport } from './work-report.ts'

/** What a form is made with beside the ledger. */
export interface FormSetting {
  /** 截至. */
  readonly date: PlainDate
  /** The office that signs letters and reports. */
  readonly issuer: string
  /** For 月报 and 半月报. */
  readonly previous: PreviousPeriod | null
}

/** Who signs: where nobody is registered, the party that puts things right. */
export const issuerOf = (ledger: Ledger, registered: string): string => registered || (ledger.inspection.rectifyingParty ?? '')

/** One paper of a form; null when the ledger has no such notice or problem (it was removed meanwhile). */
export const formDocument = (ledger: Ledger, key: FormKey, subjectId: string, setting: FormSetting): PaperDocument | null => {
  const { date, issuer, previous } = setting
  switch (key) {
    case 'monthly':
    case 'halfMonthly':
      return workReport(ledger, key, date, previous, issuer)
    case 'immediate':
      return immediateList(ledger, date)
    case 'meeting':
      return meetingPaper(ledger, date)
    case 'supervision': {
      const notice = ledger.records.supervisionNotice.find(({ id }) => id === subjectId)
      return notice ? supervisionForm(ledger, notice, issuer, date) : null
    }
    default: {
      const file = ledger.problems.find(({ problem }) => problem.id === subjectId)
      if (!file) return null
      const then = fileAt(file, date)
      if (key === 'closure') return closureForm(ledger, then, date)
      if (key === 'extension') return extensionForm(ledger, then)
      return key === 'adjustment' ? adjustmentForm(ledger, then) : problemFilePaper(ledger, then, date)
    }
  }
}

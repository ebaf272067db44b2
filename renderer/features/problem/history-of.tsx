import { printChineseDate } from '../../../shared/base/plain-date.ts'
import { printDeadline } from '../../../shared/domain/deadline.ts'
import { extensionsOf } from '../../../shared/domain/extensions.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import type { Extension } from '../../../shared/domain/records/record-kinds.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'

/** How often the deadline was put off, from what to what, and who approved it. */
export const HistoryOf = ({ file }: { readonly file: ProblemFile }) => {
  const own = extensionsOf(file, file.problem.id)
  if (own.length === 0) return null
  return (
    <div className="history">
      <strong>{PROBLEM_WORDS.extensions}</strong>（{PROBLEM_WORDS.extensionTimes(own.length)}）
      {own.map((extension) => (
        <div key={extension.id}>
          {PROBLEM_WORDS.extension(
            printDeadline({ on: extension.fromOn, words: extension.fromWords }),
            printDeadline({ on: extension.toOn, words: extension.toWords }) || PROBLEM_WORDS.unset,
          )}
          {approvalOf(extension)}
        </div>
      ))}
    </div>
  )
}

/** （汛期无法施工，县委整改办，2024年6月20日）, as far as it is known. */
const approvalOf = ({ reason, approvedBy, approvedOn }: Extension): string => {
  const told = [reason, approvedBy, approvedOn && printChineseDate(approvedOn)].filter((text) => text !== null && text !== '')
  return told.length === 0 ? '' : `（${told.join('，')}）`
}

import { printDeadline } from '../../../shared/domain/deadline.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'

/** How often the deadline was put off, and when the problem was closed. */
export const HistoryOf = ({ file }: { readonly file: ProblemFile }) => {
  const own = file.extensions.filter(({ ownerId }) => ownerId === file.problem.id)
  if (own.length === 0 && file.closures.length === 0) return null
  return (
    <div className="history">
      {own.length === 0 ? null : (
        <div>
          <strong>{PROBLEM_WORDS.extensions}</strong>（{PROBLEM_WORDS.extensionTimes(own.length)}）
          {own.map((extension) => (
            <div key={extension.id}>
              {PROBLEM_WORDS.extension(
                printDeadline({ on: extension.fromOn, words: extension.fromWords }),
                printDeadline({ on: extension.toOn, words: extension.toWords }) || PROBLEM_WORDS.unset,
              )}
              {extension.reason ? `（${extension.reason}）` : ''}
            </div>
          ))}
        </div>
      )}
      {file.closures.map(({ id, cycle, closedOn }) => (
        <div key={id}>
          <strong>{PROBLEM_WORDS.closures}</strong> {PROBLEM_WORDS.closedOn(cycle ?? 1, closedOn ?? PROBLEM_WORDS.unset)}
        </div>
      ))}
    </div>
  )
}

import { createPortal } from 'react-dom'
import { printChineseDate } from '../../../shared/base/plain-date.ts'
import { closureState } from '../../../shared/domain/closing.ts'
import { deadlineOf, printDeadline } from '../../../shared/domain/deadline.ts'
import { extensionsOf, originalDeadline } from '../../../shared/domain/extensions.ts'
import { namesInRole } from '../../../shared/domain/four-lists.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { fieldShape } from '../../../shared/domain/records/field-shape.ts'
import { RESPONSIBILITY_ROLES, RESPONSIBILITY_WORDS } from '../../../shared/domain/records/ledger-records.ts'
import { OUTCOME_WORDS } from '../../../shared/domain/records/problem-records.ts'
import type { Problem } from '../../../shared/domain/records/record-kinds.ts'
import { statusLabel } from '../../../shared/domain/status.ts'
import { printTyped } from '../../../shared/domain/typed-value.ts'
import { CLOSING_WORDS, CLOSURE_STATE_WORDS } from '../../messages/closing.ts'
import { FACTS_WORDS, PRINT_WORDS, PROGRESS_WORDS, SECTION_WORDS, TIME_WORDS } from '../../messages/problem.ts'
import { outcomeText } from './outcomes.tsx'
import { latestFirst } from './progress-order.ts'

/**
 * One problem on paper (一问题一档), A4 upright; seen only in print. What never leaves the office is not on it. It stands beside the
 * window's own root, because a drawer is cut at its edges when it is printed.
 */
export const ProblemPrint = ({ file }: { readonly file: ProblemFile }) =>
  createPortal(
    <div className="problem-print" data-print-root={PRINT_WORDS.title(file.number)} aria-hidden="true">
      <h1>{PRINT_WORDS.title(file.number)}</h1>
      <table>
        <tbody>
          {factRows(file).map(([title, text]) => (
            <tr key={title}>
              <th>{title}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MeasureTable file={file} />
      <ProgressTable file={file} />
      <ClosingTable file={file} />
    </div>,
    document.body,
  )

/** Title and text of every fact that is told. */
export const factRows = (file: ProblemFile): readonly (readonly [string, string])[] => {
  const { problem } = file
  const own = (name: 'statement' | 'details' | 'target' | 'source' | 'kind' | 'sourceNumber' | 'account' | 'result') =>
    [fieldShape('problem', name).title, printTyped(fieldShape('problem', name), problem[name])] as const
  const day = (name: 'startOn' | 'completedOn') =>
    [fieldShape('problem', name).title, problem[name] === null ? '' : printChineseDate(problem[name])] as const
  const times = extensionsOf(file, problem.id).length
  const original = printDeadline(originalDeadline(file, problem))
  const rows: readonly (readonly [string, string])[] = [
    [PRINT_WORDS.number, String(file.number)],
    [FACTS_WORDS.place, file.path.map(({ heading }) => heading).join(' › ')],
    own('statement'),
    own('details'),
    own('target'),
    own('source'),
    [own('kind')[0], problem.kind === 'unstated' ? '' : own('kind')[1]],
    own('sourceNumber'),
    [PRINT_WORDS.status, statedStatus(problem)],
    [fieldShape('problem', 'deadlineOn').title, printDeadline(deadlineOf(problem))],
    [TIME_WORDS.extensions(times), times === 0 ? '' : original],
    day('startOn'),
    day('completedOn'),
    ...RESPONSIBILITY_ROLES.map((role) => [RESPONSIBILITY_WORDS[role], namesInRole(file, problem.id, role)] as const),
    own('account'),
    own('result'),
  ]
  return rows.filter(([, text]) => text !== '')
}

/** What nobody has told is left out on paper. */
const statedStatus = ({ status, sustained }: Pick<Problem, 'status' | 'sustained'>): string =>
  status === 'unstated' ? '' : statusLabel(status, sustained)

const MeasureTable = ({ file }: { readonly file: ProblemFile }) => {
  if (file.measures.length === 0) return null
  const titles = [PRINT_WORDS.number, PRINT_WORDS.measure, SECTION_WORDS.duty, SECTION_WORDS.time, PRINT_WORDS.status]
  return (
    <PaperTable title={SECTION_WORDS.measures} heads={titles}>
      {file.measures.map((measure, i) => [
        String(i + 1),
        [measure.title, measure.text].filter((text) => text !== '').join('\n'),
        (['leader', 'leadUnit', 'unit'] as const)
          .map((role) => namesInRole(file, measure.id, role))
          .filter((names) => names !== '')
          .join('；'),
        printDeadline(deadlineOf(measure)),
        statedStatus(measure),
      ])}
    </PaperTable>
  )
}

const ProgressTable = ({ file }: { readonly file: ProblemFile }) => {
  if (file.progress.length === 0) return null
  const heads = [PROGRESS_WORDS.on, PROGRESS_WORDS.unit, SECTION_WORDS.progress, PRINT_WORDS.outcomes]
  return (
    <PaperTable title={SECTION_WORDS.progress} heads={heads}>
      {latestFirst(file.progress).map((entry) => [
        entry.on === null ? PROGRESS_WORDS.undated : printChineseDate(entry.on),
        entry.unit ?? '',
        entry.text,
        file.outcomes
          .filter(({ ownerId }) => ownerId === entry.id)
          .map((outcome) => `${OUTCOME_WORDS[outcome.kind]}：${outcomeText(outcome)}`)
          .join('；'),
      ])}
    </PaperTable>
  )
}

const ClosingTable = ({ file }: { readonly file: ProblemFile }) => {
  if (file.closures.length === 0) return null
  const heads = ['appliedOn', 'closedOn', 'result'].map((name) => fieldShape('closure', name).title)
  return (
    <PaperTable title={SECTION_WORDS.closing} heads={[CLOSING_WORDS.title, ...heads]}>
      {file.closures.map((closure) => [
        `${CLOSING_WORDS.cycle(closure.cycle ?? 1, closure.attempt ?? 1)}（${CLOSURE_STATE_WORDS[closureState(closure)]}）`,
        closure.appliedOn === null ? '' : printChineseDate(closure.appliedOn),
        closure.closedOn === null ? '' : printChineseDate(closure.closedOn),
        closure.result ?? '',
      ])}
    </PaperTable>
  )
}

interface PaperTableProps {
  readonly title: string
  readonly heads: readonly string[]
  readonly children: readonly (readonly string[])[]
}

const PaperTable = ({ title, heads, children }: PaperTableProps) => (
  <>
    <h2>{title}</h2>
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {children.map((cells, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a table on paper is drawn whole
          <tr key={i}>
            {cells.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the column is its name
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </>
)

import { orderKeys } from '../base/order.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { foldWidth } from '../base/text.ts'
import { openLedger } from '../domain/ledger.ts'
import { tooMany } from '../domain/limits.ts'
import { usualTitle } from '../domain/new-ledger.ts'
import { readMark } from '../domain/numbering.ts'
import type { RecordEdit } from '../domain/record-edit.ts'
import { noRecords, type RecordKind, type TaggedRecord } from '../domain/records/record-kinds.ts'
import { type Draft, newDraft } from './draft.ts'
import { addDirectories } from './suggest-directories.ts'
import type { Suggestion } from './suggest-ledger.ts'
import { addTableProblem } from './suggest-table-problem.ts'
import type { TableIntakeDeps } from './table-intake-deps.ts'
import type { TableProblem, TableRows } from './table-rows.ts'
import { yearlessDays } from './table-year.ts'

/**
 * The rows of a table as a suggested ledger: outline, problems, measures, deadlines in their words, statuses, duties in new directories,
 * progress. What no field takes is kept in the internal notes of its problem, and said. Refused is only what no ledger can hold.
 */
export const suggestFromTable = (rows: TableRows, deps: TableIntakeDeps): Result<Suggestion, Refusal> => {
  const draft = newDraft(deps.ids, '')
  draft.add('ledger', { title: deps.title ?? usualTitle(null, ''), createdOn: deps.today })
  draft.add('inspection', {})
  addProblems(draft, rows.problems, deps)
  addDirectories(draft)
  if (rows.problems.length === 0) draft.note('intake.no-problem', null, { text: '表格里没有一行写有问题，请核对各列的对应关系' })
  const yearless = deps.year === null ? yearlessDays(rows) : []
  if (yearless.length > 0) draft.note('intake.year-unknown', null, { count: yearless.length, names: yearless.slice(0, 3) })
  const unstated = draft.records.problem.filter(({ status }) => status === 'unstated').length
  if (unstated > 0) draft.note('intake.status-unstated', null, { count: unstated })
  const [refusal] = draft.refusals
  const refused = refusal ?? tooMany(noRecords(), createdBy(draft))
  if (refused) return err(refused)
  return ok({ records: draft.records, ledger: openLedger(draft.records), findings: [...rows.findings, ...draft.findings] })
}

const createdBy = (draft: Draft): readonly RecordEdit[] =>
  Object.entries(draft.records).flatMap(([kind, records]) =>
    (records as readonly TaggedRecord['record'][]).map(
      (record): RecordEdit => ({ type: 'create', tagged: { kind: kind as RecordKind, record } as TaggedRecord }),
    ),
  )

interface Folder {
  readonly heading: string
  readonly folders: Map<string, Folder>
  readonly problems: TableProblem[]
}

const folderOf = (heading: string): Folder => ({ heading, folders: new Map(), problems: [] })

/** 类别 and 方面 become the outline, in the order they are first met. */
const addProblems = (draft: Draft, problems: readonly TableProblem[], deps: TableIntakeDeps): void => {
  const root = folderOf('')
  for (const problem of problems) {
    const path = [problem.cells['category'] ?? '', ...(problem.cells['aspect'] ?? '').split('\n')]
    let folder = root
    for (const heading of path.map((text) => text.replace(/\n/g, '').trim()).filter((text) => text !== '')) {
      const inner = folder.folders.get(heading) ?? folderOf(heading)
      folder.folders.set(heading, inner)
      folder = inner
    }
    folder.problems.push(problem)
  }
  addFolder(draft, root, null, deps)
}

const addFolder = (draft: Draft, folder: Folder, parentId: string | null, deps: TableIntakeDeps): void => {
  const places = orderKeys(folder.folders.size + folder.problems.length)
  folder.problems.forEach((problem, i) => {
    addTableProblem(draft, problem, { nodeId: parentId, order: places[i] ?? 'a0' }, deps)
  })
  ;[...folder.folders.values()].forEach((inner, i) => {
    const length = readMark(foldWidth(inner.heading))?.length ?? 0
    const isMarked = length > 0 && length < inner.heading.length
    const node = draft.add('outlineNode', {
      parentId,
      order: places[folder.problems.length + i] ?? 'a0',
      heading: isMarked ? inner.heading.slice(length).trim() : inner.heading,
      sourceNumber: isMarked ? inner.heading.slice(0, length).trim() : null,
    })
    addFolder(draft, inner, node.id, deps)
  })
}

import { z } from 'zod'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { Advice } from '../advice.ts'
import { type EditContext, editableFields, setField } from '../edit-field.ts'
import { fittingRecord } from '../field-limits.ts'
import { fileAfter, recordsOfFile } from '../file-after.ts'
import { type Ledger, type ProblemFile, problemFiles } from '../ledger.ts'
import { placesAt } from '../placement.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import { id } from '../records/fields.ts'
import { noRecords, type OutlineNode, RECORD_KINDS } from '../records/record-kinds.ts'
import { indexBehind, placeEdits, rowUnder, type Sibling } from '../siblings.ts'
import type { CommandContext, Decision } from './decision.ts'
import { decideProblemCommand, toldProgressSchema } from './problem-commands.ts'

/** A field by its name or Chinese title with the text typed into it, as `set-field` takes it. */
const typedField = z.object({ field: z.string(), value: z.string() })

/** A problem as a row of a pasted table tells it. */
export const pastedProblemSchema = z.object({
  /** Headings from 类别 down; those that are not there are made. Empty: under `nodeId`. */
  path: z.array(z.string().min(1)).max(20),
  /** Set one after the other: 时限 told twice is an extension (原定, 现定). */
  fields: z.array(typedField).max(100),
  /** The text alone, or with its 进展. */
  measures: z
    .array(z.union([z.string(), z.object({ text: z.string(), progress: z.array(toldProgressSchema).max(100) })]))
    .max(500),
  /** 进展情况 as entries, or as one without a day. Empty: none. */
  progress: z.union([z.string(), z.array(toldProgressSchema).max(100)]),
})

/**
 * A table pasted into a list, as one act: fields of problems that stand there, and new problems in their order. Those without a path stand
 * under `nodeId` behind `afterId` (null: first), those with one behind everything under their heading.
 */
export const pasteProblemsSchema = z.object({
  type: z.literal('paste-problems'),
  nodeId: id().nullable(),
  afterId: id().nullable(),
  changes: z.array(typedField.extend({ problemId: id(), measureId: id().nullable() })).max(50_000),
  problems: z.array(pastedProblemSchema).max(5_000),
})
export type PasteProblems = Readonly<z.infer<typeof pasteProblemsSchema>>
export type PastedProblem = PasteProblems['problems'][number]

export const decidePasteProblems = (
  ledger: Ledger,
  command: PasteProblems,
  context: CommandContext,
): Result<Decision, Refusal> => {
  const changed = changesOf(ledger, command, context)
  if (!changed.ok) return changed
  const added = additionsOf(ledger, command, context)
  if (!added.ok) return added
  const { changes, problems } = command
  const words = [
    ...(problems.length > 0 ? [`新增${problems.length}个问题`] : []),
    ...(changes.length > 0 ? [`修改${changes.length}格`] : []),
  ]
  const isUnsaid = added.value.files.some(({ problem }) => problem.statement === '')
  return ok({
    intent: `粘贴表格（${words.join('，')}）`,
    edits: [...changed.value.edits, ...added.value.edits],
    advice: [...changed.value.advice, ...(isUnsaid ? [{ type: 'statement-empty' } as const] : [])],
  })
}

interface Changed {
  readonly edits: readonly RecordEdit[]
  readonly advice: readonly Advice[]
}

const changesOf = (ledger: Ledger, { changes }: PasteProblems, context: CommandContext): Result<Changed, Refusal> => {
  const files = new Map<string, ProblemFile | null>(ledger.problems.map((file) => [file.problem.id, file]))
  const edits: RecordEdit[] = []
  const advice: Advice[] = []
  for (const change of changes) {
    const file = files.get(change.problemId)
    if (!file) return err({ type: 'entity-removed', entity: `problem:${change.problemId}` })
    const decided = decideProblemCommand(file, { type: 'set-field', ...change }, context)
    if (!decided.ok) return decided
    edits.push(...decided.value.edits)
    advice.push(...(decided.value.advice ?? []))
    files.set(change.problemId, fileAfter(file, decided.value.edits))
  }
  return ok({ edits, advice })
}

/** What comes new into one row of the outline: problems by their place in the command, and headings. */
type Coming = { readonly problem: number } | { readonly heading: string; readonly id: string }

const additionsOf = (
  ledger: Ledger,
  command: PasteProblems,
  context: CommandContext,
): Result<{ readonly edits: readonly RecordEdit[]; readonly files: readonly ProblemFile[] }, Refusal> => {
  if (command.problems.length === 0) return ok({ edits: [], files: [] })
  const { outlineNode, problem: standing } = ledger.records
  const home = rowUnder(command.nodeId, outlineNode, standing)
  if (!home) return err({ type: 'entity-removed', entity: `outlineNode:${command.nodeId}` })
  const behind = indexBehind(home, command.afterId)
  if (behind === null) return err({ type: 'no-such-place' })

  const { coming, parents } = comingUnder(outlineNode, command, context)
  const edits: RecordEdit[] = []
  const files: ProblemFile[] = []
  for (const [parentId, newcomers] of coming) {
    const row: readonly Sibling[] = parentId === command.nodeId ? home : (rowUnder(parentId, outlineNode, standing) ?? [])
    const { orders, moved } = placesAt(row, parentId === command.nodeId ? behind : row.length, newcomers.length)
    edits.push(...placeEdits(moved))
    for (const [i, newcomer] of newcomers.entries()) {
      const order = orders[i] ?? 'a0'
      if ('heading' in newcomer) {
        const node = fittingRecord('outlineNode', { id: newcomer.id, parentId, order, heading: newcomer.heading })
        if (!node.ok) return node
        edits.push({ type: 'create', tagged: tag('outlineNode', node.value) })
        continue
      }
      const pasted = command.problems[newcomer.problem]
      const made = pasted && newProblemFile(pasted, { nodeId: parents[newcomer.problem] ?? null, order }, context)
      if (!made) continue
      if (!made.ok) return made
      files.push(made.value)
      edits.push(...creationOf(made.value))
    }
  }
  return ok({ edits, files })
}

/** Everything that comes new, under what it comes; and the node each problem stands under. */
const comingUnder = (nodes: readonly OutlineNode[], { nodeId, problems }: PasteProblems, { ids }: CommandContext) => {
  const coming = new Map<string | null, Coming[]>()
  const known = new Map<string, string>(nodes.map((node) => [keyOf(node.parentId, node.heading), node.id]))
  const add = (parentId: string | null, newcomer: Coming) => {
    const row = coming.get(parentId)
    if (row) row.push(newcomer)
    else coming.set(parentId, [newcomer])
  }
  const parents = problems.map(({ path }, problem) => {
    let parent = path.length === 0 ? nodeId : null
    for (const heading of path) {
      const found = known.get(keyOf(parent, heading)) ?? ids.id()
      if (!known.has(keyOf(parent, heading))) add(parent, { heading, id: found })
      known.set(keyOf(parent, heading), found)
      parent = found
    }
    add(parent, { problem })
    return parent
  })
  return { coming, parents }
}

const keyOf = (parentId: string | null, heading: string): string => `${parentId ?? ''} ${heading.trim()}`

/** The 问题档案 a row of a table makes; refused at the first field that cannot hold its text. */
const newProblemFile = (
  pasted: PastedProblem,
  place: { readonly nodeId: string | null; readonly order: string },
  context: CommandContext,
): Result<ProblemFile, Refusal> => {
  let file = emptyFile(context.ids.id(), place)
  for (const { field, value } of pasted.fields) {
    const set = withField(file, field, value, context)
    if (!set.ok) return set
    file = set.value
  }
  for (const measure of pasted.measures) {
    const told = typeof measure === 'string' ? { text: measure } : measure
    const added = decideProblemCommand(file, { type: 'add-measure', problemId: file.problem.id, ...told }, context)
    if (!added.ok) return added
    file = fileAfter(file, added.value.edits) ?? file
  }
  const entries = typeof pasted.progress === 'string' ? [{ on: null, text: pasted.progress }] : pasted.progress
  for (const entry of entries.filter(({ text }) => text !== '')) {
    const progress = { type: 'add-progress', problemId: file.problem.id, measureId: null, ...entry } as const
    const told = decideProblemCommand(file, progress, context)
    if (!told.ok) return told
    file = fileAfter(file, told.value.edits) ?? file
  }
  return ok(file)
}

/** A problem of which nothing is told yet. */
export const emptyFile = (problemId: string, place: { readonly nodeId: string | null; readonly order: string }): ProblemFile => {
  const made = fittingRecord('problem', { id: problemId, ...place })
  const problem = made.ok ? [made.value] : []
  const records = { ...noRecords(), problem }
  return problemFiles(records)(problem[0] as (typeof problem)[number], [], 0)
}

/** The 问题档案 with one more field told. */
export const withField = (
  file: ProblemFile,
  field: string,
  value: string,
  context: EditContext,
): Result<ProblemFile, Refusal> => {
  const set = setField(editableFields(file, null, context), field, value)
  return set.ok ? ok(fileAfter(file, set.value.edits) ?? file) : set
}

/** Everything of a 问题档案, owners before what hangs on them. */
const creationOf = (file: ProblemFile): readonly RecordEdit[] => {
  const records = recordsOfFile(file)
  return RECORD_KINDS.flatMap((kind) =>
    records[kind].map((record): RecordEdit => ({ type: 'create', tagged: tag(kind, record as never) })),
  )
}

import { type EditContext, editableFields } from './edit-field.ts'
import type { EditableField } from './editable-field.ts'
import type { ListKey } from './four-lists.ts'
import type { ProblemFile } from './ledger.ts'

/** A cell of a list that can be edited where it stands: which field of which record it writes. */
export interface EditableCell {
  /** Null for the problem itself. */
  readonly measureId: string | null
  readonly field: EditableField
}

/**
 * The field behind a cell, or null for a cell that is computed (序号, 剩余天数) or gathers several records (进展情况): those are edited in the
 * 问题档案. `problem` columns belong to the problem in every row; `row` columns to the measure where the row is one.
 */
export const editableCell = (
  list: ListKey,
  column: string,
  file: ProblemFile,
  measureId: string | null,
  context: EditContext,
): EditableCell | null => {
  const rule = CELLS[list][column]
  if (!rule) return null
  const owner = rule.of === 'problem' ? null : measureId
  if (rule.of === 'measure' && owner === null) return null
  const measure = file.measures.find(({ id }) => id === owner)
  // A measure without a text of its own is known by its title.
  const name = rule.field === 'text' && measure?.text === '' && measure.title !== '' ? 'title' : rule.field
  const wanted = owner !== null && name === 'statement' ? (measure?.title === '' ? 'text' : 'title') : name
  const field = editableFields(file, owner, context).find(({ names }) => names.includes(wanted))
  return field ? { measureId: owner, field } : null
}

/** The field of a new problem a column tells; undefined for one that is computed or tells a record of its own. */
export const problemFieldOf = (list: ListKey, column: string): string | undefined => {
  const rule = CELLS[list][column]
  return rule === undefined || rule.of === 'measure' ? undefined : rule.field
}

interface CellRule {
  readonly of: 'problem' | 'measure' | 'row'
  readonly field: string
}

const CELLS: Readonly<Record<ListKey, Readonly<Record<string, CellRule>>>> = {
  problems: {
    statement: { of: 'problem', field: 'statement' },
    details: { of: 'problem', field: 'details' },
    source: { of: 'problem', field: 'source' },
    kind: { of: 'problem', field: 'kind' },
    status: { of: 'problem', field: 'status' },
  },
  tasks: {
    statement: { of: 'problem', field: 'statement' },
    target: { of: 'problem', field: 'target' },
    measure: { of: 'measure', field: 'text' },
    result: { of: 'problem', field: 'result' },
    status: { of: 'problem', field: 'status' },
  },
  times: {
    subject: { of: 'row', field: 'statement' },
    start: { of: 'row', field: 'startOn' },
    deadline: { of: 'row', field: 'deadline' },
    completed: { of: 'row', field: 'completedOn' },
  },
  duties: {
    subject: { of: 'row', field: 'statement' },
    leader: { of: 'row', field: 'leader' },
    leadUnit: { of: 'row', field: 'leadUnit' },
    unit: { of: 'row', field: 'unit' },
    supportUnit: { of: 'row', field: 'supportUnit' },
    person: { of: 'row', field: 'person' },
    phone: { of: 'row', field: 'phone' },
  },
}

import type { Refusal } from '../../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { fieldShape } from '../../../shared/domain/records/field-shape.ts'
import { problemNamed } from '../../../shared/domain/registers/problem-named.ts'
import { type RegisterColumn, registerColumns } from '../../../shared/domain/registers/register-columns.ts'
import { REGISTER_KIND, type RegisterKey } from '../../../shared/domain/registers/register-keys.ts'
import { printProblem, printRound, type RegisterSource } from '../../../shared/domain/registers/register-rows.ts'
import { readTyped } from '../../../shared/domain/typed-value.ts'
import { NUMBER_COLUMN } from '../../ui/entries/entry-grid.tsx'
import type { EntryColumn } from '../../ui/entries/entry-rows.ts'

/** The columns of a register as the grid shows them; problems and rounds of 督查 are chosen from those there are. */
export const entryColumns = (register: RegisterKey, source: RegisterSource): readonly EntryColumn[] => [
  NUMBER_COLUMN,
  ...registerColumns(register).map((column) => entryColumn(register, column, source)),
]

/** What was typed into a column as a command takes it: a problem and a round by their ids. */
export const typedValue = (register: RegisterKey, key: string, text: string, source: RegisterSource): Result<string, Refusal> => {
  const column = registerColumns(register).find((candidate) => candidate.key === key)
  if (column?.type === 'problem') {
    const named = problemNamed(source.problems, text)
    return named.ok ? ok(named.value?.id ?? '') : named
  }
  if (column?.type === 'supervision') return roundNamed(source, text.trim())
  return ok(text)
}

const entryColumn = (register: RegisterKey, column: RegisterColumn, source: RegisterSource): EntryColumn => {
  const { key, title, width, type } = column
  const shared = { key, title, width, sortable: true, holds: HOLDS[type], ...(GROWS[type] ? { grow: width } : {}) } as const
  switch (type) {
    case 'told':
      return { ...shared, input: null, choices: [] }
    case 'problem':
      return { ...shared, input: 'choice', choices: problemChoices(source) }
    case 'supervision':
      return { ...shared, input: 'choice', choices: ['', ...source.records.supervision.map(printRound)] }
    default: {
      const shape = fieldShape(REGISTER_KIND[register], key)
      const input = type === 'number' ? 'line' : type
      return { ...shared, input, choices: column.choices, check: (text) => readTyped(shape, text) }
    }
  }
}

/** Thousands of problems are printed once for all cells. */
const problemChoices = ({ problems }: RegisterSource): readonly string[] => {
  const known = printed.get(problems) ?? ['', ...problems.map(printProblem)]
  printed.set(problems, known)
  return known
}
const printed = new WeakMap<RegisterSource['problems'], readonly string[]>()

const roundNamed = ({ records }: RegisterSource, text: string): Result<string, Refusal> => {
  if (text === '') return ok('')
  const found = records.supervision.filter((round) => printRound(round) === text || round.title === text)
  const [only] = found
  if (only && found.length === 1) return ok(only.id)
  return err({ type: 'value-not-understood', field: '所属督查', value: text.slice(0, 100), expected: '“督查”登记簿里的一轮' })
}

const HOLDS: Readonly<Record<RegisterColumn['type'], EntryColumn['holds']>> = {
  line: 'words',
  lines: 'words',
  problem: 'words',
  supervision: 'words',
  choice: 'mark',
  date: 'mark',
  told: 'mark',
  number: 'amount',
}

const GROWS: Readonly<Partial<Record<RegisterColumn['type'], true>>> = { line: true, lines: true, problem: true }

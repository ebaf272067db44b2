import { orderKeys } from '../base/order.ts'
import type { PlainDate } from '../base/plain-date.ts'
import { foldWidth } from '../base/text.ts'
import { nextApplication } from '../domain/closing.ts'
import { deadlineOf, parseDeadline } from '../domain/deadline.ts'
import type { ResponsibilityRole } from '../domain/records/ledger-records.ts'
import { KIND_WORDS, type ProblemSource, type RectificationKind, SOURCE_WORDS } from '../domain/records/problem-records.ts'
import type { Closure, Measure, Problem } from '../domain/records/record-kinds.ts'
import { isDone, type Status } from '../domain/status.ts'
import { parseStatusPhrase } from '../domain/status-phrase.ts'
import { splitNames } from '../domain/unit-names.ts'
import type { Draft } from './draft.ts'
import { splitDatedEntries } from './enumerations.ts'
import { OTHER_COLUMN } from './read-rows.ts'
import { splitMeasures } from './split-measures.ts'
import { deadlineFields, type Home } from './suggest-problems.ts'
import type { TableIntakeDeps } from './table-intake-deps.ts'
import type { TableField, TableMeasure, TableProblem } from './table-rows.ts'
import { FIELD_WORDS } from './table-vocabulary.ts'
import { lacksYear } from './table-year.ts'

/** The longest words of a deadline or a status, and of a name, a record holds. */
const LONGEST_WORDS = 200
const LONGEST_LEADER = 50
const LONGEST_NUMBER = 20

type Cells = Readonly<Record<TableField, string>>

/** What is read for one owner, and what none of its fields takes. */
interface Reading {
  readonly draft: Draft
  readonly deps: TableIntakeDeps
  readonly notes: string[]
}

/** A problem of a table becomes a problem with its measures, duties, progress and notes. */
export const addTableProblem = (draft: Draft, read: TableProblem, home: Home, deps: TableIntakeDeps): void => {
  const reading: Reading = { draft, deps, notes: [] }
  const { cells } = read
  const number = read.number === null || read.number.length > LONGEST_NUMBER ? null : read.number
  const shared = sharedFields(cells, reading)
  const closing = closingOf(cells, shared, reading)
  const problem = draft.add('problem', {
    ...home,
    statement: cells['statement'] ?? '',
    details: cells['details'] ?? '',
    target: cells['target'] ?? '',
    sourceNumber: number,
    ...shared,
    ...sourceField(cells['source'] ?? '', reading),
    ...kindField(cells['kind'] ?? '', shared.kind, reading),
    ...(closing === null ? {} : { status: 'closed' }),
  })
  if (closing !== null) {
    const { id, cycle } = nextApplication({ problem, closures: [] })
    draft.add('closure', { problemId: problem.id, cycle, completedOn: problem.completedOn, ...closing }, id)
  }
  addExtension(problem, cells, reading)
  addDuties(problem.id, cells, reading)
  addProgress(problem.id, cells['progress'] ?? '', draft)
  addMeasures(problem.id, read.measures, reading)
  addNotes(problem.id, cells, reading)
}

type Shared = Partial<
  Pick<
    Problem,
    'deadlineOn' | 'deadlineWords' | 'kind' | 'status' | 'sustained' | 'statusWords' | 'startOn' | 'completedOn' | 'result'
  >
>

/** A day of completion says 已完成 where no status is written. */
const sharedFields = (cells: Cells, reading: Reading): Shared => {
  const completed = dayOfCell('completedOn', 'completed', cells, reading)
  return {
    ...deadlineOfCell(cells['deadline'] ?? cells['originalDeadline'] ?? '', reading),
    ...(completed.completedOn === undefined ? {} : { status: 'done' }),
    ...statusOfCell(cells['status'] ?? '', reading),
    ...dayOfCell('startOn', 'start', cells, reading),
    ...completed,
    result: cells['result'] ?? '',
  }
}

/** 销号日期 is a past closing, unless it is no day or the status says the problem is open: then it is kept as a note and said. */
const closingOf = (
  cells: Cells,
  { status }: Shared,
  { draft, deps, notes }: Reading,
): Pick<Closure, 'closedOn' | 'statusBefore'> | null => {
  const text = cells['closed'] ?? ''
  if (text === '') return null
  const { on } = parseDeadline(text, deps.year)
  const fits = status === undefined || status === 'unstated' || isDone(status)
  if (on !== null && fits)
    return { closedOn: on, statusBefore: status === undefined || status === 'unstated' || status === 'closed' ? null : status }
  notes.push(noteOf('closed', text))
  draft.note(on === null ? 'intake.cell-kept-as-note' : 'intake.closing-kept-as-note', null, {
    text: FIELD_WORDS['closed'] ?? '',
    stated: text.slice(0, 40),
  })
  return null
}

const deadlineOfCell = (text: string, { draft, deps, notes }: Reading): ReturnType<typeof deadlineFields> => {
  const words = text.replace(/\s*\n\s*/g, '')
  // Said once for the whole table (suggest-from-table.ts).
  if (words.length <= LONGEST_WORDS && deps.year === null && lacksYear(words))
    return { deadlineOn: null, deadlineWords: words, kind: 'dated' }
  if (words.length <= LONGEST_WORDS) return deadlineFields(draft, words, null, deps.year)
  notes.push(noteOf('deadline', text))
  return {}
}

const ANSWERS: readonly (readonly [RegExp, Status])[] = [
  [/^(?:是|√|✓|✔|☑|100%|Y|YES|1)$/i, 'done'],
  [/^(?:否|×|✗|✘|☒|N|NO|0%|0)$/i, 'inProgress'],
  [/^(?:未开始|未整改|0)$/, 'notStarted'],
]

const statusOfCell = (
  text: string,
  { draft, deps, notes }: Reading,
): Partial<Pick<Problem, 'status' | 'sustained' | 'statusWords'>> => {
  const words = text.replace(/\s*\n\s*/g, '')
  if (words === '' || words === '未注明') return {}
  const answer = ANSWERS.find(([pattern]) => pattern.test(foldWidth(words).trim()))
  if (answer) return { status: answer[1] }
  if (words.length > LONGEST_WORDS) {
    notes.push(noteOf('status', text))
    draft.note('intake.cell-kept-as-note', null, { text: FIELD_WORDS['status'] ?? '', stated: words.slice(0, 40) })
    return {}
  }
  const phrase = parseStatusPhrase(words, deps.year)
  if (!phrase) draft.note('intake.status-not-understood', null, { text: words })
  return { status: phrase?.status ?? 'unstated', sustained: phrase?.sustained ?? false, statusWords: words }
}

const dayOfCell = <K extends 'startOn' | 'completedOn'>(
  key: K,
  field: TableField,
  cells: Cells,
  { deps, draft, notes }: Reading,
): Partial<Record<K, PlainDate>> => {
  const text = cells[field] ?? ''
  if (text === '') return {}
  const { on } = parseDeadline(text, deps.year)
  if (on !== null) return { [key]: on } as Partial<Record<K, PlainDate>>
  notes.push(noteOf(field, text))
  draft.note('intake.cell-kept-as-note', null, { text: FIELD_WORDS[field] ?? field, stated: text.slice(0, 40) })
  return {}
}

const sourceField = (text: string, { notes }: Reading): { readonly source?: ProblemSource } => {
  if (text === '') return {}
  const found = (Object.entries(SOURCE_WORDS) as [ProblemSource, string][]).find(([, word]) => text.includes(word))
  if (!found || text !== found[1]) notes.push(noteOf('source', text))
  return { source: found?.[0] ?? (/巡视|巡察|反馈/.test(text) ? 'feedback' : 'other') }
}

const kindField = (
  text: string,
  byDeadline: RectificationKind | undefined,
  { notes }: Reading,
): { readonly kind?: RectificationKind } => {
  if (text === '') return {}
  const found = (Object.entries(KIND_WORDS) as [RectificationKind, string][]).find(
    ([, word]) => word !== '' && text.includes(word),
  )
  if (found && text === found[1]) return { kind: found[0] }
  const kind =
    found?.[0] ??
    (/^(?:立|即知|立即)/.test(text)
      ? 'immediate'
      : /长期|持续/.test(text)
        ? 'sustained'
        : /限期|限时/.test(text)
          ? 'dated'
          : null)
  if (kind === null) notes.push(noteOf('kind', text))
  return kind === null ? (byDeadline === undefined ? {} : { kind: byDeadline }) : { kind }
}

/** 原定时限 beside 现定时限: the deadline was extended. */
const addExtension = (owner: Problem | Measure, cells: Cells, { draft, deps }: Reading): void => {
  const [original, now] = [cells['originalDeadline'] ?? '', cells['deadline'] ?? '']
  if (original === '' || now === '' || original === now || original.length > LONGEST_WORDS) return
  const [from, to] = [parseDeadline(original, deps.year), deadlineOf(owner)]
  draft.add('extension', {
    ownerId: owner.id,
    order: 'a0',
    fromOn: from.on,
    fromWords: from.words,
    toOn: to.on,
    toWords: to.words,
  })
}

const ROLES = [
  'leader',
  'leadUnit',
  'unit',
  'supportUnit',
  'person',
  'contact',
  'phone',
] as const satisfies readonly ResponsibilityRole[]

/** Names part at 、，； and at line ends; spaces part names of three and more, not 何 启. */
const namesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap(splitNames)
    .flatMap((name) => (/^\S{3,}(?: +\S{3,})+$/.test(name) ? name.split(/ +/) : [name]))

const addDuties = (ownerId: string, cells: Cells, { draft, notes }: Reading): void => {
  for (const role of ROLES) {
    const names = [...new Set(namesOf(cells[role] ?? ''))]
    const places = orderKeys(names.length)
    names.forEach((name, i) => {
      if (name.length <= (role === 'leader' ? LONGEST_LEADER : LONGEST_WORDS)) {
        draft.add('responsibility', { ownerId, role, order: places[i] ?? 'a0', name })
        return
      }
      notes.push(noteOf(role, name))
      draft.note('intake.cell-kept-as-note', null, { text: FIELD_WORDS[role] ?? role, stated: name.slice(0, 40) })
    })
  }
}

const addProgress = (ownerId: string, text: string, draft: Draft): void => {
  const entries = splitDatedEntries(text) ?? (text === '' ? [] : [{ on: null, text }])
  const places = orderKeys(entries.length)
  entries.forEach((entry, i) => {
    draft.add('progress', { ownerId, order: places[i] ?? 'a0', ...entry })
  })
}

const addMeasures = (problemId: string, measures: readonly TableMeasure[], reading: Reading): void => {
  const { draft, deps } = reading
  const parts = measures.flatMap((measure) => {
    const texts = splitMeasures(measure.cells['measure'] ?? '', deps.splitsEnumerations)
    return texts.map((part, i) => ({ ...part, cells: measure.cells, isFirst: i === 0 }))
  })
  const places = orderKeys(parts.length)
  parts.forEach(({ text, mark, cells, isFirst }, i) => {
    const number = mark ?? cells['measureNumber'] ?? null
    const { kind: _, ...fields } = sharedFields(isFirst ? cells : withoutSums(cells), reading)
    const measure = draft.add('measure', {
      problemId,
      order: places[i] ?? 'a0',
      text,
      sourceNumber: number !== null && number.length <= LONGEST_NUMBER ? number : null,
      ...fields,
    })
    addExtension(measure, cells, reading)
    addDuties(measure.id, cells, reading)
    if (isFirst) addProgress(measure.id, cells['progress'] ?? '', draft)
    if ((cells['closed'] ?? '') !== '' && isFirst) {
      reading.notes.push(noteOf('closed', cells['closed'] ?? ''))
      draft.note('intake.closing-kept-as-note', null, { stated: (cells['closed'] ?? '').slice(0, 40) })
    }
  })
}

/** A cell with several measures tells its result once. */
const withoutSums = (cells: Cells): Cells => ({ ...cells, result: '' })

/** 备注 and the columns no field takes, in the office's own notes. */
const addNotes = (problemId: string, cells: Cells, { draft, notes }: Reading): void => {
  const others = Object.entries(cells).flatMap(([field, text]) =>
    field.startsWith(OTHER_COLUMN)
      ? [`${field.slice(OTHER_COLUMN.length).replace(/^[A-Za-z.]+(?=（)/, (key) => FIELD_WORDS[key] ?? key)}：${text}`]
      : [],
  )
  const all = [...(cells['remarks'] ? [noteOf('remarks', cells['remarks'])] : []), ...others, ...notes]
  const answer = (cells['withheld'] ?? '').trim()
  const withheld = /^(?:否|不|不公开|拟不公开|不宜公开|×)/.test(answer)
  if (answer !== '' && !withheld && !/^(?:是|公开|拟公开|可以?公开|√)$/.test(answer)) all.push(noteOf('withheld', answer))
  if (all.length > 0 || withheld) draft.add('officePart', { problemId, withheld, notes: all.join('\n') })
}

const noteOf = (field: TableField, text: string): string => `${FIELD_WORDS[field] ?? field}：${text}`

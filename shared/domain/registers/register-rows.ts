import type { PlainDate } from '../../base/plain-date.ts'
import { inOrder } from '../arrangement.ts'
import { isPrinted, printDocumentNumber } from '../document-numbers.ts'
import { isBy } from '../figures/figure.ts'
import type { Living, RegisterRecords } from '../figures/register-figures.ts'
import { fieldShape } from '../records/field-shape.ts'
import type { Lead, LedgerRecords, NumberBlock, RecordOf, SupervisionNotice } from '../records/record-kinds.ts'
import { SUPERVISION_NOTICE_WORDS } from '../records/register-records.ts'
import { printTyped } from '../typed-value.ts'
import { registerColumns } from './register-columns.ts'
import { outcomeKindsOf, REGISTER_KIND, type RegisterKey } from './register-keys.ts'

/** A problem as a register names it. */
export interface NamedProblem {
  readonly id: string
  readonly number: number
  readonly statement: string
}

/** What the registers are made of. */
export interface RegisterSource {
  readonly records: RegisterRecords & Pick<LedgerRecords, 'numberBlock'>
  readonly living: Living
  /** In display order. */
  readonly problems: readonly NamedProblem[]
  /** The problem each 成效 that hangs on one belongs to, by the id of the 成效. */
  readonly problemOfOutcome: ReadonlyMap<string, string>
}

/** One line of a register as a grid shows it. */
export interface RegisterRow {
  readonly id: string
  /** The problem it belongs to, whatever it hangs on there. */
  readonly problemId: string | null
  /** The problem in whose records it stands; null for what stands in the ledger's own: what an act must be told. */
  readonly homeId: string | null
  /** By column. */
  readonly cells: Readonly<Record<string, string>>
  /** Does it count at the date? What lies after it does not. */
  readonly counts: boolean
  readonly isLate: boolean
}

/** The rows of a register in their order. What hangs on a removed problem is not among them. */
export const registerRows = (register: RegisterKey, source: RegisterSource, date: PlainDate): readonly RegisterRow[] => {
  const kind = REGISTER_KIND[register]
  const problems = new Map(source.problems.map((problem) => [problem.id, problem]))
  const rounds = new Map(source.records.supervision.map((round) => [round.id, round]))
  const columns = registerColumns(register)
  return ownRecords(register, source).map((record): RegisterRow => {
    const value = record as unknown as Readonly<Record<string, string | number | boolean | null>>
    const problemId = problemOf(register, source, record)
    const problem = problemId === null ? undefined : problems.get(problemId)
    const told = toldCells(register, source, record, date)
    const cells = columns.map(({ key, type }): readonly [string, string] => {
      if (type === 'problem') return [key, problem ? printProblem(problem) : '']
      if (type === 'told') return [key, told[key] ?? '']
      if (type === 'supervision') return [key, printRound(rounds.get(String(value[key] ?? '')))]
      return [key, printTyped(fieldShape(kind, key), value[key] ?? null)]
    })
    return {
      id: record.id,
      problemId: problem?.id ?? null,
      homeId: kind === 'accountability' || kind === 'outcome' ? problemId : null,
      cells: Object.fromEntries(cells),
      counts: isCounted(register, record, date),
      isLate: told['state'] === LATE_WORDS.lead || told['state'] === LATE_WORDS.notice,
    }
  })
}

/** How many lines each register has. */
export const registerSizes = (source: RegisterSource): Readonly<Record<RegisterKey, number>> =>
  Object.fromEntries(
    (Object.keys(REGISTER_KIND) as RegisterKey[]).map((register) => [register, ownRecords(register, source).length]),
  ) as Readonly<Record<RegisterKey, number>>

/** 12 反馈问题…: what a cell says of the problem, and what is read again when it is typed. */
export const printProblem = ({ number, statement }: NamedProblem): string => `${number} ${statement.replace(/\s+/g, ' ')}`.trim()

/** 2024-03-05 第一轮督查: what a cell says of a round. */
export const printRound = (round: Pick<RecordOf<'supervision'>, 'on' | 'title'> | undefined): string =>
  round ? `${round.on ?? ''} ${round.title}`.trim() : ''

const ownRecords = (register: RegisterKey, { records, living }: RegisterSource): readonly AnyRecord[] => {
  const outcomes = outcomeKindsOf(register)
  if (outcomes)
    return inOrder(records.outcome).filter(
      ({ id, kind, ownerId }) => outcomes.includes(kind) && (ownerId === null || living.outcomes.has(id)),
    )
  const kind = REGISTER_KIND[register]
  if (kind === 'accountability')
    return inOrder(records.accountability).filter(({ problemId }) => problemId === null || living.problems.has(problemId))
  return inOrder<AnyRecord>(records[kind])
}

type AnyRecord = RegisterSource['records'][keyof RegisterSource['records']][number]

const problemOf = (register: RegisterKey, source: RegisterSource, record: AnyRecord): string | null => {
  if (outcomeKindsOf(register)) return source.problemOfOutcome.get(record.id) ?? null
  return 'problemId' in record ? record.problemId : null
}

export const LATE_WORDS = { lead: '逾期未办结', notice: '逾期未回复' } as const

const toldCells = (
  register: RegisterKey,
  source: RegisterSource,
  record: AnyRecord,
  date: PlainDate,
): Readonly<Record<string, string>> => {
  switch (register) {
    case 'leads':
      return { state: leadState(record as Lead, date) }
    case 'supervisions':
      return { notices: noticesOf(source, record.id) }
    case 'notices':
      return {
        state: noticeState(record as SupervisionNotice, date),
        printedNumber: printDocumentNumber(record as SupervisionNotice) ?? '',
      }
    case 'blocks':
      return { used: usedOf(source, record as NumberBlock) }
    default:
      return {}
  }
}

const leadState = ({ closedOn, closed, received, replyDue }: Lead, date: PlainDate): string => {
  const isSettled = closedOn !== null ? closedOn <= date : closed !== null && closed >= (received ?? 1)
  if (isSettled) return '已办结'
  return replyDue !== null && replyDue < date ? LATE_WORDS.lead : '在办'
}

/** 待印发 · 未回复 · 逾期未回复 · 已回复, as the figures count them. */
const noticeState = ({ printedOn, repliedOn, reply, replyDue }: SupervisionNotice, date: PlainDate): string => {
  if (printedOn === null || printedOn > date) return '待印发'
  if (repliedOn === null ? reply !== '' : repliedOn <= date) return '已回复'
  return replyDue !== null && replyDue < date ? LATE_WORDS.notice : '未回复'
}

/** 督办通知单 2、提示函 1. */
const noticesOf = ({ records }: RegisterSource, supervisionId: string): string => {
  const own = records.supervisionNotice.filter((notice) => notice.supervisionId === supervisionId)
  return Object.entries(SUPERVISION_NOTICE_WORDS)
    .map(([kind, word]) => [word, own.filter((notice) => notice.kind === kind).length] as const)
    .flatMap(([word, count]) => (count === 0 ? [] : `${word} ${count}`))
    .join('、')
}

const usedOf = ({ records }: RegisterSource, { kind, year, from, to }: NumberBlock): string => {
  if (from === null || to === null) return ''
  const used = records.supervisionNotice.filter(
    (notice) =>
      notice.kind === kind && notice.year === year && notice.number !== null && notice.number >= from && notice.number <= to,
  )
  return `${used.length} / ${to - from + 1}`
}

const isCounted = (register: RegisterKey, record: AnyRecord, date: PlainDate): boolean => {
  if (register === 'blocks') return true
  if (register === 'notices') return isPrinted(record as SupervisionNotice) && isBy((record as SupervisionNotice).printedOn, date)
  return isBy('on' in record ? record.on : 'receivedOn' in record ? record.receivedOn : null, date)
}

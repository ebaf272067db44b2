import type { PlainDate } from '../base/plain-date.ts'
import { directoryOf } from '../domain/directory.ts'
import type { Ledger, ProblemFile } from '../domain/ledger.ts'
import { type Attachment, type LedgerRecords, noRecords, type RecordOf, recordOf } from '../domain/records/record-kinds.ts'
import { documentKey } from '../merge/document-boundaries.ts'
import type { MergeEngine, Stamp } from '../merge/engine.ts'
import { createDocuments, type LedgerDocuments } from '../merge/ledger-documents.ts'
import { unitsAtWork } from './units-at-work.ts'

/** The problems a unit has work in, by any of its names. */
export const problemsOfUnit = (ledger: Ledger, unit: string): readonly ProblemFile[] => {
  const directory = directoryOf(ledger.records)
  const { key } = directory.unitOf(unit)
  const duties = ledger.problems.flatMap(({ problem, responsibilities }) =>
    responsibilities.map((duty) => ({ ...duty, problemId: problem.id })),
  )
  const own = unitsAtWork(duties, directory).find((found) => found.key === key)
  return ledger.problems.filter(({ problem }) => own?.problemIds.has(problem.id))
}

/** What a slice begins with beside the ledger. */
export interface SliceFacts {
  /** A name of its own: it is a ledger of its own on the unit's PC. */
  readonly id: string
  readonly unit: string
  readonly on: PlainDate
  /** Do 佐证材料 of its problems go along? What is marked 秘密 or above never does. */
  readonly withAttachments?: boolean
}

/**
 * The records a unit gets: its problems with their headings, measures, responsibilities, progress, outcomes, 延期 and 销号. 名录, registers,
 * notices and 办内信息 are not among them, 佐证材料 only where they are asked for, nor what a problem was before it was split or joined.
 */
export const sliceRecords = (
  ledger: Ledger,
  { id, unit, on, withAttachments = false }: SliceFacts,
  headsOf: (problemId: string) => readonly string[],
): LedgerRecords => {
  const files = problemsOfUnit(ledger, unit)
  const above = new Set(files.flatMap(({ path }) => path.map((node) => node.id)))
  const own = <T>(of: (file: ProblemFile) => readonly T[]): readonly T[] => files.flatMap(of)
  const { title, createdOn, greenDays, yellowDays, concentratedUntil, levels } = ledger.ledger
  const { problemsListName, tasksListName, timesListName, dutiesListName } = ledger.ledger
  const cut = Object.fromEntries(files.map(({ problem }) => [documentKey('problem', problem.id), headsOf(problem.id)]))
  return {
    ...noRecords(),
    ledger: [
      recordOf('ledger', {
        ...{
          id,
          title: `${title.slice(0, 200)}（${unit.slice(0, 80)}）`,
          createdOn,
          greenDays,
          yellowDays,
          concentratedUntil,
          levels,
        },
        ...{ problemsListName, tasksListName, timesListName, dutiesListName },
      }),
    ],
    inspection: [recordOf('inspection', { ...ledger.inspection, id: `${id}-i`.slice(-64) })],
    slice: [recordOf('slice', { id: `${id}-s`.slice(-64), ledgerId: ledger.ledger.id, unit, on, cut: JSON.stringify(cut) })],
    outlineNode: ledger.records.outlineNode.filter((node) => above.has(node.id)),
    problem: files.map(({ problem }) => ({ ...problem, originId: null, joinedIntoId: null })),
    measure: own(({ measures }) => measures.map((measure) => ({ ...measure, originId: null }))),
    responsibility: own(({ responsibilities }) => responsibilities.map((duty) => ({ ...duty, directoryId: null }))),
    progress: own(({ progress }) => progress),
    outcome: own(({ outcomes }) => outcomes),
    extension: own(({ extensions }) => extensions),
    closure: own(({ closures }) => closures),
    review: own(({ reviews }) => reviews),
    attachment: withAttachments ? attachmentsOf(ledger, files) : [],
  }
}

/** What proves something in these problems and may leave the office. */
const attachmentsOf = (ledger: Ledger, files: readonly ProblemFile[]): readonly Attachment[] => {
  const owners = new Set(
    files.flatMap(({ problem, measures, progress, closures }) =>
      [problem, ...measures, ...progress, ...closures].map(({ id }) => id),
    ),
  )
  return ledger.records.attachment.filter(
    ({ ownerId, secrecy }) => ownerId !== null && owners.has(ownerId) && (secrecy === 'none' || secrecy === 'internal'),
  )
}

/** The slice as fresh documents: today's values and no history, so that no former text is in their bytes. */
export const sliceDocuments = <Doc>(
  engine: MergeEngine<Doc>,
  ledger: Ledger,
  documents: LedgerDocuments<Doc>,
  facts: SliceFacts,
  stamp: Stamp,
): LedgerDocuments<Doc> =>
  createDocuments(
    engine,
    sliceRecords(ledger, facts, (problemId) => {
      const doc = documents.get(documentKey('problem', problemId))
      return doc === undefined ? [] : engine.heads(doc)
    }),
    stamp,
  )

/** What a ledger was cut from; null for one that is no slice. */
export const originOf = (records: LedgerRecords): RecordOf<'slice'> | null => records.slice[0] ?? null

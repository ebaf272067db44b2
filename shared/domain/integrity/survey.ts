import type { PlainDate } from '../../base/plain-date.ts'
import { arrange } from '../arrangement.ts'
import { type ProblemFile, problemFiles } from '../ledger.ts'
import type { LedgerRecords, Measure, Problem } from '../records/record-kinds.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import type { IntegrityPlace } from './integrity-issue.ts'

/** A ledger as its documents hold it, before anything is left out of sight. */
export interface RawLedger {
  /** With what hangs on nothing, and with what two documents hold. */
  readonly records: LedgerRecords
  /** Ids of the records in the 回收站: what hangs on them waits there with them. */
  readonly removed: ReadonlySet<string>
}

/** What every check looks at. */
export interface Survey extends RawLedger {
  /** Each record once. */
  readonly records: LedgerRecords
  readonly today: PlainDate
  /** In display order. */
  readonly files: readonly ProblemFile[]
  /** The place of a problem, or of what hangs on it (measure, progress, closure); the ledger's where nothing is known of it. */
  readonly placeOf: (ownerId: string) => IntegrityPlace
}

export const surveyOf = (raw: RawLedger, today: PlainDate): Survey => {
  const records = once(raw.records)
  const { problems: files } = arrange(records.outlineNode, records.problem, problemFiles(records))
  const places = new Map<string, IntegrityPlace>()
  for (const { problem, number, measures, progress, closures } of files)
    for (const { id } of [problem, ...measures, ...progress, ...closures])
      places.set(id, { area: 'problem', problemId: problem.id, number })
  return { records, removed: raw.removed, today, files, placeOf: (ownerId) => places.get(ownerId) ?? { area: 'ledger' } }
}

export const placeOfFile = ({ problem, number }: ProblemFile): IntegrityPlace => ({
  area: 'problem',
  problemId: problem.id,
  number,
})

/** A problem and its measures: whatever has a start, a deadline and a status. `whose` stands before the name of a field. */
export const worksOf = (file: ProblemFile): readonly { readonly work: Problem | Measure; readonly whose: string }[] => [
  { work: file.problem, whose: '' },
  ...file.measures.map((work, i) => ({ work, whose: `第${i + 1}条措施的` })),
]

const once = (records: LedgerRecords): LedgerRecords =>
  Object.fromEntries(
    RECORD_KINDS.map((kind) => [kind, [...new Map<string, object>(records[kind].map((record) => [record.id, record])).values()]]),
  ) as unknown as LedgerRecords

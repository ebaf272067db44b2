import type { PlainDate } from '../base/plain-date.ts'
import { isConcentrated } from './deadline.ts'
import { changeOwner, type Owner } from './edit-problem.ts'
import type { Ledger, ProblemFile } from './ledger.ts'
import type { RecordEdit } from './record-edit.ts'

/**
 * The last day of 集中整改期, and with it every deadline given in those words. `ledger` holds every problem. A deadline that a merge left
 * with another day is put right, also where the day of the period stays. The words stay, so that nothing is put off: the period is.
 */
export const setConcentratedUntil = (ledger: Ledger, on: PlainDate | null): readonly RecordEdit[] => [
  ...(ledger.ledger.concentratedUntil === on
    ? []
    : [{ type: 'change', kind: 'ledger', id: ledger.ledger.id, fields: { concentratedUntil: on } } as const]),
  ...ledger.problems.flatMap((file) => rereadFile(file, on)),
]

/** The edits with the deadlines that follow from them, where they set the last day of 集中整改期; else as they are. */
export const withConcentratedUntil = (ledger: Ledger, edits: readonly RecordEdit[]): readonly RecordEdit[] =>
  edits.flatMap((edit) => {
    const on = edit.type === 'change' && edit.kind === 'ledger' ? edit.fields.concentratedUntil : undefined
    return on === undefined ? [edit] : setConcentratedUntil(ledger, on)
  })

const rereadFile = (file: ProblemFile, on: PlainDate | null): readonly RecordEdit[] => {
  const owners: readonly Owner[] = [
    { kind: 'problem', record: file.problem },
    ...file.measures.map((record): Owner => ({ kind: 'measure', record })),
  ]
  return [
    ...owners.flatMap((owner) =>
      isConcentrated(owner.record.deadlineWords) && owner.record.deadlineOn !== on
        ? [changeOwner(owner, { deadlineOn: on })]
        : [],
    ),
    ...file.extensions.flatMap(({ id, fromWords, fromOn, toWords, toOn }): RecordEdit[] => {
      const fields = {
        ...(isConcentrated(fromWords) && fromOn !== on ? { fromOn: on } : {}),
        ...(isConcentrated(toWords) && toOn !== on ? { toOn: on } : {}),
      }
      return Object.keys(fields).length === 0 ? [] : [{ type: 'change', kind: 'extension', id, fields }]
    }),
  ]
}

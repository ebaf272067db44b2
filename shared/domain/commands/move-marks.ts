import type { Ids } from '../../base/ports.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import { type Problem, recordOf, type TaggedRecord, type WithheldText } from '../records/record-kinds.ts'
import { movedRecord } from './move-records.ts'

/*
 * What was marked 拟不公开 stays so wherever its words go: a split, a join or a copy must not bring out what was withheld. Each mark goes to
 * the problem its words went to, and names the record they stand in now.
 */

/** Of joined problems, to the one they were joined to. `removed` says under which ids their parts go on. */
export const marksMoved = (
  marks: readonly WithheldText[],
  { from, into }: { readonly from: readonly string[]; readonly into: string },
  removed: readonly RecordEdit[],
  ids: Ids,
): readonly RecordEdit[] => {
  const newIds = idsAfter(removed)
  return marks
    .filter(({ problemId }) => problemId !== null && from.includes(problemId))
    .flatMap((mark) => {
      const ownerId = newIds.get(mark.ownerId) ?? (from.includes(mark.ownerId) ? into : mark.ownerId)
      const { created, removed: old } = movedRecord('withheldText', mark, { id: ids.id(), problemId: into, ownerId })
      return [...created, ...old]
    })
}

/** Of a problem that was split, to one part: those of measures that went there, and those whose words stand in its own. */
export const marksSplit = (
  marks: readonly WithheldText[],
  part: Problem,
  removed: readonly RecordEdit[],
  ids: Ids,
): readonly RecordEdit[] => {
  const newIds = idsAfter(removed)
  return marks.flatMap((mark): readonly RecordEdit[] => {
    const ownerId = newIds.get(mark.ownerId)
    if (ownerId !== undefined) {
      const { created, removed: old } = movedRecord('withheldText', mark, { id: ids.id(), problemId: part.id, ownerId })
      return [...created, ...old]
    }
    const isThere = mark.sentence !== '' && [part.statement, part.details].some((text) => text.includes(mark.sentence))
    const copy = { ...mark, id: ids.id(), problemId: part.id, ownerId: part.id }
    return isThere ? [{ type: 'create', tagged: tag('withheldText', recordOf('withheldText', copy)) }] : []
  })
}

/** Of a problem that was copied: those of the records that were copied with it, and not of what was left behind. */
export const marksCopied = (
  marks: readonly WithheldText[],
  problemId: string,
  owners: ReadonlyMap<string, string>,
  ids: Ids,
): readonly TaggedRecord[] =>
  marks
    .filter(({ field }) => !LEFT_BEHIND.includes(field))
    .flatMap((mark) => {
      const ownerId = owners.get(mark.ownerId)
      return ownerId === undefined
        ? []
        : [tag('withheldText', recordOf('withheldText', { ...mark, id: ids.id(), problemId, ownerId }))]
    })

const LEFT_BEHIND: readonly string[] = ['account', 'result']

const idsAfter = (removed: readonly RecordEdit[]): ReadonlyMap<string, string> =>
  new Map(
    removed.flatMap((edit) => (edit.type === 'remove' && edit.movedTo !== undefined ? [[edit.id, edit.movedTo] as const] : [])),
  )

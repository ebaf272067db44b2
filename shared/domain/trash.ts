import { isRecordKind, type RecordKind } from './records/record-kinds.ts'

/**
 * What is shown in the 回收站 when it was removed. A name in a role and a deadline before an extension are not: they are replaced with
 * every correction, and 修改记录 has them.
 */
const NOT_KEPT: ReadonlySet<RecordKind> = new Set(['responsibility', 'extension', 'noticeBlock', 'noticeEntry'])

export const isKeptInTrash = (kind: string): boolean => isRecordKind(kind) && !NOT_KEPT.has(kind)

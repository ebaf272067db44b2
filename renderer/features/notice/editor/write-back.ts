import type { LedgerCommand } from '../../../../shared/domain/commands/ledger-command.ts'
import type { WordSource } from '../../../../shared/notice/words.ts'

/** The act that writes what was typed back to the record it was read from. */
export const writeBack = (noticeId: string, source: WordSource, value: string): LedgerCommand => {
  const { kind, id, problemId, field } = source
  switch (kind) {
    case 'problem':
      return { type: 'set-field', problemId: id ?? '', measureId: null, field, value }
    case 'measure':
      return { type: 'set-field', problemId: problemId ?? '', measureId: id, field, value }
    case 'noticeEntry':
      return id === null
        ? { type: 'add-record', kind, problemId, fields: { noticeId, problemId: problemId ?? '', [field]: value } }
        : { type: 'set-record-field', kind, problemId, id, field, value }
    case 'progress':
      return { type: 'set-record-field', kind, problemId, id: id ?? '', field, value }
    default:
      return { type: 'set-record-field', kind, problemId: null, id: id ?? '', field, value }
  }
}

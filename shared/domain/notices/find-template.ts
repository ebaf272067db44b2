import type { LedgerRecords } from '../records/record-kinds.ts'
import { NOTICE_TEMPLATES } from './built-in-templates.ts'
import type { NoticeTemplate } from './notice-template.ts'
import { templateOf } from './template-record.ts'

/** The template of this id: the ledger's own goes before the program's. Null for one of a newer program. */
export const findTemplate = (id: string, own: Pick<LedgerRecords, 'noticeTemplate'>): NoticeTemplate | null => {
  const record = own.noticeTemplate.find((template) => template.id === id)
  return record ? templateOf(record) : (NOTICE_TEMPLATES.find((template) => template.id === id) ?? null)
}

/** Every template a notice of this ledger can be composed with, the ledger's own behind the program's. */
export const templatesOf = (own: Pick<LedgerRecords, 'noticeTemplate'>): readonly NoticeTemplate[] => [
  ...NOTICE_TEMPLATES,
  ...own.noticeTemplate.map(templateOf),
]

import type { PlainDate } from '../../shared/base/plain-date.ts'
import { isOpenEnded, parseDeadline } from '../../shared/domain/deadline.ts'
import type { EditableField } from '../../shared/domain/editable-field.ts'
import { LISTS_WORDS } from '../messages/lists.ts'

/** What the program understands of a date while it is being typed; null for fields that are not dates. */
export const readingOf = (field: EditableField, text: string, year: number | null): string | null => {
  if (text === '') return null
  if (field.input === 'deadline') {
    const on = deadlineSetBy(field, text) ?? parseDeadline(text, year).on
    if (on !== null) return LISTS_WORDS.readAs(on)
    // What would be refused must not look as if it were kept.
    if (!field.set(text).ok) return LISTS_WORDS.unreadDate
    return isOpenEnded(text) ? LISTS_WORDS.openEndedDeadline : LISTS_WORDS.unreadDeadline
  }
  if (field.input === 'date') {
    const read = field.set(text)
    if (!read.ok) return LISTS_WORDS.unreadDate
    const { on } = parseDeadline(text, null)
    return on === null ? null : LISTS_WORDS.readAs(on)
  }
  return null
}

/** The day these words would set, by what the field knows of its ledger (集中整改期, 反馈). */
const deadlineSetBy = (field: EditableField, text: string): PlainDate | null => {
  const set = field.set(text)
  const [change] = set.ok ? set.value : []
  if (change?.type !== 'change' || (change.kind !== 'problem' && change.kind !== 'measure')) return null
  return change.fields.deadlineOn ?? null
}

import { isOpenEnded, parseDeadline } from '../../shared/domain/deadline.ts'
import type { EditableField } from '../../shared/domain/editable-field.ts'
import { LISTS_WORDS } from '../messages/lists.ts'

/** What the program understands of a date while it is being typed; null for fields that are not dates. */
export const readingOf = (field: EditableField, text: string, year: number | null): string | null => {
  if (text === '') return null
  if (field.input === 'deadline') {
    const { on } = parseDeadline(text, year)
    if (on !== null) return LISTS_WORDS.readAs(on)
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

import { parseJson } from '../base/json.ts'
import type { Act, Author, ChangeEntry, Stamp } from './engine.ts'

/**
 * [Note: Change messages] Who, what for, and which act of a person the change belongs to, as JSON:
 * `{"clerk","unit","pc","intent","act","type","of"}`. `act`, `type` and `of` are left out where a program knows no acts; a message of
 * another make is shown as it is.
 */
export const messageOf = ({ author, intent, act }: Stamp): string =>
  JSON.stringify({
    ...author,
    intent,
    ...(act ? { act: act.id, type: act.type, ...(act.of === null ? {} : { of: act.of }) } : {}),
  })

export const readMessage = (message: string | null): Pick<ChangeEntry, 'author' | 'intent' | 'act'> => {
  const value = parseJson(message ?? '')
  if (value === null || typeof value !== 'object') return { author: null, intent: message ?? '', act: null }
  const parsed: Fields = value
  const { clerk, unit, pc, intent } = parsed
  if (typeof clerk !== 'string' || typeof unit !== 'string' || typeof pc !== 'string')
    return { author: null, intent: message ?? '', act: null }
  return { author: { clerk, unit, pc }, intent: typeof intent === 'string' ? intent : '', act: actOf(parsed) }
}

type Fields = Readonly<Partial<Record<keyof Author | 'intent' | 'act' | 'type' | 'of', unknown>>>

const actOf = ({ act, type, of }: Fields): Act | null => {
  const known = (['do', 'undo', 'redo', 'whole'] as const).find((name) => name === type)
  if (typeof act !== 'string' || known === undefined) return null
  return { id: act, type: known, of: typeof of === 'string' ? of : null }
}

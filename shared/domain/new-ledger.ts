import { orderKeys } from '../base/order.ts'
import type { PlainDate } from '../base/plain-date.ts'
import type { Ids } from '../base/ports.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { setConcentratedUntil } from './concentrated-until.ts'
import { recordsAfter } from './file-after.ts'
import { openLedger } from './ledger.ts'
import { type FieldShape, fieldShape } from './records/field-shape.ts'
import { type LedgerRecords, noRecords, recordOf } from './records/record-kinds.ts'
import { printTyped, readTyped } from './typed-value.ts'

/** A field of the ledger's own record or of its inspection, as a person fills it in before there is a ledger. */
export interface FrameField {
  readonly kind: 'ledger' | 'inspection'
  readonly name: string
}

/** What is typed into such fields, by `frameKey`; a field that is missing or empty is left to the text, or to the program. */
export type TypedFrame = Readonly<Record<string, string>>

export const frameKey = ({ kind, name }: FrameField): string => `${kind}.${name}`
export const frameShape = ({ kind, name }: FrameField): FieldShape => fieldShape(kind, name)

const frameFieldOf = (key: string): FrameField => {
  const [kind, name = ''] = key.split('.')
  return { kind: kind === 'ledger' ? 'ledger' : 'inspection', name }
}

/** 青梧县巡察整改台账: what a ledger is called when nobody says otherwise. `spoken` is any wording that tells 巡视 from 巡察. */
export const usualTitle = (party: string | null, spoken: string): string =>
  `${party ?? ''}${spoken.includes('巡察') ? '巡察' : '巡视'}整改台账`

/** A ledger with nothing in it but a name, an inspection nobody has described yet, and a notice that will list its problems. */
export const emptyLedger = (ids: Ids, today: PlainDate): LedgerRecords => {
  const [order = 'a0'] = orderKeys(1)
  const notice = recordOf('notice', { id: ids.id(), order, template: 'problem-situation', names: 'public' })
  return {
    ...noRecords(),
    ledger: [recordOf('ledger', { id: ids.id(), title: usualTitle(null, '巡察'), createdOn: today })],
    inspection: [recordOf('inspection', { id: ids.id() })],
    notice: [notice],
    noticeBlock: [recordOf('noticeBlock', { id: ids.id(), noticeId: notice.id, order, part: 'problems', form: 'problems' })],
  }
}

/** The records with what was typed over what they say; refused is what a field cannot hold. Deadlines given as 集中整改期内 follow its last day. */
export const withTypedFrame = (records: LedgerRecords, typed: TypedFrame): Result<LedgerRecords, Refusal> => {
  const fields: Record<FrameField['kind'], Record<string, unknown>> = { ledger: {}, inspection: {} }
  for (const [key, text] of told(typed)) {
    const field = frameFieldOf(key)
    const value = readTyped(frameShape(field), text)
    if (!value.ok) return err(value.error)
    fields[field.kind][field.name] = value.value
  }
  const { concentratedUntil, ...settings } = fields.ledger
  const framed: LedgerRecords = {
    ...records,
    ledger: records.ledger.map((ledger) => ({ ...ledger, ...settings })),
    inspection: records.inspection.map((inspection) => ({ ...inspection, ...fields.inspection })),
  }
  if (concentratedUntil === undefined) return ok(framed)
  return ok(recordsAfter(framed, setConcentratedUntil(openLedger(framed), concentratedUntil as PlainDate | null)))
}

/** Where a person and the text say different things of the same field. */
export interface FrameDifference {
  readonly title: string
  readonly typed: string
  readonly read: string
}

export const frameDifferences = (records: LedgerRecords, typed: TypedFrame): readonly FrameDifference[] =>
  told(typed).flatMap(([key, text]) => {
    const field = frameFieldOf(key)
    const shape = frameShape(field)
    const [record] = records[field.kind] as unknown as readonly Readonly<Record<string, string | number | boolean | null>>[]
    const read = printTyped(shape, record?.[field.name] ?? null)
    const value = readTyped(shape, text)
    const wanted = value.ok ? printTyped(shape, value.value) : text
    return read === '' || read === wanted ? [] : [{ title: shape.title, typed: wanted, read }]
  })

const told = (typed: TypedFrame): readonly (readonly [string, string])[] =>
  Object.entries(typed).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()] as const]))

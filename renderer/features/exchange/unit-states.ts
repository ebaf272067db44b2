import type { PlainDate } from '../../../shared/base/plain-date.ts'
import type { Transfer } from '../../../shared/domain/records/record-kinds.ts'

/** When a unit was last handed its part, signed for it, and answered; null: never. */
export interface UnitState {
  readonly handedOut: PlainDate | null
  readonly signed: PlainDate | null
  readonly replied: PlainDate | null
}

/** `transfers` are newest first. Has the unit signed for the last part it was handed? */
export const unitState = (transfers: readonly Transfer[], unit: string): UnitState => {
  const own = transfers.filter((transfer) => transfer.unit === unit)
  const sent = own.find(({ direction, purpose }) => direction === 'out' && purpose === 'slice')
  const signed = own.find(({ purpose, digest }) => purpose === 'receipt' && digest === sent?.digest)
  const replied = own.find(({ direction, purpose }) => direction === 'in' && purpose === 'reply')
  return { handedOut: sent?.on ?? null, signed: signed?.on ?? null, replied: replied?.on ?? null }
}

/** When a unit was last handed its part. */
export const lastOut = (transfers: readonly Transfer[], unit: string): PlainDate | null => unitState(transfers, unit).handedOut

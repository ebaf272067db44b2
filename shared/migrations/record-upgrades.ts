import type { RecordKind } from '../domain/records/record-kinds.ts'
import { CLOSURE_HAS_A_CYCLE } from './closure-has-a-cycle.ts'
import type { RawFields, RecordUpgrade } from './record-upgrade.ts'

/** Oldest first. Nothing is ever taken out of this list, and nothing put in before its end. */
export const RECORD_UPGRADES: readonly RecordUpgrade[] = [CLOSURE_HAS_A_CYCLE]

export interface Upgraded {
  readonly fields: RawFields
  /** Names of the upgrades that had something to do, in order. */
  readonly applied: readonly string[]
}

/** The fields of one record in today's shape. */
export const upgradeRecord = (kind: RecordKind, fields: RawFields): Upgraded =>
  RECORD_UPGRADES.reduce<Upgraded>(
    (now, step) =>
      step.kind === kind && step.isNeeded(now.fields)
        ? { fields: step.upgrade(now.fields), applied: [...now.applied, step.name] }
        : now,
    { fields, applied: [] },
  )

import type { RecordUpgrade } from './record-upgrade.ts'

/** Closures of 0.1 were written without a cycle: each was the first and only one of its problem. */
export const CLOSURE_HAS_A_CYCLE: RecordUpgrade = {
  name: 'closure-has-a-cycle',
  kind: 'closure',
  isNeeded: ({ cycle }) => cycle === undefined || cycle === null,
  upgrade: (fields) => ({ ...fields, cycle: 1 }),
}

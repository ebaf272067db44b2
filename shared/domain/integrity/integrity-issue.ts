/** What can be wrong with a ledger. Each has its severity and sentence in shared/messages/integrity.ts. */
export const INTEGRITY_RULES = [
  'integrity.ledger-records',
  'integrity.id-doubled',
  'integrity.orphan',
  'integrity.reference-missing',
  'integrity.outline-cycle',
  'integrity.parent-missing',
  'integrity.source-number-doubled',
  'integrity.order-tie',
  'integrity.completed-before-start',
  'integrity.deadline-before-start',
  'integrity.closed-before-completed',
  'integrity.in-the-future',
  'integrity.inspection-dates',
  'integrity.extension-chain',
  'integrity.deadline-words',
  'integrity.closed-without-closure',
  'integrity.closure-stands-open',
  'integrity.done-undated',
  'integrity.done-with-open-measures',
  'integrity.two-applications',
  'integrity.cycle-doubled',
  'integrity.cycle-gap',
  'integrity.name-unknown',
  'integrity.name-twice',
  'integrity.two-leads',
  'integrity.alias-doubled',
  'integrity.joined-cycle',
  'integrity.lead-counts',
  'integrity.measure-category',
  'integrity.count-units',
  'integrity.people-count',
  'integrity.number-clash',
  'integrity.number-printed-twice',
  'integrity.blocks-overlap',
] as const
export type IntegrityRule = (typeof INTEGRITY_RULES)[number]

/** Where a clerk must go. `number` is the 序号 of the problem in the lists. */
export type IntegrityPlace =
  | { readonly area: 'problem'; readonly problemId: string; readonly number: number }
  | { readonly area: 'ledger' | 'outline' | 'directories' | 'registers' | 'notice' }

/** One thing that is wrong, with what its sentence names and the records it is about. */
export interface IntegrityIssue {
  readonly rule: IntegrityRule
  readonly facts: {
    readonly text?: string
    readonly stated?: string
    readonly expected?: string
    readonly count?: number
    readonly names?: readonly string[]
  }
  readonly records: readonly string[]
  readonly place: IntegrityPlace
}

export const issue = (
  rule: IntegrityRule,
  place: IntegrityPlace,
  records: readonly { readonly id: string }[],
  facts: IntegrityIssue['facts'] = {},
): IntegrityIssue => ({ rule, facts, records: records.map(({ id }) => id), place })

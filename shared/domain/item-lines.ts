import { RESPONSIBILITY_ROLES } from './records/ledger-records.ts'

/**
 * What stands under a problem in a notice, line by line. `account+status` is an account that ends in the status phrase, `status+account`
 * one that begins with it. One
 * scalar holds all lines: `measures:整改措施|leader:责任领导;leadUnit:牵头单位|deadline:完成时限`; `|` ends a line, `;` joins parts in one.
 * A part without words is printed without a label; a slash behind the words puts the label on a line of its own, and words in 【】 take
 * no colon.
 */
export const ITEM_PARTS = [
  'account',
  'account+status',
  'status+account',
  'measures',
  'progress',
  'result',
  'target',
  'start',
  'deadline',
  'status',
  ...RESPONSIBILITY_ROLES,
] as const
export type ItemPartKind = (typeof ITEM_PARTS)[number]

export interface ItemPart {
  readonly kind: ItemPartKind
  /** The label, without its colon. */
  readonly words: string
  /** The label stands alone, its text begins on the next line. */
  readonly isAlone: boolean
}

export type ItemLine = readonly ItemPart[]

export const printItemLines = (lines: readonly ItemLine[]): string =>
  lines.map((parts) => parts.map((part) => `${part.kind}:${part.words}${part.isAlone ? '/' : ''}`).join(';')).join('|')

/** Reads what printItemLines wrote; parts of an unknown kind are left out. */
export const parseItemLines = (text: string): readonly ItemLine[] =>
  text
    .split('|')
    .map((line) =>
      line.split(';').flatMap((part) => {
        const [name = '', words = ''] = part.split(':')
        const kind = ITEM_PARTS.find((known) => known === name)
        return kind ? [{ kind, words: words.replace('/', ''), isAlone: words.endsWith('/') }] : []
      }),
    )
    .filter((line) => line.length > 0)

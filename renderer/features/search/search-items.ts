import type { FoundName, FoundProblem } from '../../data/look-up.ts'

/** One line of the results: what choosing it does. */
export type SearchItem =
  | { readonly type: 'problem'; readonly key: string; readonly problem: FoundProblem }
  | { readonly type: 'all'; readonly key: string; readonly ledgerId: string; readonly total: number }
  | { readonly type: 'name'; readonly key: string; readonly name: FoundName }
  | { readonly type: 'ledger'; readonly key: string; readonly ledgerId: string; readonly title: string }
  | { readonly type: 'place'; readonly key: string; readonly label: string; readonly go: () => Promise<unknown> }

export interface SearchGroup {
  readonly title: string
  readonly items: readonly SearchItem[]
}

/** The chosen line after a key; it goes round. Null: the key is not one of choosing. */
export const chosenAfter = (key: string, chosen: number, count: number): number | null => {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (chosen + 1) % count
    case 'ArrowUp':
      return (chosen - 1 + count) % count
    case 'PageDown':
      return Math.min(count - 1, chosen + PAGE)
    case 'PageUp':
      return Math.max(0, chosen - PAGE)
    default:
      return null
  }
}

const PAGE = 8

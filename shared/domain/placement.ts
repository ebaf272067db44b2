import { orderKeys, orderKeysBetween } from '../base/order.ts'

interface Ordered {
  readonly id: string
  readonly order: string
}

/** Places for what comes new into a row, and the siblings that must take another place for it: none, as a rule. */
export interface Places<T> {
  readonly orders: readonly string[]
  readonly moved: readonly { readonly sibling: T; readonly order: string }[]
}

/** A key of 200 characters is the longest a record holds; a row is spaced anew before it comes to that. */
const LONGEST = 150

/**
 * Places for `count` new siblings before the one at `index` (`siblings.length`: at the end). `siblings` are in order. A merge may leave
 * several with one key, between which nothing fits, and keys grow with every insertion at one point: then the siblings around are spread,
 * as few as give room.
 */
export const placesAt = <T extends Ordered>(siblings: readonly T[], index: number, count: number): Places<T> => {
  let from = Math.max(0, Math.min(index, siblings.length))
  let to = from
  for (;;) {
    const low = siblings[from - 1]?.order ?? null
    const high = siblings[to]?.order ?? null
    if (low === null || high === null || low < high) {
      const keys = spaced(low, high, to - from + count)
      if (keys !== null || (low === null && high === null)) {
        return spread(siblings, index, from, to, keys ?? orderKeys(to - from + count), count)
      }
      from = Math.max(0, from - (to - from) - 1)
      to = Math.min(siblings.length, to + (to - from) + 1)
    } else if (to < siblings.length) to += 1
    else from -= 1
  }
}

/** The same for one. */
export const placeAt = <T extends Ordered>(
  siblings: readonly T[],
  index: number,
): { readonly order: string; readonly moved: Places<T>['moved'] } => {
  const { orders, moved } = placesAt(siblings, index, 1)
  return { order: orders[0] ?? 'a0', moved }
}

const spaced = (low: string | null, high: string | null, n: number): readonly string[] | null => {
  const keys = orderKeysBetween(low, high, n)
  return keys.every((key) => key.length <= LONGEST) ? keys : null
}

/** `keys` are for the siblings from `from` to `to` and the new ones among them. */
const spread = <T extends Ordered>(
  siblings: readonly T[],
  index: number,
  from: number,
  to: number,
  keys: readonly string[],
  count: number,
): Places<T> => {
  const at = Math.max(from, Math.min(index, to)) - from
  const rest = [...keys.slice(0, at), ...keys.slice(at + count)]
  const moved = siblings.slice(from, to).map((sibling, i) => ({ sibling, order: rest[i] ?? sibling.order }))
  return { orders: keys.slice(at, at + count), moved: moved.filter(({ sibling, order }) => sibling.order !== order) }
}

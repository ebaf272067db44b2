import type { Rejection, Rejections } from '../../../shared/exchange/take-in.ts'
import type { ToldNews } from '../../../shared/exchange/told-plan.ts'
import type { DocumentKey } from '../../../shared/merge/document-boundaries.ts'
import { type EntityKey, type FieldKey, parseFieldKey } from '../../../shared/merge/flat-map.ts'
import type { ShownDocument } from '../../data/take-packages.ts'

/** What a person has turned down of a plan so far: items by document, and why. Everything else is taken. */
export interface PlanChoices {
  readonly out: ReadonlyMap<DocumentKey, ReadonlySet<FieldKey>>
  readonly reasons: ReadonlyMap<DocumentKey, string>
  /** What was typed last: the reason of the next that is turned down. */
  readonly lastReason: string
}

export const NOTHING_OUT: PlanChoices = { out: new Map(), reasons: new Map(), lastReason: '' }

/** Everything that can be taken or turned down of a document. */
export const itemsOf = ({ news, conflicts }: Pick<ShownDocument, 'news' | 'conflicts'>): ReadonlySet<FieldKey> =>
  new Set([...news.map(({ item }) => item), ...conflicts.map(({ key }) => key)])

/** These items of a document are taken, or not. */
export const choose = (now: PlanChoices, key: DocumentKey, items: Iterable<FieldKey>, isTaken: boolean): PlanChoices => {
  const own = new Set(now.out.get(key) ?? [])
  for (const item of items) {
    if (isTaken) own.delete(item)
    else own.add(item)
  }
  const out = new Map(now.out)
  if (own.size === 0) out.delete(key)
  else out.set(key, own)
  const reasons = new Map(now.reasons)
  if (own.size > 0 && !reasons.has(key)) reasons.set(key, now.lastReason)
  return { ...now, out, reasons }
}

export const giveReason = (now: PlanChoices, key: DocumentKey, reason: string): PlanChoices => ({
  ...now,
  reasons: new Map([...now.reasons, [key, reason]]),
  lastReason: reason,
})

/** The documents of which something is turned down and nobody has said why. */
export const withoutReason = ({ out, reasons }: PlanChoices): readonly DocumentKey[] =>
  [...out.keys()].filter((key) => (reasons.get(key) ?? '').trim() === '')

export const rejectionsOf = (documents: readonly ShownDocument[], { out, reasons }: PlanChoices): Rejections =>
  new Map(
    documents.flatMap((document): readonly (readonly [DocumentKey, Rejection])[] => {
      const items = out.get(document.key)
      if (items === undefined) return []
      const isAll = [...itemsOf(document)].every((item) => items.has(item))
      return [[document.key, { reason: (reasons.get(document.key) ?? '').trim(), items: isAll ? 'all' : items }]]
    }),
  )

/** The news of one record that come or go as one, or one field of a record that stays. */
export interface NewsGroup {
  readonly item: FieldKey
  readonly entity: EntityKey | null
  readonly news: readonly ToldNews[]
}

export const groupsOf = (news: readonly ToldNews[]): readonly NewsGroup[] => {
  const groups = new Map<FieldKey, ToldNews[]>()
  for (const own of news) {
    const known = groups.get(own.item)
    if (known) known.push(own)
    else groups.set(own.item, [own])
  }
  return [...groups].map(([item, own]) => ({ item, entity: parseFieldKey(item)?.entity ?? null, news: own }))
}

import type { Ledger } from '../domain/ledger.ts'
import type { DocumentKind } from '../merge/document-boundaries.ts'
import type { MergeEngine } from '../merge/engine.ts'
import { type EntityKey, entityKey } from '../merge/flat-map.ts'
import type { LedgerDocuments } from '../merge/ledger-documents.ts'
import type { RelatedPlace, RelatedPlaces } from './related-branches.ts'
import { relatedBefore, relatedId } from './related-ids.ts'

/** A ledger with the documents it was read from. */
export interface RelatedSide<Doc> {
  readonly ledger: Ledger
  readonly documents: LedgerDocuments<Doc>
}

/** Where the records of theirs go, put down one after the other. */
export interface Places {
  /** The id a record of theirs goes by when it comes in new. */
  readonly own: (id: string) => string
  /** What an earlier 关联 made of it: that stays, whatever was edited since. */
  readonly earlier: (kind: string, id: string, as: 'paired' | 'known') => RelatedPlace | null
  /** Is there, or was there, such a record of ours? */
  readonly isHere: (kind: string, id: string) => boolean
  /** Those of ours that are one of these already. */
  readonly taken: (kind: string, theirIds: readonly string[]) => ReadonlySet<string>
  readonly put: (kind: string, id: string, place: RelatedPlace) => void
  readonly placed: (kind: string, id: string) => RelatedPlace | null
  readonly idOf: (id: string) => string | null
  /** As the history of a document of theirs asks; what was removed there comes along with its problem. */
  readonly of: (kind: DocumentKind) => RelatedPlaces
}

export const newPlaces = <Doc>(engine: MergeEngine<Doc>, mine: RelatedSide<Doc>, theirs: RelatedSide<Doc>): Places => {
  const before = relatedBefore(engine, mine.documents)
  const own = (id: string): string => relatedId(theirs.ledger.ledger.id, id)
  const sameIds = new Map([...before.same].map(([name, id]) => [name.slice(name.indexOf(':') + 1), id]))
  const placed = new Map<EntityKey, RelatedPlace>()
  const ids = new Map<string, string>()
  const earlier: Places['earlier'] = (kind, id, as) => {
    const same = before.same.get(entityKey(kind, own(id)))
    if (same !== undefined) return { id: same, as }
    return before.entities.has(entityKey(kind, own(id))) ? { id: own(id), as: 'new' } : null
  }
  return {
    own,
    earlier,
    isHere: (kind, id) => before.entities.has(entityKey(kind, id)),
    taken: (kind, theirIds) => new Set(theirIds.flatMap((id) => [own(id), before.same.get(entityKey(kind, own(id))) ?? own(id)])),
    put: (kind, id, place) => {
      placed.set(entityKey(kind, id), place)
      if (!ids.has(id)) ids.set(id, place.id)
    },
    placed: (kind, id) => placed.get(entityKey(kind, id)) ?? null,
    idOf: (id) => ids.get(id) ?? null,
    of: (document) => {
      const isProblems = document === 'problem' || document === 'office'
      return {
        placeOf: (entity, kind, id) =>
          placed.get(entity) ??
          earlier(kind, id, isProblems ? 'paired' : 'known') ??
          (isProblems ? { id: own(id), as: 'new' } : null),
        idOf: (id) => ids.get(id) ?? sameIds.get(own(id)) ?? null,
        relatedId: own,
      }
    },
  }
}

/** Beside the problems ours stands where `same` names it; answers whether a record comes in that was not here. */
export const placeBeside = (places: Places, kind: string, id: string, same: string | null): boolean => {
  const place =
    places.earlier(kind, id, 'known') ??
    (same === null ? ({ id: places.own(id), as: 'new' } as const) : ({ id: same, as: 'known' } as const))
  places.put(kind, id, place)
  return place.as === 'new' && !places.isHere(kind, place.id)
}

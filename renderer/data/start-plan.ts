import { assertNever } from '../../shared/base/result.ts'

/** What IndexedDB answered at the start. `counted` are the documents that are really there, `documents` those the marker speaks of. */
export type FoundDatabase =
  | { readonly type: 'unreadable' }
  | { readonly type: 'empty' }
  | {
      readonly type: 'marked'
      readonly generation: string
      readonly lastSequence: number
      readonly documents: number
      readonly counted: number
    }

/** What the main process knows of accepted changes. */
export interface KnownChanges {
  readonly generation: string | null
  readonly lastSequence: number
}

/** Why IndexedDB is made again from snapshot and journal. */
export type RebuildReason = 'missing' | 'unreadable' | 'incomplete' | 'other-generation'

export type StartPlan =
  /** A new installation. */
  | { readonly type: 'fresh' }
  | { readonly type: 'continue' }
  /** The last session ended between journal and IndexedDB. */
  | { readonly type: 'replay' }
  | { readonly type: 'rebuild'; readonly because: RebuildReason }
  /** The journal's folder was lost or cut; IndexedDB is whole and a new snapshot is due at once. */
  | { readonly type: 'journal-behind' }

/**
 * [Note: Start of the store] Chromium answers a damaged LevelDB by deleting it and opening an empty one without an error. An empty list is
 * therefore never believed: what IndexedDB holds is compared with what the main process has accepted, and made again where it lacks.
 */
export const planStart = (found: FoundDatabase, known: KnownChanges): StartPlan => {
  switch (found.type) {
    case 'unreadable':
      return { type: 'rebuild', because: 'unreadable' }
    case 'empty':
      return known.generation === null && known.lastSequence === 0 ? { type: 'fresh' } : { type: 'rebuild', because: 'missing' }
    case 'marked':
      if (known.generation !== null && known.generation !== found.generation)
        return { type: 'rebuild', because: 'other-generation' }
      if (found.counted !== found.documents)
        // Without anything to make it again from, what is left is kept.
        return known.lastSequence === 0 ? { type: 'journal-behind' } : { type: 'rebuild', because: 'incomplete' }
      if (known.generation === null || found.lastSequence > known.lastSequence) return { type: 'journal-behind' }
      return found.lastSequence < known.lastSequence ? { type: 'replay' } : { type: 'continue' }
    default:
      return assertNever(found)
  }
}

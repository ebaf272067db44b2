import type { Result } from '../base/result.ts'
import type { EntityKey, FieldKey, FlatMap, Scalar } from './flat-map.ts'

/** Who works at which PC. Shown beside every change; never used to decide between two. */
export interface Author {
  readonly clerk: string
  readonly unit: string
  readonly pc: string
}

/**
 * One act of a person: it may change several documents, and is taken back as one. `id` begins with the name of the installation that made
 * it, so that one's own can be told. `undo` and `redo` name the act they take back or bring back; `whole` made or took in a whole ledger.
 */
export interface Act {
  readonly id: string
  readonly type: 'do' | 'undo' | 'redo' | 'whole'
  readonly of: string | null
}

/** What is written beside a change: who, when (seconds since 1970, shown and never trusted), what for, and as part of which act. */
export interface Stamp {
  readonly author: Author
  readonly at: number
  readonly intent: string
  readonly act?: Act
}

/** `set` writes one field (what it says already, undisputed, is not written again) · `remove` takes an entity out · `restore` brings it back · `touch` says "its parts were edited". */
export type FieldEdit =
  | { readonly type: 'set'; readonly key: FieldKey; readonly value: Scalar }
  | { readonly type: 'remove' | 'restore' | 'touch'; readonly entity: EntityKey }

/** One value of a field that two people wrote without having seen each other's, with who wrote it. */
export interface ConflictingValue {
  readonly value: Scalar
  readonly author: Author | null
  readonly at: number | null
}

/** `field`: different values of one field. `removed-while-edited`: someone removed the entity, someone else went on editing it. */
export interface Conflict {
  readonly type: 'field' | 'removed-while-edited'
  readonly key: FieldKey
  readonly values: readonly ConflictingValue[]
}

/** Who changed a document, when, what for. */
export interface ChangeEntry {
  readonly hash: string
  readonly author: Author | null
  readonly at: number
  readonly intent: string
  /** Null for a change of a program that knows no acts. */
  readonly act: Act | null
}

/** A field before and after a change: `from` is empty where it was never written, and holds several values where a conflict was ended. */
export interface ChangedField {
  readonly key: FieldKey
  readonly from: readonly Scalar[]
  readonly to: Scalar
}

/** What a change did to the life of a record. */
export interface ChangedLife {
  readonly entity: EntityKey
  readonly what: 'created' | 'removed' | 'restored' | 'settled'
}

/** One change with all it wrote. */
export interface DocumentChange extends ChangeEntry {
  readonly fields: readonly ChangedField[]
  readonly lives: readonly ChangedLife[]
  /** Records that were edited in this change, or had a part of theirs edited, and stayed. */
  readonly touched: readonly EntityKey[]
}

/** A record that was removed: what it held, and who took it out. */
export interface RemovedEntity {
  readonly entity: EntityKey
  readonly fields: FlatMap
  readonly by: ChangeEntry
}

/** A change made elsewhere, on a copy without this history: what it wrote. `id` names it for good: 64 hexadecimal digits. */
export interface ForeignChange {
  readonly id: string
  readonly stamp: Stamp
  readonly fields: readonly (readonly [FieldKey, Scalar])[]
  /** Records that were edited, had a part edited, or came back. */
  readonly alive: readonly EntityKey[]
  readonly removed: readonly EntityKey[]
}

export type LoadRefusal = { readonly type: 'document-damaged' } | { readonly type: 'document-foreign'; readonly key: string }

export type EditRefusal =
  /** The field (or the life of its entity) is in conflict: only `resolve` may write it, or one side would be lost in silence. */
  { readonly type: 'field-in-conflict'; readonly key: FieldKey } | { readonly type: 'entity-removed'; readonly entity: EntityKey }

/**
 * The merge engine, by what it promises: merging is commutative, associative and idempotent; no accepted edit is lost;
 * concurrent edits of one field are reported with all values until someone resolves them.
 *
 * A document handle is used once: `edit`, `resolve` and `merge` return the next handle and the old one is spent.
 */
export interface MergeEngine<Doc> {
  /** A new document holding these fields; their entities are alive. */
  readonly create: (fields: FlatMap, stamp: Stamp) => Doc
  /** Reads whole-document bytes under a fresh actor. Flipped, cut and empty bytes are refused, and so is what is no flat map. */
  readonly load: (bytes: Uint8Array) => Result<Doc, LoadRefusal>
  readonly save: (doc: Doc) => Uint8Array
  /** Every field of every living entity, `_alive` left out. A field in conflict shows one of its values, the same on every PC. */
  readonly read: (doc: Doc) => FlatMap
  /** The entities that were removed and may be restored. */
  readonly removed: (doc: Doc) => readonly EntityKey[]
  /** The same with what they held and who removed them: for the 回收站. */
  readonly removals: (doc: Doc) => readonly RemovedEntity[]
  /** What names this state of the document: equal heads, equal content. */
  readonly heads: (doc: Doc) => readonly string[]
  /** Why `edit` would refuse these edits, or null: asked first where several documents change together. */
  readonly refusal: (doc: Doc, edits: readonly FieldEdit[]) => EditRefusal | null
  /** Writes all edits as one change, or none. */
  readonly edit: (doc: Doc, edits: readonly FieldEdit[], stamp: Stamp) => Result<Doc, EditRefusal>
  /** Ends a conflict of one field with a value a person chose. For `_alive` null removes and any other value keeps. */
  readonly resolve: (doc: Doc, key: FieldKey, value: Scalar, stamp: Stamp) => Doc
  /** Takes in what `theirs` holds; `theirs` stays usable. */
  readonly merge: (mine: Doc, theirs: Doc) => Result<Doc, { readonly type: 'documents-cannot-merge'; readonly reason: string }>
  /**
   * Writes foreign changes one on the other, as if they had been made when the document had these heads: what was written here since is
   * reported as a conflict. The same changes give the same document on every PC; those it has already change nothing.
   */
  readonly graft: (
    doc: Doc,
    heads: readonly string[],
    changes: readonly ForeignChange[],
  ) => Result<Doc, { readonly type: 'heads-unknown' }>
  readonly conflicts: (doc: Doc) => readonly Conflict[]
  /** Every change, oldest first; those made without knowing of each other stand in an order all PCs share. */
  readonly history: (doc: Doc) => readonly ChangeEntry[]
  /** Every change since these heads (none: all), with what it wrote. */
  readonly changes: (doc: Doc, since?: readonly string[]) => readonly DocumentChange[]
  /** Who wrote what stands in each field: one, or all that are in conflict. */
  readonly writers: (doc: Doc) => ReadonlyMap<FieldKey, readonly ChangeEntry[]>
  /** The change that would take one change back ([Note: Undo] in shared/merge/undo.ts); `isOwn` tells whose writes may be written over. */
  readonly inverse: (
    doc: Doc,
    hash: string,
    isOwn: (entry: ChangeEntry) => boolean,
  ) => Result<readonly FieldEdit[], { readonly key: FieldKey }>
  /** Gives back the memory of a handle that will not be used again. */
  readonly release: (doc: Doc) => void
}

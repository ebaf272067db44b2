import Dexie, { type EntityTable, type Table } from 'dexie'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { ProblemRow } from '../../shared/domain/problem-row.ts'
import type { Inspection, OutlineNode, TaggedRecord } from '../../shared/domain/records/record-kinds.ts'
import type { WarningThresholds } from '../../shared/domain/warning.ts'
import type { DocumentKey, DocumentKind } from '../../shared/merge/document-boundaries.ts'
import type { Act, Author, Conflict } from '../../shared/merge/engine.ts'
import type { EntityKey } from '../../shared/merge/flat-map.ts'

/** The bytes of one document: the truth. Everything else in this database can be made again from them. */
export interface StoredDocument {
  readonly key: DocumentKey
  readonly ledgerId: string
  readonly bytes: Uint8Array
  readonly heads: readonly string[]
}

/** The records of one document, and what two people wrote differently in it. */
export interface StoredRecords {
  readonly key: DocumentKey
  readonly ledgerId: string
  readonly kind: DocumentKind
  readonly records: readonly TaggedRecord[]
  readonly conflicts: readonly Conflict[]
  readonly hasConflicts: 0 | 1
  /** Records in the 回收站, and 1 where there are any, for the index. */
  readonly removed: readonly EntityKey[]
  readonly hasRemoved: 0 | 1
}

/** A problem as lists order and filter it, as it follows from its own document. */
export interface UnplacedProblem extends ProblemRow {
  readonly ledgerId: string
  readonly conflicts: number
}

/**
 * The same with what indexes serve: [Note: Place], made again when the outline changes, and keys of what may be missing. An index leaves
 * out a row without a key, so that "none" is the empty text here.
 */
export interface StoredProblem extends UnplacedProblem {
  readonly place: string
  readonly deadlineKey: string
  /** The deadline as far as it still presses: none where the work is done. */
  readonly pressingKey: string
  readonly completedKey: string
  /** Each unit with its ledger: see `unitKey`. */
  readonly unitKeys: readonly string[]
}

export interface StoredSearchText {
  readonly id: string
  readonly ledgerId: string
  /** Empty where the problem was removed. */
  readonly text: string
  /** The sequence of the change that wrote it; 0 when it was made again from the documents. */
  readonly changed: number
}

/** A ledger as the first screen shows it, with what every list of it needs. */
export interface StoredLedger {
  readonly id: string
  readonly title: string
  readonly createdOn: PlainDate | null
  readonly inspection: Inspection
  readonly nodes: readonly OutlineNode[]
  readonly thresholds: WarningThresholds
}

/**
 * One act of a person in one ledger, and the change it made in each document. A projection of the messages of the changes. `sequence` is
 * the journal's where this PC carried it out, 0 for what came from elsewhere or is known from a snapshot only: that is history and not
 * taken back here.
 */
export interface StoredAct extends Act {
  readonly ledgerId: string
  readonly sequence: number
  readonly author: Author
  readonly at: number
  readonly intent: string
  readonly documents: readonly { readonly key: DocumentKey; readonly hash: string }[]
}

/** What this database holds, compared at every start with what the main process knows. */
export interface StoreMarker {
  readonly name: 'marker'
  readonly generation: string
  readonly lastSequence: number
  readonly documents: number
  /** The PROJECTION_VERSION its rows were made by; missing: the first. */
  readonly projection?: number
}

export const DATABASE_NAME = 'zhenggai-ledger'

/**
 * IndexedDB through Dexie, with strict durability: a transaction that has answered is on the disk. It is never the only copy
 * (the journal and the snapshots of the main process are); its origin is app://local for ever.
 */
export class LedgerDatabase extends Dexie {
  readonly markers!: EntityTable<StoreMarker, 'name'>
  readonly ledgers!: EntityTable<StoredLedger, 'id'>
  readonly documents!: Table<StoredDocument, DocumentKey>
  readonly records!: Table<StoredRecords, DocumentKey>
  readonly problems!: EntityTable<StoredProblem, 'id'>
  readonly searchTexts!: EntityTable<StoredSearchText, 'id'>
  readonly acts!: EntityTable<StoredAct, 'id'>

  constructor(name = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      markers: 'name',
      ledgers: 'id',
      documents: 'key, ledgerId',
      records: 'key, ledgerId, [ledgerId+kind]',
      problems: 'id, ledgerId, [ledgerId+status]',
      searchTexts: 'id, ledgerId',
    })
    this.version(2).stores({
      records: 'key, ledgerId, [ledgerId+kind], [ledgerId+hasRemoved]',
      acts: 'id, [ledgerId+sequence]',
      problems: [
        'id, ledgerId, *unitKeys, [ledgerId+place], [ledgerId+status+place], [ledgerId+deadlineKey+place]',
        '[ledgerId+pressingKey+place], [ledgerId+completedKey+place], [ledgerId+leaders+place], [ledgerId+units+place]',
      ].join(', '),
      searchTexts: 'id, ledgerId, [ledgerId+changed+id]',
    })
    this.version(3).stores({ acts: 'id, [ledgerId+sequence], [ledgerId+at]' })
    this.version(4).stores({
      records: 'key, ledgerId, [ledgerId+kind], [ledgerId+hasRemoved], [ledgerId+hasConflicts]',
    })
  }
}

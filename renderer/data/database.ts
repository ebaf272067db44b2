import Dexie, { type EntityTable, type Table } from 'dexie'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { ProblemRow } from '../../shared/domain/problem-row.ts'
import type { Inspection, OutlineNode, TaggedRecord } from '../../shared/domain/records/record-kinds.ts'
import type { WarningThresholds } from '../../shared/domain/warning.ts'
import type { DocumentKey, DocumentKind } from '../../shared/merge/document-boundaries.ts'
import type { Conflict } from '../../shared/merge/engine.ts'

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
}

/** A problem as lists order and filter it. */
export interface StoredProblem extends ProblemRow {
  readonly ledgerId: string
  readonly conflicts: number
}

export interface StoredSearchText {
  readonly id: string
  readonly ledgerId: string
  readonly text: string
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

/** What this database holds, compared at every start with what the main process knows. */
export interface StoreMarker {
  readonly name: 'marker'
  readonly generation: string
  readonly lastSequence: number
  readonly documents: number
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
  }
}

/**
 * Everything a file, a disk or a person's input can cause that stops an act. Each has its sentence in
 * shared/messages/refusals.ts; nothing was changed when one is returned.
 */
export type Refusal =
  | { readonly type: 'file-not-found'; readonly path: string }
  | { readonly type: 'file-unreadable'; readonly path: string; readonly reason: string }
  /** Reading broke off because the device does not answer (any more): a stick that was pulled out, or is damaged. */
  | { readonly type: 'drive-gone'; readonly path: string }
  | { readonly type: 'drives-not-listed'; readonly detail: string }
  | { readonly type: 'file-empty' }
  | { readonly type: 'file-too-large'; readonly megabytes: number; readonly limit: number }
  /** Several files that are each small enough, together. */
  | { readonly type: 'files-too-large'; readonly count: number; readonly megabytes: number; readonly limit: number }
  /** `looksLike` is what the first bytes say: Word 文档（docx）, PDF 文件, 图片 …; null when nothing is known. */
  | { readonly type: 'file-not-text'; readonly looksLike: string | null }
  /** `what` is beyond `limit` (with its unit). */
  | { readonly type: 'workbook-too-large'; readonly what: string; readonly limit: string }
  | { readonly type: 'no-table'; readonly sheets: readonly string[] }
  /** Cut, changed or half copied: an Office file that cannot be read as one. */
  | { readonly type: 'incoming-damaged' }
  | { readonly type: 'incoming-encrypted' }
  /** Unpacks to more than `limit` MB, or claims to. */
  | { readonly type: 'incoming-bursts'; readonly limit: number }
  | { readonly type: 'incoming-unsupported'; readonly what: string }
  /** Reading took longer than any sound file does. */
  | { readonly type: 'incoming-too-slow'; readonly seconds: number }
  | { readonly type: 'text-too-long'; readonly what: string; readonly limit: number }
  /** `within` is what holds them: 台账, 问题 …; see shared/domain/limits.ts. */
  | { readonly type: 'too-many'; readonly what: string; readonly within: string; readonly limit: number }
  | { readonly type: 'not-a-package' }
  | { readonly type: 'package-truncated' }
  | { readonly type: 'package-damaged'; readonly entry: string }
  | { readonly type: 'package-foreign'; readonly entry: string }
  | { readonly type: 'package-newer'; readonly major: number; readonly known: number }
  | { readonly type: 'package-has-more'; readonly minor: number; readonly known: number }
  | { readonly type: 'package-too-large'; readonly megabytes: number; readonly limit: number }
  /** Locked with a passphrase: it is to be asked for. */
  | { readonly type: 'package-locked' }
  | { readonly type: 'passphrase-wrong' }
  /** Nothing is locked with it; `length` and `least` in characters. */
  | {
      readonly type: 'passphrase-unfit'
      readonly fault: 'empty' | 'spaces-around' | 'too-short'
      readonly length: number
      readonly least: number
    }
  | { readonly type: 'lock-newer'; readonly version: number; readonly known: number }
  /** A lock whose parameters no program of ours writes, or that asks for more memory or time than any should. */
  | { readonly type: 'lock-foreign' }
  /** The package is of another ledger. */
  | { readonly type: 'other-ledger' }
  /** A copy or a part of this ledger, where one typed apart from it is wanted. */
  | { readonly type: 'same-ledger' }
  /** A unit answers a state of the ledger that this copy has never seen. */
  | { readonly type: 'cut-unknown' }
  | { readonly type: 'no-such-unit'; readonly unit: string }
  /** A 上报 or a 签收回执 was given where a ledger is asked for. */
  | { readonly type: 'not-a-ledger' }
  /** A 签收回执 holds nothing to be merged. */
  | { readonly type: 'only-a-receipt' }
  /** A 签收回执 for a file that this PC knows nothing of. */
  | { readonly type: 'receipt-unknown'; readonly unit: string }
  /** What is in conflict must be settled first. */
  | { readonly type: 'conflicts-unresolved'; readonly count: number; readonly what: string }
  /** Something was written since the plan was made. */
  | { readonly type: 'plan-outdated' }
  /** The ledger was cut from one that is here, or goes to nobody. */
  | { readonly type: 'nothing-to-reply' }
  /** The ledger is no part that was handed out. */
  | { readonly type: 'not-a-slice' }
  | { readonly type: 'documents-cannot-merge'; readonly document: string }
  /** Nothing is in conflict there (any more). */
  | { readonly type: 'no-such-conflict'; readonly key: string }
  | { readonly type: 'write-failed'; readonly path: string; readonly reason: WriteFailure; readonly detail: string }
  /** [Note: Reading back] What was read again is not what was written; it did not take the place of anything. */
  | { readonly type: 'read-back-differs'; readonly path: string }
  | { readonly type: 'no-such-problem'; readonly number: string; readonly last: number }
  | { readonly type: 'no-such-field'; readonly field: string; readonly known: readonly string[] }
  | { readonly type: 'value-not-understood'; readonly field: string; readonly value: string; readonly expected: string }
  /** What should stand before the new place is not in that row (any more). */
  | { readonly type: 'no-such-place' }
  | { readonly type: 'node-under-itself'; readonly heading: string }
  /** 销号: an act that the state of the problem has no place for, or that must say why. */
  | { readonly type: 'application-open'; readonly cycle: number }
  | { readonly type: 'no-application' }
  | { readonly type: 'already-closed' }
  | { readonly type: 'not-closed' }
  | { readonly type: 'text-missing'; readonly what: string }
  | { readonly type: 'field-in-conflict'; readonly key: string }
  | { readonly type: 'entity-removed'; readonly entity: string }
  /** `entry` of the directory goes by this name already. */
  | { readonly type: 'name-in-use'; readonly name: string; readonly entry: string }
  /** Undo or redo would overwrite what somebody (or a later command) wrote since. */
  | { readonly type: 'changed-since'; readonly intent: string }
  | { readonly type: 'nothing-to-undo' }
  | { readonly type: 'nothing-to-redo' }
  /** What was to be brought back is not in the 回收站 (any more). */
  | { readonly type: 'nothing-to-restore' }
  /** What it belongs to is in the 回收站 itself. */
  | { readonly type: 'owner-removed'; readonly what: string; readonly title: string }
  /** 文号 on paper: 青整督〔2024〕3号. */
  | { readonly type: 'number-printed'; readonly number: string }
  | { readonly type: 'number-taken'; readonly number: string }
  | { readonly type: 'notice-unnumbered' }
  | { readonly type: 'block-overlaps'; readonly pc: string; readonly from: number; readonly to: number }
  | { readonly type: 'ledger-already-here'; readonly title: string }
  | { readonly type: 'no-such-ledger' }
  /** The ledger's own store (IndexedDB, journal, snapshots) does not answer; accepted changes are in the journal. */
  | { readonly type: 'store-unavailable'; readonly detail: string }
  | { readonly type: 'attachment-missing' }
  /** Larger than one file of 佐证材料 may be; nothing of it was kept. */
  | { readonly type: 'attachment-too-large'; readonly name: string; readonly megabytes: number; readonly limit: number }
  | { readonly type: 'attachment-empty'; readonly name: string }
  /** A kind of file that could run as a program: it is only saved elsewhere. */
  | { readonly type: 'attachment-not-opened'; readonly name: string }
  | { readonly type: 'no-program-for-file'; readonly name: string; readonly detail: string }
  | { readonly type: 'no-printer' }
  | { readonly type: 'print-failed'; readonly detail: string }
  | { readonly type: 'too-much-to-print'; readonly pages: number; readonly limit: number }
  /** A 期报 whose content is not here, is not what was frozen, or is of a later program. */
  | { readonly type: 'snapshot-missing' }
  | { readonly type: 'snapshot-damaged' }
  | { readonly type: 'snapshot-newer'; readonly version: number; readonly known: number }
  | { readonly type: 'no-such-period'; readonly period: string; readonly count: number }
  | { readonly type: 'no-such-template'; readonly template: string; readonly known: readonly string[] }
  | { readonly type: 'no-such-draft'; readonly draft: string; readonly count: number }
  | { readonly type: 'draft-missing' }
  | { readonly type: 'draft-damaged' }
  | { readonly type: 'draft-newer'; readonly version: number; readonly known: number }
  | { readonly type: 'no-notice' }
  /** A bug: the log holds what is needed to find it. */
  | { readonly type: 'program-fault'; readonly reason: string }

/** `gone`: the device does not answer (any more): a stick that was pulled out, or is damaged. */
export type WriteFailure = 'no-space' | 'no-permission' | 'no-folder' | 'read-only' | 'gone' | 'in-use' | 'is-a-folder' | 'other'

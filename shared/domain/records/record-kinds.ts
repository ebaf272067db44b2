import type { z } from 'zod'
import { closureSchema, reviewSchema } from './closure-records.ts'
import { attachmentSchema, snapshotSchema, transferSchema } from './file-records.ts'
import {
  inspectionSchema,
  leaderSchema,
  ledgerSchema,
  outlineNodeSchema,
  responsibilitySchema,
  sliceSchema,
  unitSchema,
} from './ledger-records.ts'
import {
  noticeAttachmentSchema,
  noticeBlockSchema,
  noticeDraftSchema,
  noticeEntrySchema,
  noticeSchema,
  proofDecisionSchema,
  withheldTextSchema,
} from './notice-records.ts'
import {
  extensionSchema,
  measureSchema,
  officePartSchema,
  outcomeSchema,
  problemSchema,
  progressSchema,
} from './problem-records.ts'
import {
  accountabilitySchema,
  leadSchema,
  meetingSchema,
  numberBlockSchema,
  supervisionNoticeSchema,
  supervisionSchema,
} from './register-records.ts'
import { noticeTemplateSchema } from './template-records.ts'

/** Every kind of record there is. The schema is the type, the check at the door, and the source of the merge engine's codec. */
export const recordSchemas = {
  ledger: ledgerSchema,
  inspection: inspectionSchema,
  slice: sliceSchema,
  outlineNode: outlineNodeSchema,
  unit: unitSchema,
  leader: leaderSchema,
  problem: problemSchema,
  measure: measureSchema,
  responsibility: responsibilitySchema,
  progress: progressSchema,
  outcome: outcomeSchema,
  extension: extensionSchema,
  closure: closureSchema,
  review: reviewSchema,
  officePart: officePartSchema,
  lead: leadSchema,
  accountability: accountabilitySchema,
  meeting: meetingSchema,
  supervision: supervisionSchema,
  supervisionNotice: supervisionNoticeSchema,
  numberBlock: numberBlockSchema,
  attachment: attachmentSchema,
  snapshot: snapshotSchema,
  transfer: transferSchema,
  notice: noticeSchema,
  noticeBlock: noticeBlockSchema,
  noticeEntry: noticeEntrySchema,
  noticeTemplate: noticeTemplateSchema,
  noticeDraft: noticeDraftSchema,
  withheldText: withheldTextSchema,
  noticeAttachment: noticeAttachmentSchema,
  proofDecision: proofDecisionSchema,
} as const

export type RecordKind = keyof typeof recordSchemas
export type RecordOf<K extends RecordKind> = Readonly<z.output<(typeof recordSchemas)[K]>>
export type DraftOf<K extends RecordKind> = Readonly<z.input<(typeof recordSchemas)[K]>>

export const RECORD_KINDS = Object.keys(recordSchemas) as readonly RecordKind[]

export const isRecordKind = (kind: string): kind is RecordKind => Object.hasOwn(recordSchemas, kind)

/** A record of one kind, with its kind: what the codec and the history speak of. */
export type TaggedRecord = { readonly [K in RecordKind]: { readonly kind: K; readonly record: RecordOf<K> } }[RecordKind]

/** All records of a ledger, in no promised order. */
export type LedgerRecords = { readonly [K in RecordKind]: readonly RecordOf<K>[] }

export type Inspection = RecordOf<'inspection'>
export type OutlineNode = RecordOf<'outlineNode'>
export type Problem = RecordOf<'problem'>
export type Measure = RecordOf<'measure'>
export type Responsibility = RecordOf<'responsibility'>
export type Progress = RecordOf<'progress'>
export type Outcome = RecordOf<'outcome'>
export type Extension = RecordOf<'extension'>
export type Closure = RecordOf<'closure'>
export type Review = RecordOf<'review'>
export type OfficePart = RecordOf<'officePart'>
export type Lead = RecordOf<'lead'>
export type Accountability = RecordOf<'accountability'>
export type SupervisionNotice = RecordOf<'supervisionNotice'>
export type NumberBlock = RecordOf<'numberBlock'>
export type Attachment = RecordOf<'attachment'>
export type Transfer = RecordOf<'transfer'>
export type Notice = RecordOf<'notice'>
export type NoticeBlock = RecordOf<'noticeBlock'>
export type NoticeEntry = RecordOf<'noticeEntry'>
export type WithheldText = RecordOf<'withheldText'>

/** Fills the defaults of a draft; throws for a draft that only a bug can write (an unknown field, a text beyond its limit). */
export const recordOf = <K extends RecordKind>(kind: K, draft: DraftOf<K>): RecordOf<K> =>
  recordSchemas[kind].strict().parse(draft) as unknown as RecordOf<K>

export const noRecords = (): { [K in RecordKind]: RecordOf<K>[] } =>
  Object.fromEntries(RECORD_KINDS.map((kind) => [kind, []])) as unknown as { [K in RecordKind]: RecordOf<K>[] }

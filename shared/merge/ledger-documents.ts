import { assertNever, defect, err, ok, type Result } from '../base/result.ts'
import type { RawLedger } from '../domain/integrity/survey.ts'
import { type RecordEdit, tag } from '../domain/record-edit.ts'
import {
  type LedgerRecords,
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
  type TaggedRecord,
} from '../domain/records/record-kinds.ts'
import { type DocumentKey, documentParts, homesOf, ROOT_RECORDS } from './document-boundaries.ts'
import type { EditRefusal, FieldEdit, MergeEngine, Stamp } from './engine.ts'
import { type EntityKey, entityKey, type FieldKey, type FlatMap, fieldKey, MOVED, type Scalar } from './flat-map.ts'
import { byKind, type CodecIssue, fieldEdits, fieldsToRecords, recordToFields } from './record-codec.ts'

/** A ledger as the engine keeps it: its documents by key. */
export type LedgerDocuments<Doc> = ReadonlyMap<DocumentKey, Doc>

export const taggedRecords = (records: LedgerRecords): readonly TaggedRecord[] =>
  RECORD_KINDS.flatMap((kind) => records[kind].map((record) => tag(kind, record)))

/** Draws the documents of a new ledger, each as one change. */
export const createDocuments = <Doc>(engine: MergeEngine<Doc>, records: LedgerRecords, stamp: Stamp): LedgerDocuments<Doc> =>
  new Map([...documentFields(records)].map(([key, own]) => [key, engine.create(own, stamp)]))

/** What each document of a new ledger begins with. */
export const documentFields = (records: LedgerRecords): ReadonlyMap<DocumentKey, FlatMap> => {
  const fields = new Map<DocumentKey, Map<FieldKey, Scalar>>()
  const homeOf = homesOf(records)
  for (const tagged of taggedRecords(records)) {
    const { document } = homeOf(tagged)
    const own = fields.get(document) ?? new Map<FieldKey, Scalar>()
    for (const [key, value] of recordToFields(tagged)) own.set(key, value)
    fields.set(document, own)
  }
  return fields
}

/** The records of all documents of a ledger. What hangs on a removed record is out of sight with it, in whichever document it lives. */
export const readDocuments = <Doc>(
  engine: MergeEngine<Doc>,
  documents: LedgerDocuments<Doc>,
): { readonly records: LedgerRecords; readonly issues: readonly CodecIssue[] } => {
  const { records, issues } = readRaw(engine, documents)
  return { records: withoutOrphans(records), issues }
}

/** The same with what hangs on nothing and what stands in two documents: what the integrity checks look at. */
export const readRaw = <Doc>(
  engine: MergeEngine<Doc>,
  documents: LedgerDocuments<Doc>,
): RawLedger & { readonly issues: readonly CodecIssue[] } =>
  joinRaw([...documents].map(([key, doc]) => readRawDocument(engine, key, doc)))

/** One document read raw, so that a large ledger need not be in memory whole. */
export const readRawDocument = <Doc>(engine: MergeEngine<Doc>, key: DocumentKey, doc: Doc): RawDocument => {
  const { records, issues } = fieldsToRecords(engine.read(doc))
  const { kind, id } = documentParts(key)
  const roots = ROOT_RECORDS[kind]
  const isLiving = roots === undefined || records.some((tagged) => roots.includes(tagged.kind) && tagged.record.id === id)
  const removed = engine.removed(doc).map((entity) => entity.slice(entity.indexOf(':') + 1))
  // A document without its root is in the 回收站 with everything in it.
  return isLiving
    ? { records, removed, issues }
    : { records: [], removed: [...removed, ...records.map(({ record }) => record.id)], issues }
}

export const joinRaw = (read: readonly RawDocument[]): RawLedger & { readonly issues: readonly CodecIssue[] } => ({
  records: byKind(read.flatMap(({ records }) => records)),
  removed: new Set(read.flatMap(({ removed }) => removed)),
  issues: read.flatMap(({ issues }) => issues),
})

export interface RawDocument {
  readonly records: readonly TaggedRecord[]
  /** Ids of what is in the 回收站. */
  readonly removed: readonly string[]
  readonly issues: readonly CodecIssue[]
}

/**
 * Leaves out what hangs on a record that is not there: the parts of a removed measure, problem or notice. They stay in their documents
 * and come back with it. `records` are those of a whole ledger, or of one problem with its office part.
 */
export const withoutOrphans = (records: LedgerRecords): LedgerRecords => {
  const problems = new Set(records.problem.map(({ id }) => id))
  const notices = new Set(records.notice.map(({ id }) => id))
  const isOfProblem = ({ problemId }: { readonly problemId: string | null }): boolean =>
    problemId === null || problems.has(problemId)
  const measure = records.measure.filter(isOfProblem)
  const closure = records.closure.filter(isOfProblem)
  const closures = new Set(closure.map(({ id }) => id))
  const workers = new Set([...problems, ...measure.map(({ id }) => id)])
  const progress = records.progress.filter(({ ownerId }) => workers.has(ownerId))
  const owners = new Set([...workers, ...progress.map(({ id }) => id)])
  const registers = [...records.meeting, ...records.supervision, ...records.supervisionNotice, ...records.lead]
  const proven = new Set([...owners, ...closures, ...registers.map(({ id }) => id)])
  return {
    ...records,
    measure,
    closure,
    progress,
    responsibility: records.responsibility.filter(({ ownerId }) => workers.has(ownerId)),
    extension: records.extension.filter(({ ownerId }) => workers.has(ownerId)),
    outcome: records.outcome.filter(({ ownerId }) => ownerId === null || owners.has(ownerId)),
    attachment: records.attachment.filter(({ ownerId }) => ownerId === null || proven.has(ownerId)),
    review: records.review.filter(({ closureId }) => closures.has(closureId)),
    officePart: records.officePart.filter(isOfProblem),
    accountability: records.accountability.filter(isOfProblem),
    noticeBlock: records.noticeBlock.filter(({ noticeId }) => notices.has(noticeId)),
    noticeEntry: records.noticeEntry.filter(({ noticeId }) => notices.has(noticeId)),
    noticeDraft: records.noticeDraft.filter(({ noticeId }) => notices.has(noticeId)),
    noticeAttachment: records.noticeAttachment.filter(({ noticeId }) => notices.has(noticeId)),
    proofDecision: records.proofDecision.filter(({ noticeId }) => notices.has(noticeId)),
    withheldText: records.withheldText.filter(
      (mark) => isOfProblem(mark) && (mark.noticeId === null || notices.has(mark.noticeId)),
    ),
  }
}

/** What edits write, per document they touch. */
export type DocumentEdits = ReadonlyMap<DocumentKey, readonly FieldEdit[]>

/**
 * Which document each edit goes to, and which owners it touches. `records` are what the documents hold now. What is created under the name
 * of a removed entity (an office part has the name of its problem) brings that back, with every field written anew.
 */
export const planEdits = <Doc>(
  engine: MergeEngine<Doc>,
  documents: LedgerDocuments<Doc>,
  records: LedgerRecords,
  edits: readonly RecordEdit[],
): DocumentEdits => {
  const isRemoved = (key: DocumentKey, entity: EntityKey): boolean => {
    const doc = documents.get(key)
    return doc !== undefined && engine.removed(doc).includes(entity)
  }
  const created = edits.flatMap((edit) => (edit.type === 'create' ? [edit.tagged] : []))
  const known = byKind([...taggedRecords(records), ...created])
  const entities = new Set<EntityKey>(taggedRecords(known).map(({ kind, record }) => entityKey(kind, record.id)))
  const homeOf = homesOf(known)
  const perDocument = new Map<DocumentKey, FieldEdit[]>()
  for (const edit of edits) {
    const tagged = edit.type === 'create' ? edit.tagged : tag(edit.kind, findRecord(known, edit.kind, edit.id))
    const home = homeOf(tagged)
    const own = perDocument.get(home.document) ?? []
    const entity = entityKey(tagged.kind, tagged.record.id)
    own.push(...(edit.type === 'create' && isRemoved(home.document, entity) ? revival(edit.tagged) : engineEdits(edit)))
    for (const owner of home.owners) if (owner !== entity && entities.has(owner)) own.push({ type: 'touch', entity: owner })
    perDocument.set(home.document, own)
  }
  return perDocument
}

/** Writes planned edits as one change per document, or none at all: a refusal leaves every document as it was. */
export const writeEdits = <Doc>(
  engine: MergeEngine<Doc>,
  documents: LedgerDocuments<Doc>,
  planned: DocumentEdits,
  stamp: Stamp,
): Result<LedgerDocuments<Doc>, EditRefusal> => {
  for (const [key, own] of planned) {
    const before = documents.get(key)
    const refusal = before === undefined ? null : engine.refusal(before, own)
    if (refusal) return err(refusal)
  }
  const next = new Map(documents)
  for (const [key, own] of planned) {
    const before = documents.get(key)
    const after = before === undefined ? ok(engine.create(setFields(own), stamp)) : engine.edit(before, own, stamp)
    next.set(key, after.ok ? after.value : defect(`refusals were asked for first: ${key}`))
  }
  return ok(next)
}

/** Plans and writes. */
export const editDocuments = <Doc>(
  engine: MergeEngine<Doc>,
  documents: LedgerDocuments<Doc>,
  records: LedgerRecords,
  edits: readonly RecordEdit[],
  stamp: Stamp,
): Result<LedgerDocuments<Doc>, EditRefusal> => writeEdits(engine, documents, planEdits(engine, documents, records, edits), stamp)

const revival = ({ kind, record }: TaggedRecord): readonly FieldEdit[] => [
  { type: 'restore', entity: entityKey(kind, record.id) },
  ...fieldEdits(kind, record.id, record),
]

const engineEdits = (edit: RecordEdit): readonly FieldEdit[] => {
  switch (edit.type) {
    case 'create':
      return recordToFields(edit.tagged).map(([key, value]) => ({ type: 'set', key, value }))
    case 'change':
      return fieldEdits(edit.kind, edit.id, edit.fields)
    case 'remove': {
      const entity = entityKey(edit.kind, edit.id)
      const moved =
        edit.movedTo === undefined ? [] : [{ type: 'set', key: fieldKey(entity, MOVED), value: edit.movedTo } as const]
      return [...moved, { type: 'remove', entity }]
    }
    default:
      return assertNever(edit)
  }
}

const setFields = (edits: readonly FieldEdit[]): ReadonlyMap<FieldKey, Scalar> =>
  new Map(edits.flatMap((edit) => (edit.type === 'set' ? [[edit.key, edit.value] as const] : [])))

const findRecord = <K extends RecordKind>(records: LedgerRecords, kind: K, id: string): RecordOf<K> =>
  records[kind].find((record) => record.id === id) ??
  defect(`edits name records that were read from these documents: ${kind}:${id}`)

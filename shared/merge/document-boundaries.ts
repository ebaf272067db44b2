import { assertNever, defect } from '../base/result.ts'
import type { LedgerRecords, RecordKind, TaggedRecord } from '../domain/records/record-kinds.ts'
import { type EntityKey, entityKey } from './flat-map.ts'

/**
 * What is one document: the unit of sharing and merging. `problem` may go to a unit with everything in it, so nothing of the
 * office stands there; `office` never leaves. Documents are small so that a change to one problem touches one of them.
 */
export const DOCUMENT_KINDS = ['outline', 'directories', 'registers', 'problem', 'office', 'notice'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** `problem:4f…`; the documents of which a ledger has one carry the ledger's id. */
export type DocumentKey = `${DocumentKind}:${string}`

export const documentKey = (kind: DocumentKind, id: string): DocumentKey => `${kind}:${id}`

export const documentParts = (key: DocumentKey): { readonly kind: DocumentKind; readonly id: string } => {
  const at = key.indexOf(':')
  return { kind: key.slice(0, at) as DocumentKind, id: key.slice(at + 1) }
}

/** The document a record lives in, and the entities it hangs on there, from the nearest up. */
export interface RecordHome {
  readonly document: DocumentKey
  readonly owners: readonly EntityKey[]
}

/**
 * Where each of these records lives. Editing a part touches all it hangs on, so that a removed owner whose part was edited elsewhere shows
 * as a conflict.
 */
export const homesOf = (records: LedgerRecords): ((tagged: TaggedRecord) => RecordHome) => {
  const ledgerId = records.ledger[0]?.id ?? defect('a ledger holds its own record')
  const one = (kind: DocumentKind) => ({ document: documentKey(kind, ledgerId), owners: [] })
  const ofProblem = (problemId: string, ...nearer: readonly EntityKey[]) => ({
    document: documentKey('problem', problemId),
    owners: [...nearer, entityKey('problem', problemId)],
  })
  const ofOffice = (problemId: string) => ({
    document: documentKey('office', problemId),
    owners: [entityKey('officePart', problemId)],
  })
  const ofNotice = (noticeId: string) => ({ document: documentKey('notice', noticeId), owners: [entityKey('notice', noticeId)] })
  const owners = new Map<string, RecordHome>([
    ...records.problem.map(({ id }) => [id, ofProblem(id)] as const),
    ...records.measure.map(({ id, problemId }) => [id, ofProblem(problemId, entityKey('measure', id))] as const),
    ...records.closure.map(({ id, problemId }) => [id, ofProblem(problemId, entityKey('closure', id))] as const),
  ])
  for (const { id, ownerId } of records.progress) {
    const above = owners.get(ownerId)
    if (above) owners.set(id, { ...above, owners: [entityKey('progress', id), ...above.owners] })
  }
  const ofOwner = (ownerId: string) => owners.get(ownerId) ?? defect(`parts hang on what is there: ${ownerId}`)
  return (tagged) => {
    switch (tagged.kind) {
      case 'ledger':
      case 'inspection':
      case 'slice':
      case 'outlineNode':
        return one('outline')
      case 'unit':
      case 'leader':
        return one('directories')
      case 'lead':
      case 'meeting':
      case 'supervision':
      case 'supervisionNotice':
      case 'numberBlock':
      case 'snapshot':
      case 'transfer':
        return one('registers')
      // What proves a meeting or a supervision stands beside it.
      case 'attachment':
        return owners.get(tagged.record.ownerId ?? '') ?? one('registers')
      case 'outcome':
        return tagged.record.ownerId === null ? one('registers') : ofOwner(tagged.record.ownerId)
      case 'accountability':
        return tagged.record.problemId === null ? one('registers') : ofOffice(tagged.record.problemId)
      case 'problem':
        return ofProblem(tagged.record.id)
      case 'measure':
      case 'closure':
        return ofProblem(tagged.record.problemId)
      case 'review':
        return ofOwner(tagged.record.closureId)
      case 'responsibility':
      case 'progress':
      case 'extension':
        return ofOwner(tagged.record.ownerId)
      case 'officePart':
        return ofOffice(tagged.record.problemId)
      case 'notice':
        return ofNotice(tagged.record.id)
      case 'noticeBlock':
      case 'noticeEntry':
      case 'noticeDraft':
      case 'noticeAttachment':
      case 'proofDecision':
        return ofNotice(tagged.record.noticeId)
      // A template is a document of its own, so that it can be handed on alone.
      case 'noticeTemplate':
        return { document: documentKey('notice', tagged.record.id), owners: [] }
      // What stays out of the public's sight never leaves the office either.
      case 'withheldText': {
        const { problemId, noticeId } = tagged.record
        if (problemId !== null) return ofOffice(problemId)
        return noticeId === null ? one('registers') : ofNotice(noticeId)
      }
      default:
        return assertNever(tagged)
    }
  }
}

/** The record a document stands or falls with, one of these kinds: without it the whole document is in the 回收站. */
export const ROOT_RECORDS: Readonly<Partial<Record<DocumentKind, readonly RecordKind[]>>> = {
  problem: ['problem'],
  notice: ['notice', 'noticeTemplate'],
}

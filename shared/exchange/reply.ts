import { z } from 'zod'
import { parseJson } from '../base/json.ts'
import type { LedgerRecords } from '../domain/records/record-kinds.ts'
import { DOCUMENT_KINDS, type DocumentKey, documentKey, documentParts } from '../merge/document-boundaries.ts'
import type { ForeignChange, MergeEngine } from '../merge/engine.ts'
import { ALIVE, type EntityKey, type FieldKey, parseFieldKey } from '../merge/flat-map.ts'
import type { LedgerDocuments } from '../merge/ledger-documents.ts'
import { originOf } from './slice.ts'

const fieldKeySchema = z.string().refine((key) => {
  const parts = parseFieldKey(key)
  return parts !== null && parts.field !== ALIVE
}) as unknown as z.ZodType<FieldKey, FieldKey>
const entitySchema = z.string().regex(/^[A-Za-z]{1,40}:[A-Za-z0-9_-]{1,64}$/) as unknown as z.ZodType<EntityKey, EntityKey>
const scalar = z.union([z.string().max(200_000), z.number(), z.boolean(), z.null()])

const changeSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  author: z.object({ clerk: z.string().max(100), unit: z.string().max(200), pc: z.string().max(100) }),
  /** Seconds since 1970 by the unit's clock; shown, never trusted. */
  at: z.number().int(),
  intent: z.string().max(2_000),
  /** The act of a person it belongs to; null for a program that knows none. */
  act: z
    .object({
      id: z.string().max(200),
      type: z.enum(['do', 'undo', 'redo', 'whole']),
      of: z.string().max(200).nullable(),
    })
    .nullable()
    .default(null),
  fields: z.array(z.tuple([fieldKeySchema, scalar])).max(50_000),
  alive: z.array(entitySchema).max(10_000),
  removed: z.array(entitySchema).max(10_000),
})

/** What a unit answers: every change it made to the problems it was given, in their order. */
export const replySchema = z.object({
  format: z.object({ name: z.literal('zgtz-reply'), version: z.literal(1) }),
  /** The ledger the slice was cut from. */
  ledgerId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  unit: z.string().max(200),
  documents: z
    .array(
      z.object({
        key: z.string().regex(/^problem:[A-Za-z0-9_-]{1,64}$/) as unknown as z.ZodType<DocumentKey, DocumentKey>,
        /** The state the slice was cut from. */
        heads: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(1_000),
        changes: z.array(changeSchema).max(10_000),
      }),
    )
    .max(30_000),
})
export type Reply = Readonly<z.infer<typeof replySchema>>

const cutSchema = z.record(z.string(), z.array(z.string()))

/** The changes of a slice since it was cut; null for a ledger that is none. What the unit added beside its problems stays with it. */
export const replyOf = <Doc>(engine: MergeEngine<Doc>, records: LedgerRecords, documents: LedgerDocuments<Doc>): Reply | null => {
  const origin = originOf(records)
  if (origin === null) return null
  const read = cutSchema.safeParse(parseJson(origin.cut))
  const cut = read.success ? read.data : {}
  return {
    format: { name: 'zgtz-reply', version: 1 },
    ledgerId: origin.ledgerId,
    unit: origin.unit,
    documents: [...documents].flatMap(([key, doc]) => {
      const { kind, id } = documentParts(key)
      const heads = cut[key]
      if (kind !== 'problem' || heads === undefined) return []
      // The first change is the cutting itself.
      const changes = engine.changes(doc).slice(1)
      return changes.length === 0
        ? []
        : [
            {
              key: documentKey(DOCUMENT_KINDS.find((known) => known === kind) ?? 'problem', id),
              heads: [...heads],
              changes: changes.map(changeOf),
            },
          ]
    }),
  }
}

type Change = ReturnType<MergeEngine<unknown>['changes']>[number]

const changeOf = ({
  hash,
  author,
  at,
  intent,
  act,
  fields,
  lives,
  touched,
}: Change): Reply['documents'][number]['changes'][number] => {
  const removed = lives.flatMap(({ entity, what }) => (what === 'removed' ? [entity] : []))
  const alive = [...lives.flatMap(({ entity, what }) => (what === 'removed' ? [] : [entity])), ...touched]
  return {
    id: hash,
    author: author ?? { clerk: '', unit: '', pc: '' },
    at,
    intent,
    act,
    fields: fields.map(({ key, to }) => [key, to]),
    alive: [...new Set(alive)].filter((entity) => !removed.includes(entity)),
    removed,
  }
}

/** The changes of a reply as the engine takes them. */
export const foreignChanges = (changes: Reply['documents'][number]['changes']): readonly ForeignChange[] =>
  changes.map(({ id, author, at, intent, act, fields, alive, removed }) => ({
    id,
    stamp: { author, at, intent, ...(act === null ? {} : { act }) },
    fields,
    alive,
    removed,
  }))

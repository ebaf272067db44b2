import type { Refusal } from '../base/refusal.ts'
import { err, type Result } from '../base/result.ts'
import { type RecordKind, recordSchemas } from './records/record-kinds.ts'

interface TextSchema {
  readonly meta: () => { readonly title?: string } | undefined
  readonly safeParse: (value: unknown) => { readonly error?: { readonly issues: readonly { readonly maximum?: unknown }[] } }
}

/** The Chinese title of a field. */
export const fieldTitle = (kind: RecordKind, field: string): string => schemaOf(kind, field)?.meta()?.title ?? field

/** Null when every text is within the limit of its field; what is too long is refused before any record is made of it. */
export const fitting = (kind: RecordKind, field: string, texts: readonly string[]): Result<never, Refusal> | null => {
  const schema = schemaOf(kind, field)
  const issue = texts.map((text) => schema?.safeParse(text).error?.issues[0]).find((found) => found !== undefined)
  return issue ? err({ type: 'text-too-long', what: fieldTitle(kind, field), limit: Number(issue.maximum ?? 0) }) : null
}

/** Null when every text among these fields is within its limit. */
export const unfit = (kind: RecordKind, fields: Readonly<Record<string, unknown>>): Result<never, Refusal> | null => {
  for (const [name, value] of Object.entries(fields)) {
    const refusal = typeof value === 'string' ? fitting(kind, name, [value]) : null
    if (refusal) return refusal
  }
  return null
}

const schemaOf = (kind: RecordKind, field: string): TextSchema | undefined =>
  (recordSchemas[kind].shape as unknown as Readonly<Record<string, TextSchema>>)[field]

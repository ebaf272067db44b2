import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { fieldShapes } from '../../shared/domain/records/field-shape.ts'
import { isRecordKind } from '../../shared/domain/records/record-kinds.ts'
import type { DocumentKey } from '../../shared/merge/document-boundaries.ts'
import { ALIVE, type FieldKey, parseFieldKey, type Scalar } from '../../shared/merge/flat-map.ts'
import { acceptLive, type ExchangeParts } from './exchange-parts.ts'

/** What a conflict ends with. For the life of a record: true keeps it, null removes it. */
export interface Resolution {
  readonly document: DocumentKey
  readonly key: FieldKey
  readonly value: Scalar
}

/** Ends conflicts, as one act. What is not in conflict (any more) refuses all of it. */
export const resolveConflicts = async <Doc>(
  parts: ExchangeParts<Doc>,
  ledgerId: string,
  resolutions: readonly Resolution[],
): Promise<Result<null, Refusal>> => {
  const { ports, live, acts } = parts
  const { engine } = ports
  const keys = [...new Set(resolutions.map(({ document }) => document))]
  const documents = await live.load(ledgerId, keys)
  if (!documents.ok) return documents
  for (const { document, key, value } of resolutions) {
    const doc = documents.value.get(document)
    if (doc === undefined || !engine.conflicts(doc).some((conflict) => conflict.key === key))
      return err({ type: 'no-such-conflict', key })
    const field = parseFieldKey(key)
    const shape = field && isRecordKind(field.kind) ? fieldShapes(field.kind).find(({ name }) => name === field.field) : undefined
    const isSound = field?.field === ALIVE ? value === true || value === null : shape?.accepts(value) === true
    if (!isSound)
      return err({
        type: 'value-not-understood',
        field: shape?.title ?? key,
        value: String(value),
        expected: shape?.title ?? '',
      })
  }
  // No write can open a conflict again: 撤销 passes over it, and reaches what was done before.
  const stamp = await acts.stamp('处理合并冲突', 'whole', null)
  const before = new Map([...documents.value].map(([key, doc]) => [key, engine.heads(doc)]))
  live.take(keys)
  const next = new Map(documents.value)
  for (const { document, key, value } of resolutions) {
    const doc = next.get(document)
    if (doc !== undefined) next.set(document, engine.resolve(doc, key, value, stamp))
  }
  const changed = [...next].map(([key, doc]) => ({ key, doc, before: before.get(key) ?? null }))
  const accepted = await acceptLive(parts, ledgerId, changed, stamp)
  return accepted.ok ? ok(null) : accepted
}

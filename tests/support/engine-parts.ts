import { type AutomergeDocument, automergeEngine } from '../../shared/merge/automerge-engine.ts'
import type { FieldEdit, MergeEngine, Stamp } from '../../shared/merge/engine.ts'
import { type FieldKey, fieldKey, type Scalar } from '../../shared/merge/flat-map.ts'
import { countingIds } from './ports.ts'

export type Engine = MergeEngine<AutomergeDocument>

/** The engine of one PC: its actors and tokens are no other PC's. */
export const engineOf = (pc: string): Engine => automergeEngine(countingIds(pc))

export const by = (clerk: string, intent = '修改', at = 1_700_000_000): Stamp => ({
  author: { clerk, unit: '县委整改办', pc: `${clerk}的电脑` },
  at,
  intent,
})

export const PROBLEM = 'problem:p1'
export const statement: FieldKey = fieldKey(PROBLEM, 'statement')

export const set = (key: FieldKey, value: Scalar): FieldEdit => ({ type: 'set', key, value })

/** A document with one problem, as bytes that each PC loads for itself. */
export const startBytes = (): Uint8Array => {
  const engine = engineOf('s')
  return engine.save(
    engine.create(
      new Map<FieldKey, Scalar>([
        [statement, '原文'],
        [fieldKey(PROBLEM, 'status'), 'inProgress'],
      ]),
      by('起草'),
    ),
  )
}

export const loaded = (engine: Engine, bytes: Uint8Array): AutomergeDocument => {
  const doc = engine.load(bytes)
  if (!doc.ok) throw new Error(doc.error.type)
  return doc.value
}

export const edited = (engine: Engine, doc: AutomergeDocument, edits: readonly FieldEdit[], stamp: Stamp): AutomergeDocument => {
  const next = engine.edit(doc, edits, stamp)
  if (!next.ok) throw new Error(JSON.stringify(next.error))
  return next.value
}

/** What `mine` becomes when it takes in `theirs`, as bytes. */
export const mergedBytes = (engine: Engine, mine: Uint8Array, theirs: Uint8Array): Uint8Array => {
  const other = loaded(engine, theirs)
  const merged = engine.merge(loaded(engine, mine), other)
  if (!merged.ok) throw new Error(merged.error.reason)
  const bytes = engine.save(merged.value)
  engine.release(other)
  engine.release(merged.value)
  return bytes
}

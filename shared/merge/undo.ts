import { err, ok, type Result } from '../base/result.ts'
import type { FieldEdit, MergeEngine } from './engine.ts'
import { type EntityKey, type FieldKey, parseFieldKey, type Scalar } from './flat-map.ts'

/**
 * How one change of one document is taken back. It is a change like any other and is kept in the history. `expects` are the values the
 * change left: what somebody wrote since is never overwritten (an undo would also clear a conflict in silence).
 */
export interface Inverse {
  readonly edits: readonly FieldEdit[]
  readonly expects: ReadonlyMap<FieldKey, Scalar>
}

/** Made before `edits` are written to `before` (null: the document is about to be created). */
export const inverseOf = <Doc>(engine: MergeEngine<Doc>, before: Doc | null, edits: readonly FieldEdit[]): Inverse => {
  const fields = before === null ? new Map<FieldKey, Scalar>() : engine.read(before)
  const standing = new Set<EntityKey>([...fields.keys()].flatMap((key) => parseFieldKey(key)?.entity ?? []))
  const created = new Set<EntityKey>()
  const inverse: FieldEdit[] = []
  const expects = new Map<FieldKey, Scalar>()
  for (const edit of edits) {
    switch (edit.type) {
      case 'set': {
        const entity = parseFieldKey(edit.key)?.entity
        if (entity === undefined) break
        expects.set(edit.key, edit.value)
        if (standing.has(entity)) inverse.push({ type: 'set', key: edit.key, value: fields.get(edit.key) ?? null })
        else if (!created.has(entity)) {
          created.add(entity)
          inverse.push({ type: 'remove', entity })
        }
        break
      }
      case 'remove':
        // What was written into it before cannot be read while it is removed, nor can anybody have written over it.
        for (const key of expects.keys()) if (parseFieldKey(key)?.entity === edit.entity) expects.delete(key)
        inverse.push({ type: 'restore', entity: edit.entity })
        break
      case 'restore':
        // What is written into it after that goes with it.
        created.add(edit.entity)
        inverse.push({ type: 'remove', entity: edit.entity })
        break
      case 'touch':
        inverse.push(edit)
        break
    }
  }
  // What was done last is taken back first.
  return { edits: inverse.reverse(), expects }
}

/** Does everything the change wrote still stand as it left it? */
export const isUndoable = <Doc>(
  engine: MergeEngine<Doc>,
  doc: Doc,
  inverse: Inverse,
): Result<null, { readonly key: FieldKey }> => {
  const fields = engine.read(doc)
  for (const [key, value] of inverse.expects) if ((fields.get(key) ?? null) !== value) return err({ key })
  return ok(null)
}

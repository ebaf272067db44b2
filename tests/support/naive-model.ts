import type { FieldEdit } from '../../shared/merge/engine.ts'
import { ALIVE, type EntityKey, type FieldKey, fieldKey, type Scalar } from '../../shared/merge/flat-map.ts'

/** One value written to one field, by whom, and what they had seen. */
export interface Write {
  readonly key: FieldKey
  readonly value: Scalar
  readonly clerk: string
  readonly at: number
  /** The numbers of the writes its author had seen. */
  readonly seen: ReadonlySet<number>
}

/**
 * What the merge engine promises, said naively: every field keeps all values that nobody who had seen them has overwritten. The model is a
 * list of writes and, for each PC, the numbers of those that have reached it; it knows nothing of the engine or its library.
 */
export class NaiveModel<Pc extends string> {
  readonly writes: Write[] = []
  readonly #known: Map<Pc, Set<number>>
  #tokens = 0

  constructor(pcs: readonly Pc[]) {
    this.#known = new Map(pcs.map((pc) => [pc, new Set<number>()]))
  }

  knows(pc: Pc): ReadonlySet<number> {
    return this.#known.get(pc) as Set<number>
  }

  /** `pc` takes in what `from` knows. */
  merge(pc: Pc, from: Pc): void {
    this.#known.set(pc, new Set([...this.knows(pc), ...this.knows(from)]))
  }

  /** The disk of `from` is copied over that of `pc`. */
  copy(pc: Pc, from: Pc): void {
    this.#known.set(pc, new Set(this.knows(from)))
  }

  /** Writes edits without asking whether they are allowed. */
  edit(pc: Pc, edits: readonly FieldEdit[], clerk: string, at: number): void {
    const lives = new Map<EntityKey, boolean>()
    for (const edit of edits) {
      if (edit.type !== 'set') lives.set(edit.entity, edit.type !== 'remove')
      else {
        this.#write(pc, edit.key, edit.value, clerk, at)
        const entity = entityOf(edit.key)
        if (!lives.has(entity)) lives.set(entity, true)
      }
    }
    for (const [entity, isAlive] of lives) this.#writeLife(pc, entity, isAlive, clerk, at)
  }

  /** A resolution of a field says nothing about whether its entity stays. */
  resolve(pc: Pc, key: FieldKey, value: Scalar, clerk: string, at: number): void {
    const entity = entityOf(key)
    if (isLife(key)) {
      this.#writeLife(pc, entity, value !== null, clerk, at)
      return
    }
    const touches = this.isAlive(pc, entity) && !this.isInConflict(pc, fieldKey(entity, ALIVE))
    this.#write(pc, key, value, clerk, at)
    if (touches) this.#writeLife(pc, entity, true, clerk, at)
  }

  /** Must these edits be refused? A field or life in conflict takes only a resolution, a removed entity only a restoration. */
  refuses(pc: Pc, edits: readonly FieldEdit[]): boolean {
    const restored = new Set<EntityKey>()
    return edits.some((edit) => {
      const entity = edit.type === 'set' ? entityOf(edit.key) : edit.entity
      if (!this.exists(pc, entity)) return false
      if (edit.type === 'set' && this.isInConflict(pc, edit.key)) return true
      if (edit.type === 'restore' && !this.isAlive(pc, entity)) restored.add(entity)
      if (restored.has(entity)) return false
      return this.isInConflict(pc, fieldKey(entity, ALIVE)) || !this.isAlive(pc, entity)
    })
  }

  /** The writes of a field that stand: known here, and overwritten by none that is known here and had seen them. */
  standing(pc: Pc, key: FieldKey): readonly Write[] {
    const known = [...this.knows(pc)].filter((n) => this.writes[n]?.key === key)
    return known.filter((n) => !known.some((later) => this.writes[later]?.seen.has(n))).map((n) => this.writes[n] as Write)
  }

  /** Different values of one field; of a life, a removal beside an edit. */
  isInConflict(pc: Pc, key: FieldKey): boolean {
    const values = new Set(this.standing(pc, key).map(({ value }) => (isLife(key) ? value === null : value)))
    return values.size > 1
  }

  isAlive(pc: Pc, entity: EntityKey): boolean {
    return this.standing(pc, fieldKey(entity, ALIVE)).some(({ value }) => value !== null)
  }

  exists(pc: Pc, entity: EntityKey): boolean {
    return this.standing(pc, fieldKey(entity, ALIVE)).length > 0
  }

  /** Every field that was ever written, lives among them. */
  keys(pc: Pc): readonly FieldKey[] {
    return [...new Set([...this.knows(pc)].map((n) => (this.writes[n] as Write).key))]
  }

  #write(pc: Pc, key: FieldKey, value: Scalar, clerk: string, at: number): void {
    const before = this.standing(pc, key)
    // What a field says already, undisputed and by one hand, is not written again.
    if (before.length === 1 && before[0]?.value === value) return
    const known = this.#known.get(pc) as Set<number>
    this.writes.push({ key, value, clerk, at, seen: new Set(known) })
    known.add(this.writes.length - 1)
  }

  #writeLife(pc: Pc, entity: EntityKey, isAlive: boolean, clerk: string, at: number): void {
    this.#tokens += 1
    this.#write(pc, fieldKey(entity, ALIVE), isAlive ? `token${this.#tokens}` : null, clerk, at)
  }
}

export const isLife = (key: FieldKey): boolean => key.endsWith(`/${ALIVE}`)

export const entityOf = (key: FieldKey): EntityKey => key.slice(0, key.indexOf('/')) as EntityKey

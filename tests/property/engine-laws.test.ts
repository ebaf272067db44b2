import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AutomergeDocument } from '../../shared/merge/automerge-engine.ts'
import type { FieldEdit } from '../../shared/merge/engine.ts'
import { ALIVE, type EntityKey, type FieldKey, fieldKey, type Scalar } from '../../shared/merge/flat-map.ts'
import { by, type Engine, engineOf, loaded, mergedBytes } from '../support/engine-parts.ts'

/**
 * The engine against an independent naive model: every field keeps all values that nobody who had seen them has overwritten. The model
 * knows nothing of Automerge: it is a list of writes, each with the writes its author had seen.
 */
const ENTITIES: readonly EntityKey[] = ['problem:p1', 'measure:m1']
const FIELDS = ['statement', 'text'] as const
const PCS = ['a', 'b', 'c'] as const
type Pc = (typeof PCS)[number]

type Step =
  | {
      readonly type: 'set'
      readonly pc: Pc
      readonly entity: EntityKey
      readonly field: (typeof FIELDS)[number]
      readonly value: string
    }
  | { readonly type: 'remove'; readonly pc: Pc; readonly entity: EntityKey }
  | { readonly type: 'resolve'; readonly pc: Pc; readonly pick: number }
  | { readonly type: 'merge'; readonly pc: Pc; readonly from: Pc }

const pc = fc.constantFrom(...PCS)
const entity = fc.constantFrom(...ENTITIES)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('set' as const),
      pc,
      entity,
      field: fc.constantFrom(...FIELDS),
      value: fc.constantFrom('甲', '乙', '丙'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('remove' as const), pc, entity }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('resolve' as const), pc, pick: fc.nat(5) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('merge' as const), pc, from: pc }) },
)

interface Write {
  readonly key: FieldKey
  readonly value: Scalar
  /** The writes its author had seen. */
  readonly seen: ReadonlySet<number>
}

/** What one PC of the model knows: the numbers of the writes that have reached it. */
class NaiveModel {
  readonly writes: Write[] = []
  readonly known = new Map<Pc, Set<number>>(PCS.map((name) => [name, new Set<number>()]))

  write(at: Pc, key: FieldKey, value: Scalar): void {
    const known = this.known.get(at) as Set<number>
    this.writes.push({ key, value, seen: new Set(known) })
    known.add(this.writes.length - 1)
  }

  merge(at: Pc, from: Pc): void {
    for (const n of this.known.get(from) as Set<number>) (this.known.get(at) as Set<number>).add(n)
  }

  /** The values of a field that stand: written, and overwritten by no known write that had seen them. */
  standing(at: Pc, key: FieldKey): readonly Scalar[] {
    const known = [...(this.known.get(at) as Set<number>)].filter((n) => this.writes[n]?.key === key)
    return known.filter((n) => !known.some((later) => this.writes[later]?.seen.has(n))).map((n) => this.writes[n]?.value ?? null)
  }

  values(at: Pc, key: FieldKey): readonly Scalar[] {
    return [...new Set(this.standing(at, key))].sort()
  }

  isAlive(at: Pc, target: EntityKey): boolean {
    return this.standing(at, fieldKey(target, ALIVE)).some((value) => value !== null)
  }

  lifeInConflict(at: Pc, target: EntityKey): boolean {
    const lives = this.standing(at, fieldKey(target, ALIVE))
    return lives.includes(null) && lives.some((value) => value !== null)
  }

  exists(at: Pc, target: EntityKey): boolean {
    return this.standing(at, fieldKey(target, ALIVE)).length > 0
  }
}

interface World {
  readonly model: NaiveModel
  readonly engines: ReadonlyMap<Pc, Engine>
  readonly docs: Map<Pc, Uint8Array>
}

const newWorld = (): World => {
  const origin = engineOf('o')
  const start = origin.save(origin.create(new Map(), by('起草')))
  return {
    model: new NaiveModel(),
    engines: new Map(PCS.map((name) => [name, engineOf(name)])),
    docs: new Map(PCS.map((name) => [name, start])),
  }
}

let token = 0

/** Takes one step on both; the engine must refuse exactly what the model says it must. */
const take = (world: World, act: Step): void => {
  const { model } = world
  const engine = world.engines.get(act.pc) as Engine
  const doc = loaded(engine, world.docs.get(act.pc) as Uint8Array)
  if (act.type === 'merge') {
    world.docs.set(act.pc, mergedBytes(engine, world.docs.get(act.pc) as Uint8Array, world.docs.get(act.from) as Uint8Array))
    model.merge(act.pc, act.from)
    return
  }
  if (act.type === 'resolve') {
    resolveOne(world, act, engine, doc)
    return
  }
  const edits: readonly FieldEdit[] =
    act.type === 'set'
      ? [{ type: 'set', key: fieldKey(act.entity, act.field), value: act.value }]
      : [{ type: 'remove', entity: act.entity }]
  const mustRefuse =
    model.exists(act.pc, act.entity) &&
    (model.lifeInConflict(act.pc, act.entity) ||
      !model.isAlive(act.pc, act.entity) ||
      (act.type === 'set' && model.values(act.pc, fieldKey(act.entity, act.field)).length > 1))
  const result = engine.edit(doc, edits, by(act.pc))
  expect(result.ok, JSON.stringify(act)).toBe(!mustRefuse)
  if (!result.ok) return
  world.docs.set(act.pc, engine.save(result.value))
  if (act.type === 'set') model.write(act.pc, fieldKey(act.entity, act.field), act.value)
  model.write(act.pc, fieldKey(act.entity, ALIVE), act.type === 'remove' ? null : `token${++token}`)
}

const resolveOne = (world: World, act: Extract<Step, { type: 'resolve' }>, engine: Engine, doc: AutomergeDocument): void => {
  const conflicts = engine.conflicts(doc).filter((conflict) => conflict.type === 'field')
  const conflict = conflicts[act.pick % Math.max(1, conflicts.length)]
  if (!conflict) return
  const value = conflict.values[act.pick % conflict.values.length]?.value ?? null
  world.docs.set(act.pc, engine.save(engine.resolve(doc, conflict.key, value, by(act.pc))))
  world.model.write(act.pc, conflict.key, value)
  // Whether the entity stays is another question: a resolution neither ends that conflict nor brings a removed one back.
  const target = conflict.key.split('/')[0] as EntityKey
  if (world.model.isAlive(act.pc, target) && !world.model.lifeInConflict(act.pc, target))
    world.model.write(act.pc, fieldKey(target, ALIVE), `token${++token}`)
}

/** The values a document shows for a field: all in conflict, or the one. */
const engineValues = (engine: Engine, doc: AutomergeDocument, key: FieldKey): readonly Scalar[] => {
  const conflict = engine.conflicts(doc).find((c) => c.key === key)
  if (conflict) return [...new Set(conflict.values.map(({ value }) => value))].sort()
  const value = engine.read(doc).get(key)
  return value === undefined ? [] : [value]
}

const agrees = (world: World, at: Pc): void => {
  const engine = world.engines.get(at) as Engine
  const doc = loaded(engine, world.docs.get(at) as Uint8Array)
  for (const target of ENTITIES) {
    const isConflict = engine.conflicts(doc).some((c) => c.key === fieldKey(target, ALIVE))
    expect(isConflict, `${target} life`).toBe(world.model.lifeInConflict(at, target))
    const isAlive = world.model.isAlive(at, target)
    for (const field of FIELDS) {
      const key = fieldKey(target, field)
      const expected = world.model.values(at, key)
      // A removed entity is out of sight; a conflict inside it still stands in the document.
      if (isAlive || expected.length > 1) expect(engineValues(engine, doc, key), key).toEqual(expected)
      else expect(engine.read(doc).has(key), key).toBe(false)
    }
  }
}

const SEEDS = [1, 2, 3, 20_240_705] as const

describe('the engine agrees with the naive model', () => {
  test.each(SEEDS)('for random histories of three PCs, seed %i', (seed) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 24 }), (steps) => {
        const world = newWorld()
        for (const act of steps) take(world, act)
        for (const name of PCS) agrees(world, name)
      }),
      { seed, numRuns: 60 },
    )
  })
})

describe('merging', () => {
  test('gives the same for any order, any grouping and any repetition', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const world = newWorld()
        for (const act of steps) take(world, act)
        const [a, b, c] = PCS.map((name) => world.docs.get(name) as Uint8Array) as [Uint8Array, Uint8Array, Uint8Array]
        const engine = engineOf('m')
        const heads = (bytes: Uint8Array) => [...engine.heads(loaded(engine, bytes))].sort()
        const merge = (x: Uint8Array, y: Uint8Array) => mergedBytes(engine, x, y)
        const all = heads(merge(merge(a, b), c))
        expect(heads(merge(merge(c, b), a)), 'order').toEqual(all)
        expect(heads(merge(a, merge(b, c))), 'grouping').toEqual(all)
        expect(heads(merge(merge(merge(a, b), c), b)), 'repetition').toEqual(all)
        expect(heads(merge(a, a)), 'itself').toEqual(heads(a))
      }),
      { seed: 7, numRuns: 60 },
    )
  })
})

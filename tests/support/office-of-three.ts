import fc from 'fast-check'
import { expect } from 'vitest'
import { type AutomergeDocument, automergeEngine } from '../../shared/merge/automerge-engine.ts'
import type { ChangeEntry, FieldEdit } from '../../shared/merge/engine.ts'
import { type EntityKey, fieldKey, type Scalar } from '../../shared/merge/flat-map.ts'
import { by, type Engine, engineOf, loaded, mergedBytes, PROBLEM, set, startBytes, statement } from './engine-parts.ts'
import { entityOf, isLife, NaiveModel, type Write } from './naive-model.ts'
import { countingIds } from './ports.ts'

/** Three PCs that work on one document, each step taken by the engine and by the naive model, which says what must come of it. */
export const PCS = ['a', 'b', 'c'] as const
export type Pc = (typeof PCS)[number]

const ENTITIES: readonly EntityKey[] = [PROBLEM, 'measure:m1', 'measure:m2']
export const FIELDS = ['statement', 'text'] as const

/** What a clock may show: 1970, a day of work, the year 2099. */
const TIMES = [0, 1_700_000_000, 4_070_908_800] as const

export type Step =
  | { readonly type: 'edit'; readonly pc: Pc; readonly edits: readonly FieldEdit[]; readonly at: number }
  | { readonly type: 'resolve'; readonly pc: Pc; readonly pick: number; readonly at: number }
  /** Takes back the last change made here, if it still stands. */
  | { readonly type: 'undo'; readonly pc: Pc; readonly at: number }
  | { readonly type: 'merge' | 'copy'; readonly pc: Pc; readonly from: Pc }

const pc = fc.constantFrom(...PCS)
const entity = fc.constantFrom(...ENTITIES)
const at = fc.constantFrom(...TIMES)
const setting: fc.Arbitrary<FieldEdit> = fc
  .tuple(entity, fc.constantFrom(...FIELDS), fc.constantFrom<Scalar>('甲', '乙', '丙', 7, null))
  .map(([target, field, value]) => set(fieldKey(target, field), value))
const life = (type: 'remove' | 'restore' | 'touch'): fc.Arbitrary<FieldEdit> => fc.record({ type: fc.constant(type), entity })
export const fieldEdit: fc.Arbitrary<FieldEdit> = fc.oneof(
  { weight: 6, arbitrary: setting },
  { weight: 2, arbitrary: life('remove') },
  { weight: 1, arbitrary: life('restore') },
  { weight: 1, arbitrary: life('touch') },
)
/** One edit mostly; several as one change now and then. */
const edits = fc.oneof(
  { weight: 3, arbitrary: fc.array(fieldEdit, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(fieldEdit, { minLength: 2, maxLength: 4 }) },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 16, arbitrary: fc.record({ type: fc.constant('edit' as const), pc, edits, at }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('resolve' as const), pc, pick: fc.nat(5), at }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('undo' as const), pc, at }) },
  { weight: 10, arbitrary: fc.record({ type: fc.constant('merge' as const), pc, from: pc }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('copy' as const), pc, from: pc }) },
)
export const randomHistory: fc.Arbitrary<readonly Step[]> = fc.array(step, { maxLength: 24 })

export interface Office {
  readonly model: NaiveModel<Pc>
  readonly engines: ReadonlyMap<Pc, Engine>
  readonly disks: Map<Pc, Uint8Array>
  /** The last change made here. */
  readonly undoable: Map<Pc, string>
}

/** `cloned`: copies of one running PC, so that all three write under one actor. */
export const newOffice = (actors: 'own' | 'cloned' = 'own'): Office => {
  const start = startBytes()
  const model = new NaiveModel<Pc>(PCS)
  model.edit('a', [set(statement, '原文'), set(fieldKey(PROBLEM, 'status'), 'inProgress')], '起草', 1_700_000_000)
  for (const name of PCS) model.copy(name, 'a')
  const clone = (name: Pc): Engine => automergeEngine({ ...countingIds(name), actor: () => 'ab'.repeat(16) })
  return {
    model,
    engines: new Map(PCS.map((name) => [name, actors === 'own' ? engineOf(name) : clone(name)])),
    disks: new Map(PCS.map((name) => [name, start])),
    undoable: new Map(),
  }
}

/** What is asked of the document on a PC's disk. Its handle is given back: a thousand live documents make every load slow. */
const reading = <T>(office: Office, name: Pc, ask: (engine: Engine, doc: AutomergeDocument) => T): T => {
  const engine = office.engines.get(name) as Engine
  const doc = loaded(engine, office.disks.get(name) as Uint8Array)
  const answer = ask(engine, doc)
  engine.release(doc)
  return answer
}

/** What is done to the document on a PC's disk, kept there; null leaves it as it was. */
const writing = (
  office: Office,
  name: Pc,
  act: (engine: Engine, doc: AutomergeDocument) => AutomergeDocument | null,
): boolean => {
  const engine = office.engines.get(name) as Engine
  const doc = loaded(engine, office.disks.get(name) as Uint8Array)
  const next = act(engine, doc)
  if (next !== null) office.disks.set(name, engine.save(next))
  engine.release(next ?? doc)
  return next !== null
}

/** Takes one step on both. What the model says must be refused is refused and changes nothing; all else is accepted. */
export const take = (office: Office, act: Step): void => {
  const { model, disks } = office
  switch (act.type) {
    case 'copy':
      disks.set(act.pc, disks.get(act.from) as Uint8Array)
      model.copy(act.pc, act.from)
      office.undoable.delete(act.pc)
      return
    case 'merge':
      disks.set(
        act.pc,
        mergedBytes(office.engines.get(act.pc) as Engine, disks.get(act.pc) as Uint8Array, disks.get(act.from) as Uint8Array),
      )
      model.merge(act.pc, act.from)
      return
    case 'resolve':
      writing(office, act.pc, (engine, doc) => {
        const conflicts = engine.conflicts(doc)
        const conflict = conflicts[act.pick % Math.max(1, conflicts.length)]
        if (!conflict) return null
        const value = conflict.values[act.pick % conflict.values.length]?.value ?? null
        model.resolve(act.pc, conflict.key, value, act.pc, act.at)
        return engine.resolve(doc, conflict.key, value, by(act.pc, '处理冲突', act.at))
      })
      return
    case 'undo': {
      const hash = office.undoable.get(act.pc)
      if (hash === undefined) return
      const isOwn = ({ author }: ChangeEntry): boolean => author?.clerk === act.pc
      const inverse = reading(office, act.pc, (engine, doc) => engine.inverse(doc, hash, isOwn))
      if (!inverse.ok) return
      office.undoable.delete(act.pc)
      write(office, act.pc, inverse.value, act.at)
      return
    }
    case 'edit':
      write(office, act.pc, act.edits, act.at)
  }
}

const write = (office: Office, name: Pc, list: readonly FieldEdit[], time: number): void => {
  const isWritten = writing(office, name, (engine, doc) => {
    const before = engine.heads(doc).join()
    const result = engine.edit(doc, list, by(name, '修改', time))
    if (result.ok) office.undoable.set(name, engine.heads(result.value)[0] ?? '')
    else expect(engine.heads(doc).join(), 'a refusal changes nothing').toBe(before)
    return result.ok ? result.value : null
  })
  expect(isWritten, `${name} ${JSON.stringify(list)}`).toBe(!office.model.refuses(name, list))
  if (isWritten) office.model.edit(name, list, name, time)
}

/** Everything a document tells. */
export const toldBy = (engine: Engine, bytes: Uint8Array) => {
  const doc = loaded(engine, bytes)
  const conflicts = engine.conflicts(doc)
  const told = {
    heads: [...engine.heads(doc)].sort(),
    shown: engine.read(doc),
    removed: [...engine.removed(doc)].sort(),
    conflicts,
    /** The same as text, by field: values with author and time. */
    disputes: Object.fromEntries(
      conflicts.map(({ key, values }) => [
        key,
        values.map(({ value, author, at: time }) => asText({ key, value, clerk: author?.clerk ?? '', at: time ?? -1 })).sort(),
      ]),
    ),
    changes: engine
      .history(doc)
      .map(({ author, intent }) => `${author?.clerk} ${intent}`)
      .sort(),
  }
  engine.release(doc)
  return told
}

export const toldOn = (office: Office, name: Pc) =>
  toldBy(office.engines.get(name) as Engine, office.disks.get(name) as Uint8Array)

/** Is what a PC shows what the model says: every value, every conflict with all its values and authors, everything removed? */
export const expectAgreement = (office: Office, name: Pc): void => {
  const { model } = office
  const { disputes, removed, shown } = toldOn(office, name)
  const keys = model.keys(name)
  const inConflict = keys.filter((key) => model.isInConflict(name, key))
  expect(disputes, 'conflicts').toEqual(
    Object.fromEntries(inConflict.map((key) => [key, model.standing(name, key).map(asText).sort()])),
  )
  expect(removed, 'removed').toEqual([...new Set(keys.map(entityOf))].filter((target) => !model.isAlive(name, target)).sort())
  const visible = keys.filter((key) => !isLife(key) && model.isAlive(name, entityOf(key)))
  expect([...shown.keys()].sort(), 'fields').toEqual([...visible].sort())
  for (const key of visible)
    expect(
      model.standing(name, key).map(({ value }) => value),
      key,
    ).toContain(shown.get(key))
}

/** A value with its author, as far as it can be compared: the token of a life is only a sign that there is one. */
const asText = ({ key, value, clerk, at: time }: Pick<Write, 'key' | 'value' | 'clerk' | 'at'>): string =>
  JSON.stringify([isLife(key) && value !== null ? 'alive' : value, clerk, time])

/** Everybody takes in everybody's. */
export const spread = (office: Office): void => {
  for (const from of ['a', 'b'] as const) take(office, { type: 'merge', pc: 'c', from })
  for (const pc of ['a', 'b'] as const) take(office, { type: 'merge', pc, from: 'c' })
}

/** Everybody takes in everybody's; one clerk resolves all conflicts, and everybody takes that in. */
export const settle = (office: Office): void => {
  spread(office)
  const { model } = office
  const conflicts = model.keys('a').filter((key) => model.isInConflict('a', key))
  for (const _ of conflicts) take(office, { type: 'resolve', pc: 'a', pick: 0, at: 0 })
  spread(office)
}

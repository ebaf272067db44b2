import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AutomergeDocument } from '../../shared/merge/automerge-engine.ts'
import type { Act, ChangeEntry, FieldEdit } from '../../shared/merge/engine.ts'
import { type EntityKey, fieldKey } from '../../shared/merge/flat-map.ts'
import { by, type Engine, engineOf, loaded } from '../support/engine-parts.ts'

const ENTITIES: readonly EntityKey[] = ['problem:p1', 'measure:m1', 'measure:m2']
const FIELDS = ['text', 'target'] as const

/** What a person may do to a document; what cannot be done there is left out. */
const edit: fc.Arbitrary<readonly FieldEdit[]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...ENTITIES), fc.constantFrom(...FIELDS), fc.constantFrom('甲', '乙', null)), {
        minLength: 1,
        maxLength: 3,
      })
      .map((sets) => sets.map(([entity, field, value]) => ({ type: 'set', key: fieldKey(entity, field), value }) as const)),
  },
  { weight: 2, arbitrary: fc.constantFrom(...ENTITIES).map((entity) => [{ type: 'remove', entity } as const]) },
  { weight: 2, arbitrary: fc.constantFrom(...ENTITIES).map((entity) => [{ type: 'restore', entity } as const]) },
)

const mine = (entry: ChangeEntry): boolean => entry.act?.id.startsWith('me-') ?? false

let acts = 0
const act = (type: Act['type'] = 'do'): Act => ({ id: `me-${++acts}`, type, of: null })

const start = (engine: Engine): AutomergeDocument =>
  engine.create(new Map([[fieldKey('problem:p1', 'text'), '原文']]), { ...by('起草'), act: act('whole') })

const fieldsOf = (engine: Engine, doc: AutomergeDocument) =>
  Object.fromEntries([...engine.read(doc)].filter(([, v]) => v !== null))

const canRestore = (engine: Engine, doc: AutomergeDocument, edits: readonly FieldEdit[]): boolean =>
  edits.every((one) => one.type !== 'restore' || engine.removed(doc).includes(one.entity)) &&
  edits.every((one) => one.type !== 'remove' || [...engine.read(doc).keys()].some((key) => key.startsWith(`${one.entity}/`)))

test('taking back every act, the last one first, leaves the fields of the start, and bringing them back those of the end', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 14 }), (steps) => {
      const engine = engineOf('me')
      let doc = start(engine)
      const states = [fieldsOf(engine, doc)]
      const done: string[] = []
      for (const edits of steps) {
        if (!canRestore(engine, doc, edits) || engine.refusal(doc, edits)) continue
        const next = engine.edit(doc, edits, { ...by('王科'), act: act() })
        if (!next.ok) throw new Error(next.error.type)
        doc = next.value
        done.push(engine.heads(doc)[0] ?? '')
        states.push(fieldsOf(engine, doc))
      }
      const undone: string[] = []
      const takeBack = (hash: string, type: 'undo' | 'redo'): string => {
        const inverse = engine.inverse(doc, hash, mine)
        if (!inverse.ok) throw new Error(`${type} ${inverse.error.key}`)
        const next = engine.edit(doc, inverse.value, { ...by('王科'), act: act(type) })
        if (!next.ok) throw new Error(`${type} ${next.error.type}`)
        doc = next.value
        return engine.heads(doc)[0] ?? ''
      }
      for (const [i, hash] of [...done.entries()].reverse()) {
        undone.push(takeBack(hash, 'undo'))
        expect(fieldsOf(engine, doc)).toEqual(states[i])
      }
      for (const [i, hash] of [...undone].reverse().entries()) {
        takeBack(hash, 'redo')
        expect(fieldsOf(engine, doc)).toEqual(states[i + 1])
      }
    }),
    { seed: 41, numRuns: 150 },
  )
})

test('what somebody else wrote since is never written over', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), edit), { maxLength: 14 }), fc.nat(13), (steps, pick) => {
      const [engine, other] = [engineOf('me'), engineOf('you')]
      let doc = start(engine)
      const done: string[] = []
      for (const [isMine, edits] of steps) {
        if (!canRestore(engine, doc, edits) || engine.refusal(doc, edits)) continue
        const writer = isMine ? engine : other
        const at = isMine ? doc : loaded(other, engine.save(doc))
        const next = writer.edit(
          at,
          edits,
          isMine ? { ...by('王科'), act: act() } : { ...by('李科'), act: { ...act(), id: 'you' } },
        )
        if (!next.ok) throw new Error(next.error.type)
        doc = isMine ? next.value : loaded(engine, other.save(next.value))
        if (isMine) done.push(engine.heads(doc)[0] ?? '')
      }
      const hash = done[pick % Math.max(1, done.length)]
      const inverse = hash === undefined ? null : engine.inverse(doc, hash, mine)
      if (!inverse?.ok) return
      for (const one of inverse.value) {
        const keys = one.type === 'set' ? [one.key] : one.type === 'touch' ? [] : [fieldKey(one.entity, '_alive')]
        for (const key of keys) for (const writer of engine.writers(doc).get(key) ?? []) expect(mine(writer), key).toBe(true)
      }
    }),
    { seed: 42, numRuns: 150 },
  )
})

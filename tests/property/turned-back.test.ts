import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemsOf } from '../../renderer/features/exchange/choices.ts'
import { takeIn } from '../../shared/exchange/take-in.ts'
import { toldPlan } from '../../shared/exchange/told-plan.ts'
import type { FieldEdit } from '../../shared/merge/engine.ts'
import { type EntityKey, type FieldKey, parseFieldKey } from '../../shared/merge/flat-map.ts'
import { by } from '../support/engine-parts.ts'
import { P1, twoPcs } from '../support/exchanging-pcs.ts'

const M1 = 'measure:p1-m1' as EntityKey
const FIELDS = [
  'problem:p1/statement',
  'problem:p1/target',
  'problem:p1/result',
  'measure:p1-m1/text',
  'measure:p1-m1/target',
] as FieldKey[]

const edit = fc.oneof(
  { weight: 4, arbitrary: fc.record({ key: fc.constantFrom(...FIELDS), text: fc.constantFrom('甲', '乙', '丙', '') }) },
  { weight: 1, arbitrary: fc.constantFrom('remove' as const, 'add' as const) },
)
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

const editsOf = (own: Edit, i: number): readonly FieldEdit[] => {
  if (own === 'remove') return [{ type: 'remove', entity: M1 }]
  if (own === 'add')
    return [
      { type: 'set', key: `measure:n${i}/text` as FieldKey, value: '新措施' },
      { type: 'set', key: `measure:n${i}/problemId` as FieldKey, value: 'p1' },
    ]
  return [{ type: 'set', key: own.key, value: own.text }]
}

/** Edits on one PC; what the engine refuses (a removed record) is passed over. */
const edited = (pc: ReturnType<typeof twoPcs>[number], edits: readonly Edit[], offset: number): void => {
  for (const [i, own] of edits.entries()) {
    const doc = pc.documents.get(P1)
    const wanted = editsOf(own, offset + i)
    const alive = new Set([...(doc ? pc.engine.read(doc).keys() : [])].map((key) => parseFieldKey(key)?.entity))
    if (own !== 'add' && !alive.has(own === 'remove' ? M1 : parseFieldKey(own.key)?.entity)) continue
    pc.edit(P1, ...wanted)
  }
}

test('of random edits on two PCs exactly the items a person turned down stand as they stood, and the rest as merged', () => {
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 4 }),
      fc.array(edit, { maxLength: 5 }),
      fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
      (mine, theirs, out) => {
        const [a, b] = twoPcs()
        edited(a, mine, 0)
        edited(b, theirs, 10)
        const before = a.read(P1)
        const plan = a.plan(b)
        const [document] = toldPlan(a.engine, plan).documents.filter(({ key }) => key === P1)
        if (!document) return
        const items = new Set([...itemsOf(document)].filter((_, i) => out[i] === true))
        const merged = plan.documents.find(({ key }) => key === P1)?.merged
        const would = new Map(merged === null || merged === undefined ? [] : a.engine.read(merged))
        const rejections = new Map([[P1, { reason: '不符', items }]])
        a.documents = takeIn(a.engine, a.documents, plan, rejections, (why) => by('甲', why))
        const doc = a.documents.get(P1)
        const now = new Map(doc ? a.engine.read(doc) : [])
        const disputed = new Set((doc ? a.engine.conflicts(doc) : []).map(({ key }) => key))
        for (const key of items) {
          expect(disputed.has(key)).toBe(false)
          if (!key.endsWith('/_alive')) expect(now.get(key) ?? null).toBe(before.get(key) ?? null)
          else {
            const entity = parseFieldKey(key)?.entity
            const isHere = [...now.keys()].some((own) => parseFieldKey(own)?.entity === entity)
            expect(isHere).toBe([...before.keys()].some((own) => parseFieldKey(own)?.entity === entity))
          }
        }
        for (const { key, item } of document.news)
          if (!items.has(item) && items.size === 0) expect(now.get(key) ?? null).toBe(would.get(key) ?? null)
        // The other PC ends where this one is.
        b.take(b.plan(a))
        expect(b.read(P1)).toEqual(a.read(P1))
      },
    ),
    { numRuns: 150, seed: 20261123 },
  )
})

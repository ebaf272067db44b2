import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldEdit } from '../../shared/merge/engine.ts'
import { type EntityKey, fieldKey } from '../../shared/merge/flat-map.ts'
import { set } from '../support/engine-parts.ts'
import { officeOf, P1, type Pc } from '../support/exchanging-pcs.ts'

const NAMES = ['甲', '乙', '丙'] as const
const ENTITIES: readonly EntityKey[] = ['problem:p1', 'measure:p1-m1']

type Step =
  | { readonly type: 'edit'; readonly pc: number; readonly edit: FieldEdit }
  /** A package travels, is lost or comes twice; some are turned back. */
  | { readonly type: 'take'; readonly pc: number; readonly from: number; readonly rejects: boolean; readonly again: boolean }

const pc = fc.nat(NAMES.length - 1)
const entity = fc.constantFrom(...ENTITIES)
const edit: fc.Arbitrary<FieldEdit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(entity, fc.constantFrom('statement', 'text', 'target'), fc.constantFrom('一', '二', '三'))
      .map(([target, field, value]) => set(fieldKey(target, field), value)),
  },
  { weight: 1, arbitrary: fc.constant<FieldEdit>({ type: 'remove', entity: 'measure:p1-m1' }) },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('edit' as const), pc, edit }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('take' as const),
      pc,
      from: pc,
      rejects: fc.boolean(),
      again: fc.boolean(),
    }),
  },
)

const walk = (steps: readonly Step[]): readonly Pc[] => {
  const pcs = officeOf(...NAMES)
  for (const own of steps) {
    const here = pcs[own.pc] as Pc
    if (own.type === 'edit') {
      // What is in conflict or removed takes no ordinary edit: a person is told so.
      const doc = here.documents.get(P1)
      if (doc && here.engine.refusal(doc, [own.edit]) === null) here.edit(P1, own.edit)
      continue
    }
    const there = pcs[own.from] as Pc
    if (there === here) continue
    const before = new Map(here.read(P1))
    here.take(here.plan(there), own.rejects ? [P1] : [])
    // What is turned back leaves everything as it was seen, and nothing of it in conflict that was not before.
    if (own.rejects) expect(here.read(P1)).toEqual(before)
    if (own.again) expect(here.plan(there).documents.every(({ verdict }) => verdict === 'same' || verdict === 'seen')).toBe(true)
  }
  return pcs
}

describe('packages in any order, lost and repeated', () => {
  test('once everybody has read everybody, all see the same and nothing more is news', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const pcs = walk(steps)
        for (let round = 0; round < 2; round += 1)
          for (const here of pcs) for (const there of pcs) if (here !== there) here.take(here.plan(there))
        const [first] = pcs
        for (const other of pcs) {
          expect(other.read(P1)).toEqual(first?.read(P1))
          for (const there of pcs) if (there !== other) expect(other.plan(there).packages).toEqual(['same'])
        }
      }),
      { seed: 20_261_123, numRuns: 120 },
    )
  })
})

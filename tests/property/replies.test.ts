import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openLedger } from '../../shared/domain/ledger.ts'
import { planMerge } from '../../shared/exchange/merge-plan.ts'
import { type Reply, replyOf } from '../../shared/exchange/reply.ts'
import { sliceDocuments } from '../../shared/exchange/slice.ts'
import { takeIn } from '../../shared/exchange/take-in.ts'
import type { AutomergeDocument } from '../../shared/merge/automerge-engine.ts'
import type { FieldEdit } from '../../shared/merge/engine.ts'
import { type FieldKey, fieldKey } from '../../shared/merge/flat-map.ts'
import { createDocuments, type LedgerDocuments, readDocuments } from '../../shared/merge/ledger-documents.ts'
import { aLedger } from '../support/a-ledger.ts'
import { by, type Engine, engineOf, loaded, set } from '../support/engine-parts.ts'
import { officeOf, P1, type Pc } from '../support/exchanging-pcs.ts'
import { day } from '../support/ports.ts'

const FIELDS = ['statement', 'target', 'account'] as const
const edits = (who: string): fc.Arbitrary<readonly FieldEdit[]> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...FIELDS), fc.nat(3))
      .map(([field, n]): FieldEdit => set(fieldKey('problem:p1', field), `${who}写的第${n}种`)),
    { maxLength: 4 },
  )

/** Who reads what, in which order: answers come late, twice or never to some. */
const deliveries = fc.array(fc.record({ to: fc.nat(1), what: fc.nat(2) }), { maxLength: 8 })

const source = aLedger({
  problems: [
    { statement: '甲问题', measures: [{ text: '甲措施' }], responsibilities: [{ role: 'unit', name: '柳塘镇' }] },
    { statement: '乙问题' },
  ],
})

/** A unit's PC: it gets the slice, edits it, and answers. */
const answer = (engine: Engine, slice: ReadonlyMap<string, Uint8Array>, made: readonly FieldEdit[]): Reply => {
  let documents: LedgerDocuments<AutomergeDocument> = new Map(
    [...slice].map(([key, bytes]) => [key as never, loaded(engine, bytes)]),
  )
  for (const edit of made) {
    const doc = documents.get(P1)
    const edited = doc && engine.edit(doc, [edit], by('李科'))
    if (!edited?.ok) throw new Error('a unit may edit what it was handed')
    documents = new Map([...documents, [P1, edited.value]])
  }
  const reply = replyOf(engine, readDocuments(engine, documents).records, documents)
  if (reply === null) throw new Error('it is a slice')
  return reply
}

const takeReply = (pc: Pc, reply: Reply): void => {
  const plan = planMerge(pc.engine, 'ledger', pc.documents, [{ type: 'reply', reply }])
  if (!plan.ok) throw new Error(plan.error.type)
  pc.documents = takeIn(pc.engine, pc.documents, plan.value, new Map(), (why) => by(pc.name, why))
}

const lastOf = (made: readonly FieldEdit[]): ReadonlyMap<FieldKey, unknown> =>
  new Map(made.flatMap((edit) => (edit.type === 'set' ? [[edit.key, edit.value] as const] : [])))

describe('answers of units', () => {
  test('read in any order, late and repeated, give every PC the same, and no word of a unit is missing', () => {
    fc.assert(
      fc.property(
        edits('镇甲'),
        edits('镇乙'),
        edits('办内甲'),
        edits('办内乙'),
        deliveries,
        (first, second, mine, others, way) => {
          const engine = engineOf('start')
          const documents = createDocuments(engine, source.records, by('start'))
          const bytes = new Map([...documents].map(([key, doc]) => [key, engine.save(doc)]))
          const facts = { id: 'slice1', unit: '柳塘镇', on: day('2024-07-01') }
          const slice = sliceDocuments(engine, openLedger(source.records), documents, facts, by('start'))
          const handed = new Map([...slice].map(([key, doc]) => [key, engine.save(doc)]))
          const replies = [answer(engineOf('u1'), handed, first), answer(engineOf('u2'), handed, second)]
          const pcs = officeOf('甲', '乙').map((pc) => {
            pc.documents = new Map([...bytes].map(([key, own]) => [key, loaded(pc.engine, own)]))
            return pc
          })
          for (const [i, made] of [mine, others].entries()) for (const edit of made) pcs[i]?.edit(P1, edit)
          for (const { to, what } of way) {
            const [here, there] = [pcs[to] as Pc, pcs[1 - to] as Pc]
            const reply = replies[what]
            if (reply) takeReply(here, reply)
            else here.take(here.plan(there))
          }
          for (const pc of pcs) for (const reply of replies) takeReply(pc, reply)
          for (const here of pcs) for (const there of pcs) if (here !== there) here.take(here.plan(there))
          const [a, b] = pcs as [Pc, Pc]
          expect(a.plan(b).packages).toEqual(['same'])
          expect(a.read(P1)).toEqual(b.read(P1))
          const doc = a.documents.get(P1) as AutomergeDocument
          const conflicts = new Map(a.engine.conflicts(doc).map(({ key, values }) => [key, values.map(({ value }) => value)]))
          for (const made of [first, second, mine, others])
            for (const [key, value] of lastOf(made))
              expect([a.read(P1).get(key), ...(conflicts.get(key) ?? [])], key).toContain(value)
        },
      ),
      { seed: 20_261_123, numRuns: 80 },
    )
  })
})

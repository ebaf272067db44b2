import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LedgerDatabase } from '../../renderer/data/database.ts'
import { PROJECTION_VERSION } from '../../renderer/data/projection.ts'
import { aLedger } from '../support/a-ledger.ts'
import { aPc } from '../support/a-store.ts'

/** Rows are a projection: after any acts they are what the documents give when everything is made again. */
const problemId = fc.constantFrom('p1', 'p2', 'p3')
const act = fc.oneof(
  fc.record({
    type: fc.constant('set-field' as const),
    problemId,
    measureId: fc.constant(null),
    field: fc.constantFrom('statement', 'status', 'deadline', 'unit', 'leader'),
    value: fc.constantFrom('甲', '已完成', '整改中', '2021-09-30', '财政局、水利局', ''),
  }),
  fc.record({ type: fc.constant('add-measure' as const), problemId, text: fc.constantFrom('甲', '乙') }),
  fc.record({
    type: fc.constant('add-progress' as const),
    problemId,
    measureId: fc.constant(null),
    on: fc.constant(null),
    text: fc.constantFrom('甲', '乙'),
  }),
  fc.record({ type: fc.constant('remove-problem' as const), problemId }),
  fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const) }),
)

const rowsOf = async (db: LedgerDatabase) => ({
  records: await db.records.toArray(),
  ledgers: await db.ledgers.toArray(),
  problems: await db.problems.toArray(),
  searchTexts: (await db.searchTexts.toArray()).map(({ id, ledgerId, text }) => ({ id, ledgerId, text })),
})

test('rows written act by act equal the rows made again from the documents', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      const { store, db } = await aPc().start()
      const nodes = [{ id: 'n1', heading: '一' }]
      const problems = [
        { statement: '一', nodeId: 'n1' },
        { statement: '二', nodeId: 'gone' },
        { statement: '三', office: { withheld: true } },
      ]
      await store.createLedger(aLedger({ nodes, problems }).records, '建立')
      for (const one of acts) {
        if ('problemId' in one) await store.run('ledger', one)
        else await store[one.type]('ledger')
      }
      const written = await rowsOf(db)
      expect(await store.repairRows(() => undefined)).toMatchObject({ ok: true })
      expect(written).toEqual(await rowsOf(db))
      await db.delete()
    }),
    { seed: 20_261_122, numRuns: 40 },
  )
})

test('rows of an older program are made again at the start, with places and keys', async () => {
  const pc = aPc()
  const { store, db } = await pc.start()
  await store.createLedger(aLedger({ problems: [{ statement: '一' }, { statement: '二' }] }).records, '建立')
  const before = await rowsOf(db)
  await db.problems.toCollection().modify((row) => {
    Reflect.deleteProperty(row, 'place')
  })
  await db.markers.toCollection().modify((marker) => {
    Reflect.deleteProperty(marker, 'projection')
  })
  const again = await pc.start()
  expect(again.report.type).toBe('continued')
  expect(await rowsOf(again.db)).toEqual(before)
  expect(await again.db.markers.get('marker')).toMatchObject({ projection: PROJECTION_VERSION, lastSequence: 1 })
})

import { expect, test } from 'vitest'
import { aLedger } from '../../support/a-ledger.ts'
import { aPc } from '../../support/a-store.ts'
import { unwrapped } from '../../support/expect-ok.ts'

test('an act is told document by document, with what stood before, and no further than asked', async () => {
  const { store, db } = await aPc().start()
  await store.createLedger(aLedger({ problems: [{ statement: '甲' }, { statement: '乙' }] }).records, '建立')
  const set = (problemId: string, value: string) =>
    ({ type: 'set-field', problemId, measureId: null, field: 'details', value }) as const
  await store.run('ledger', { type: 'batch', commands: [set('p1', '一'), set('p2', '二')] })
  const [act] = await db.acts
    .where('[ledgerId+at]')
    .between(['ledger', 0], ['ledger', []])
    .filter(({ documents }) => documents.length === 2)
    .toArray()
  const told = unwrapped(await store.actTold('ledger', act?.id ?? '', 40))
  expect(told.documents.map(({ key, records }) => [key, records[0]?.title, records[0]?.fields])).toEqual([
    ['problem:p1', '甲', [{ field: 'details', title: '具体表现', from: [], to: '一' }]],
    ['problem:p2', '乙', [{ field: 'details', title: '具体表现', from: [], to: '二' }]],
  ])
  expect(unwrapped(await store.actTold('ledger', act?.id ?? '', 1))).toMatchObject({
    more: 1,
    documents: [{ key: 'problem:p1' }],
  })
})

test('an act of another ledger or of nobody is not told', async () => {
  const { store, db } = await aPc().start()
  await store.createLedger(aLedger({ problems: [{ statement: '甲' }] }).records, '建立')
  const [act] = await db.acts.toArray()
  expect(unwrapped(await store.actTold('other', act?.id ?? '', 40))).toEqual({ documents: [], more: 0 })
  expect(unwrapped(await store.actTold('ledger', 'nobody', 40))).toEqual({ documents: [], more: 0 })
})

import { expect, test } from 'vitest'
import { lastTextChange, SearchTexts, wordsOf } from '../../../renderer/data/search-texts.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { aPc } from '../../support/a-store.ts'

const searching = async () => {
  const { store, db } = await aPc().start()
  const sketch = { problems: [{ statement: '学习不深入' }, { statement: '作风不实', measures: [{ text: 'ABC 学习' }] }] }
  await store.createLedger(aLedger(sketch).records, '建立')
  const texts = new SearchTexts(db)
  const find = async (typed: string, ledgerId = 'ledger') =>
    [...(await texts.find(ledgerId, await lastTextChange(db, ledgerId), wordsOf(typed)))].sort()
  return { store, db, find }
}

test('all words must stand anywhere in a problem, in any case', async () => {
  const { find } = await searching()
  expect(await find('学习')).toEqual(['p1', 'p2'])
  expect(await find(' 习  bc ')).toEqual(['p2'])
  expect(await find('学习不', 'other')).toEqual([])
  expect(await find('学习不')).toEqual(['p1'])
})

test('the next search knows what was edited, removed, brought back and added since', async () => {
  const { store, find } = await searching()
  expect(await find('作风')).toEqual(['p2'])
  await store.run('ledger', { type: 'set-field', problemId: 'p2', measureId: null, field: 'statement', value: '纪律不严' })
  expect([await find('作风'), await find('纪律')]).toEqual([[], ['p2']])
  await store.undo('ledger')
  expect([await find('作风'), await find('纪律')]).toEqual([['p2'], []])
  await store.run('ledger', { type: 'remove-problem', problemId: 'p1' })
  expect(await find('学习')).toEqual(['p2'])
  await store.undo('ledger')
  expect(await find('学习')).toEqual(['p1', 'p2'])
  await store.run('ledger', { type: 'add-problem', nodeId: null, afterId: null, statement: '新学习' })
  expect(await find('新学')).toHaveLength(1)
})

test('rows that were made anew are read anew', async () => {
  const { store, db, find } = await searching()
  await find('学习')
  await db.searchTexts.update('p1', { text: 'damaged' })
  await store.repairRows(() => undefined)
  expect(await find('学习')).toEqual(['p1', 'p2'])
  expect(await lastTextChange(db, 'ledger')).toBe(0)
})

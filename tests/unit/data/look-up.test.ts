import { expect, test } from 'vitest'
import { initialsOf, soundsLike } from '../../../renderer/data/pinyin.ts'
import { lastTextChange, SearchTexts, wordsOf } from '../../../renderer/data/search-texts.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { aPc } from '../../support/a-store.ts'

test('a name is found by its first letters, by its whole spelling, by either reading, and as it is written', () => {
  for (const typed of ['xslj', 'slj', 'shuili', '水利', '局'])
    expect([typed, soundsLike('青梧县水利局', typed)]).toEqual([typed, true])
  for (const typed of ['cqlj', 'zqlj']) expect(soundsLike('重庆路街道', typed.slice(0, 3))).toBe(true)
  for (const typed of ['xslx', '水电', 'lsj']) expect([typed, soundsLike('青梧县水利局', typed)]).toEqual([typed, false])
  expect(initialsOf('ABC项目2021')).toBe('abcxm2021')
})

test('a problem is found by the first letters of its statement, behind those that hold the letters themselves', async () => {
  const { store, db } = await aPc().start()
  const problems = [{ statement: '学习不深入', details: '纪律松弛' }, { statement: '记录里写着 xxbs' }]
  await store.createLedger(aLedger({ problems }).records, '建立')
  const texts = new SearchTexts(db)
  const lookUp = async (typed: string) => texts.lookUp('ledger', await lastTextChange(db, 'ledger'), wordsOf(typed))
  expect(await lookUp('XXBS')).toEqual(['p2', 'p1'])
  // Only the statement is spelt, and never two words.
  expect(await lookUp('jlsc')).toEqual([])
  expect(await lookUp('xxbs sr')).toEqual([])
  await store.run('ledger', { type: 'set-field', problemId: 'p1', measureId: null, field: 'statement', value: '作风不实' })
  expect(await lookUp('xxbs')).toEqual(['p2'])
  expect(await lookUp('zfbs')).toEqual(['p1'])
})

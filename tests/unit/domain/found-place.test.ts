import { describe, expect, test } from 'vitest'
import { foundPlace } from '../../../shared/domain/found-place.ts'
import { aLedger } from '../../support/a-ledger.ts'

const LONG =
  '县水利局会同各乡镇逐座排查饮水工程，建立台账，逐项销号，并对排查出的设备停用问题明确专人负责，限期修复到位，确保群众饮水安全。'

describe('where a word stands in a problem', () => {
  const file = aLedger({
    problems: [
      {
        statement: '饮水工程管护不到位',
        measures: [{ title: '排查整治', text: LONG }],
        progress: [{ text: '已更换 ABC 型设备' }],
        responsibilities: [{ role: 'leadUnit', name: '县水利局' }],
      },
    ],
  }).problems[0]
  const at = (...words: string[]) => (file ? foundPlace(file, words) : null)

  test('is named as a person knows it, and the problem itself goes first', () => {
    expect(at('管护')).toEqual({ what: '反馈问题', before: '饮水工程', hit: '管护', after: '不到位' })
    expect(at('排查')?.what).toBe('整改措施 · 措施标题')
    expect(at('abc')).toMatchObject({ hit: 'ABC', before: '已更换 ' })
  })

  test('is shown with the text around it, cut where it is long', () => {
    const place = at('设备停用')
    expect(place?.before.startsWith('…')).toBe(true)
    expect(`${place?.before.slice(1)}${place?.hit}${place?.after}`).toBe(LONG.slice(LONG.indexOf('设备停用') - 16))
    expect(at('饮水安全')?.after).toBe('。')
  })

  test('is nowhere when only the spelling was meant', () => {
    expect(at('ysgc')).toBeNull()
  })
})

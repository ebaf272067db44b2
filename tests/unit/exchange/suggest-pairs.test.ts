import { describe, expect, test } from 'vitest'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { saidText } from '../../../shared/exchange/said-text.ts'
import { suggestPairs } from '../../../shared/exchange/suggest-pairs.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { believableLedger } from '../../support/believable/ledger.ts'

const ledgerOf = (...statements: readonly string[]) => aLedger({ problems: statements.map((statement) => ({ statement })) })
const pairsOf = (mine: readonly string[], theirs: readonly string[]) =>
  suggestPairs(ledgerOf(...mine), ledgerOf(...theirs)).map(({ theirs: their, mine: own, by }) => [their, own, by])

describe('what a text says', () => {
  test('is the same whatever its width, blanks, punctuation and number', () => {
    const said = saidText('河湖长制责任压得不实，有的河长全年巡河不足3次')
    for (const typed of [
      '（三）河湖长制责任压得不实,有的河长全年巡河不足3次。',
      '3. 河湖长制责任压得不实， 有的河长全年巡河不足３次',
      '问题12：河湖长制责任压得不实；有的河长全年巡河不足3次；',
      '①河湖长制责任压得不实\n有的河长全年巡河不足3次',
    ])
      expect(saidText(typed), typed).toBe(said)
  })

  test('differs with a number, a point between digits and a sign of percent', () => {
    expect(saidText('欠费3.5万元')).not.toBe(saidText('欠费35万元'))
    expect(saidText('完成率60%')).not.toBe(saidText('完成率60'))
  })
})

describe('suggested pairs', () => {
  test('are equal where only the typing differs, in whatever order the problems stand', () => {
    expect(
      pairsOf(['节水型社会建设推进不力。', '水费收缴使用不规范。'], ['2.水费收缴，使用不规范', '1.节水型社会建设推进不力']),
    ).toEqual([
      ['p1', 'p2', 'equal'],
      ['p2', 'p1', 'equal'],
    ])
  })

  test('are near where a few words differ, and tell how near', () => {
    const [pair] = suggestPairs(
      ledgerOf('农村饮水安全工程管护缺位，11处水质消毒设备长期停用'),
      ledgerOf('农村饮水安全工程管护不到位，11处水质消毒设备停用'),
    )
    expect(pair).toMatchObject({ mine: 'p1', by: 'near' })
    expect(pair?.score).toBeGreaterThan(0.6)
    expect(pair?.score).toBeLessThan(1)
  })

  test('are none where nothing is alike, and where nothing is said', () => {
    expect(pairsOf(['机关党支部组织生活质量不高', ''], ['河道清漂经费被挪作他用', ''])).toEqual([
      ['p1', null, 'none'],
      ['p2', null, 'none'],
    ])
  })

  test('take the best over all, each problem once', () => {
    const statement = '议事规则执行不严格，以会签代替集体研究'
    expect(pairsOf([statement], [`${statement}的情况较多`, `${statement}。`])).toEqual([
      ['p1', null, 'none'],
      ['p2', 'p1', 'equal'],
    ])
  })

  test('of statements that stand several times follow the headings, then the order', () => {
    const [one, two] = [
      { id: 'n1', heading: '一、县水务局' },
      { id: 'n2', heading: '二、县林业局' },
    ]
    const sketch = (...nodes: readonly string[]) =>
      aLedger({ nodes: [one, two], problems: nodes.map((nodeId) => ({ nodeId, statement: '监管责任落实不到位' })) })
    const mine = sketch('n1', 'n1', 'n2')
    const theirs = sketch('n2', 'n1', 'n1', 'n1')
    expect(suggestPairs(mine, theirs).map((pair) => [pair.theirs, pair.mine])).toEqual([
      ['p2', 'p1'],
      ['p3', 'p2'],
      ['p4', null],
      ['p1', 'p3'],
    ])
  })

  test('are the same however often they are asked for, and two thousand beside two thousand are quick', () => {
    const mine = openLedger(believableLedger({ problems: 2_000, seed: 1, livedIn: 0 }))
    const theirs = openLedger(believableLedger({ problems: 2_000, seed: 2, livedIn: 0 }))
    const began = performance.now()
    const pairs = suggestPairs(mine, theirs)
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(suggestPairs(mine, theirs)).toEqual(pairs)
    const used = pairs.flatMap((pair) => pair.mine ?? [])
    expect(new Set(used).size).toBe(used.length)
  })
})

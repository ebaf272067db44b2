import { describe, expect, test } from 'vitest'
import type { DraftOf } from '../../../shared/domain/records/record-kinds.ts'
import { editionFindings } from '../../../shared/notice/edition-findings.ts'
import { sourceOfSentence } from '../../../shared/notice/withheld.ts'
import { findSentence, withoutStretches } from '../../../shared/notice/withheld-sentence.ts'
import { unshownProblems, withheldTable } from '../../../shared/notice/withheld-table.ts'
import { aLedger, type LedgerSketch, PROBLEMS_BLOCK } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'
import { composed, noticeOf, rulesOf, textOf } from '../../support/suggested.ts'

type Mark = Partial<DraftOf<'withheldText'>>

const ACCOUNT = '一是更换管网。二是对张庄水厂罚款12万元；三是公示水质。'

const marked = (marks: readonly Mark[], sketch: LedgerSketch = {}) =>
  aLedger({
    problems: [
      { statement: '甲问题。', account: ACCOUNT, status: 'done' },
      { statement: '乙问题。', account: '已办结。', status: 'inProgress' },
    ],
    notice: { itemLines: 'account:整改情况', levels: 'arabic-dot' },
    blocks: [{ id: 'b', part: 'opening', text: '共⟦problems.total⟧个问题，完成⟦problems.done⟧个。另有内情。' }, PROBLEMS_BLOCK],
    ...sketch,
    more: { withheldText: marks.map((mark) => ({ ownerId: 'p1', problemId: 'p1', field: 'account', ...mark })) },
  })

const publicText = (ledger: ReturnType<typeof aLedger>) => textOf(composed(ledger, { edition: 'public' }))

describe('a sentence marked 拟不公开', () => {
  const ledger = marked([{ sentence: '二是对张庄水厂罚款12万元；', reason: '涉及企业商业信息' }])

  test('leaves what the public reads, and 一是…二是… is counted anew', () => {
    expect(publicText(ledger)).toContain('整改情况：一是更换管网。二是公示水质。')
    expect(textOf(composed(ledger, { edition: 'party' }))).toContain(`整改情况：${ACCOUNT}`)
    expect(textOf(composed(ledger, { edition: 'report' }))).toContain(`整改情况：${ACCOUNT}`)
  })

  test('stands in 拟不公开事项表 with its reason', () => {
    expect(withheldTable(ledger)).toMatchObject([
      {
        number: 1,
        kind: 'sentence',
        matter: '第1个问题',
        content: '二是对张庄水厂罚款12万元；',
        reason: '涉及企业商业信息',
        state: 'standing',
        problemId: 'p1',
      },
    ])
    expect(unshownProblems(ledger)).toEqual([])
  })

  test('stays out after an edit around it, and after an edit of it somebody is told', () => {
    const edited = (account: string) =>
      marked([{ sentence: '二是对张庄水厂罚款12万元；' }], { problems: [{ statement: '甲问题。', account }] })
    expect(publicText(edited('一是先行。二是更换管网。三是对张庄水厂罚款12万元。')).join()).not.toContain('张庄')
    const changed = edited('一是更换管网。二是对张庄水厂处以罚款15万元；三是公示水质。')
    expect(publicText(changed)).toContain('整改情况：一是更换管网。二是公示水质。')
    expect(withheldTable(changed)[0]?.state).toBe('changed')
    const findings = editionFindings(changed, noticeOf(changed), composed(changed, { edition: 'public' }))
    expect(rulesOf(findings)).toEqual(['notice.withheld-changed'])
  })

  test('that stands nowhere any more is an error of the public edition, and of no other', () => {
    const lost = marked([{ sentence: '某局长在会上作了检讨。' }])
    const rules = (edition: 'public' | 'party') => rulesOf(editionFindings(lost, noticeOf(lost), composed(lost, { edition })))
    expect(withheldTable(lost)[0]).toMatchObject({ state: 'lost', content: '某局长在会上作了检讨。' })
    expect(rules('public')).toEqual(['notice.withheld-lost'])
    expect(rules('party')).toEqual([])
  })

  test('that was removed with its record is only mentioned', () => {
    const gone = marked([{ ownerId: 'p1-m1', field: 'text', sentence: '约谈张庄水厂负责人。' }])
    expect(withheldTable(gone)[0]?.state).toBe('gone')
    const findings = editionFindings(gone, noticeOf(gone), composed(gone, { edition: 'public' }))
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['notice.withheld-gone', 'hint']])
  })

  test('is taken out wherever it stands in its problem, and left where another problem says the same', () => {
    const twice = marked([{ sentence: '已办结。', ownerId: 'p2', problemId: 'p2' }], {
      problems: [
        { statement: '甲问题。', account: '已办结。已公示。' },
        { statement: '乙问题。', account: '先行整改。已办结。', progress: [{ text: '已办结。' }] },
      ],
      notice: { itemLines: 'account:整改情况|progress:进展', levels: 'arabic-dot' },
    })
    expect(publicText(twice).slice(1)).toEqual(['1.甲问题。', '整改情况：已办结。已公示。', '2.乙问题。', '整改情况：先行整改。'])
  })

  test('that stands elsewhere too is said', () => {
    const twice = marked([{ sentence: '对张庄水厂罚款12万元并停产整顿。' }], {
      problems: [
        { statement: '甲问题。', account: '已换管。对张庄水厂罚款12万元并停产整顿。' },
        { statement: '乙问题。', account: '依法对张庄水厂罚款12万元并停产整顿。' },
      ],
    })
    const findings = editionFindings(twice, noticeOf(twice), composed(twice, { edition: 'public' }))
    expect(rulesOf(findings)).toEqual(['notice.withheld-left'])
  })

  test('of the text of a notice leaves that notice', () => {
    const ofBlock = marked([{ problemId: null, noticeId: 'notice', ownerId: 'b', field: 'text', sentence: '另有内情。' }])
    expect(publicText(ofBlock)[0]).toBe('共2个问题，完成1个。')
    expect(withheldTable(ofBlock)[0]?.matter).toBe('通报正文')
  })
})

describe('what is left out whole', () => {
  test('a problem whose answer is all marked is not shown: nothing is made up in its place', () => {
    const ledger = marked([{ sentence: ACCOUNT }], {
      problems: [
        { statement: '甲问题。', account: ACCOUNT, status: 'done', measures: [{ text: '对张庄水厂罚款' }] },
        { statement: '乙问题。', account: '已办结。', status: 'inProgress' },
      ],
    })
    expect(publicText(ledger).slice(1)).toEqual(['1.乙问题。', '整改情况：已办结。'])
    expect(unshownProblems(ledger)).toEqual(['p1'])
  })

  test('a measure marked whole goes with its progress, and the count of the others follows', () => {
    const ledger = marked([{ ownerId: 'p1-m2', field: '', sentence: '' }], {
      problems: [
        {
          statement: '甲问题。',
          measures: [{ text: '换管' }, { text: '约谈' }, { text: '装表' }],
          progress: [{ ownerId: 'p1-m2', text: '已约谈李某。' }],
        },
      ],
    })
    expect(publicText(ledger).at(-1)).toBe('整改情况：一是换管；二是装表。')
    expect(withheldTable(ledger)[0]).toMatchObject({ kind: 'record', content: '约谈', state: 'standing' })
  })

  test('an item whose account is all marked goes with its heading', () => {
    const ledger = marked([{ ownerId: 'p1-m1', sentence: '已问责。' }], {
      problems: [
        {
          statement: '甲问题',
          measures: [
            { title: '严肃问责', account: '已问责。' },
            { title: '健全制度', account: '已印发。' },
          ],
        },
      ],
      notice: { template: 'aspect-items' },
    })
    expect(publicText(ledger).slice(1)).toEqual(['一、关于“甲问题”问题的整改情况', '（一）健全制度。已印发。'])
  })
})

describe('numbers of the public edition', () => {
  const problems = [
    { statement: '甲问题。', status: 'done', account: '已办。', office: { withheld: true, withheldReason: '涉密' } },
    { statement: '乙问题。', status: 'done', account: '已办。' },
    { statement: '丙问题。', status: 'inProgress', account: '在办。' },
  ] as const
  const accountabilities = [{ problemId: 'p1', category: 'party', measure: '警告', count: 2 }] as const
  const blocks = [
    { part: 'opening', text: '共⟦problems.total⟧个，完成⟦problems.done⟧个，处分⟦accountability.party.total.persons⟧人。' },
  ] as const
  const ledger = marked([], { problems, blocks, accountabilities })

  test('count the problems it shows; the registers stay whole', () => {
    expect(publicText(ledger)).toEqual(['共2个，完成1个，处分2人。'])
    expect(textOf(composed(ledger, { edition: 'party' }))).toEqual(['共3个，完成2个，处分2人。'])
    expect(composed(ledger, { edition: 'public' }).lines[0]?.spans?.[0]?.formula).toMatch(/^本版列出的问题中/)
  })

  test('and that they do is said where the public reads', () => {
    const said = (edition: 'public' | 'party') => editionFindings(ledger, noticeOf(ledger), composed(ledger, { edition }))
    expect(said('public')).toMatchObject([{ rule: 'notice.problems-withheld', severity: 'hint', text: '1', stated: '2' }])
    expect(said('party')).toEqual([])
  })

  test('a problem that is 拟不公开 whole stands in the table with its reason', () => {
    expect(withheldTable(ledger)).toMatchObject([{ kind: 'problem', matter: '第1个问题', content: '甲问题。', reason: '涉密' }])
  })
})

describe('finding and taking out', () => {
  test.each([
    ['甲。乙、丙。丁。', '乙、丙。', '甲。丁。'],
    ['一是甲；二是乙。', '二是乙。', '甲。'],
    ['开头。一是甲；二是乙；三是丙。结尾。', '一是甲；', '开头。一是乙；二是丙。结尾。'],
    ['甲。\n乙。\n丙。', '乙。', '甲。\n丙。'],
    ['一是甲。二是乙。\n一是丙。二是丁。', '二是乙。', '甲。\n一是丙。二是丁。'],
    ['他说“不行。”随后离开。', '他说“不行。”', '随后离开。'],
  ])('%j without %j is %j', (text, sentence, left) => {
    expect(withoutStretches(text, findSentence(text, sentence))).toBe(left)
  })

  test('spaces, the width of punctuation and 一是 do not hide a sentence', () => {
    const [found] = findSentence('一是先行。三是对张庄水厂（镇办）罚款 12 万元。', '二是对张庄水厂(镇办)罚款12万元;')
    expect(found?.isSure).toBe(true)
  })

  test('a printed sentence is found in the record it came from', () => {
    const ledger = aLedger({
      problems: [
        {
          statement: '甲问题。',
          measures: [{ text: '更换管网' }, { text: '加装水表' }],
          progress: [{ on: day('2024-05-01'), text: '县水利局已换管3公里。' }],
        },
      ],
    })
    const source = (printed: string) => sourceOfSentence(ledger, { problemId: 'p1' }, printed)
    expect(source('2024年5月1日，县水利局已换管3公里。')).toMatchObject({ field: 'text', sentence: '县水利局已换管3公里。' })
    expect(source('整改情况：一是更换管网；')).toEqual({ ownerId: 'p1-m1', field: 'text', sentence: '更换管网' })
    expect(source('与此无关的话语一句。')).toBeNull()
  })
})

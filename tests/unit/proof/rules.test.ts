import { describe, expect, test } from 'vitest'
import { proofText } from '../../../shared/proof/proof.ts'
import { PROOF_RULES } from '../../../shared/proof/rules.ts'

const found = (text: string, rule: string) =>
  proofText(text)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ severity, stated, expected }) => ({ severity, stated, expected }))

const WEIGHT = { error: 0, warning: 1, hint: 2 } as const

describe('every rule', () => {
  test.each(PROOF_RULES.map((rule) => [rule.id, rule] as const))(
    '%s finds its wrong example and lets the right one be',
    (id, rule) => {
      expect(found(rule.examples.right, id)).toEqual([])
      expect(found(rule.examples.wrong, id)).not.toEqual([])
    },
  )

  test('has an id, a title and a source of its own, and never says worse than it may', () => {
    expect(new Set(PROOF_RULES.map(({ id }) => id)).size).toBe(PROOF_RULES.length)
    for (const rule of PROOF_RULES) {
      expect(rule.title, rule.id).not.toBe('')
      expect(rule.source, rule.id).not.toBe('')
      for (const { severity } of found(rule.examples.wrong, rule.id))
        expect(WEIGHT[severity], rule.id).toBeGreaterThanOrEqual(WEIGHT[rule.severity])
    }
  })
})

describe('sums', () => {
  test('其中 may leave some untold, but never tells too many', () => {
    expect(found('处分12人（其中警告5人、严重警告4人、撤职2人）', 'sum.bracket')).toEqual([
      { severity: 'warning', stated: '12人', expected: '11' },
    ])
    expect(found('处分12人（其中警告7人、严重警告6人）', 'sum.bracket')).toMatchObject([{ severity: 'error', expected: '13' }])
    expect(found('处分12人（其中警告7人）', 'sum.bracket')).toEqual([])
    expect(found('处分12人（其中警告13人）', 'sum.bracket')).toMatchObject([{ severity: 'error', expected: null }])
  })

  test('parts of parts stand behind a colon, and the words may part a total from its bracket', () => {
    expect(found('处分12人（党纪处分8人：警告5人、严重警告3人；政务处分4人：记过4人）', 'sum.bracket')).toEqual([])
    expect(found('对27人次予以问责追责（诫勉3人次、通报批评6人次、责令检查7人次、提醒谈话11人次）', 'sum.bracket')).toEqual([])
    expect(found('对27人次予以问责追责（诫勉3人次、通报批评6人次、责令检查7人次、提醒谈话10人次）', 'sum.bracket')).toMatchObject(
      [{ stated: '27人次', expected: '26' }],
    )
  })

  test('money is added in its smallest unit and told in that of the total', () => {
    expect(found('涉及资金1.2亿元，已追回8000万元，尚有4000万元未追回。', 'sum.chain')).toEqual([])
    expect(found('涉及资金1.2亿元，已追回8000万元，尚有3000万元未追回。', 'sum.chain')).toEqual([
      { severity: 'error', stated: '1.2亿元', expected: '1.1' },
    ])
    expect(found('闲置土地150亩，已处置4公顷，剩余90亩。', 'sum.chain')).toEqual([])
  })

  test('a count that nobody can place keeps the rule silent', () => {
    expect(found('对10宗土地分类处置，对3宗收回，2宗另行研究，已开工2宗，正在调查1宗。', 'sum.states')).toEqual([])
  })

  test('numbers that are only about so many are not computed with', () => {
    expect(proofText('走访群众近300人（党员120人、群众200人）。').findings).toEqual([])
    expect(proofText('发放资料1000余份（村级600份、企业300份）。').findings).toEqual([])
  })
})

describe('rates', () => {
  test('are rounded to the digits that are printed; cut off is wrong and can be put right', () => {
    expect(found('收到86件，办结82件，办结率95.35%。', 'rate.rounding')).toEqual([])
    expect(found('收到86件，办结82件，办结率95%。', 'rate.rounding')).toEqual([])
    expect(found('收到86件，办结82件，办结率95.34%。', 'rate.rounding')).toEqual([
      { severity: 'error', stated: '95.34%', expected: '95.35' },
    ])
  })

  test('may be of a difference, of what is left, or of two parts together', () => {
    expect(found('共60件，未办结6件，办结率90%。', 'rate.rounding')).toEqual([])
    expect(found('下达任务2000亩（含司法查封500亩），累计处置900亩，处置率60%。', 'rate.rounding')).toEqual([])
    expect(found('已完成21项，正在整改4项，完成率84%。', 'rate.rounding')).toEqual([])
  })

  test('of something else are let be or doubted, never called wrong', () => {
    expect(
      found('收到86件，办结82件，群众满意率98.2%。', 'rate.rounding').filter(({ severity }) => severity === 'error'),
    ).toEqual([])
    expect(found('覆盖率100%。', 'rate.rounding')).toEqual([])
  })
})

describe('texts', () => {
  test('offsets are those of the text, over lines and full-width digits', () => {
    const text = '标题\n给予处分１２人（警告7人、严重警告4人）。'
    const [finding] = proofText(text).findings.filter(({ rule }) => rule === 'sum.bracket')
    expect(text.slice(finding?.start, finding?.end)).toBe('１２人')
  })

  test('no text at all, one of marks only and a very long paragraph are read', () => {
    expect(proofText('')).toMatchObject({ checked: 0, passed: 0, findings: [] })
    expect(() => proofText('（（（》》。。，1'.repeat(200))).not.toThrow()
    expect(() => proofText(`${'甲乙丙丁12人、'.repeat(20_000)}。`)).not.toThrow()
  })

  // Each of these once took minutes, or would: what is repeated without end is no list of a sentence.
  test.each([
    ['totals that follow each other', '共12人，其中'.repeat(6000)],
    ['names', `${'张三、'.repeat(20_000)}等3人`],
    ['days', '2024年3月5日、'.repeat(8000)],
    ['a doubled word', '整改'.repeat(200_000)],
    ['titles of documents', Array.from({ length: 3000 }, (_, i) => `《关于第${i}项工作的实施方案》`).join('、')],
  ])('%s repeated thousands of times do not keep the rules busy', (_, text) => {
    expect(proofText(text).checked).toBeGreaterThanOrEqual(0)
  })
})

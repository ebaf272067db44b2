import { expect, test } from 'vitest'
import { NOTICE_TEMPLATES } from '../../../shared/domain/notices/built-in-templates.ts'
import { templateRecord } from '../../../shared/domain/notices/template-record.ts'
import type { DraftOf } from '../../../shared/domain/records/record-kinds.ts'
import { editionFindings } from '../../../shared/notice/edition-findings.ts'
import { aLedger, PROBLEMS_BLOCK } from '../../support/a-ledger.ts'
import { composed, noticeOf, rulesOf, textOf } from '../../support/suggested.ts'

const ownTemplate = (from: string, changes: Partial<DraftOf<'noticeTemplate'>>) => {
  const template = NOTICE_TEMPLATES.find(({ id }) => id === from)
  if (!template) throw new Error(from)
  return { ...templateRecord(template, { id: 'own', title: '本县模板' }), ...changes }
}

const withTemplate = (changes: Partial<DraftOf<'noticeTemplate'>>, notice: object = {}) =>
  aLedger({
    problems: [
      { statement: '甲问题。', status: 'inProgress', deadlineWords: '2024年6月底前', account: '在办。', nodeId: 'n' },
      { statement: '乙问题。', status: 'done', sustained: true, account: '已办。', nodeId: 'n' },
    ],
    nodes: [{ id: 'n', heading: '某方面' }],
    notice: { template: 'own', ...notice },
    blocks: [PROBLEMS_BLOCK],
    more: { noticeTemplate: [ownTemplate('problem-measures-status', changes)] },
  })

test('numbering, labels, headings and status wording are those of the own template', () => {
  const ledger = withTemplate({
    levels: 'cjk-dun,arabic-dot',
    problemHeading: '问题：{statement}',
    itemLines: 'account+status:落实情况',
    inProgressWords: '【时限：将于{deadline}办结】。',
    doneWords: '已办结【长期：，并长期坚持】。',
  })
  expect(textOf(composed(ledger))).toEqual([
    '一、某方面',
    '1.甲问题。',
    '落实情况：在办。将于2024年6月底前办结。',
    '2.乙问题。',
    '落实情况：已办。已办结，并长期坚持。',
  ])
})

test('fonts and 红头 of an own template go with the model; a template without any says nothing of them', () => {
  expect(composed(withTemplate({ issuerMark: '中共青梧县委文件', bodyFont: '仿宋' })).look).toMatchObject({
    issuerMark: '中共青梧县委文件',
    bodyFont: '仿宋',
    copyTo: null,
  })
  expect(composed(withTemplate({})).look).toBeUndefined()
})

test('a document of another 文种 has a title and standard text of its own, and every problem', () => {
  const ledger = aLedger({
    problems: [
      { statement: '甲问题。', target: '管网漏损降到一成。', measures: [{ text: '换管' }, { text: '装表' }], account: '已换。' },
    ],
    notice: { title: '关于整改情况的通报' },
    blocks: [{ part: 'opening', text: '现将整改情况通报如下。' }, PROBLEMS_BLOCK],
  })
  const plan = NOTICE_TEMPLATES.find(({ id }) => id === 'rectification-plan')
  const text = textOf(composed(ledger, plan ? { template: plan } : {}))
  expect(text[0]).toBe('中共青梧县委关于巡察反馈意见的整改方案')
  expect(text).toContain(
    '坚持问题导向，对巡察组反馈的1个问题逐条明确整改目标、整改措施、责任领导、责任单位和整改时限，改一件、成一件、巩固一件。',
  )
  expect(text).toContain('整改目标：管网漏损降到一成。')
  expect(text).toContain('整改措施：一是换管；二是装表。')
  expect(text.join()).not.toContain('通报')
  expect(text.join()).not.toContain('已换')
})

test('the public edition counts all problems where the template says so', () => {
  const withheld = (publicCounts: 'shown' | 'all') =>
    aLedger({
      problems: [{ statement: '甲。', office: { withheld: true } }, { statement: '乙。' }],
      notice: { template: 'own' },
      blocks: [{ part: 'opening', text: '共⟦problems.total⟧个。' }],
      more: { noticeTemplate: [ownTemplate('problem-situation', { publicCounts })] },
    })
  expect(textOf(composed(withheld('all'), { edition: 'public' }))).toEqual(['共2个。'])
  expect(textOf(composed(withheld('shown'), { edition: 'public' }))).toEqual(['共1个。'])
})

test('a template that is gone or wrong is said', () => {
  const findings = (ledger: ReturnType<typeof aLedger>) => editionFindings(ledger, noticeOf(ledger), composed(ledger))
  expect(rulesOf(findings(withTemplate({}, { template: 'gone' })))).toEqual(['notice.template-missing'])
  expect(findings(withTemplate({ levels: 'roman' }))).toMatchObject([
    { rule: 'notice.template-fault', message: '模板“本县模板”有问题：层次序号：没有“roman”这种序号。' },
  ])
})

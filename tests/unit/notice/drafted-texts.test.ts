import { expect, test } from 'vitest'
import { fillText } from '../../../shared/notice/filled-text.ts'
import { draftAccount } from '../../../shared/notice/item-text.ts'
import { noticeFigures } from '../../../shared/notice/notice-figures.ts'
import { draftSection } from '../../../shared/notice/register-text.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'

test('an account is drafted of measures with what was done on each, then of the whole and its result', () => {
  const [file] = aLedger({
    problems: [
      {
        statement: '甲问题。',
        account: '已有的话。',
        measures: [{ text: '更换管网', result: '漏损率降到一成。' }, { text: '' }, { title: '装表', text: '安装水表' }],
        progress: [
          { ownerId: 'p1-m1', on: day('2024-05-01'), text: '县水利局已换3公里' },
          { on: day('2024-06-01'), text: '全部验收。' },
        ],
        result: '群众满意。',
      },
    ],
  }).problems
  expect(file && draftAccount(file)).toBe(
    '一是更换管网。2024年5月1日，县水利局已换3公里。漏损率降到一成。二是装表。安装水表。2024年6月1日，全部验收。群众满意。',
  )
})

test('nothing was done: nothing is drafted', () => {
  const [file] = aLedger({ problems: [{ statement: '甲问题。' }] }).problems
  expect(file && draftAccount(file)).toBe('')
})

test('a 类别 is drafted of its figures, which follow the ledger', () => {
  const ledger = aLedger({
    nodes: [
      { id: 'n1', heading: '甲' },
      { id: 'n2', heading: '乙' },
    ],
    problems: [{ nodeId: 'n1', status: 'done' }, { nodeId: 'n1', status: 'inProgress' }, { nodeId: 'n2' }],
  })
  const figures = noticeFigures(ledger, day('2024-07-05'))
  const draft = draftSection('n1', figures)
  expect(draft).toContain('⟦problems.byCategory.n1.done⟧')
  expect(fillText(draft, figures).text).toBe('本部分2个问题中，已完成1个，正在整改1个，完成率50%。')
  expect(draftSection('n2', figures)).toBe('')
})

import { expect, test } from 'vitest'
import { standingsAt } from '../../../shared/domain/figures/standing.ts'
import { fourLists, type LIST_KEYS, listView } from '../../../shared/domain/four-lists.ts'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { recordOf } from '../../../shared/domain/records/record-kinds.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'

const TODAY = day('2024-07-05')

const ledger = aLedger({
  nodes: [
    { id: 'a', heading: '落实惠民政策方面' },
    { id: 'b', parentId: 'a', heading: '供水管理不细' },
  ],
  problems: [
    {
      nodeId: 'b',
      statement: '管网漏损率高。',
      target: '漏损率降到12%',
      result: '降到11%',
      status: 'inProgress',
      deadlineOn: day('2024-06-30'),
      deadlineWords: '2024年6月底前',
      measures: [{ text: '换管' }, { text: '装表', deadlineOn: day('2024-12-31'), deadlineWords: '年底前' }],
      progress: [{ on: day('2024-05-01'), text: '已换3公里。' }],
      responsibilities: [
        { role: 'leader', name: '何启明' },
        { role: 'unit', name: '县水利局' },
        { role: 'unit', name: '县财政局' },
      ],
    },
  ],
})

const rows = (key: (typeof LIST_KEYS)[number]) => listView(ledger, key, TODAY).rows.map((row) => row.cells)

test('the four lists carry the columns of the genre', () => {
  expect(fourLists(ledger, TODAY).map((list) => [list.title, list.columns.map((c) => c.title).join('·')])).toEqual([
    ['问题清单', '序号·类别·方面·反馈问题·具体表现·来源·整改类型·状态'],
    ['任务清单', '序号·反馈问题·整改目标·整改措施·进展情况·整改成效·完成情况'],
    ['时间清单', '序号·反馈问题/措施·启动时间·原定时限·现定时限·剩余天数·预警·完成日期·销号日期'],
    ['责任清单', '序号·反馈问题/措施·责任领导·牵头单位·责任单位·配合单位·责任人·联系方式'],
  ])
})

test('问题清单 shows a problem under its category and aspect', () => {
  expect(rows('problems')).toEqual([['1', '落实惠民政策方面', '供水管理不细', '管网漏损率高。', '', '反馈意见', '', '整改中']])
})

test('任务清单 gives each measure a row and lets the problem reach over them', () => {
  expect(rows('tasks')).toEqual([
    ['1', '管网漏损率高。', '漏损率降到12%', '换管', '2024年5月1日，已换3公里。', '降到11%', '整改中'],
    [null, null, null, '装表', null, null, null],
  ])
})

test('时间清单 counts the days that are left and lists measures with a deadline of their own', () => {
  expect(rows('times')).toEqual([
    ['1', '管网漏损率高。', '', '2024年6月底前', '2024年6月底前', '-5', '逾期', '', ''],
    ['1.2', '装表', '', '年底前', '年底前', '179', '', '', ''],
  ])
})

test('责任清单 names who answers', () => {
  expect(rows('duties')).toEqual([['1', '管网漏损率高。', '何启明', '', '县水利局、县财政局', '', '', '']])
})

test('an extension keeps the original deadline in sight', () => {
  const extended = aLedger({ problems: [{ deadlineOn: day('2024-12-31'), deadlineWords: '2024年底前' }] })
  const records = {
    ...extended.records,
    extension: [
      recordOf('extension', {
        id: 'e1',
        ownerId: 'p1',
        fromOn: day('2024-06-30'),
        fromWords: '2024年6月底前',
        toOn: day('2024-12-31'),
        toWords: '2024年底前',
      }),
    ],
  }
  const [row] = listView(openLedger(records), 'times', TODAY).rows
  expect(row?.cells.slice(3, 5)).toEqual(['2024年6月底前', '2024年底前'])
})

test('a problem that was reopened shows no 销号日期', () => {
  const closed = aLedger({ problems: [{ status: 'closed' }] })
  const closure = [recordOf('closure', { id: 'c1', problemId: 'p1', cycle: 1, closedOn: day('2024-03-01') })]
  const shown = (status: 'closed' | 'inProgress') => {
    const records = { ...closed.records, closure, problem: closed.records.problem.map((p) => ({ ...p, status })) }
    return listView(openLedger(records), 'times', TODAY).rows[0]?.cells.at(-1)
  }
  expect(shown('closed')).toBe('2024年3月1日')
  expect(shown('inProgress')).toBe('')
})

test('at an earlier day the lists show what was true then, as the figures do', () => {
  const later = aLedger({
    problems: [
      { status: 'inProgress', deadlineOn: day('2024-12-31'), deadlineWords: '2024年底前' },
      { status: 'done', completedOn: day('2024-06-20'), deadlineOn: day('2024-06-30') },
    ],
    more: {
      extension: [
        {
          ...{ ownerId: 'p1', fromOn: day('2024-06-30'), fromWords: '2024年6月底前' },
          ...{ toOn: day('2024-12-31'), toWords: '2024年底前', approvedOn: day('2024-06-28') },
        },
      ],
    },
  })
  const times = (on: string) => listView(later, 'times', day(on)).rows.map(({ cells }) => cells.slice(3, 8))
  expect(times('2024-06-19')).toEqual([
    ['2024年6月底前', '2024年6月底前', '11', '正常', ''],
    ['2024年6月30日前', '2024年6月30日前', '11', '正常', ''],
  ])
  expect(times('2024-07-05')).toEqual([
    ['2024年6月底前', '2024年底前', '179', '', ''],
    ['2024年6月30日前', '2024年6月30日前', '', '', '2024年6月20日'],
  ])
  for (const on of ['2024-06-19', '2024-06-28', '2024-07-05'])
    expect(listView(later, 'problems', day(on)).rows.map(({ status, warning }) => ({ status, warning }))).toEqual(
      standingsAt(later, day(on)).map(({ status, warning }) => ({ status, warning })),
    )
})

import { orderKeys } from '../../../shared/base/order.ts'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import { type LedgerRecords, noRecords, recordOf } from '../../../shared/domain/records/record-kinds.ts'
import { STATUSES } from '../../../shared/domain/status.ts'

/**
 * A ledger that has been worked in: twelve outline nodes, and on each problem five measures, three names and thirty entries of 120
 * characters (about 17 KB of JSON). The same number gives the same ledger; every person, place and sentence is put together from words of two characters.
 */
export const livedInRecords = (ledgerId: string, problems: number): LedgerRecords => {
  const draw = drawing(problems)
  const text = (length: number): string => Array.from({ length: length / 2 }, () => WORDS[draw(WORDS.length)]).join('')
  const records = noRecords()
  records.ledger.push(recordOf('ledger', { id: ledgerId, title: `青梧县巡察整改台账（${problems}）` }))
  records.inspection.push(recordOf('inspection', { id: `${ledgerId}-i`, rectifyingParty: '中共青梧县委' }))
  orderKeys(NODES).forEach((order, i) => {
    records.outlineNode.push(recordOf('outlineNode', { id: `${ledgerId}-n${i}`, parentId: null, order, heading: text(16) }))
  })
  const places = orderKeys(problems)
  const parts = orderKeys(30)
  for (let i = 0; i < problems; i++) {
    const id = `${ledgerId}-p${i}`
    const order = places[i] ?? 'a0'
    records.problem.push(
      recordOf('problem', {
        id,
        nodeId: `${ledgerId}-n${Math.floor((i * NODES) / problems)}`,
        order,
        statement: text(40),
        details: text(160),
        target: text(40),
        status: STATUSES[draw(STATUSES.length)] ?? 'inProgress',
        deadlineOn: `2021-${String(1 + draw(12)).padStart(2, '0')}-28` as PlainDate,
      }),
    )
    for (let k = 0; k < 3; k++)
      records.responsibility.push(
        recordOf('responsibility', {
          id: `${id}-r${k}`,
          ownerId: id,
          order: parts[k] ?? 'a0',
          role: (['leader', 'leadUnit', 'unit'] as const)[k] ?? 'unit',
          name: `${WORDS[draw(40)]}局`,
        }),
      )
    for (let k = 0; k < 5; k++)
      records.measure.push(
        recordOf('measure', { id: `${id}-m${k}`, problemId: id, order: parts[k] ?? 'a0', text: text(80), status: 'inProgress' }),
      )
    for (let k = 0; k < 30; k++)
      records.progress.push(
        recordOf('progress', {
          id: `${id}-e${k}`,
          ownerId: k % 3 === 0 ? id : `${id}-m${k % 5}`,
          order: parts[k] ?? 'a0',
          on: `2021-${String(1 + (k % 12)).padStart(2, '0')}-15` as PlainDate,
          text: text(120),
        }),
      )
  }
  return records
}

const NODES = 12

const WORDS =
  '学习制度落实检查督导责任单位整改推进会议研究部署工作方案问题清单销号党员干部作风建设资金项目管理监督执纪巡察反馈情况通报完成时限长期坚持县委组织宣传农业水利财政审计教育卫生交通住房环境保护信访基层村社区群众服务办理流程规范严格考核评估培训谈话提醒排查台账'.match(
    /../g,
  ) ?? []

/** Numbers below a limit, the same for the same seed (Park and Miller). */
const drawing = (seed: number) => {
  let state = (seed % 2_147_483_646) + 1
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

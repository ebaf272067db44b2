import { describe, expect, test } from 'vitest'
import { readPackage } from '../../../shared/exchange/read-package.ts'
import { encodeReceipt, type Receipt, readReceipt, receiptLine, whatBecame } from '../../../shared/exchange/receipt.ts'
import { encodeReply } from '../../../shared/exchange/reply-package.ts'
import type { ToldDocument } from '../../../shared/exchange/told-plan.ts'
import type { FieldKey } from '../../../shared/merge/flat-map.ts'

const FACTS = {
  sender: { clerk: '李立', unit: '县水利局', pc: 'PC-2' },
  writtenAt: 1_700_000_000,
  programVersion: '0.1.0',
}
const RECEIPT: Receipt = {
  format: { name: 'zgtz-receipt', version: 1 },
  of: { digest: 'a'.repeat(64), purpose: 'reply', title: '青梧县巡察整改台账', writtenAt: 1_700_000_000 },
  receiver: { clerk: '王科', unit: '县委整改办', pc: 'PC-1' },
  at: 1_700_000_100,
  problems: 3,
  taken: 2,
  conflicts: [{ number: 1, title: '供水', what: '问题的整改目标' }],
  rejected: [{ number: 2, title: '公路', what: '整改措施的时限', reason: '与反馈意见不符' }],
}
const receipt = encodeReceipt(RECEIPT, { ...FACTS, ledger: { id: 'ledger', title: '青梧县巡察整改台账' } })
const proof = new TextEncoder().encode('签到表')
const reply = encodeReply(
  { format: { name: 'zgtz-reply', version: 1 }, ledgerId: 'ledger', unit: '县水利局', documents: [] },
  { ...FACTS, title: '青梧县巡察整改台账', files: new Map([['x', proof]]) },
)

describe('an answer and a 签收回执 as files', () => {
  test('come back as they were written, with the 佐证材料 that came along', () => {
    expect(readPackage(receipt)).toMatchObject({ ok: true, value: { content: { type: 'receipt', receipt: RECEIPT } } })
    const read = readPackage(reply)
    expect(read).toMatchObject({ ok: true, value: { sender: FACTS.sender, content: { type: 'reply' } } })
    if (read.ok && read.value.content.type === 'reply') expect([...read.value.content.filesByHash.values()]).toEqual([proof])
  })

  test.each([
    ['the answer', reply],
    ['the 回执', receipt],
  ])('%s with any byte changed, or cut anywhere, is refused whole and never thrown at', (_, whole) => {
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = whole.slice()
      flipped[at] = (flipped[at] ?? 0) ^ 1
      expect(readPackage(flipped).ok, `byte ${at}`).toBe(false)
    }
    for (let length = 0; length < whole.length; length += 7)
      expect(readPackage(whole.slice(0, length)).ok, `${length}`).toBe(false)
  })

  test('a 回执 with what no receipt has is refused', () => {
    for (const value of [null, {}, { ...RECEIPT, taken: -1 }, { ...RECEIPT, of: { ...RECEIPT.of, digest: '../x' } }])
      expect(readReceipt(value)).toEqual({ ok: false, error: { type: 'package-foreign', entry: 'receipt.json' } })
  })

  test('a 回执 says in one line what became of the file', () => {
    expect(receiptLine(RECEIPT)).toBe(
      '已签收“上报进展”，采用 2 个问题的内容，1 处冲突待处理，未采用 1 处（第2个问题整改措施的时限：与反馈意见不符）',
    )
  })
})

test('what became of each document is told by number and words: taken, in conflict, turned down with the reason', () => {
  const place = { record: '问题', recordTitle: '供水', title: '整改目标' }
  const key = (id: string): FieldKey => `problem:${id}/target` as FieldKey
  const news = (id: string) => ({
    ...{ ...place, key: key(id), item: key(id), life: 'changed' as const, before: null, after: '新' },
    ...{ author: null, at: null, intent: '' },
  })
  const told = ['p1', 'p2', 'p3'].map(
    (id): ToldDocument => ({
      ...{ key: `problem:${id}`, kind: 'problem', problemId: id, title: `问题${id}`, verdict: 'changed', news: [news(id)] },
      conflicts:
        id === 'p3' ? [{ ...place, key: `problem:${id}/result` as FieldKey, title: '整改成效', type: 'field', values: [] }] : [],
    }),
  )
  const rejections = new Map([
    ['problem:p1', { reason: '重复', items: 'all' as const }],
    ['problem:p2', { reason: '不符', items: new Set([key('p2')]) }],
  ] as const)
  const numbers = new Map([
    ['p1', 1],
    ['p2', 2],
    ['p3', 3],
  ])
  expect(whatBecame(told, rejections, numbers)).toEqual({
    taken: 2,
    conflicts: [{ number: 3, title: '问题p3', what: '问题的整改成效' }],
    rejected: [
      { number: 1, title: '问题p1', what: '全部内容', reason: '重复' },
      { number: 2, title: '问题p2', what: '问题的整改目标', reason: '不符' },
    ],
  })
})

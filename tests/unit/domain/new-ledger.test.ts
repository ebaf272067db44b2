import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { emptyLedger, frameDifferences, usualTitle, withTypedFrame } from '../../../shared/domain/new-ledger.ts'
import { composeNotice } from '../../../shared/notice/compose.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { countingIds } from '../../support/ports.ts'

const TODAY = '2024-03-01' as PlainDate

describe('a ledger that begins with nothing', () => {
  test('has a name, an inspection and a notice that can be written', () => {
    const records = emptyLedger(countingIds('x'), TODAY)
    const ledger = openLedger(records)
    expect(ledger.ledger).toMatchObject({ title: '巡察整改台账', createdOn: TODAY })
    expect(ledger.problems).toEqual([])
    const [notice] = records.notice
    expect(notice && composeNotice(ledger, notice, { today: TODAY })).toBeTruthy()
  })

  test('is called after the party and the kind of inspection', () => {
    expect(usualTitle('青梧县', '市委第三巡察组')).toBe('青梧县巡察整改台账')
    expect(usualTitle(null, '常规巡视')).toBe('巡视整改台账')
  })
})

describe('what is typed before there is a ledger', () => {
  const { records } = aLedger({
    inspection: { team: '市委第一巡察组', feedbackOn: TODAY },
    problems: [{ deadlineWords: '集中整改期内' }],
  })

  test('wins over what a text says, and what is left empty does not', () => {
    const typed = { 'inspection.team': '市委第三巡察组', 'inspection.feedbackOn': ' ', 'ledger.yellowDays': '５' }
    const framed = unwrapped(withTypedFrame(records, typed))
    expect(framed.inspection[0]).toMatchObject({ team: '市委第三巡察组', feedbackOn: TODAY, rectifyingParty: '中共青梧县委' })
    expect(framed.ledger[0]?.yellowDays).toBe(5)
  })

  test('differs only where both say something else', () => {
    const typed = { 'inspection.team': '市委第三巡察组', 'inspection.feedbackOn': '2024年3月1日', 'inspection.level': '市委' }
    expect(frameDifferences(records, typed)).toEqual([{ title: '巡视巡察组', typed: '市委第三巡察组', read: '市委第一巡察组' }])
  })

  test('moves the deadlines that are given as 集中整改期内', () => {
    const framed = unwrapped(withTypedFrame(records, { 'ledger.concentratedUntil': '2024年6月30日' }))
    expect(framed.problem[0]?.deadlineOn).toBe('2024-06-30')
  })

  test('is refused where a field cannot hold it', () => {
    expect(withTypedFrame(records, { 'inspection.feedbackOn': '某一天' })).toMatchObject({
      ok: false,
      error: { type: 'value-not-understood', field: '反馈日期' },
    })
  })
})

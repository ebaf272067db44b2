import { expect, test } from 'vitest'
import { dutyDates } from '../../../shared/domain/duty-dates.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'

const { ledger, inspection } = aLedger()

test('each duty the ledger sets days for is due so many days after 反馈', () => {
  const set = {
    ledger: { ...ledger, planDays: 30, reportDays: 90 },
    inspection: { ...inspection, feedbackOn: day('2024-01-15') },
  }
  expect(dutyDates(set)).toEqual([
    { duty: 'plan', days: 30, on: '2024-02-14' },
    { duty: 'report', days: 90, on: '2024-04-14' },
  ])
})

test('nothing is owed where no days are set, and no day is known before 反馈 is', () => {
  expect(dutyDates({ ledger, inspection })).toEqual([])
  expect(dutyDates({ ledger: { ...ledger, meetingDays: 30 }, inspection })).toEqual([{ duty: 'meeting', days: 30, on: null }])
})

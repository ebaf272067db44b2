import { expect, test } from 'vitest'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import { yearOfTyping } from '../../../shared/domain/deadline-year.ts'
import { type Notice, recordOf } from '../../../shared/domain/records/record-kinds.ts'

const TODAY = '2026-11-22' as PlainDate
const aNotice = (order: string, signedOn: string | null): Notice =>
  recordOf('notice', { id: `n-${order}`, order, template: 'problem-situation', signedOn: signedOn as PlainDate | null })

test.each<[string, readonly Notice[], number]>([
  ['without a notice it is the current year', [], 2026],
  ['a notice that is not signed tells nothing', [aNotice('a0', null)], 2026],
  ['a notice of an earlier year does not hold back what is typed today', [aNotice('a0', '2021-09-30')], 2026],
  ['a notice that is dated ahead takes it along', [aNotice('a0', '2021-09-30'), aNotice('a1', '2027-01-05')], 2027],
])('%s', (_, notices, year) => expect(yearOfTyping(notices, TODAY)).toBe(year))

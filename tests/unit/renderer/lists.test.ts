import { describe, expect, test } from 'vitest'
import type { PlacedProblem } from '../../../renderer/data/queries.ts'
import { suggestedName } from '../../../renderer/features/export/file-names.ts'
import { addedAfter } from '../../../renderer/features/lists/added-after.ts'
import { shownProblems, unitChoices } from '../../../renderer/features/lists/shown-problems.ts'
import { NO_FILTER } from '../../../renderer/state/list-view.ts'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import { recordOf } from '../../../shared/domain/records/record-kinds.ts'

const aPlaced = (number: number, row: Partial<PlacedProblem['row']> = {}): PlacedProblem => ({
  number,
  path: [],
  row: {
    id: `p${number}`,
    ledgerId: 'l',
    nodeId: null,
    order: `a${number}`,
    statement: '',
    status: 'inProgress',
    sustained: false,
    kind: 'unstated',
    deadlineOn: null,
    deadlineWords: '',
    completedOn: null,
    lastProgressOn: null,
    measures: 0,
    leaders: '',
    units: '',
    lists: { problems: [null], tasks: [null], times: [null], duties: [null] },
    conflicts: 0,
    place: `a${number}`,
    deadlineKey: '',
    pressingKey: '',
    completedKey: '',
    unitKeys: [],
    ...row,
  },
})

const AT = { today: '2024-06-30' as PlainDate, thresholds: { greenDays: 20, yellowDays: 10 } }
const idsOf = (problems: readonly PlacedProblem[]) => problems.map(({ row }) => row.id)

describe('the problems a list shows', () => {
  const late = aPlaced(1, { deadlineOn: '2024-05-31' as PlainDate, units: '县水利局、县财政局' })
  const soon = aPlaced(2, { deadlineOn: '2024-07-05' as PlainDate, units: '县财政局' })
  const open = aPlaced(3, { status: 'done' })
  const all = [late, soon, open]

  test('a filter of warnings asks how things stand at the date', () => {
    expect(idsOf(shownProblems(all, { ...NO_FILTER, warnings: ['red'] }, null, null, AT))).toEqual(['p1'])
    expect(idsOf(shownProblems(all, { ...NO_FILTER, units: ['县财政局'] }, null, null, AT))).toEqual(['p1', 'p2'])
  })

  test('what has no deadline stands last, whichever way deadlines are sorted', () => {
    const by = (descending: boolean) => idsOf(shownProblems(all, NO_FILTER, null, { column: 'deadline', descending }, AT))
    expect(by(false)).toEqual(['p1', 'p2', 'p3'])
    expect(by(true)).toEqual(['p2', 'p1', 'p3'])
  })

  test('units are offered by how often they are named', () => {
    expect(unitChoices(all)).toEqual(['县财政局', '县水利局'])
  })

  test('a new problem goes behind the chosen one, under the heading it is shown under', () => {
    const heading = recordOf('outlineNode', { id: 'n' })
    const chosen = { ...aPlaced(1, { nodeId: 'n' }), path: [heading] }
    expect(addedAfter([chosen, aPlaced(2)], chosen)).toEqual({ nodeId: 'n', afterId: 'p1' })
    expect(addedAfter([aPlaced(3, { nodeId: 'gone' })], undefined)).toEqual({ nodeId: null, afterId: 'p3' })
    expect(addedAfter([], undefined)).toEqual({ nodeId: null, afterId: null })
  })
})

test('a suggested file name holds nothing Windows refuses', () => {
  expect(suggestedName('tables', '青梧县/巡察:整改?台账.', '2021-09-30')).toBe(
    '青梧县_巡察_整改_台账_四张清单_截至2021-09-30.xlsx',
  )
  expect(suggestedName('notice', '  ', '2021-09-30')).toBe('整改情况通报_2021-09-30.docx')
})

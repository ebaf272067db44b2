import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredProblem } from '../../../renderer/data/database.ts'
import { filteredIds, type PageRequest, problemPage } from '../../../renderer/data/problem-pages.ts'
import type { PlacedProblem } from '../../../renderer/data/queries.ts'
import { shownProblems } from '../../../renderer/features/lists/shown-problems.ts'
import { NO_FILTER } from '../../../renderer/state/list-view.ts'
import { isOrderKey } from '../../../shared/base/order.ts'
import { arrange, endOfPlace, pathsOf, placesOf } from '../../../shared/domain/arrangement.ts'
import { recordOf } from '../../../shared/domain/records/record-kinds.ts'
import { STATUSES } from '../../../shared/domain/status.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { aPc } from '../../support/a-store.ts'
import { day } from '../../support/ports.ts'

const order = fc.stringMatching(/^(?:a[0-9A-Za-z]|Z[0-9A-Za-z])[0-9A-Za-z]{0,2}$/).filter(isOrderKey)
const node = fc.constantFrom('n1', 'n2', 'n3', 'n4', 'n-5', 'gone')
const nodes = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('n1', 'n2', 'n3', 'n4', 'n-5'), parentId: fc.option(node), order }),
  { selector: ({ id }) => id },
)
const problems = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^p[0-9_-]{1,3}$/), nodeId: fc.option(node), order }), {
  selector: ({ id }) => id,
  maxLength: 20,
})

test('places compare as problems are arranged, in any outline, broken ones too', () => {
  fc.assert(
    fc.property(nodes, problems, (outline, placed) => {
      const tree = outline.map((own) => recordOf('outlineNode', { ...own, heading: '' }))
      const places = placesOf(tree)
      const paths = pathsOf(tree)
      const arranged = arrange(tree, placed, ({ id }, path) => ({ id, path: path.map((above) => above.id) })).problems
      const byPlace = [...placed].sort((a, b) => (places.ofProblem(a) < places.ofProblem(b) ? -1 : 1))
      expect(byPlace.map(({ id, nodeId }) => ({ id, path: (paths.get(nodeId ?? '') ?? []).map((above) => above.id) }))).toEqual(
        arranged,
      )
      for (const { id, path } of arranged) {
        const place = places.ofProblem(placed.find((own) => own.id === id) ?? fail())
        for (const above of path) {
          expect(place.startsWith(places.ofNode(above))).toBe(true)
          expect(place < endOfPlace(places.ofNode(above))).toBe(true)
        }
      }
    }),
    { seed: 4, numRuns: 300 },
  )
})

const fail = (): never => {
  throw new Error('arranged problems are the given ones')
}

const COLUMNS = {
  place: 'number',
  status: 'status',
  deadlineKey: 'deadline',
  pressingKey: 'daysLeft',
  completedKey: 'completed',
  leaders: 'leader',
  units: 'unit',
} as const

/** Thirty problems under two nodes and at the top, with values that repeat and values that lack. */
const withMany = async () => {
  const pc = await aPc().start()
  const { records } = aLedger({
    nodes: [
      { id: 'n1', heading: '一' },
      { id: 'n2', heading: '二' },
      { id: 'n3', heading: '三', parentId: 'n1' },
    ],
    problems: Array.from({ length: 30 }, (_, i) => ({
      statement: `问题${i}`,
      nodeId: [null, 'n1', 'n2', 'n3'][i % 4] ?? null,
      status: STATUSES[i % STATUSES.length] ?? 'inProgress',
      deadlineOn: i % 3 === 0 ? null : day(`2021-0${1 + (i % 5)}-28`),
      completedOn: i % 4 === 0 ? day(`2021-0${1 + (i % 3)}-02`) : null,
      responsibilities:
        i % 5 === 0
          ? []
          : [
              { role: 'leader', name: ['王', '李', '张'][i % 3] ?? '' },
              { role: 'unit', name: ['水利局', '财政局'][i % 2] ?? '' },
            ],
    })),
  })
  const made = await pc.store.createLedger(records, '建立台账')
  if (!made.ok) throw new Error(made.error.type)
  const rows = await pc.db.problems.toArray()
  const placed = arrange(records.outlineNode, rows, (row, path, number): PlacedProblem => ({ row, path, number })).problems
  return { ...pc, placed, nodes: records.outlineNode }
}

const AT = { today: day('2021-03-10'), thresholds: { greenDays: 20, yellowDays: 10 } }

test('every order of a list is read page by page from its index, as the list sorts it', async () => {
  const { db, placed } = await withMany()
  for (const [by, column] of Object.entries(COLUMNS) as [PageRequest['order'], string][])
    for (const descending of [false, true]) {
      const read: StoredProblem[] = []
      for (;;) {
        const page = await problemPage(db, 'ledger', { order: by, descending, after: read.at(-1) ?? null, limit: 7 })
        read.push(...page)
        if (page.length < 7) break
      }
      const shown = shownProblems(placed, NO_FILTER, null, { column, descending }, AT)
      expect(
        read.map(({ id }) => id),
        `${by} ${descending}`,
      ).toEqual(shown.map(({ row }) => row.id))
    }
})

test('every filter of a list is read from an index, alone and with others', async () => {
  const { db, placed, nodes: outline } = await withMany()
  const none = { statuses: [], units: [], under: [], pressing: [] }
  const places = placesOf(outline)
  const kept = (filter: Partial<typeof NO_FILTER>) =>
    new Set(shownProblems(placed, { ...NO_FILTER, ...filter }, null, null, AT).map(({ row }) => row.id))
  expect(await filteredIds(db, 'ledger', none)).toBeNull()
  const statuses = ['done', 'inProgress'] as const
  expect(await filteredIds(db, 'ledger', { ...none, statuses })).toEqual(kept({ statuses }))
  expect(await filteredIds(db, 'ledger', { ...none, units: ['水利局'] })).toEqual(kept({ units: ['水利局'] }))
  expect(await filteredIds(db, 'ledger', { ...none, under: [places.ofNode('n1')] })).toEqual(kept({ categories: ['n1'] }))
  // Red is every deadline that has passed and still presses.
  const overdue = [['2000-01-01', '2021-03-09']] as const
  expect(await filteredIds(db, 'ledger', { ...none, pressing: overdue })).toEqual(kept({ warnings: ['red'] }))
  expect(await filteredIds(db, 'ledger', { ...none, statuses, units: ['水利局'], under: [places.ofNode('n1')] })).toEqual(
    kept({ statuses, units: ['水利局'], categories: ['n1'] }),
  )
})

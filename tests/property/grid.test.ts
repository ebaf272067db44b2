import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GridRow } from '../../renderer/ui/grid/grid-items.ts'
import { cellAt, type GridShape, type Move, moved } from '../../renderer/ui/grid/grid-moves.ts'
import { cellsIn, holdsRow, movedInside, rangeOf, rowsIn } from '../../renderer/ui/grid/grid-range.ts'
import { parseTsv, printTsv } from '../../shared/base/tsv.ts'

const SEED = { seed: 20_240_630, numRuns: 500 }

const COLUMNS = 4
/** Items of one to four rows, some of whose cells reach down. */
const anItem = fc
  .array(fc.array(fc.option(fc.constant('x'), { freq: 2 }), { minLength: COLUMNS, maxLength: COLUMNS }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((rows): readonly GridRow[] => rows.map((row, r) => (r === 0 ? row.map(() => 'x') : row)))
const aShape = fc.array(anItem, { minLength: 1, maxLength: 5 }).map((items): GridShape => {
  const keys = items.map((_, i) => `k${i}`)
  return { keys, indexOf: (key) => keys.indexOf(key), columns: COLUMNS, rowsOf: (key) => items[keys.indexOf(key)] ?? [] }
})
const aPlace = fc.record({ item: fc.nat(4), row: fc.nat(3), column: fc.nat(COLUMNS - 1) })
const cellIn = (shape: GridShape, { item, row, column }: { item: number; row: number; column: number }) =>
  cellAt(shape, item, row, column)

describe('whatever the grid holds', () => {
  test('a range holds both its ends and cuts no cell', () => {
    fc.assert(
      fc.property(aShape, aPlace, aPlace, (shape, a, b) => {
        const [anchor, head] = [cellIn(shape, a), cellIn(shape, b)]
        const range = rangeOf(shape, { anchor, head }) ?? expect.fail()
        expect(rangeOf(shape, { anchor: head, head: anchor })).toEqual(range)
        const cells = [...cellsIn(shape, range)]
        expect(cells).toContainEqual(anchor)
        expect(cells).toContainEqual(head)
        for (const { item, row } of rowsIn(shape, range)) {
          const rows = shape.rowsOf(shape.keys[item] ?? '')
          for (let column = range.left; column <= range.right; column++) {
            const place = (by: number) => ({ item, row: row + by })
            if (rows[row]?.[column] === null) expect(holdsRow(range, place(-1))).toBe(true)
            if (rows[row + 1]?.[column] === null) expect(holdsRow(range, place(1))).toBe(true)
          }
        }
      }),
      SEED,
    )
  })

  test('every move ends on a cell that is there, and going down and up again comes back to the item', () => {
    const moves: readonly Move[] = [
      'up',
      'down',
      'left',
      'right',
      'next',
      'previous',
      'rowStart',
      'rowEnd',
      'top',
      'bottom',
      'first',
      'last',
      'pageUp',
      'pageDown',
    ]
    fc.assert(
      fc.property(aShape, aPlace, fc.constantFrom(...moves), (shape, place, move) => {
        const to = moved(shape, cellIn(shape, place), move, 2)
        expect(typeof shape.rowsOf(to.key)[to.row]?.[to.column]).toBe('string')
      }),
      SEED,
    )
  })

  test('Tab inside a range visits cells of the range only, and comes back to where it began', () => {
    fc.assert(
      fc.property(aShape, aPlace, aPlace, fc.constantFrom('down' as const, 'next' as const), (shape, a, b, move) => {
        const anchor = cellIn(shape, a)
        const range = rangeOf(shape, { anchor, head: cellIn(shape, b) }) ?? expect.fail()
        const cells = [...cellsIn(shape, range)]
        let at = cellAt(shape, range.from.item, range.from.row, range.left)
        const start = at
        for (let i = 0; i <= cells.length * COLUMNS; i++) {
          at = movedInside(shape, range, at, move)
          expect(cells).toContainEqual(at)
          if (at.key === start.key && at.row === start.row && at.column === start.column) return
        }
        expect.fail('it never came back')
      }),
      SEED,
    )
  })
})

describe('cells as text', () => {
  const aText = fc.string({ unit: fc.constantFrom('甲', '"', '\t', '\n', ' ', 'a', '，'), maxLength: 8 })
  const aMatrix = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(aText, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    )

  test('what is printed is read again as it was, with and without a line feed at the end', () => {
    fc.assert(
      fc.property(aMatrix, fc.boolean(), (matrix, hasEnd) => {
        // A last row of one empty cell is nothing but the line feed before it.
        fc.pre(!(matrix.length > 1 && matrix.at(-1)?.length === 1 && matrix.at(-1)?.[0] === '' && !hasEnd))
        expect(parseTsv(printTsv(matrix) + (hasEnd ? '\r\n' : ''))).toEqual(matrix)
      }),
      SEED,
    )
  })

  test('any text is read as some cells', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('甲', '"', '\t', '\r', '\n') }), (text) => {
        expect(parseTsv(text).length).toBeGreaterThan(0)
      }),
      SEED,
    )
  })
})

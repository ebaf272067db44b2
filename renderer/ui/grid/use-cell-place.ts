import { useEffect, useLayoutEffect, useState } from 'react'
import type { GridCell } from './grid-items.ts'

export interface CellPlace {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
  /** How far the grid's body reaches; an editor that is wider than its cell stays within. */
  readonly reach: number
}

export const cellElement = (within: ParentNode, focus: GridCell): HTMLElement | null =>
  within.querySelector(`[data-item="${CSS.escape(focus.key)}"] [data-cell="${focus.row}/${focus.column}"]`)

/** Where the cell stands inside the grid's body; the last place is kept while the cell is not drawn. */
export const useCellPlace = (body: HTMLElement | null, focus: GridCell | null): CellPlace | null => {
  const [place, setPlace] = useState<CellPlace | null>(null)
  const measure = () => {
    const cell = body && focus ? cellElement(body, focus) : null
    if (!body || !cell) return
    const [outer, inner] = [body.getBoundingClientRect(), cell.getBoundingClientRect()]
    const next = {
      top: inner.top - outer.top,
      left: inner.left - outer.left,
      width: inner.width,
      height: inner.height,
      reach: outer.width,
    }
    setPlace((last) => (last && isSamePlace(last, next) ? last : next))
  }
  useLayoutEffect(measure)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one observer per body; what it calls is of the last drawing
  useEffect(() => {
    if (!body) return undefined
    const observer = new ResizeObserver(measure)
    observer.observe(body)
    return () => observer.disconnect()
  }, [body, focus])
  return place
}

const isSamePlace = (a: CellPlace, b: CellPlace): boolean =>
  a.top === b.top && a.left === b.left && a.width === b.width && a.height === b.height && a.reach === b.reach

import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { GridCell } from './grid-items.ts'

/** The cell drawn at this element, or null. */
export const cellOfElement = (element: Element | null): GridCell | null => {
  const at = element?.closest<HTMLElement>('[data-cell]')
  const key = at?.closest<HTMLElement>('[data-item]')?.dataset['item']
  const [row, column] = (at?.dataset['cell'] ?? '').split('/').map(Number)
  return key === undefined || row === undefined || column === undefined ? null : { key, row, column }
}

/** Follows the pressed mouse over the cells until it is let go; near an edge of the grid it scrolls. */
export const useRangeDrag = (outer: RefObject<HTMLDivElement | null>) => {
  const end = useRef<() => void>(() => undefined)
  useEffect(() => () => end.current(), [])
  return useCallback(
    (onCell: (cell: GridCell) => void, onEnd: () => void = () => undefined) => {
      end.current()
      const element = outer.current
      if (!element) return
      let last = ''
      let at: { readonly x: number; readonly y: number } | null = null
      let frame = 0
      const look = () => {
        frame = 0
        if (at === null) return
        const box = element.getBoundingClientRect()
        const step = {
          x: beyond(at.x, box.left, box.left + element.clientWidth),
          y: beyond(at.y, box.top + HEAD, box.top + element.clientHeight),
        }
        if (step.x !== 0 || step.y !== 0) {
          element.scrollBy(step.x, step.y)
          frame = requestAnimationFrame(look)
        }
        const x = Math.max(box.left + 2, Math.min(box.left + element.clientWidth - 3, at.x))
        const y = Math.max(box.top + HEAD, Math.min(box.top + element.clientHeight - 3, at.y))
        const cell = cellOfElement(document.elementFromPoint(x, y))
        const name = cell ? `${cell.key}/${cell.row}/${cell.column}` : ''
        if (cell === null || name === last) return
        last = name
        onCell(cell)
      }
      const move = (event: MouseEvent) => {
        at = { x: event.clientX, y: event.clientY }
        if (frame === 0) frame = requestAnimationFrame(look)
      }
      const stop = () => {
        cancelAnimationFrame(frame)
        window.removeEventListener('mousemove', move)
        window.removeEventListener('mouseup', letGo)
        end.current = () => undefined
      }
      const letGo = () => {
        stop()
        onEnd()
      }
      end.current = stop
      window.addEventListener('mousemove', move)
      window.addEventListener('mouseup', letGo)
    },
    [outer],
  )
}

/** How far to scroll in this frame: faster, the further the mouse is out. */
const beyond = (at: number, from: number, to: number): number =>
  at < from + EDGE ? Math.max(-FASTEST, (at - from - EDGE) / 2) : at > to - EDGE ? Math.min(FASTEST, (at - to + EDGE) / 2) : 0

const HEAD = 34
const EDGE = 16
const FASTEST = 40

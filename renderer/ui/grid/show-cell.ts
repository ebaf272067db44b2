/** The height of the headings, in px (grid.css). */
export const HEAD_HEIGHT = 33

/** Scrolls as little as shows the cell beside the frozen columns and under the headings. */
export const showCell = (outer: HTMLElement, cell: HTMLElement, frozenWidth: number): void => {
  const [view, box] = [outer.getBoundingClientRect(), cell.getBoundingClientRect()]
  const top = view.top + HEAD_HEIGHT
  const bottom = view.top + outer.clientHeight
  if (box.top < top) outer.scrollTop -= top - box.top
  else if (box.bottom > bottom) outer.scrollTop += Math.min(box.bottom - bottom, box.top - top)
  if (cell.classList.contains('frozen')) return
  const left = view.left + frozenWidth
  const right = view.left + outer.clientWidth
  if (box.left < left) outer.scrollLeft -= left - box.left
  else if (box.right > right) outer.scrollLeft += Math.min(box.right - right, box.left - left)
}

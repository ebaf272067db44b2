/** The width in px at which the lines of a column's drawn cells, and its heading, need not be broken; long paragraphs still are. */
export const fitWidth = (grid: HTMLElement, column: string): number => {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return WIDEST
  const cells = [
    ...grid.querySelectorAll<HTMLElement>(`[data-column="${CSS.escape(column)}"], [data-head="${CSS.escape(column)}"]`),
  ]
  const widths = cells.flatMap((cell) => {
    const text = cell.querySelector<HTMLElement>('.cell-text, .ant-tag, .head-button') ?? cell
    context.font = getComputedStyle(text).font
    return (text.textContent ?? '').split('\n').map((line) => context.measureText(line).width)
  })
  return Math.min(WIDEST, Math.ceil(Math.max(0, ...widths)) + PADDING)
}

const WIDEST = 480
/** Of the cell, of a tag inside it, and the mark of sorting. */
const PADDING = 32

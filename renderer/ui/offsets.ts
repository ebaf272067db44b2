/** Where each of many stacked blocks begins; the last entry is the height of all. */
export const offsetsOf = (count: number, heightOf: (index: number) => number): Float64Array => {
  const offsets = new Float64Array(count + 1)
  for (let i = 0; i < count; i++) offsets[i + 1] = (offsets[i] ?? 0) + heightOf(i)
  return offsets
}

/** The block that holds this position; the last one for a position beyond the end. */
export const indexAt = (offsets: Float64Array, position: number): number => {
  let low = 0
  let high = Math.max(0, offsets.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((offsets[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}

/** The blocks to draw, `from` up to but not including `to`, in steps, so that a few pixels of scrolling change nothing. */
export const windowOf = (
  offsets: Float64Array,
  top: number,
  height: number,
  { step, spare }: { readonly step: number; readonly spare: number },
): { readonly from: number; readonly to: number } => {
  const count = offsets.length - 1
  if (count === 0) return { from: 0, to: 0 }
  const first = Math.max(0, indexAt(offsets, top) - spare)
  const last = Math.min(count, indexAt(offsets, top + height) + 1 + spare)
  return { from: Math.floor(first / step) * step, to: Math.min(count, Math.ceil(last / step) * step) }
}

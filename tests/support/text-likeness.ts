/**
 * How much of one text comes back in another, character by character and in order. Widths are folded and spaces dropped first: the
 * program mends both on purpose.
 */
export interface Likeness {
  /** Characters of the source that stand in the output, in order, as a share of the source. */
  readonly back: number
  /** Characters of the output that are not from the source, as a share of the output. */
  readonly foreign: number
  /** The pieces that differ, for a person to read: `-` lost, `+` foreign. */
  readonly pieces: readonly string[]
}

export const likenessOf = (source: string, output: string): Likeness => {
  const a = comparable(source)
  const b = comparable(output)
  const kept = commonSubsequence(a, b)
  return {
    back: a.length === 0 ? 1 : kept.length / a.length,
    foreign: b.length === 0 ? 0 : 1 - kept.length / b.length,
    pieces: differences(a, b, kept),
  }
}

const comparable = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/〈/g, '<')
    .replace(/〉/g, '>')
    .replace(/[\s\u200b\ufeff]/g, '')

/** Positions kept in both, by Myers' greedy algorithm: exact, and fast while the texts are alike. */
const commonSubsequence = (a: string, b: string): readonly (readonly [number, number])[] => {
  const size = a.length + b.length + 1
  const furthest = new Int32Array(2 * size + 1)
  const trace: Int32Array[] = []
  for (let d = 0; d <= a.length + b.length; d++) {
    trace.push(furthest.slice(size - d - 1, size + d + 2))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (furthest[size + k - 1] ?? 0) < (furthest[size + k + 1] ?? 0))
      let x = down ? (furthest[size + k + 1] ?? 0) : (furthest[size + k - 1] ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      furthest[size + k] = x
      if (x >= a.length && x - k >= b.length) return backtrack(trace, a.length, b.length)
    }
  }
  return []
}

const backtrack = (trace: readonly Int32Array[], lengthA: number, lengthB: number): readonly (readonly [number, number])[] => {
  const kept: (readonly [number, number])[] = []
  let [x, y] = [lengthA, lengthB]
  for (let d = trace.length - 1; d >= 0 && (x > 0 || y > 0); d--) {
    const at = (k: number): number => trace[d]?.[k + d + 1] ?? 0
    const k = x - y
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1))
    const before = down ? k + 1 : k - 1
    const startX = d === 0 ? 0 : at(before)
    const startY = d === 0 ? 0 : startX - before
    while (x > (d === 0 ? 0 : down ? startX : startX + 1) && y > (d === 0 ? 0 : down ? startY + 1 : startY)) kept.push([--x, --y])
    ;[x, y] = [startX, startY]
  }
  return kept.reverse()
}

const differences = (a: string, b: string, kept: readonly (readonly [number, number])[]): readonly string[] => {
  const pieces: string[] = []
  let [i, j] = [0, 0]
  for (const [x, y] of [...kept, [a.length, b.length] as const]) {
    if (x > i || y > j)
      pieces.push(`${a.slice(Math.max(0, i - 6), i)}[-${a.slice(i, x)}-]{+${b.slice(j, y)}+}${a.slice(x, x + 6)}`)
    ;[i, j] = [x + 1, y + 1]
  }
  return pieces
}

import { emWidth } from '../base/text.ts'

/** 156 mm ÷ 22 pt: the most characters of 2 号 type on a line of the text block. */
export const TITLE_EMS = 20

/**
 * Breaks a title into lines by sense, evenly filled (GB/T 9704-2012 7.3.1: 词意完整、排列对称、长短适宜、间距恰当). A title that fits one line
 * stays on one; one without a good place to break is left whole for Word to wrap.
 */
export const titleLines = (title: string, ems: number = TITLE_EMS): readonly string[] => {
  const width = emWidth(title)
  if (width <= ems) return [title]
  const places = [0, ...breakPlaces(title), title.length]
  const wanted = Math.ceil(width / ems)
  for (let count = wanted; count <= wanted + 1; count++) {
    const best = bestSplit(title, places, count, ems)
    if (best) return best
  }
  return [title]
}

/** A line may begin with one of these words, or end after one of those. Never inside 《》, “” or brackets. */
const BEGINS = /^(?:关于|对|落实|贯彻|巡[视察]|反馈|整改|情况|进展|开展|推进|（|\()/
const ENDS = /(?:委员会|区委|市委|县委|省委|党组|党委|党工委|巡[视察]组|巡[视察]|问题|意见|、|）|\))$/

const breakPlaces = (title: string): readonly number[] => {
  let depth = 0
  return [...title.split('').keys()].filter((i) => {
    const c = title[i] ?? ''
    const isInside = depth > 0
    if (/[《“（(]/.test(c)) depth++
    if (/[》”）)]/.test(c)) depth--
    return i > 0 && !isInside && !/^[的、）》”)，]/.test(c) && (BEGINS.test(title.slice(i)) || ENDS.test(title.slice(0, i)))
  })
}

/** The split into `count` lines whose lengths differ least, or null when none fits. */
const bestSplit = (title: string, places: readonly number[], count: number, ems: number): readonly string[] | null => {
  const ideal = emWidth(title) / count
  type Split = { readonly lines: readonly string[]; readonly cost: number }
  // What follows a place is split the same way whatever stands before it: without keeping it, a long title takes for ever.
  const known = new Map<string, Split | null>()
  const splitFrom = (from: number, left: number): Split | null => {
    const key = `${from}/${left}`
    const standing = known.get(key)
    if (standing !== undefined) return standing
    const split = bestFrom(from, left)
    known.set(key, split)
    return split
  }
  const bestFrom = (from: number, left: number): Split | null => {
    const start = places[from] ?? 0
    if (left === 1) {
      const line = title.slice(start)
      return emWidth(line) <= ems ? { lines: [line], cost: (emWidth(line) - ideal) ** 2 } : null
    }
    let best: Split | null = null
    for (let to = from + 1; to < places.length - 1; to++) {
      const line = title.slice(start, places[to])
      if (emWidth(line) > ems) break
      const rest = splitFrom(to, left - 1)
      if (!rest) continue
      const cost = rest.cost + (emWidth(line) - ideal) ** 2
      if (!best || cost < best.cost) best = { lines: [line, ...rest.lines], cost }
    }
    return best
  }
  return splitFrom(0, count)?.lines ?? null
}

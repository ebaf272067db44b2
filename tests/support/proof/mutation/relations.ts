/** A number of a text: UTF-16 offsets of its digits. */
export interface Figure {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Figures that belong together, and whether they would with other digits. */
export interface Relation {
  readonly rule: string
  readonly figures: readonly Figure[]
  readonly holdsWith: (values: readonly string[]) => boolean
}

/** A sentence with its relations; offsets count in the sentence. */
export interface Told {
  readonly words: string
  readonly relations: readonly Relation[]
}

/** Chance that comes out the same for the same seed (mulberry32). */
export interface Random {
  readonly below: (n: number) => number
  readonly between: (least: number, most: number) => number
  readonly one: <T>(of: readonly T[]) => T
  readonly shuffled: <T>(of: readonly T[]) => readonly T[]
}

export const newRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    one: (of) => of[below(of.length)] as (typeof of)[number],
    shuffled: (of) =>
      of
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  }
}

/** Figures of a sentence in the order its pattern names them: `党纪处分{}人（警告{}人、严重警告{}人）`. */
export const told = (
  pattern: string,
  values: readonly string[],
  relations: readonly {
    readonly rule: string
    readonly of: readonly number[]
    readonly holds: (values: readonly string[]) => boolean
  }[],
): Told => {
  const figures: Figure[] = []
  let words = ''
  for (const [i, part] of pattern.split('{}').entries()) {
    words += part
    const value = values[i]
    if (value === undefined) continue
    figures.push({ start: words.length, end: words.length + value.length, text: value })
    words += value
  }
  return {
    words,
    relations: relations.map(({ rule, of, holds }) => ({
      rule,
      figures: of.map((i) => figures[i] as Figure),
      holdsWith: holds,
    })),
  }
}

/** Exact hundredths, so that sums of money are not those of binary floats. */
export const cents = (value: string | undefined): number => Math.round(Number(value) * 100)

export const sumsUp = ([total, ...parts]: readonly string[]): boolean =>
  cents(total) === parts.reduce((sum, part) => sum + cents(part), 0)

export const atMost = ([total, ...parts]: readonly string[]): boolean =>
  cents(total) >= parts.reduce((sum, part) => sum + cents(part), 0)

/** part ÷ whole in per cent, 四舍五入 to the digits of the rate; integers only, so that halves are exact. */
export const percent = (part: number, whole: number, digits: number): string => {
  const scale = 10 ** digits
  const rounded = Math.floor((part * 100 * scale * 2 + whole) / (whole * 2))
  return digits === 0 ? String(rounded) : (rounded / scale).toFixed(digits)
}

export const isRate = ([rate = '', part, whole]: readonly string[]): boolean =>
  Number(part) <= Number(whole) && Number(percent(Number(part), Number(whole), rate.split('.')[1]?.length ?? 0)) === Number(rate)

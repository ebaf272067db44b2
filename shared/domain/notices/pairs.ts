/** One name with the words that belong to it; null for none. */
export interface Pair {
  readonly name: string
  readonly words: string | null
}

/** A row of names with words as one scalar: `opening|problems=反馈问题的整改情况`. */
export const printPairs = (pairs: readonly Pair[]): string =>
  pairs.map(({ name, words }) => (words === null ? name : `${name}=${words}`)).join('|')

/** Reads what printPairs wrote; `|`, ｜ and line feeds separate, so that a person may put each on a line of its own. */
export const readPairs = (text: string): readonly Pair[] =>
  text
    .split(/[|｜\n]/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.search(/[=＝]/)
      if (at === -1) return { name: pair, words: null }
      const words = pair.slice(at + 1).trim()
      return { name: pair.slice(0, at).trim(), words: words === '' ? null : words }
    })

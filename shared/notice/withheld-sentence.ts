import { parseChineseNumeral, printChineseNumeral } from '../base/chinese-numerals.ts'
import { foldWidth } from '../base/text.ts'

/** Where a marked sentence stands in a text. `isSure`: its words are as they were marked; otherwise they were edited since. */
export interface FoundSentence {
  readonly from: number
  readonly to: number
  readonly isSure: boolean
}

/**
 * Finds a marked sentence by its own words: as they are (wherever they stand), else without regard to spaces, width of punctuation and
 * 一是, else the stretch of as many sentences that is most like it. A text that only resembles it is taken too, because what was to stay
 * out must not come out for a mended comma; `isSure` says that somebody should look. Empty where nothing is alike.
 */
export const findSentence = (text: string, sentence: string): readonly FoundSentence[] => {
  const wanted = sentence.trim()
  if (wanted === '') return []
  const exact = occurrences(text, wanted)
  if (exact.length > 0) return exact.map((from) => ({ from, to: from + wanted.length, isSure: true }))
  const units = sentencesOf(text)
  const length = sentencesOf(wanted).length
  const stretches = units.slice(0, Math.max(0, units.length - length + 1)).map((unit, i) => {
    const to = units[i + length - 1]?.to ?? unit.to
    return { from: unit.from, to, words: bare(text.slice(unit.from, to)) }
  })
  const key = bare(wanted)
  const same = stretches.filter(({ words }) => words === key)
  if (same.length > 0) return same.map(({ from, to }) => ({ from, to, isSure: true }))
  const likes = stretches.map(({ from, to, words }) => ({ from, to, like: likeness(words, key) }))
  const best = likes.reduce<(typeof likes)[number] | null>((most, one) => (most && most.like >= one.like ? most : one), null)
  return best && best.like >= ENOUGH ? [{ from: best.from, to: best.to, isSure: false }] : []
}

/** Half of all pairs of characters in common: a figure, a name or a clause was changed, and not the matter. */
const ENOUGH = 0.5

const occurrences = (text: string, wanted: string): readonly number[] => {
  const found: number[] = []
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) found.push(at)
  return found
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The sentences of a text with their stops; a clause of an enumeration (一是…；) is one. */
export const sentencesOf = (text: string): readonly Stretch[] =>
  [...text.matchAll(/[^。！？!?；;\n]*(?:[。！？!?；;]+[”’》）)】]*|\n|$)/g)]
    .filter(([words]) => words.trim() !== '')
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))

const bare = (text: string): string =>
  foldWidth(text)
    .replace(/[\s。.,;:!?、；]/g, '')
    .replace(ORDINAL, '')

const ORDINAL = /^[一二三四五六七八九十]{1,3}是/

/** Sørensen–Dice over pairs of neighbouring characters: 0 nothing in common, 1 the same. */
const likeness = (a: string, b: string): number => {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0
  const pairs = new Map<string, number>()
  for (let i = 0; i < a.length - 1; i++) pairs.set(a.slice(i, i + 2), (pairs.get(a.slice(i, i + 2)) ?? 0) + 1)
  let common = 0
  for (let i = 0; i < b.length - 1; i++) {
    const left = pairs.get(b.slice(i, i + 2)) ?? 0
    if (left === 0) continue
    pairs.set(b.slice(i, i + 2), left - 1)
    common++
  }
  return (2 * common) / (a.length + b.length - 2)
}

/**
 * A text without some stretches of it. The enumeration is counted anew (三是 follows 一是 as 二是, a lone 一是 loses its number), and a text
 * that a stretch ended still ends in a full stop.
 */
export const withoutStretches = (text: string, stretches: readonly Stretch[]): string => {
  if (stretches.length === 0) return text
  const isOut = (at: number): boolean => stretches.some(({ from, to }) => at >= from && at < to)
  const kept = enumerations(text).flatMap((run) => {
    const left = run.filter(({ at }) => !isOut(at))
    return left.map((lead, i) => ({
      ...lead,
      words: left.length === run.length ? null : left.length === 1 ? '' : `${printChineseNumeral(i + 1)}是`,
    }))
  })
  let [result, i] = ['', 0]
  while (i < text.length) {
    const lead = kept.find(({ at }) => at === i)
    if (lead && lead.words !== null) {
      result += lead.words
      i += lead.length
      continue
    }
    if (!isOut(i)) result += text[i] ?? ''
    i++
  }
  return result
    .split('\n')
    .map((line) => line.trimEnd().replace(/[；;，,]$/, '。'))
    .filter((line) => line !== '')
    .join('\n')
}

interface Lead {
  readonly at: number
  readonly length: number
  readonly value: number
}

/** Runs of 一是, 二是, 三是 at the head of sentences, each beginning with 一. */
const enumerations = (text: string): readonly (readonly Lead[])[] => {
  const runs: Lead[][] = []
  for (const match of text.matchAll(/(^|[。；;，：:！？\n])([一二三四五六七八九十]{1,3})是/g)) {
    const value = parseChineseNumeral(match[2] ?? '')
    if (value === null) continue
    const lead = { at: match.index + (match[1] ?? '').length, length: (match[2] ?? '').length + 1, value }
    const run = runs.at(-1)
    if (run && run.at(-1)?.value === value - 1) run.push(lead)
    else if (value === 1) runs.push([lead])
  }
  return runs
}

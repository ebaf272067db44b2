import { canonicalPersonName } from '../directory.ts'
import { canonicalUnitName, splitNames } from '../unit-names.ts'
import type { DirectoryKind } from './name-uses.ts'

interface Named {
  readonly id: string
  readonly name: string
  readonly aliases: string
}

/** Two entries of a directory that may be one, and why. */
export interface NearNames {
  readonly a: string
  readonly b: string
  readonly why: 'same' | 'prefix' | 'letter'
}

/**
 * Entries that may be one unit or person written twice: one name under two spellings, one with the 县 in front and one without, or names that
 * differ in one character. A suggestion, in the order of the entries; nothing is joined by it. Looks names up by what is left when a character is
 * taken out, so that five thousand take no longer than they are long.
 */
export const nearNames = (kind: DirectoryKind, entries: readonly Named[]): readonly NearNames[] => {
  const found = new Map<string, NearNames>()
  const canonical = kind === 'unit' ? canonicalUnitName : canonicalPersonName
  const note = (a: string, b: string, why: NearNames['why']): void => {
    const key = `${a} ${b}`
    if (a !== b && !found.has(key)) found.set(key, { a, b, why })
  }
  const pairUp = (keysOf: (name: string) => readonly string[], why: NearNames['why'], isPair = always): void => {
    const seen = new Map<string, { readonly id: string; readonly name: string }[]>()
    for (const { id, name, aliases } of entries)
      for (const one of new Set([name, ...splitNames(aliases)].map(canonical)))
        for (const key of new Set(keysOf(one))) {
          if (key === '') continue
          const before = seen.get(key) ?? []
          for (const other of before) if (isPair(other.name, one)) note(other.id, id, why)
          seen.set(key, [...before, { id, name: one }])
        }
  }
  pairUp((name) => [name], 'same')
  if (kind === 'unit') pairUp((name) => [withoutPlace(name)], 'prefix')
  pairUp((name) => (name.length < SHORTEST[kind] ? [] : withoutOne(name)), 'letter', differInOne)
  return [...found.values()]
}

const always = (_a: string, _b: string): boolean => true

/** 县财政局, 青梧县财政局, 财政局 → 财政局; nothing where too little is left to know it by. */
const withoutPlace = (name: string): string => {
  const short = name.replace(/^[\u4e00-\u9fff]{0,4}?[省市县区州旗](?=[\u4e00-\u9fff]{3})/, '')
  return short.length >= 3 ? short : ''
}

/** Shorter names differ in one character too easily: 张伟 is not 张炜, 县财政局 not 县民政局. */
const SHORTEST: Readonly<Record<DirectoryKind, number>> = { unit: 6, leader: 3 }

/** What is left of a name when each of its characters in turn is taken out, and the name itself. */
const withoutOne = (name: string): readonly string[] => [
  name,
  ...[...name].map((_, i, all) => [...all.slice(0, i), ...all.slice(i + 1)].join('')),
]

/** Is one of them the other with one character more, less or another? 第一小学 and 第二小学 are two: a number, a place or a rank tells them apart. */
const differInOne = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || a === b) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i += 1
  if (TELLING.test(long[i] ?? '') || (short.length === long.length && TELLING.test(short[i] ?? ''))) return false
  return short.slice(short.length === long.length ? i + 1 : i) === long.slice(i + 1)
}

const TELLING = /[\d一二三四五六七八九十东西南北中上下省市县区镇乡村]/

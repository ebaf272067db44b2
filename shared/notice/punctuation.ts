import { isChinese } from '../base/text.ts'

/**
 * Puts the punctuation of Chinese text right for an official document (GB/T 15834-2011): half-width , : ; ( ) ! ? become full-width
 * where they stand in Chinese text, < > inside 《》 become 〈〉 (4.10.3.3), stray spaces beside Chinese characters go. Numbers, times,
 * ratios, web and mail addresses stay as they are. Doing it twice changes nothing.
 */
export const mendPunctuation = (text: string): string => mendInPlace(text).text

/** The same, with where each character of the source went: what was taken out stands where the next one does. */
export const mendInPlace = (text: string): { readonly text: string; readonly placeOf: (at: number) => number } => {
  const chars = text.split('')
  const kept = keptPlaces(text)
  const brackets = chineseBrackets(chars)
  let titles = 0
  const mended = chars.map((c, i) => {
    if (c === '《') titles++
    if (c === '》') titles--
    if (kept.has(i)) return c
    if (brackets.has(i)) return c === '(' ? '（' : '）'
    if (titles > 0 && (c === '<' || c === '>')) return c === '<' ? '〈' : '〉'
    const full = FULL_WIDTH[c]
    return full !== undefined && standsInChinese(chars, i) ? full : c
  })
  const stays = mended.map((_, i) => !isStraySpace(mended, i, kept))
  return {
    text: mended.filter((_, i) => stays[i]).join(''),
    placeOf: (at) => at - stays.slice(0, at).filter((stay) => !stay).length,
  }
}

/** Web and mail addresses, and times: nothing in them is punctuation of the sentence. */
const AS_IT_IS = /https?:\/\/(?:[\w\-./?%&=#:~+]|[,;](?=\w))+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g

const keptPlaces = (text: string): ReadonlySet<number> =>
  new Set([...text.matchAll(AS_IT_IS)].flatMap((match) => Array.from(match[0], (_, i) => match.index + i)))

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '!': '！', '?': '？' }

/** What tells nothing of the script around it: digits, spaces, and marks of either width. */
const TELLS_NOTHING = /[\s\d%％.,:;!?()<>"'，：；！？（）〈〉]/

/** Is the nearest telling character on one side Chinese? */
const isChineseNear = (chars: readonly string[], at: number, step: -1 | 1): boolean => {
  let i = at + step
  while (i >= 0 && i < chars.length && TELLS_NOTHING.test(chars[i] ?? '')) i += step
  return isChinese(chars[i])
}

/** A comma or colon between two digits may be part of a number (1,238) or a ratio (1:4.4); elsewhere the script beside it decides. */
const standsInChinese = (chars: readonly string[], i: number): boolean => {
  const isBetweenDigits = /\d/.test(chars[i - 1] ?? '') && /\d/.test(chars[i + 1] ?? '')
  const isThousands = chars[i] === ',' && /^\d{3}(?!\d)/.test(chars.slice(i + 1, i + 5).join(''))
  if (isBetweenDigits && (chars[i] === ':' || isThousands)) return false
  return isChineseNear(chars, i, -1) || isChineseNear(chars, i, 1)
}

/** Places of half-width brackets in Chinese text: a pair with a Chinese character in it or near it, a lone one beside one. */
const chineseBrackets = (chars: readonly string[]): ReadonlySet<number> => {
  const found = new Set<number>()
  const open: number[] = []
  const isBeside = (i: number): boolean => isChineseNear(chars, i, -1) || isChineseNear(chars, i, 1)
  chars.forEach((c, i) => {
    if (c === '(') open.push(i)
    if (c !== ')') return
    const from = open.pop()
    const isPair = from !== undefined
    if (isPair && (chars.slice(from, i).some(isChinese) || isChineseNear(chars, from, -1) || isChineseNear(chars, i, 1)))
      found.add(from).add(i)
    if (!isPair && isBeside(i)) found.add(i)
  })
  for (const i of open) if (isBeside(i)) found.add(i)
  return found
}

const HAN = /[\u3400-\u9fff〇“”‘’]/
const CHINESE_OR_MARK = /[\u3400-\u9fff〇。、，；：！？“”‘’《》〈〉（）〔〕…—]/

/**
 * A space beside a Chinese character or mark is stray; one between two Chinese words, or two words of another script, is meant, and so
 * is one beside an address.
 */
const isStraySpace = (chars: readonly string[], i: number, kept: ReadonlySet<number>): boolean => {
  if (!/[ \u00a0\u3000]/.test(chars[i] ?? '')) return false
  let [before, after] = [i, i]
  while (/[ \u00a0\u3000]/.test(chars[before] ?? '')) before--
  while (/[ \u00a0\u3000]/.test(chars[after] ?? '')) after++
  const [left, right] = [chars[before] ?? '', chars[after] ?? '']
  if (left === '' || right === '' || kept.has(before) || kept.has(after)) return false
  return (CHINESE_OR_MARK.test(left) || CHINESE_OR_MARK.test(right)) && !(HAN.test(left) && HAN.test(right))
}

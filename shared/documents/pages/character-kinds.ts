/** What the breaking of lines knows of a character, as bits. */
export const KIND = {
  /** Letters, digits and signs of which words and numbers are made. */
  word: 1,
  /** 。，、 … may not begin a line (GB/T 15834-2011 5.1.1; Word's list for Simplified Chinese). */
  notFirst: 2,
  /** （《“ … may not end one. */
  notLast: 4,
  /** Stops that may hang over the end of a line. */
  hangs: 8,
  space: 16,
  /** Has no place of its own: the second half of a pair, a mark over the character before it. */
  joined: 32,
  /** —— and …… are one sign each. */
  pair: 64,
  /** Between a letter or digit and a Han character some programs set a gap. */
  letter: 128,
  han: 256,
} as const

const NOT_FIRST = '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠'
const NOT_LAST = '$([{£¥‘“〈《「『【〔〖〝﹙﹛＄（．［｛￡￥'
const HANGS = '、。，．：；？！'

const kinds = new Uint16Array(0x10000)
const add = (characters: string, kind: number): void => {
  for (const c of characters) kinds[c.charCodeAt(0)] = (kinds[c.charCodeAt(0)] ?? 0) | kind
}
const addRange = (from: number, to: number, kind: number): void => {
  for (let code = from; code <= to; code++) kinds[code] = (kinds[code] ?? 0) | kind
}
add(NOT_FIRST, KIND.notFirst)
add(NOT_LAST, KIND.notLast)
add(HANGS, KIND.hangs)
add('—…', KIND.pair)
add(' \t', KIND.space)
addRange(0x21, 0x7e, KIND.word)
addRange(0xc0, 0x24f, KIND.word | KIND.letter)
addRange(0x30, 0x39, KIND.letter)
addRange(0x41, 0x5a, KIND.letter)
addRange(0x61, 0x7a, KIND.letter)
addRange(0x3400, 0x9fff, KIND.han)
add('〇', KIND.han)
addRange(0x300, 0x36f, KIND.joined)
addRange(0xdc00, 0xdfff, KIND.joined)
addRange(0xfe00, 0xfe0f, KIND.joined)

export const kindOf = (code: number): number => kinds[code] ?? 0

const HYPHEN = 0x2d
const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

/** May a line end before the character at `at`? */
export const mayBreakBefore = (text: string, at: number, joinsStops: boolean): boolean => {
  const [code, codeBefore] = [text.charCodeAt(at), text.charCodeAt(at - 1)]
  const [kind, before] = [kindOf(code), kindOf(codeBefore)]
  if ((kind & (KIND.notFirst | KIND.joined | KIND.space)) !== 0 || (before & KIND.notLast) !== 0) return false
  if ((kind & KIND.pair) !== 0 && code === codeBefore) return false
  if (joinsStops && (before & KIND.notFirst) !== 0 && (kind & KIND.letter) !== 0) return false
  if ((kind & before & KIND.word) === 0) return true
  return codeBefore === HYPHEN && isLetter(code)
}

import { match, pinyin } from 'pinyin-pro'

/** First letters of the readings, other characters as they stand: 县水利局 → xslj. The reading of 多音字 is guessed from the words around. */
export const initialsOf = (text: string): string =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase()

/** Only Latin letters can be meant as a spelling. */
export const isSpelling = (typed: string): boolean => /^[a-z]{2,}$/.test(typed)

/** Holds the text what was typed (in small letters), as written or as 拼音, whole or by first letters, in any reading? */
export const soundsLike = (text: string, typed: string): boolean =>
  text.toLowerCase().includes(typed) || (isSpelling(typed) && match(text, typed, { continuous: true }) !== null)

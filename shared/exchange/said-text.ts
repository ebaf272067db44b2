import { foldWidth } from '../base/text.ts'
import { readMark } from '../domain/numbering.ts'

/**
 * What a text says, however it was typed: width, blanks, punctuation, the case of letters and the number in front of it (一、 （1） 问题3：)
 * do not count. A point or stroke between digits does: 3.5 is not 35.
 */
export const saidText = (text: string): string => (withoutMark(foldWidth(text).trim()).match(SAID) ?? []).join('').toLowerCase()

const SAID = /(?<=\d)[.:/-](?=\d)|[\p{L}\p{N}%‰]/gu

const withoutMark = (folded: string): string => {
  const mark = readMark(folded)
  return mark === null || mark.value === null ? folded : withoutMark(folded.slice(mark.length))
}

import { newMarkCounter } from '../domain/numbering.ts'
import type { About } from './model.ts'
import { composed, type Piece, paragraphsOf, printedWords, type Words } from './words.ts'
import { fontLevel, oneLine, type Writer } from './writer.ts'

/** One paragraph of a notice as it is written: its words with where they are kept, tokens in place. */
export interface SheetLine extends About {
  readonly kind: 'title' | 'heading' | 'run-in' | 'paragraph' | 'signature' | 'date' | 'head' | 'annotation'
  /** Of the font (NoticeLine); 0 for what is no heading. */
  readonly level: number
  readonly heading: Words
  readonly text: Words
}

/** What the writing of a notice works on. It shows all words, those that leave the edition too. */
export interface SheetWriter extends Writer {
  readonly lines: SheetLine[]
}

/** Writes the lines a person writes in: the same walk through the ledger as printing ([Note: A notice is composed]). */
export const newSheetWriter = (): SheetWriter => {
  const nextMark = newMarkCounter()
  const lines: SheetLine[] = []
  const paragraph = (text: Words, about: About): void => {
    lines.push({ kind: 'paragraph', level: 0, heading: [], text, ...about })
  }
  return {
    lines,
    paragraphs: (text, about, words) => {
      for (const own of paragraphsOf(words ? words() : composed(text))) paragraph(own, about)
    },
    heading: (level, text, about, words) => {
      const pieces = [...composed(nextMark(level)), ...inOneLine(words ? words() : composed(text))]
      lines.push({ kind: 'heading', level: fontLevel(level.style), heading: pieces, text: [], ...about })
    },
    runIn: (level, heading, text, about, words) => {
      const head = inOneLine(words ? words.heading() : composed(heading))
      const [first = [], ...rest] = paragraphsOf(words ? words.text() : composed(text))
      lines.push({
        kind: 'run-in',
        level: fontLevel(level.style),
        heading: [...composed(nextMark(level)), ...head, ...stopBehind(head)],
        text: first,
        ...about,
      })
      for (const own of rest) paragraph(own, about)
    },
  }
}

const inOneLine = (words: Words): Words => words.map((piece): Piece => ({ ...piece, text: oneLine(piece.text) }))

/** A heading that runs on ends in a stop, its own or the program's; one without words has none. */
const stopBehind = (heading: Words): Words => {
  const text = printedWords(heading)
  return text === '' || /[。；;]$/.test(text) ? [] : composed('。')
}

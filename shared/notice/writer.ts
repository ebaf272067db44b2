import type { NoticeTemplate } from '../domain/notices/notice-template.ts'
import { type LevelNumbering, type MarkStyle, newMarkCounter, parseLevels, rankOf } from '../domain/numbering.ts'
import { behind, type Filled } from './filled-text.ts'
import type { About, FigureSpan, NoticeLine } from './model.ts'
import type { Words } from './words.ts'

/** Where the words of a line are kept; asked for only where a notice is composed to be written in. */
export type Sources = () => Words

/** Writes lines, and each heading's mark as [Note: Marks are counted] tells. */
export interface Writer {
  readonly heading: (level: LevelNumbering, text: string, about: About, words?: Sources) => void
  readonly runIn: (
    level: LevelNumbering,
    heading: string,
    text: string,
    about: About,
    words?: { readonly heading: Sources; readonly text: Sources },
  ) => void
  readonly paragraphs: (text: string, about: About, words?: Sources) => void
}

/** The writer of what is printed. */
export interface LineWriter extends Writer {
  readonly lines: NoticeLine[]
}

export const newWriter = (fill: (text: string) => Filled): LineWriter => {
  const nextMark = newMarkCounter()
  const lines: NoticeLine[] = []
  const paragraphs = (text: string, about: About): void => {
    for (const paragraph of text.split('\n')) {
      if (paragraph === '') continue
      const { text, spans } = fill(paragraph)
      lines.push({ kind: 'paragraph', text, ...told(spans), ...about })
    }
  }
  return {
    lines,
    paragraphs,
    heading: (level, text, about) => {
      const filled = behind(nextMark(level), fill(oneLine(text)))
      lines.push({ kind: 'heading', level: fontLevel(level.style), text: filled.text, ...told(filled.spans), ...about })
    },
    runIn: (level, heading, text, about) => {
      const [first = '', ...rest] = text.split('\n')
      const mark = nextMark(level)
      const head = behind(mark, fill(oneLine(heading)))
      const words = heading === '' ? mark : `${head.text.replace(/[。；;]$/, '')}。`
      const body = fill(first)
      const spans = [...head.spans.map((span) => ({ ...span, of: 'heading' as const })), ...body.spans]
      lines.push({ kind: 'run-in', level: fontLevel(level.style), heading: words, text: body.text, ...told(spans), ...about })
      paragraphs(rest.join('\n'), about)
    },
  }
}

const told = (spans: readonly FigureSpan[]): { readonly spans?: readonly FigureSpan[] } => (spans.length === 0 ? {} : { spans })

/** A heading is one paragraph, whatever was typed into its record. */
export const oneLine = (text: string): string => text.replace(/\n+/g, '')

/** The level of GB/T 9704-2012 7.3.3, which names fonts for four. */
export const fontLevel = (style: MarkStyle): number => Math.min(rankOf(style), 4)

/** The notice's own numbering of the problems' outline, or the template's. */
export const levelsFor = (own: string | null, template: NoticeTemplate): readonly LevelNumbering[] => {
  const levels = own === null ? [] : parseLevels(own)
  return levels.length > 0 ? levels : template.levels
}

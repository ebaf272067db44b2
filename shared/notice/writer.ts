import { type LevelNumbering, type MarkStyle, parseLevels, printMark, rankOf, styleBelow } from '../domain/numbering.ts'
import type { About, NoticeLine } from './model.ts'
import type { NoticeTemplate } from './templates.ts'

/** Writes lines and counts the marks: a number starts again under a mark above it, unless its level runs through. */
export interface Writer {
  readonly lines: NoticeLine[]
  readonly heading: (level: LevelNumbering, text: string, about: About) => void
  readonly runIn: (level: LevelNumbering, heading: string, text: string, about: About) => void
  readonly paragraphs: (text: string, about: About) => void
}

export const newWriter = (fill: (text: string) => string): Writer => {
  const counters = new Map<MarkStyle, number>()
  // A level that runs through counts apart, so that a 1. in the text of another section neither resets nor continues it.
  const running = new Map<MarkStyle, number>()
  const lines: NoticeLine[] = []
  const nextMark = ({ style, continuous }: LevelNumbering): string => {
    for (const below of counters.keys()) if (rankOf(below) > rankOf(style)) counters.delete(below)
    const own = continuous ? running : counters
    const n = (own.get(style) ?? 0) + 1
    own.set(style, n)
    return printMark(style, n)
  }
  const paragraphs = (text: string, about: About): void => {
    for (const paragraph of text.split('\n'))
      if (paragraph !== '') lines.push({ kind: 'paragraph', text: fill(paragraph), ...about })
  }
  return {
    lines,
    paragraphs,
    heading: (level, text, about) =>
      lines.push({ kind: 'heading', level: fontLevel(level.style), text: nextMark(level) + fill(oneLine(text)), ...about }),
    runIn: (level, heading, text, about) => {
      const [first = '', ...rest] = text.split('\n')
      const mark = nextMark(level)
      const head = heading === '' ? mark : `${mark + fill(oneLine(heading)).replace(/[。；;]$/, '')}。`
      lines.push({ kind: 'run-in', level: fontLevel(level.style), heading: head, text: fill(first), ...about })
      paragraphs(rest.join('\n'), about)
    },
  }
}

/** A heading is one paragraph, whatever was typed into its record. */
const oneLine = (text: string): string => text.replace(/\n+/g, '')

/** The level of GB/T 9704-2012 7.3.3, which names fonts for four. */
const fontLevel = (style: MarkStyle): number => Math.min(rankOf(style), 4)

/** The notice's own numbering of the problems' outline, or the template's. */
export const levelsFor = (own: string | null, template: NoticeTemplate): readonly LevelNumbering[] => {
  const levels = own === null ? [] : parseLevels(own)
  return levels.length > 0 ? levels : template.levels
}

/** How one depth of the problems' outline is numbered (1 is its top); below what is named, each level takes the next style. */
export const levelAt = (levels: readonly LevelNumbering[], depth: number): LevelNumbering => {
  const named = levels[depth - 1]
  if (named) return named
  return { style: depth <= 1 ? 'cjk-dun' : styleBelow(levelAt(levels, depth - 1).style), continuous: false }
}

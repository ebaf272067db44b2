import { type LevelNumbering, type MarkStyle, parseLevels, printMark } from '../domain/numbering.ts'
import type { About, NoticeLine } from './model.ts'
import { DEFAULT_LEVELS, type NoticeTemplate } from './templates.ts'

/** Writes lines and counts the marks: a level restarts under a new heading above it unless it runs through. */
export interface Writer {
  readonly lines: NoticeLine[]
  readonly heading: (depth: number, text: string, about: About) => void
  readonly runIn: (depth: number, heading: string, text: string, about: About) => void
  readonly paragraphs: (text: string, about: About) => void
}

export const newWriter = (levels: readonly LevelNumbering[], fill: (text: string) => string): Writer => {
  const counters: number[] = []
  const lines: NoticeLine[] = []
  const markAt = (depth: number): string => {
    counters[depth] = (counters[depth] ?? 0) + 1
    for (let below = depth + 1; below < counters.length; below++) if (!levelAt(levels, below).continuous) counters[below] = 0
    return printMark(levelAt(levels, depth).style, counters[depth] ?? 1)
  }
  const fontLevel = (depth: number): number => FONT_LEVELS[levelAt(levels, depth).style]
  const paragraphs = (text: string, about: About): void => {
    for (const paragraph of text.split('\n'))
      if (paragraph !== '') lines.push({ kind: 'paragraph', text: fill(paragraph), ...about })
  }
  return {
    lines,
    paragraphs,
    heading: (depth, text, about) =>
      lines.push({ kind: 'heading', level: fontLevel(depth), text: markAt(depth) + fill(oneLine(text)), ...about }),
    runIn: (depth, heading, text, about) => {
      const mark = markAt(depth)
      const [first = '', ...rest] = text.split('\n')
      const head = heading === '' ? mark : `${mark + fill(oneLine(heading))}。`
      lines.push({ kind: 'run-in', level: fontLevel(depth), heading: head, text: fill(first), ...about })
      paragraphs(rest.join('\n'), about)
    },
  }
}

/** A heading is one paragraph, whatever was typed into its record. */
const oneLine = (text: string): string => text.replace(/\n+/g, '')

/** Depth 1 is the top level. */
const levelAt = (levels: readonly LevelNumbering[], depth: number): LevelNumbering =>
  levels[depth - 1] ?? { style: 'circled', continuous: false }

const FONT_LEVELS: Readonly<Record<MarkStyle, number>> = {
  'cjk-dun': 1,
  'cjk-paren': 2,
  'arabic-dot': 3,
  'arabic-paren': 4,
  'arabic-half-paren': 4,
  circled: 4,
}

/** The notice's levels, completed below by styles that are not used above. */
export const levelsFor = (own: string | null, template: NoticeTemplate): readonly LevelNumbering[] => {
  const levels = own === null || own === '' ? template.levels : parseLevels(own)
  const unused = [...template.levels, ...DEFAULT_LEVELS].filter((level) => !levels.some((used) => used.style === level.style))
  return [...levels, ...unused]
}

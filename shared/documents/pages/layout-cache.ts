import type { DocumentParagraph, DocumentRun } from '../paper-document.ts'
import type { LaidPage } from './laid-page.ts'
import type { LatinMeasure } from './latin-measure.ts'
import { LOOKS, type ParagraphLook } from './paragraph-looks.ts'
import { type SetParagraph, setRuns } from './set-paragraph.ts'

/** Paragraphs of one look and room by the words of their runs, run by run: no key is put together that would have to be read whole. */
interface Kept {
  readonly next: Map<string, Kept>
  set: SetParagraph | null
  /** The layout that used it last. */
  used: number
}

/**
 * Paragraphs that were broken into lines before, by their words and their room: retyping one paragraph of a notice breaks that one again
 * and no other. Keep one for as long as a notice is open; what was not used for a while is forgotten.
 */
export interface LayoutCache {
  root: Kept
  measure: LatinMeasure | null
  layouts: number
  pages: readonly LaidPage[]
}

const newKept = (): Kept => ({ next: new Map(), set: null, used: 0 })

export const newLayoutCache = (): LayoutCache => ({ root: newKept(), measure: null, layouts: 0, pages: [] })

/** Each letter typed leaves the paragraph as it was before behind. */
const LAYOUTS_KEPT = 200

/** Breaks paragraphs, or takes them as they were broken before. */
export interface Setter {
  readonly paragraph: (paragraph: DocumentParagraph, blockWidth: number, rightIndent: number) => SetParagraph
  readonly text: (text: string, name: string, look: ParagraphLook, width: number, rightIndent?: number) => SetParagraph
}

export const newSetter = (cache: LayoutCache, measure: LatinMeasure): Setter => {
  if (cache.measure !== measure) cache.root = newKept()
  cache.measure = measure
  cache.layouts += 1
  const layout = cache.layouts
  if (layout % LAYOUTS_KEPT === 0) forget(cache.root, layout - LAYOUTS_KEPT)
  const set = (name: string, runs: readonly DocumentRun[], look: ParagraphLook, width: number, rightIndent: number) => {
    let kept = below(cache.root, `${name}/${width}/${rightIndent}`)
    for (const { text, headingLevel } of runs) {
      if (headingLevel !== undefined) kept = below(kept, LEVEL_KEYS[headingLevel])
      kept = below(kept, text)
    }
    kept.used = layout
    kept.set ??= setRuns(runs, name, look, width, rightIndent, measure)
    return kept.set
  }
  return {
    paragraph: ({ style, runs }, width, rightIndent) => set(style, runs, LOOKS[style], width, rightIndent),
    text: (text, name, look, width, rightIndent = 0) => set(name, [{ text }], look, width, rightIndent),
  }
}

/** No text of a notice holds a NUL. */
const LEVEL_KEYS = { 1: '\u00001', 2: '\u00002', 3: '\u00003', 4: '\u00004' } as const

const below = (kept: Kept, key: string): Kept => {
  const known = kept.next.get(key)
  if (known !== undefined) return known
  const made = newKept()
  kept.next.set(key, made)
  return made
}

/** Answers whether nothing is left below. */
const forget = (kept: Kept, before: number): boolean => {
  for (const [key, child] of kept.next) if (forget(child, before)) kept.next.delete(key)
  if (kept.used < before) kept.set = null
  return kept.next.size === 0 && kept.set === null
}

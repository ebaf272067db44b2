import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LaidPage, pagesOfLines } from '../../shared/documents/pages/laid-page.ts'
import { TIMES_IN_WORD } from '../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../shared/documents/pages/lay-out-pages.ts'
import { newLayoutCache } from '../../shared/documents/pages/layout-cache.ts'
import type { DocumentParagraph, PaperDocument, ParagraphStyle } from '../../shared/documents/paper-document.ts'
import { aDocument, aParagraph } from '../support/documents-by-hand.ts'

const SEED = { seed: 20240705, numRuns: 400 }

const HAN = '整改情况问题落实责任督促检查清单台账完成进度群众反映县委市委组织部门'
const BEGINNERS = '。，、；：？！）》”’〕'
const ENDERS = '（《“‘〔'

const word = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: fc.constantFrom(...HAN), minLength: 1, maxLength: 12 }) },
  { weight: 3, arbitrary: fc.constantFrom(...BEGINNERS) },
  { weight: 2, arbitrary: fc.constantFrom(...ENDERS) },
  { weight: 2, arbitrary: fc.constantFrom('2024', '95.3%', 'A4', 'app', '308.60', '——', '……', ' ', '𠮷', '①', 'no-network') },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('x', '7', '/'), minLength: 1, maxLength: 80 }) },
)
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''))

/** Words with signs around them as they come in texts, so that there is always a way to break. */
const sentence = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...ENDERS), maxLength: 2 }),
    fc.string({ unit: fc.constantFrom(...HAN), minLength: 1, maxLength: 9 }),
    fc.constantFrom('', '', '', '2024', '95.3%', '——', '……'),
    fc.constantFrom(...HAN),
    fc.string({ unit: fc.constantFrom(...BEGINNERS), maxLength: 3 }),
  )
  .map((parts) => parts.join(''))

const style = fc.constantFrom<ParagraphStyle>(
  'body',
  'body',
  'body',
  'heading-1',
  'heading-2',
  'blank',
  'addressee',
  'title',
  'signature',
)
const paragraph = fc
  .record({ style, first: text, second: text, isRunIn: fc.boolean(), keepNext: fc.boolean() })
  .map(({ style, first, second, isRunIn, keepNext }): DocumentParagraph => {
    const runs = isRunIn && style === 'body' ? [{ text: first, headingLevel: 2 as const }, { text: second }] : [{ text: first }]
    return aParagraph(style, '', { runs, keepNext })
  })
const document = fc
  .array(paragraph, { minLength: 1, maxLength: 60 })
  .map((paragraphs) => aDocument(paragraphs.map((p, line) => ({ ...p, line }))))

const paragraphsOf = ({ sections }: PaperDocument): readonly DocumentParagraph[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : [])))
const placedOf = (pages: readonly LaidPage[]) => pages.flatMap(({ lines }) => lines)

describe('pages of any notice', () => {
  test('hold every character of every run once, in order, and say where it comes from', () => {
    fc.assert(
      fc.property(document, (doc) => {
        const placed = placedOf(layOutPages(doc, TIMES_IN_WORD))
        for (const [line, { runs, style }] of paragraphsOf(doc).entries()) {
          const pieces = placed.filter((p) => p.line === line).flatMap(({ set }) => set.pieces)
          expect(pieces.map((piece) => piece.text).join('')).toBe(runs.map((run) => run.text).join(''))
          const ofs = runs.map(({ headingLevel }) =>
            headingLevel !== undefined && !style.startsWith('heading') ? 'heading' : 'text',
          )
          for (const [r, { text: whole }] of runs.entries()) {
            const own = pieces.filter(({ of }) => of === ofs[r])
            expect(own.map(({ start, end }) => whole.slice(start, end)).join('')).toBe(whole)
          }
        }
      }),
      SEED,
    )
  })

  test('have lines of 28 characters at the most, and one stop that hangs', () => {
    fc.assert(
      fc.property(document, (doc) => {
        for (const { set, left } of placedOf(layOutPages(doc, TIMES_IN_WORD))) {
          expect(set.natural - set.hang).toBeLessThanOrEqual(set.width + 1)
          expect(left + set.width).toBeLessThanOrEqual(8845 + 1)
          expect(set.hang).toBeLessThanOrEqual(set.size)
          if (set.hang > 0) expect(set.pieces.at(-1)?.text).toMatch(/[。，、；：？！．][ ]*$/)
        }
      }),
      SEED,
    )
  })

  test('have 22 lines at the most, none over the foot of the block, none empty', () => {
    fc.assert(
      fc.property(document, (doc) => {
        const pages = layOutPages(doc, TIMES_IN_WORD)
        for (const { lines, block } of pages) {
          expect(lines.length).toBeGreaterThan(0)
          expect(lines.length).toBeLessThanOrEqual(22)
          for (const { top, set } of lines) expect(top + set.height).toBeLessThanOrEqual(block.height + 1)
          const tops = lines.map(({ top }) => top)
          expect(tops).toEqual([...tops].sort((a, b) => a - b))
        }
      }),
      SEED,
    )
  })

  test('begin no line with a stop or a closing bracket, and end none with an opening one', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 40 }), (sentences) => {
        const lines = placedOf(layOutPages(aDocument([aParagraph('body', sentences.join(''))]), TIMES_IN_WORD)).map(({ set }) =>
          set.pieces.map((piece) => piece.text).join(''),
        )
        for (const line of lines.slice(1)) expect(BEGINNERS).not.toContain(line.slice(0, 1))
        for (const line of lines.slice(0, -1)) expect(ENDERS).not.toContain(line.trimEnd().slice(-1))
        for (const [i, line] of lines.entries())
          expect(`${line.slice(-1)}${lines[i + 1]?.slice(0, 1) ?? ''}`).not.toMatch(/——|……|[\dA-z.%]{2}/)
      }),
      { ...SEED, numRuns: 1_500 },
    )
  })

  test('are the same with what was kept of an earlier layout, whatever was changed', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const cache = newLayoutCache()
        layOutPages(before, TIMES_IN_WORD, cache)
        expect(layOutPages(after, TIMES_IN_WORD, cache)).toEqual(layOutPages(after, TIMES_IN_WORD))
      }),
      { ...SEED, numRuns: 100 },
    )
  })

  test('never part a line that is kept with the next from it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 4 }), (before, signatures) => {
        const body = Array.from({ length: before }, () => aParagraph('body', '整改情况。'))
        const end = [
          aParagraph('body', '最后一段。', { keepNext: true }),
          aParagraph('blank', '', { keepNext: true }),
          ...Array.from({ length: signatures }, () => aParagraph('signature', '中共青梧县委', { keepNext: true })),
          aParagraph('date', '2024年7月5日'),
        ]
        const pages = layOutPages(aDocument([...body, ...end]), TIMES_IN_WORD)
        const last = pages.at(-1)?.lines.map(({ set }) => set.pieces[0]?.text ?? '') ?? []
        expect(last.slice(-signatures - 3)).toEqual(['最后一段。', '', ...Array(signatures).fill('中共青梧县委'), '2024年7月5日'])
      }),
      SEED,
    )
  })

  test('tell the page of each line of the notice', () => {
    fc.assert(
      fc.property(document, (doc) => {
        const pages = layOutPages(doc, TIMES_IN_WORD)
        const numbers = [...pagesOfLines(pages).values()]
        expect(numbers).toHaveLength(paragraphsOf(doc).length)
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
      }),
      SEED,
    )
  })
})

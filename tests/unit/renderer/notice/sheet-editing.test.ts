import { Fragment, type Node } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { applySheet } from '../../../../renderer/features/notice/editor/apply-sheet.ts'
import { findInContext, findWords, lineText, stretchesAt } from '../../../../renderer/features/notice/editor/found-words.ts'
import { guardPlugin } from '../../../../renderer/features/notice/editor/guard.ts'
import { cutWindow, windowAfter, windowAround, withWindow } from '../../../../renderer/features/notice/editor/line-window.ts'
import { replaceRun, runAt, spliced } from '../../../../renderer/features/notice/editor/run-edits.ts'
import { runValues, sheetDoc, wordNodes } from '../../../../renderer/features/notice/editor/sheet-doc.ts'
import { writeBack } from '../../../../renderer/features/notice/editor/write-back.ts'
import { headingsOf } from '../../../../renderer/features/notice/headings.ts'
import { sheetPages } from '../../../../renderer/features/notice/sheet-pages.ts'
import type { Decimal } from '../../../../shared/base/decimal.ts'
import { newLayoutCache } from '../../../../shared/documents/pages/layout-cache.ts'
import type { SheetLine } from '../../../../shared/notice/sheet.ts'
import { composed, keptIn, paragraphsOf, type Words } from '../../../../shared/notice/words.ts'

const figures = { 'leads.letter.received': { label: '信访件', unit: '件', formula: '登记簿各条之和', value: '86' as Decimal } }
const TOKEN = '⟦leads.letter.received⟧'

const paragraph = (text: Words, more: Partial<SheetLine> = {}): SheetLine => ({
  kind: 'paragraph',
  level: 0,
  heading: [],
  text,
  ...more,
})
const account = (text: string, id = 'p1') => keptIn(text, { kind: 'problem', id, problemId: id, field: 'account' })
const heading = (text: string, id = 'p1') =>
  keptIn(text, { kind: 'problem', id, problemId: id, field: 'statement', isLine: true })

const LINES: readonly SheetLine[] = [
  { ...paragraph([]), kind: 'heading', level: 2, heading: [...composed('（一）'), ...heading('会议记录不规范')] },
  ...paragraphsOf([...composed('整改情况：'), ...account(`一是补记。\n收到${TOKEN}件。`), ...composed('已完成整改。')]).map(
    (words) => paragraph(words, { problemId: 'p1' }),
  ),
]
const docOf = (lines: readonly SheetLine[] = LINES): Node => sheetDoc({ lines, figures })
const textsOf = (doc: Node): readonly string[] => {
  const texts: string[] = []
  doc.forEach((line, pos) => {
    texts.push(lineText(line, pos).text)
  })
  return texts
}
const valueIn = (doc: Node, run: string): string | undefined => runValues(doc).get(run)?.value
const ACCOUNT = 'problem/p1/account/0'
/** Where words begin in the document. */
const placeOf = (doc: Node, words: string): number => findWords(doc, words)[0]?.[0]?.from ?? -1

describe('a sheet in the editor', () => {
  test('shows composed words and figures in their places, and gives the field back as the record holds it', () => {
    const doc = docOf()
    expect(textsOf(doc)).toEqual(['（一）会议记录不规范', '整改情况：一是补记。', '收到86件。已完成整改。'])
    expect(valueIn(doc, ACCOUNT)).toBe(`一是补记。\n收到${TOKEN}件。`)
  })

  test('names its headings, and the page each part begins on', () => {
    expect(headingsOf(docOf())).toEqual([{ line: 0, level: 2, text: '（一）会议记录不规范' }])
    const long = [...LINES, ...Array.from({ length: 60 }, (_, i) => paragraph(account('逐条整改落实到位。'.repeat(9), `q${i}`)))]
    const starts = sheetPages(docOf(long), newLayoutCache())
    expect(starts.length).toBeGreaterThan(5)
    expect(starts.map(({ page }) => page)).toEqual(starts.map((_, i) => i + 2))
  })

  test('begins its pages as the printed notice does: the last of the text goes with the signature', () => {
    const own = (field: string, text: string) => keptIn(text, { kind: 'notice', id: 'n1', field })
    const texts = Array.from({ length: 22 }, (_, i) => paragraph(account(`第${i}段。`, `q${i}`)))
    const signed: readonly SheetLine[] = [
      ...texts,
      { ...paragraph(own('signature', '中共青梧县委')), kind: 'signature' },
      { ...paragraph(composed('2024年7月5日')), kind: 'date' },
    ]
    const doc = docOf(signed)
    expect(sheetPages(doc, newLayoutCache())).toEqual([{ page: 2, pos: placeOf(doc, '第21段。') }])
  })

  test('marks every page, one that begins with a heading alone on its line too', () => {
    const lines = Array.from({ length: 120 }, (_, i) => ({
      ...paragraph([]),
      kind: 'heading' as const,
      level: 2,
      heading: [...composed('（一）'), ...heading('会议记录不规范', `h${i}`)],
    }))
    const pages = sheetPages(docOf(lines), newLayoutCache()).map(({ page }) => page)
    expect(pages).toEqual(pages.map((_, i) => i + 2))
    expect(pages.length).toBeGreaterThanOrEqual(4)
  })

  test('finds the words of a printed paragraph by what stands around them', () => {
    const doc = docOf([paragraph(account('收到3件，办结3件。')), paragraph(account('收到3件，退回1件。', 'p2'))])
    const [place, ...others] = findInContext(doc, { paragraph: '收到3件，退回1件。', start: 2, stated: '3件' })
    expect(others).toEqual([])
    expect(doc.textBetween(place?.from ?? 0, place?.to ?? 0)).toBe('3件')
    expect(place?.from).toBeGreaterThan(placeOf(doc, '办结'))
    // What stands nowhere, or in two places alike, is not guessed.
    expect(findInContext(doc, { paragraph: '没有这句话。', start: 0, stated: '没有' })).toEqual([])
    expect(findInContext(doc, { paragraph: '3件', start: 0, stated: '3件' })).toEqual([])
  })

  test('finds words across figures', () => {
    const doc = docOf()
    const [found] = findWords(doc, '收到86件')
    expect(found?.map(({ isNode }) => isNode)).toEqual([false, true, false])
    expect(findWords(doc, '没有的话')).toEqual([])
    const line = lineText(doc.child(2), 0)
    expect(stretchesAt(line, 0, 2)).toEqual([{ from: 2, to: 4, isNode: false }])
  })
})

describe('writing', () => {
  const stateOf = (doc = docOf()) => EditorState.create({ doc, plugins: [guardPlugin()] })

  test('a paragraph that is split stays one field, and its composed words stay at both ends', () => {
    const doc = docOf()
    const at = runAt(doc, placeOf(doc, '补记'))
    if (!at) throw new Error('no run there')
    const { contents, caret } = spliced(at, at.place, at.place, [Fragment.empty, Fragment.empty])
    const tr = replaceRun(stateOf(doc), at, contents, caret)
    expect(textsOf(tr.doc)).toEqual(['（一）会议记录不规范', '整改情况：一是', '补记。', '收到86件。已完成整改。'])
    expect(valueIn(tr.doc, ACCOUNT)).toBe(`一是\n补记。\n收到${TOKEN}件。`)
    expect(tr.selection.$head.parent.textContent).toBe('补记。')
  })

  test('paragraphs that are joined lose no word, and pasted ones come in between', () => {
    const doc = docOf()
    const at = runAt(doc, placeOf(doc, '收到'))
    if (!at) throw new Error('no run there')
    const end = { paragraph: 0, offset: 5 }
    const joined = spliced(at, end, { paragraph: 1, offset: 0 }, [])
    expect(textsOf(replaceRun(stateOf(doc), at, joined.contents, joined.caret).doc)[1]).toBe(
      '整改情况：一是补记。收到86件。已完成整改。',
    )
    const pasted = spliced(at, end, end, [
      Fragment.from([...wordNodes('二是核对。', figures)]),
      Fragment.from([...wordNodes(`其中${TOKEN}件。`, figures)]),
    ])
    const tr = replaceRun(stateOf(doc), at, pasted.contents, pasted.caret)
    expect(valueIn(tr.doc, ACCOUNT)).toBe(`一是补记。二是核对。\n其中${TOKEN}件。\n收到${TOKEN}件。`)
  })

  test('composed words, and words of two records at once, are not torn by what a browser does', () => {
    const doc = docOf()
    const state = stateOf(doc)
    const inside = state.tr.delete(placeOf(doc, '补记'), placeOf(doc, '补记') + 2)
    expect(state.applyTransaction(inside).transactions).toHaveLength(1)
    const across = state.tr.delete(placeOf(doc, '规范'), placeOf(doc, '补记') + 1)
    expect(state.applyTransaction(across).transactions).toHaveLength(0)
    const composedWords = state.tr.delete(1, 2)
    expect(state.applyTransaction(composedWords).transactions).toHaveLength(0)
  })

  test('goes back to the record it was read from', () => {
    const values = runValues(docOf())
    const source = values.get(ACCOUNT)?.source
    if (!source) throw new Error('no source')
    expect(writeBack('n1', source, '甲')).toEqual({
      type: 'set-field',
      problemId: 'p1',
      measureId: null,
      field: 'account',
      value: '甲',
    })
    const entry = { ...source, kind: 'noticeEntry', id: null, field: 'remainingText' } as const
    expect(writeBack('n1', entry, '甲')).toMatchObject({ type: 'add-record', fields: { noticeId: 'n1', remainingText: '甲' } })
    const block = { ...source, kind: 'noticeBlock', id: 'b1', problemId: null, field: 'text' } as const
    expect(writeBack('n1', block, '甲')).toMatchObject({ type: 'set-record-field', kind: 'noticeBlock', id: 'b1' })
  })
})

describe('what the ledger says now', () => {
  const withStatus = (words: string): readonly SheetLine[] => [
    ...LINES.slice(0, 2),
    paragraph([...(LINES[2]?.text.slice(0, 1) ?? []), ...composed(words)], { problemId: 'p1' }),
  ]

  test('changes only the lines that say something else, and leaves the caret in its field', () => {
    const doc = docOf()
    const caret = placeOf(doc, '补记')
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, caret) })
    const next = docOf(withStatus('正在整改中。'))
    const tr = applySheet(state, next)
    expect(tr?.doc.eq(next)).toBe(true)
    expect(tr?.selection.head).toBe(caret)
    expect(applySheet(EditorState.create({ doc: next }), next)).toBeNull()
  })

  test('with lines more or fewer, the caret goes with its field', () => {
    const doc = docOf()
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, placeOf(doc, '补记')) })
    const next = docOf([paragraph(account('新的问题。', 'p0')), ...LINES])
    const tr = applySheet(state, next)
    expect(tr?.doc.eq(next)).toBe(true)
    expect(tr?.selection.$head.parent.textContent).toBe('一是补记。')
  })
})

describe('lines near the window', () => {
  const many = docOf(Array.from({ length: 200 }, (_, i) => paragraph(account(`第${i}段。`, `q${i}`))))

  test('are cut out of the whole and put back', () => {
    const window = windowAround(many, 100)
    expect(window.from).toBeLessThanOrEqual(100)
    expect(window.to).toBeGreaterThan(100)
    const cut = cutWindow(many, window)
    expect(cut.childCount).toBe(window.to - window.from)
    expect(withWindow(many, window, cut).eq(many)).toBe(true)
  })

  test('never cut a field of several paragraphs in two', () => {
    const paragraphs = paragraphsOf(account(Array.from({ length: 60 }, (_, i) => `第${i}段。`).join('\n'))).map((words) =>
      paragraph(words),
    )
    const doc = docOf([...LINES.slice(0, 1), ...paragraphs, ...LINES.slice(0, 1)])
    const { from, to } = windowAround(doc, 50)
    expect([from <= 1, to >= 61]).toEqual([true, true])
  })

  test('stay the same lines when others come or go before them', () => {
    const window = windowAround(many, 100)
    const after = many.type.create(null, [...many.content.content.slice(0, 10), ...many.content.content.slice(13)])
    const moved = windowAfter(many, window, after)
    expect(cutWindow(after, moved).eq(cutWindow(many, window))).toBe(true)
    expect(windowAfter(many, window, docOf()).to).toBeLessThanOrEqual(3)
  })
})

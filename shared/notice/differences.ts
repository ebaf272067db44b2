import { diffArrays } from 'diff'
import { printChineseDate } from '../base/plain-date.ts'
import type { About, ModelAttachment, NoticeLine, NoticeModel } from './model.ts'

/** One paragraph of a document as it is printed. */
interface Paragraph {
  readonly text: string
  /** What it speaks of: paragraphs of different things are never compared with each other. */
  readonly about: string
  readonly line: About | null
}

/** A stretch of words: in both, or in one of them only. */
export interface WordChange {
  readonly type: 'same' | 'removed' | 'added'
  readonly text: string
}

/** One paragraph of two documents side by side. `before` or `after` is null where only the other has it. */
export interface ParagraphDifference {
  readonly type: 'same' | 'changed' | 'removed' | 'added'
  readonly before: string | null
  readonly after: string | null
  /** Word by word; of a paragraph that stands in one alone, that whole. */
  readonly words: readonly WordChange[]
  /** Where a screen goes to. */
  readonly about: About
}

/**
 * Two compositions side by side, paragraph by paragraph: two editions of one notice, or two drafts. What is the same stands once; what was
 * changed is told by words (a number or a Latin word is one, a Chinese character is one).
 */
export const compareNotices = (before: NoticeModel, after: NoticeModel): readonly ParagraphDifference[] => {
  const [a, b] = [groupsOf(paragraphsOf(before)), groupsOf(paragraphsOf(after))]
  // What speaks of one thing is found by its thing first: a text of two thousand problems in another order would take minutes otherwise.
  return aligned(a, b, ({ key }) => key).flatMap(({ same, removed, added }) =>
    same
      ? withinGroup(same[0].paragraphs, same[1].paragraphs)
      : paired(
          removed.flatMap(({ paragraphs }) => paragraphs),
          added.flatMap(({ paragraphs }) => paragraphs),
        ),
  )
}

/** Paragraphs in a row that speak of one thing; those that speak of none (headings) are told by their words. */
interface Group {
  readonly key: string
  readonly paragraphs: readonly Paragraph[]
}

const groupsOf = (paragraphs: readonly Paragraph[]): readonly Group[] => {
  const groups: { readonly key: string; readonly paragraphs: Paragraph[] }[] = []
  for (const paragraph of paragraphs) {
    const key = paragraph.about === NOTHING ? `${NOTHING}${paragraph.text}` : paragraph.about
    const last = groups.at(-1)
    if (last?.key === key) last.paragraphs.push(paragraph)
    else groups.push({ key, paragraphs: [paragraph] })
  }
  return groups
}

const withinGroup = (before: readonly Paragraph[], after: readonly Paragraph[]): readonly ParagraphDifference[] =>
  aligned(before, after, ({ text }) => text).flatMap(({ same, removed, added }) =>
    same ? [difference('same', same[0].text, same[1].text, same[1].line)] : paired(removed, added),
  )

/** One step through two rows: the same in both, or a stretch that only one or the other has. */
interface Step<T> {
  readonly same: readonly [before: T, after: T] | null
  readonly removed: readonly T[]
  readonly added: readonly T[]
}

const aligned = <T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): readonly Step<T>[] => {
  const steps: Step<T>[] = []
  let [i, j]: [number, number] = [0, 0]
  let [removed, added]: [readonly T[], readonly T[]] = [[], []]
  const flush = (): void => {
    if (removed.length + added.length > 0) steps.push({ same: null, removed, added })
    ;[removed, added] = [[], []]
  }
  for (const change of diffArrays(before.map(keyOf), after.map(keyOf))) {
    const n = change.value.length
    if (change.removed) removed = [...removed, ...before.slice(i, i + n)]
    else if (change.added) added = [...added, ...after.slice(j, j + n)]
    else {
      flush()
      before.slice(i, i + n).forEach((item, k) => {
        const other = after[j + k]
        if (other !== undefined) steps.push({ same: [item, other], removed: [], added: [] })
      })
    }
    if (!change.added) i += n
    if (!change.removed) j += n
  }
  flush()
  return steps
}

const paragraphsOf = (model: NoticeModel): readonly Paragraph[] => {
  const own = (about: string, text: string | null): readonly Paragraph[] => (text === null ? [] : [{ text, about, line: null }])
  const { redHead, addressee = null, attachments = [], imprint } = model.paper ?? {}
  return [
    ...Object.values(redHead ?? {}).flatMap((text) => own('red-head', text || null)),
    ...model.head.flatMap((text) => own('head', text)),
    ...own('title', model.title),
    ...own('addressee', addressee),
    ...model.lines.map((line) => ({ text: lineWords(line), about: aboutOf(line), line: placeOf(line) })),
    ...own('signature', model.signature),
    ...own('date', model.signedOn === null ? null : printChineseDate(model.signedOn)),
    ...model.annotations.flatMap((text) => own('annotation', text)),
    ...attachments.flatMap((attachment, i) => attachmentTexts(attachment).flatMap((text) => own(`attachment-${i}`, text))),
    ...[imprint?.copyTo, imprint?.printedBy].flatMap((text) => own('imprint', text || null)),
  ]
}

/** Title and paragraphs of an attachment, a row of a table as one. */
const attachmentTexts = ({ title, content }: ModelAttachment): readonly string[] => [
  title,
  ...('rows' in content ? content.rows.map((row) => row.map((cell) => cell ?? '').join(' ')) : content),
]

/** The words of one line as they are printed. */
const lineWords = (line: NoticeLine): string => (line.kind === 'run-in' ? line.heading + line.text : line.text)

const placeOf = ({ problemId, measureId, blockId }: About): About => ({
  ...(problemId === undefined ? {} : { problemId }),
  ...(measureId === undefined ? {} : { measureId }),
  ...(blockId === undefined ? {} : { blockId }),
})

const aboutOf = ({ problemId, measureId, blockId }: About): string => [problemId, measureId, blockId].join(' ')

/** A line that speaks of no record. */
const NOTHING = aboutOf({})

const difference = (
  type: ParagraphDifference['type'],
  before: string | null,
  after: string | null,
  line: About | null,
): ParagraphDifference => ({ type, before, after, words: compareWords(before ?? '', after ?? ''), about: line ?? {} })

/** Paragraphs of a stretch that changed: those of one thing that are alike stand side by side, in their order. */
const paired = (removed: readonly Paragraph[], added: readonly Paragraph[]): readonly ParagraphDifference[] => {
  const found: ParagraphDifference[] = []
  let next = 0
  for (const old of removed) {
    const at = added.findIndex((fresh, i) => i >= next && fresh.about === old.about && areAlike(old.text, fresh.text))
    const fresh = added[at]
    if (!fresh) {
      found.push(difference('removed', old.text, null, old.line))
      continue
    }
    found.push(...added.slice(next, at).map(({ text, line }) => difference('added', null, text, line)))
    found.push(difference(old.text === fresh.text ? 'same' : 'changed', old.text, fresh.text, fresh.line))
    next = at + 1
  }
  return [...found, ...added.slice(next).map(({ text, line }) => difference('added', null, text, line))]
}

/** A third of the shorter one's characters in common, in order of nothing: enough to be the same paragraph, written differently. */
const areAlike = (a: string, b: string): boolean => {
  const left = new Map<string, number>()
  for (const c of a) left.set(c, (left.get(c) ?? 0) + 1)
  let common = 0
  for (const c of b) {
    const n = left.get(c) ?? 0
    if (n > 0) common++
    left.set(c, n - 1)
  }
  return common * 3 >= Math.min(a.length, b.length)
}

/** Word-level changes; a lone character that two changes have between them is told as changed too, so that a reader sees one change. */
export const compareWords = (before: string, after: string): readonly WordChange[] => {
  if (before === after) return before === '' ? [] : [{ type: 'same', text: before }]
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_CHANGES })
  // So little in common that nobody would read it word by word.
  if (!changes)
    return [
      { type: 'removed', text: before },
      { type: 'added', text: after },
    ]
  const parts = changes.map(
    ({ value, added, removed }): WordChange => ({
      type: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  )
  const merged: WordChange[] = []
  let [gone, come] = ['', '']
  const flush = (): void => {
    if (gone !== '') merged.push({ type: 'removed', text: gone })
    if (come !== '') merged.push({ type: 'added', text: come })
    ;[gone, come] = ['', '']
  }
  parts.forEach((part, i) => {
    const isLone = part.type === 'same' && part.text.length === 1 && i > 0 && i < parts.length - 1
    if (part.type === 'same' && !isLone) {
      flush()
      merged.push(part)
      return
    }
    if (part.type !== 'added') gone += part.text
    if (part.type !== 'removed') come += part.text
  })
  flush()
  return merged.filter(({ text }) => text !== '')
}

/** Words that may differ between two paragraphs before they are told apart whole; beyond it the time grows with their square. */
const MOST_CHANGES = 4_000

const wordsOf = (text: string): string[] => text.match(/\d+(?:\.\d+)?|[A-Za-z]+|[\s\S]/gu) ?? []

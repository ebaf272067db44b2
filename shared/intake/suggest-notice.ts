import { mostCommon } from '../base/list.ts'
import { orderKeys } from '../base/order.ts'
import { figuresOf } from '../domain/figures.ts'
import type { ItemLine } from '../domain/item-lines.ts'
import { printItemLines } from '../domain/item-lines.ts'
import { openLedger } from '../domain/ledger.ts'
import { type LevelNumbering, printLevels } from '../domain/numbering.ts'
import type { NoticePart } from '../domain/records/notice-records.ts'
import type { Problem } from '../domain/records/record-kinds.ts'
import { type BlockDraft, paragraphBlock, sectionBlock, textSection } from './blocks.ts'
import type { Draft, IntakeDeps } from './draft.ts'
import type { TextWithEnding } from './ending.ts'
import { readHeadedProblem } from './headed-problems.ts'
import { readLabelledProblem } from './labelled-problems.ts'
import type { SourceLine } from './lines.ts'
import type { DocumentOutline, OutlineItem } from './outline.ts'
import type { Build } from './read-build.ts'
import { isRemainingSection } from './remaining.ts'
import type { TextWithoutShell } from './shell.ts'
import { isStatisticsParagraph, readStatistics } from './statistics.ts'
import { addOutline } from './suggest-outline.ts'
import { addHeadedProblem, addLabelledProblem, itemLinesOf } from './suggest-problems.ts'
import { addRegisters, findStatistics, tokenise } from './suggest-registers.ts'
import { addRemaining, inferDone, type RemainingReading } from './suggest-remaining.ts'

export interface ReadText {
  readonly text: TextWithoutShell
  readonly ending: TextWithEnding
  readonly outline: DocumentOutline
  readonly levels: readonly LevelNumbering[]
  readonly build: Build
}

/** Adds the problems, the registers, and the notice that is composed from them. */
export const addNotice = (draft: Draft, read: ReadText, deps: IntakeDeps): void => {
  const { build, ending, outline } = read
  const problems = addProblems(draft, read)
  const remaining = outline.roots.filter((root) => isRemainingSection(root) && !build.problemRoots.includes(root))
  const left = new Map(remaining.map((section) => [section, addRemaining(draft, section, problems.all, build.reading.year)]))
  if (left.size > 0) inferDone(draft, problems.all)

  const blocks = noticeBlocks(read, left)
  const statistics = findStatistics(blocks.filter((block) => block.fields.part !== 'outlook'))
  addRegisters(draft, statistics)

  const entries = [...left.values()].flatMap((reading) => reading.entries)
  const usualHeading = mostCommon([...problems.patterns.values()])
  const usualRemaining = mostCommon(entries.map((entry) => entry.pattern))
  const notice = draft.add('notice', {
    order: orderKeys(1)[0] ?? 'a0',
    title: read.text.title,
    template: templateOf(build, problems.itemLines),
    signature: ending.signature?.text.replace(/\s/g, '') ?? null,
    signedOn: ending.signedOn,
    levels: printLevels(read.levels),
    problemHeading: usualHeading,
    remainingHeading: usualRemaining,
    itemLines: problems.itemLines.length > 0 ? printItemLines(problems.itemLines) : null,
  })
  for (const { id } of problems.all) {
    const entry = entries.find((e) => e.problemId === id)
    const pattern = problems.patterns.get(id) ?? null
    const ownHeading = pattern !== usualHeading ? pattern : null
    if (!entry && ownHeading === null) continue
    draft.add('noticeEntry', {
      noticeId: notice.id,
      problemId: id,
      problemHeading: ownHeading,
      remainingHeading: entry && entry.pattern !== usualRemaining ? entry.pattern : null,
      remainingText: entry?.text ?? '',
    })
  }

  const values = new Map(figuresOf(openLedger(draft.records), ending.signedOn ?? deps.today).map((f) => [f.id, f.value]))
  const places = orderKeys(blocks.length)
  blocks.forEach((block, i) => {
    const figures = statistics.find((s) => s.block === block)?.reading.figures ?? []
    const text = tokenise(block.fields.text ?? '', figures, (id) => values.get(id) ?? null)
    draft.add('noticeBlock', { ...block.fields, text, noticeId: notice.id, order: places[i] ?? 'a0' })
  })
}

interface AddedProblems {
  readonly all: readonly Problem[]
  /** How each problem's heading names it; empty in 问题逐条式, where the sentence stands as it is. */
  readonly patterns: ReadonlyMap<string, string>
  readonly itemLines: readonly ItemLine[]
}

const addProblems = (draft: Draft, { build }: ReadText): AddedProblems => {
  const items = build.section ? build.section.children : build.problemRoots
  const patterns = new Map<string, string>()
  if (build.kind === 'headed') {
    const all = addOutline(
      draft,
      items,
      (item) => build.problems.has(item),
      (item, home) => {
        const read = readHeadedProblem(item)
        const problem = addHeadedProblem(draft, read, home)
        patterns.set(problem.id, read.pattern)
        return problem
      },
    )
    return { all, patterns, itemLines: [] }
  }
  const lines: (readonly ItemLine[])[] = []
  const all = addOutline(
    draft,
    items,
    (item) => build.problems.has(item),
    (item, home) => {
      const read = readLabelledProblem(item)
      const problem = addLabelledProblem(draft, read, home, build.reading)
      const hasStatusLabel = read.parts.some((part) => part.meaning === 'status')
      lines.push(itemLinesOf(read, build.reading, problem.statusWords !== '' && !hasStatusLabel))
      return problem
    },
  )
  return { all, patterns, itemLines: usualLines(lines) }
}

/** The fullest layout among the problems, with the label that is used most for each part. */
const usualLines = (layouts: readonly (readonly ItemLine[])[]): readonly ItemLine[] => {
  const parts = layouts.flat(2)
  const fullest = layouts.reduce((best, next) => (next.flat().length > best.flat().length ? next : best), [])
  const hasStatus = parts.some((part) => part.kind === 'account+status')
  return fullest.map((line) =>
    line.map(({ kind }) => {
      const words =
        mostCommon(parts.filter((part) => part.kind.split('+')[0] === kind.split('+')[0]).map((part) => part.words)) ?? ''
      return { kind: kind === 'account' && hasStatus ? 'account+status' : kind, words }
    }),
  )
}

/** The template whose build this text has: shared/notice/templates.ts. */
const templateOf = (build: Build, itemLines: readonly ItemLine[]): string => {
  if (build.kind === 'headed') return 'aspect-items'
  return itemLines.flat().some((part) => part.kind === 'account+status') ? 'problem-measures-status' : 'problem-situation'
}

const noticeBlocks = (read: ReadText, left: ReadonlyMap<OutlineItem, RemainingReading>): readonly BlockDraft[] => {
  const { build, ending, outline } = read
  const [firstProblemRoot] = build.problemRoots
  const firstAt = firstProblemRoot ? outline.roots.indexOf(firstProblemRoot) : outline.roots.length
  return [
    ...outline.preamble.map((line, i) => paragraphBlock(preamblePart(outline.preamble, line, i), line)),
    ...outline.roots.flatMap((root, i) => {
      const remaining = left.get(root)
      if (remaining) return remaining.blocks
      if (root === firstProblemRoot) return problemsBlocks(build)
      if (build.problemRoots.includes(root)) return []
      return textSection(i < firstAt ? 'arrangement' : afterProblemsPart(root), root)
    }),
    ...ending.outlook.map((line) => paragraphBlock('outlook', line)),
    ...ending.contact.map((line) => paragraphBlock('contact', line)),
    ...ending.annotations.map((line) => paragraphBlock('annotation', line)),
  ]
}

const problemsBlocks = (build: Build): readonly BlockDraft[] => {
  const { section } = build
  const block: BlockDraft = { fields: { part: 'problems', form: 'problems', level: section?.depth ?? 0 }, line: null }
  return section
    ? [sectionBlock('problems', section), ...section.body.map((line) => paragraphBlock('problems', line)), block]
    : [block]
}

const afterProblemsPart = (root: OutlineItem): NoticePart =>
  /线索|信访|处理|处分|问责/.test(root.line.folded) ? 'dealing' : 'outlook'

/** The opening ends with the sentence that announces the notice (现将…予以公布), within its first three paragraphs. */
const preamblePart = (preamble: readonly SourceLine[], line: SourceLine, i: number): NoticePart => {
  const announced = preamble.slice(0, 3).findIndex((l) => /现[将就把]|通报如下|予以公布|公布如下|社会公[布开]/.test(l.folded))
  if (i <= Math.max(0, announced)) return 'opening'
  return isStatisticsParagraph(readStatistics(line.folded)) || /\d+项整改任务/.test(line.folded) ? 'statistics' : 'arrangement'
}

import { mostCommon } from '../base/list.ts'
import { orderKeys } from '../base/order.ts'
import type { PlainDate } from '../base/plain-date.ts'
import { figuresOf } from '../domain/figures/figures-of.ts'
import { printItemLines } from '../domain/item-lines.ts'
import { openLedger } from '../domain/ledger.ts'
import { printLevels } from '../domain/numbering.ts'
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
import { addHeadedProblem, addLabelledProblem } from './suggest-problems.ts'
import { addRegisters, findStatistics, noteUnreadStatistics, type StatisticsBlock, tokenise } from './suggest-registers.ts'
import { addRemaining, inferDone, type RemainingReading } from './suggest-remaining.ts'

export interface ReadText {
  readonly text: TextWithoutShell
  readonly ending: TextWithEnding
  readonly outline: DocumentOutline
  readonly build: Build
}

/** Adds the problems, the registers, and the notice that is composed from them. */
export const addNotice = (draft: Draft, read: ReadText, deps: IntakeDeps, measuresFromAnswer: boolean): void => {
  const { build, ending, outline } = read
  const problems = addProblems(draft, build, measuresFromAnswer)
  const remaining = outline.roots.filter((root) => isRemainingSection(root) && !build.problemRoots.includes(root))
  const left = new Map(remaining.map((section) => [section, addRemaining(draft, section, problems.all, build.reading.year)]))
  if (left.size > 0) inferDone(draft, problems.all)

  const blocks = noticeBlocks(read, left)
  const mayTell = blocks.filter((block) => block.fields.part !== 'outlook')
  const statistics = findStatistics(mayTell)
  addRegisters(draft, statistics)
  noteUnreadStatistics(draft, mayTell, statistics)

  const entries = [...left.values()].flatMap((reading) => reading.entries)
  const usual = {
    problemHeading: build.kind === 'headed' ? mostCommon([...problems.headings.values()]) : null,
    remainingHeading: mostCommon(entries.map((entry) => entry.pattern)),
    itemLines: mostCommon([...problems.itemLines.values()]),
  }
  const notice = draft.add('notice', {
    order: orderKeys(1)[0] ?? 'a0',
    title: read.text.title,
    template: templateOf(build, [...problems.itemLines.values()]),
    signature: ending.signature,
    signedOn: ending.signedOn,
    levels: printLevels(build.levels),
    itemHeadings: problems.itemHeadings,
    ...usual,
  })
  for (const { id } of problems.all) {
    const entry = entries.find((e) => e.problemId === id)
    const own = {
      problemHeading: unlessUsual(problems.headings.get(id), usual.problemHeading),
      remainingHeading: unlessUsual(entry?.pattern, usual.remainingHeading),
      itemLines: unlessUsual(problems.itemLines.get(id), usual.itemLines),
    }
    if (!entry && Object.values(own).every((value) => value === null)) continue
    const remaining = entry ? { remainingText: entry.text, deadlineInText: entry.deadlineInText } : {}
    draft.add('noticeEntry', { noticeId: notice.id, problemId: id, ...own, ...remaining })
  }
  addBlocks(draft, notice.id, blocks, statistics, ending.signedOn ?? deps.today)
}

const unlessUsual = (own: string | undefined, usual: string | null): string | null =>
  own === undefined || own === usual ? null : own

/** Stores the blocks; numbers of their statistics that agree with the registers become tokens that follow them. */
const addBlocks = (
  draft: Draft,
  noticeId: string,
  blocks: readonly BlockDraft[],
  statistics: readonly StatisticsBlock[],
  cutoff: PlainDate,
): void => {
  const values = new Map(figuresOf(openLedger(draft.records), cutoff).map((figure) => [figure.id, figure.value]))
  const places = orderKeys(blocks.length)
  blocks.forEach((block, i) => {
    const figures = statistics.find((s) => s.block === block)?.reading.figures ?? []
    const text = tokenise(block.fields.text ?? '', figures, (id) => values.get(id) ?? null)
    draft.add('noticeBlock', { ...block.fields, text, noticeId, order: places[i] ?? 'a0' })
  })
}

interface AddedProblems {
  readonly all: readonly Problem[]
  /** How each problem's heading names it; in 问题逐条式, where the sentence stands as it is, only those with a status beside it. */
  readonly headings: ReadonlyMap<string, string>
  /** The lines each problem was printed in; empty in 方面—事项式. */
  readonly itemLines: ReadonlyMap<string, string>
  readonly itemHeadings: 'run-in' | 'alone'
}

const addProblems = (draft: Draft, build: Build, measuresFromAnswer: boolean): AddedProblems => {
  const reading = { ...build.reading, measuresFromAnswer }
  const headings = new Map<string, string>()
  const itemLines = new Map<string, string>()
  const headingForms: ('run-in' | 'alone')[] = []
  const all = addOutline(draft, build, (item, home) => {
    if (build.kind === 'headed') {
      const read = readHeadedProblem(item, build.reading.year)
      const problem = addHeadedProblem(draft, read, home, reading)
      headings.set(problem.id, read.pattern)
      headingForms.push(...read.measures.map((measure) => (measure.isAlone ? 'alone' : 'run-in')))
      return problem
    }
    const read = readLabelledProblem(item, build.reading.year)
    const added = addLabelledProblem(draft, read, home, reading)
    if (read.status) headings.set(added.problem.id, read.status.pattern)
    if (added.itemLines.length > 0) itemLines.set(added.problem.id, printItemLines(added.itemLines))
    return added.problem
  })
  return { all, headings, itemLines, itemHeadings: mostCommon(headingForms) ?? 'run-in' }
}

/** The template whose build this text has: shared/domain/notices/built-in-templates.ts. */
const templateOf = (build: Build, itemLines: readonly string[]): string => {
  if (build.kind === 'headed') return 'aspect-items'
  return itemLines.some((lines) => lines.includes('account+status')) ? 'problem-measures-status' : 'problem-situation'
}

const noticeBlocks = (read: ReadText, left: ReadonlyMap<OutlineItem, RemainingReading>): readonly BlockDraft[] => {
  const { build, ending, outline } = read
  const [firstProblemRoot] = build.problemRoots
  const firstAt = firstProblemRoot ? outline.roots.indexOf(firstProblemRoot) : outline.roots.length
  return [
    ...read.text.head.map((line) => paragraphBlock('head', line)),
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
  const block: BlockDraft = { fields: { part: 'problems', form: 'problems' }, line: null }
  return section
    ? [sectionBlock('problems', section), ...section.body.map((line) => paragraphBlock('problems', line)), block]
    : [block]
}

const afterProblemsPart = (root: OutlineItem): NoticePart =>
  /线索|信访|移交|处理|处分|问责|查处|执纪/.test(root.line.folded) ? 'dealing' : 'outlook'

/** The opening ends with the sentence that announces the notice (现将…予以公布), within its first three paragraphs. */
const preamblePart = (preamble: readonly SourceLine[], line: SourceLine, i: number): NoticePart => {
  const announced = preamble.slice(0, 3).findIndex((l) => /现[将就把]|通报如下|予以公布|公布如下|社会公[布开]/.test(l.folded))
  if (i <= Math.max(0, announced)) return 'opening'
  return isStatisticsParagraph(readStatistics(line.folded)) || /\d+项整改任务/.test(line.folded) ? 'statistics' : 'arrangement'
}

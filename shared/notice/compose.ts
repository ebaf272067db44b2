import type { PlainDate } from '../base/plain-date.ts'
import { inOrder, isBranch } from '../domain/arrangement.ts'
import { deadlineOf, printDeadline } from '../domain/deadline.ts'
import { fillTokens } from '../domain/figure-tokens.ts'
import { figuresOf } from '../domain/figures/figures-of.ts'
import { isItem } from '../domain/figures/standing.ts'
import { fillHeading, fillPattern, runsOn, STATEMENT_SLOT } from '../domain/heading-pattern.ts'
import { type ItemLine, parseItemLines } from '../domain/item-lines.ts'
import type { Ledger, OutlineBranch, ProblemFile } from '../domain/ledger.ts'
import { type LevelNumbering, levelAt } from '../domain/numbering.ts'
import type { Edition } from '../domain/records/notice-records.ts'
import type { Measure, Notice, NoticeEntry } from '../domain/records/record-kinds.ts'
import { isOpen, type Status } from '../domain/status.ts'
import { arrangeFor, type PrintBlock } from './arrange.ts'
import { accountOf, itemTexts } from './item-text.ts'
import type { About, NoticeLine, NoticeModel } from './model.ts'
import { mendPunctuation } from './punctuation.ts'
import { statusWordsOf } from './status-wording.ts'
import { findTemplate, type NoticeTemplate, USUAL_TEMPLATE } from './templates.ts'
import { levelsFor, newWriter, type Writer } from './writer.ts'

/** What a person may choose when a notice is composed; what is left out comes from the notice itself. */
export interface ComposeChoices {
  readonly template?: NoticeTemplate
  readonly edition?: Edition
  /** 截至: figures and date of signature. */
  readonly date?: PlainDate
  /** The cut-off where neither a choice nor the notice names a day. */
  readonly today: PlainDate
}

/**
 * [Note: A notice is composed] The text of a notice is made from the ledger's records each time: problems, statuses, deadlines and
 * accounts from their records, numbers of the registers from figures, marks from position. Its own blocks hold only what no other
 * record says. So a changed statement or status changes every place that speaks of it, and nothing else.
 */
export const composeNotice = (ledger: Ledger, notice: Notice, choices: ComposeChoices): NoticeModel => {
  const { edition, cutoff, blocks, wording } = prepare(ledger, notice, choices)
  const values = new Map(figuresOf(ledger, cutoff).map((figure) => [figure.id, figure.value]))
  const missingFigures: string[] = []
  const fill = (text: string): string => {
    const filled = fillTokens(text, (id) => values.get(id) ?? null)
    missingFigures.push(...filled.missing)
    return mendPunctuation(filled.text)
  }
  const writer = newWriter(fill)
  for (const block of blocks) writeBlock(writer, block, ledger, wording)
  const textsOf = (part: PrintBlock['part']) => blocks.filter((block) => block.part === part).map((block) => fill(block.text))
  const [head, annotations] = [textsOf('head'), textsOf('annotation')]
  return {
    head,
    title: notice.title === null ? null : mendPunctuation(notice.title),
    edition,
    cutoff,
    lines: writer.lines,
    signature: notice.signature,
    signedOn: choices.date ?? notice.signedOn,
    annotations,
    missingFigures: [...new Set(missingFigures)],
    unnamedProblems: ledger.problems.filter(({ problem }) => problem.statement.trim() === '').map(({ number }) => number),
  }
}

/**
 * What such a notice says of one problem, numbered as it stands there. Numbers that follow the registers are 〔？〕: `ledger` need hold
 * only this problem whole, and of the others place, status and 拟不公开.
 */
export const composeProblem = (
  ledger: Ledger,
  notice: Notice,
  problemId: string,
  choices: ComposeChoices,
): readonly NoticeLine[] => {
  const { blocks, wording } = prepare(ledger, notice, choices)
  const writer = newWriter((text) => mendPunctuation(fillTokens(text, () => null).text))
  for (const block of blocks) if (block.form !== 'paragraph') writeBlock(writer, block, ledger, wording)
  return writer.lines.filter((line) => line.problemId === problemId)
}

const prepare = (ledger: Ledger, notice: Notice, choices: ComposeChoices) => {
  // A template of a newer program is not known here: the notice's own blocks and wording still stand.
  const own = findTemplate(notice.template) ?? USUAL_TEMPLATE
  const template = choices.template ?? own
  const isOwn = template.id === own.id
  const edition = choices.edition ?? notice.edition
  const stored = inOrder(ledger.records.noticeBlock.filter((b) => b.noticeId === notice.id))
  const wording: Wording = {
    template,
    problemHeading: (isOwn ? notice.problemHeading : null) ?? template.problemHeading,
    remainingHeading: notice.remainingHeading ?? template.remainingHeading,
    itemLines: isOwn && notice.itemLines !== null ? parseItemLines(notice.itemLines) : template.itemLines,
    itemHeadings: isOwn ? notice.itemHeadings : 'run-in',
    levels: levelsFor(isOwn ? notice.levels : null, template),
    entries: new Map(ledger.records.noticeEntry.filter((e) => e.noticeId === notice.id).map((e) => [e.problemId, e])),
    isOwn,
    // 拟不公开 stays out of what the public reads.
    shows: (file) => edition !== 'public' || file.office?.withheld !== true,
  }
  return {
    edition,
    cutoff: choices.date ?? notice.signedOn ?? choices.today,
    blocks: isOwn ? stored : arrangeFor(template, stored, ledger),
    wording,
  }
}

interface Wording {
  readonly template: NoticeTemplate
  readonly problemHeading: string
  readonly remainingHeading: string
  readonly itemHeadings: Notice['itemHeadings']
  readonly levels: readonly LevelNumbering[]
  readonly itemLines: readonly ItemLine[]
  readonly entries: ReadonlyMap<string, NoticeEntry>
  readonly isOwn: boolean
  readonly shows: (file: ProblemFile) => boolean
}

const writeBlock = (writer: Writer, block: PrintBlock, ledger: Ledger, wording: Wording): void => {
  const about: About = block.id === null ? {} : { blockId: block.id }
  const level: LevelNumbering = { style: block.mark ?? 'cjk-dun', continuous: false }
  if (block.part === 'annotation' || block.part === 'head') return
  switch (block.form) {
    case 'section':
    case 'heading':
      writer.heading(level, headingText(block.heading), about)
      break
    case 'run-in':
      writer.runIn(level, block.heading, block.text, about)
      break
    case 'paragraph':
      writer.paragraphs(block.text, about)
      break
    case 'problems':
      writeBranch(writer, ledger.outline, 1, wording)
      break
    case 'remaining':
      writeRemaining(writer, ledger, block.status, block.mark === null ? null : level, wording)
  }
}

/** A heading alone on its line carries no full stop (GB/T 9704-2012 practice). */
const headingText = (text: string): string => text.replace(/[。；;]$/, '')

/** `depth` counts from 1 at the top of the problems' outline. */
const writeBranch = (writer: Writer, branch: OutlineBranch, depth: number, wording: Wording): void => {
  for (const child of branch.children) {
    if (!isBranch(child)) {
      if (wording.shows(child)) writeProblem(writer, child, depth, wording)
      continue
    }
    if (!holdsShown(child, wording)) continue
    if (child.node) {
      writer.heading(levelAt(wording.levels, depth), headingText(child.node.heading), {})
      writer.paragraphs(child.node.text, {})
    }
    writeBranch(writer, child, depth + 1, wording)
  }
}

/** A heading over problems that all stay out of this edition stays out too; one that never held any is printed. */
const holdsShown = (branch: OutlineBranch, wording: Wording): boolean => {
  const files = filesUnder(branch)
  return files.length === 0 || files.some(wording.shows)
}

const filesUnder = (branch: OutlineBranch): readonly ProblemFile[] =>
  branch.children.flatMap((child) => (isBranch(child) ? filesUnder(child) : [child]))

const writeProblem = (writer: Writer, file: ProblemFile, depth: number, wording: Wording): void => {
  const { problem } = file
  const about: About = { problemId: problem.id }
  const level = levelAt(wording.levels, depth)
  const entry = wording.isOwn ? wording.entries.get(problem.id) : undefined
  if (wording.template.build === 'labelled') {
    const own = entry?.itemLines ?? null
    const pattern = entry?.problemHeading ?? STATEMENT_SLOT
    writer.heading(level, fillPattern(pattern, problem.statement, statusWordsOf(problem)), about)
    writer.paragraphs(problem.details, about)
    for (const text of itemTexts(file, own === null ? wording.itemLines : parseItemLines(own))) writer.paragraphs(text, about)
    return
  }
  const items = file.measures.filter(isItem)
  const account = items.length === 0 ? accountOf(file) : problem.account
  const text = [problem.details, account].filter((part) => part !== '').join('\n')
  const pattern = entry?.problemHeading ?? wording.problemHeading
  const heading = fillHeading(pattern, problem.statement, statusWordsOf(problem))
  if (runsOn(pattern) && text !== '') writer.runIn(level, heading.slice(0, -1), text, about)
  else {
    writer.heading(level, heading, about)
    writer.paragraphs(text, about)
  }
  for (const item of items) writeItem(writer, item, levelAt(wording.levels, depth + 1), wording)
}

const writeItem = (writer: Writer, item: Measure, level: LevelNumbering, wording: Wording): void => {
  const about: About = { problemId: item.problemId, measureId: item.id }
  if (wording.itemHeadings === 'run-in' || item.title === '') {
    writer.runIn(level, item.title, item.account, about)
    return
  }
  writer.heading(level, headingText(item.title), about)
  writer.paragraphs(item.account, about)
}

/** Entries without a level are plain paragraphs. */
const writeRemaining = (writer: Writer, ledger: Ledger, status: Status, level: LevelNumbering | null, wording: Wording): void => {
  const files = ledger.problems.filter((file) => matchesGroup(file.problem.status, status) && wording.shows(file))
  for (const file of files) {
    const entry = wording.entries.get(file.problem.id)
    const about: About = { problemId: file.problem.id }
    const heading = fillHeading(entry?.remainingHeading ?? wording.remainingHeading, file.problem.statement)
    const text = entry?.remainingText ?? ''
    if (level) writer.runIn(level, heading, text, about)
    else writer.paragraphs(`${heading}。${text}`, about)
    const deadline = printDeadline(deadlineOf(file.problem))
    if (deadline !== '' && entry?.deadlineInText !== true)
      writer.paragraphs(`${wording.template.deadlineLabel}：${deadline}`, about)
  }
}

/** Problems not yet begun are listed with those under way. */
const matchesGroup = (status: Status, group: Status): boolean => (isOpen(group) ? isOpen(status) : status === group)

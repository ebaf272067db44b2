import { type PlainDate, printChineseDate } from '../base/plain-date.ts'
import { inOrder } from '../domain/arrangement.ts'
import { parseItemLines } from '../domain/item-lines.ts'
import type { Ledger, ProblemFile } from '../domain/ledger.ts'
import { arrangeFor, type PrintBlock, templateBlocks } from '../domain/notices/arrange-blocks.ts'
import { USUAL_TEMPLATE } from '../domain/notices/built-in-templates.ts'
import { titleFor } from '../domain/notices/default-blocks.ts'
import { findTemplate } from '../domain/notices/find-template.ts'
import type { NoticeTemplate } from '../domain/notices/notice-template.ts'
import type { Edition } from '../domain/records/notice-records.ts'
import type { Notice } from '../domain/records/record-kinds.ts'
import { isRemaining } from '../domain/status.ts'
import { fillText } from './filled-text.ts'
import { maskNames, masksNames } from './mask-names.ts'
import type { About, NoticeLine, NoticeModel } from './model.ts'
import { type Figures, noticeFigures } from './notice-figures.ts'
import { noticePaper } from './notice-paper.ts'
import { personsOf } from './persons.ts'
import { mendPunctuation } from './punctuation.ts'
import { registerText } from './register-text.ts'
import { newSheetWriter, type SheetLine } from './sheet.ts'
import { publicLedger } from './withheld.ts'
import type { Wording } from './wording.ts'
import { composed, keptIn, paragraphsOf, type Words } from './words.ts'
import { blockAbout, blockWords, writeBlock } from './write-block.ts'
import { matchesGroup } from './write-remaining.ts'
import { levelsFor, newWriter } from './writer.ts'

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
 *
 * All editions come from this one way: what is 拟不公开 is taken out of the ledger before the public edition is written, so that numbers and
 * 一是…二是… follow, and names are masked in the finished model, so that none is left in any part of it.
 */
export const composeNotice = (ledger: Ledger, notice: Notice, choices: ComposeChoices): NoticeModel => {
  const prepared = preparedWith(ledger, notice, choices)
  const { edition, cutoff, wording, template, figures, blocks, shown } = prepared
  const missing = new Set<string>()
  const fill = (text: string) => {
    const filled = fillText(text, figures)
    for (const { figureId, value } of filled.spans) if (value === null) missing.add(figureId)
    return filled
  }
  const writer = newWriter(fill)
  for (const block of blocks) writeBlock(writer, block, prepared.ledger, wording)
  const textsOf = (part: PrintBlock['part']) =>
    blocks.filter((block) => block.part === part).map((block) => fill(block.text).text)
  const title = template.genre === prepared.own.genre ? notice.title : titleFor(template, ledger)
  const [head, annotations] = [textsOf('head'), textsOf('annotation')]
  const { ledger: open } = prepared
  const paper = noticePaper({ whole: ledger, open, shows: wording.shows, notice, template, edition, cutoff })
  const model: NoticeModel = {
    head,
    title: title === null ? null : mendPunctuation(title),
    edition,
    cutoff,
    lines: writer.lines,
    signature: notice.signature,
    signedOn: choices.date ?? notice.signedOn,
    annotations,
    missingFigures: [...missing],
    unnamedProblems: shown.filter(({ problem }) => problem.statement.trim() === '').map(({ number }) => number),
    ...(Object.values(template.look).some((told) => told !== null && told !== false) ? { look: template.look } : {}),
    ...(paper === null ? {} : { paper }),
  }
  return masksNames(notice, edition) ? maskNames(model, personsOf(ledger.records), template.sameSurname) : model
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
  const { blocks, wording, edition, template, ledger: open } = prepare(ledger, notice, choices)
  const writer = newWriter((text) => fillText(text, NO_FIGURES))
  for (const block of withRegisters(blocks, NO_FIGURES, open.problems.filter(wording.shows)))
    if (block.form !== 'paragraph') writeBlock(writer, block, open, wording)
  const lines = writer.lines.filter((line) => line.problemId === problemId)
  if (!masksNames(notice, edition)) return lines
  return maskNames({ ...NO_MODEL, edition, lines }, personsOf(ledger.records), template.sameSurname).lines
}

/** A notice to be written in: its paragraphs with where their words are kept, and the figures its tokens stand for. */
export interface NoticeSheet {
  readonly lines: readonly SheetLine[]
  readonly edition: Edition
  readonly cutoff: PlainDate
  readonly figures: Figures
  /** Problems that the edition leaves out. */
  readonly leftOut: ReadonlySet<string>
}

/**
 * The same notice as `composeNotice` prints, as its text is written: nothing is left out and no name is masked, whatever the edition,
 * because all editions come from these words.
 */
export const composeSheet = (ledger: Ledger, notice: Notice, choices: ComposeChoices): NoticeSheet => {
  const { edition, cutoff, template, own: usual, wording, blocks, figures, shown } = preparedWith(ledger, notice, choices)
  const writer = newSheetWriter()
  const all: Wording = { ...wording, shows: () => true }
  for (const block of blocks) writeBlock(writer, block, ledger, all)
  const own = (field: 'title' | 'signature'): Words =>
    keptIn(notice[field] ?? '', { kind: 'notice', id: notice.id, field, isLine: field === 'title' })
  const line = (kind: SheetLine['kind'], text: Words, about: About = {}): SheetLine => ({
    kind,
    level: 0,
    heading: [],
    text,
    ...about,
  })
  const standing = (part: PrintBlock['part'], kind: SheetLine['kind']) =>
    blocks.filter((block) => block.part === part).map((block) => line(kind, blockWords(block, 'text'), blockAbout(block)))
  const listed = new Set(shown.map(({ problem }) => problem.id))
  const signedOn = choices.date ?? notice.signedOn
  return {
    lines: [
      ...standing('head', 'head'),
      line('title', template.genre === usual.genre ? own('title') : composed(titleFor(template, ledger))),
      ...writer.lines,
      ...paragraphsOf(own('signature')).map((words) => line('signature', words)),
      ...(signedOn === null ? [] : [line('date', composed(printChineseDate(signedOn)))]),
      ...standing('annotation', 'annotation'),
    ],
    edition,
    cutoff,
    figures,
    leftOut: new Set(ledger.problems.map(({ problem }) => problem.id).filter((id) => !listed.has(id))),
  }
}

const NO_FIGURES: Figures = new Map()
const NO_MODEL: Omit<NoticeModel, 'edition' | 'lines' | 'cutoff'> & { readonly cutoff: PlainDate } = {
  head: [],
  title: null,
  cutoff: '1900-01-01' as PlainDate,
  signature: null,
  signedOn: null,
  annotations: [],
  missingFigures: [],
  unnamedProblems: [],
}

/** With the figures of the edition, and what the registers say in place. */
const preparedWith = (ledger: Ledger, notice: Notice, choices: ComposeChoices) => {
  const prepared = prepare(ledger, notice, choices)
  const { cutoff, wording, template } = prepared
  const shown = prepared.ledger.problems.filter(wording.shows)
  const countsAll = shown.length === ledger.problems.length || template.publicCounts === 'all'
  const figures = noticeFigures(ledger, cutoff, countsAll ? null : new Set(shown.map(({ problem }) => problem.id)))
  return { ...prepared, shown, figures, blocks: withRegisters(prepared.blocks, figures, shown) }
}

const prepare = (ledger: Ledger, notice: Notice, choices: ComposeChoices) => {
  // A template of a newer program is not known here: the notice's own blocks and wording still stand.
  const own = findTemplate(notice.template, ledger.records) ?? USUAL_TEMPLATE
  const template = choices.template ?? own
  const isOwn = template.id === own.id
  const edition = choices.edition ?? notice.edition
  const open = edition === 'public' ? publicLedger(ledger) : { ledger, shows: () => true }
  const { records } = open.ledger
  const stored = inOrder(records.noticeBlock.filter((b) => b.noticeId === notice.id))
  const wording: Wording = {
    template,
    problemHeading: (isOwn ? notice.problemHeading : null) ?? template.problemHeading,
    remainingHeading: notice.remainingHeading ?? template.remainingHeading,
    itemLines: isOwn && notice.itemLines !== null ? parseItemLines(notice.itemLines) : template.itemLines,
    itemHeadings: isOwn ? notice.itemHeadings : template.itemHeadings,
    levels: levelsFor(isOwn ? notice.levels : null, template),
    entries: new Map(records.noticeEntry.filter((e) => e.noticeId === notice.id).map((e) => [e.problemId, e])),
    isOwn,
    shows: open.shows,
  }
  return {
    edition,
    template,
    own,
    ledger: open.ledger,
    cutoff: choices.date ?? notice.signedOn ?? choices.today,
    blocks: blocksFor(template, own, stored, open.ledger, edition),
    wording,
  }
}

/** A document of another 文种 has a text of its own: what a 通报 opens with is no opening of a 方案. */
const blocksFor = (
  template: NoticeTemplate,
  own: NoticeTemplate,
  stored: readonly PrintBlock[],
  ledger: Ledger,
  edition: Edition,
): readonly PrintBlock[] => {
  if (template.id === own.id) return stored
  if (template.genre !== own.genre) return templateBlocks(template, ledger, edition)
  const hasRemaining = ledger.problems.some((file) => isRemaining(file.problem.status))
  return arrangeFor(template, stored, hasRemaining)
}

/** What the registers say takes the place of the blocks that ask for it. A part that nothing fills now goes with its headings. */
const withRegisters = (blocks: readonly PrintBlock[], figures: Figures, shown: readonly ProblemFile[]): readonly PrintBlock[] => {
  const fills = ({ form, part, status }: PrintBlock): boolean =>
    form === 'remaining'
      ? shown.some((file) => matchesGroup(file.problem.status, status))
      : form === 'register'
        ? registerText(part, figures) !== ''
        : form !== 'section' && form !== 'heading'
  const asked = new Set(blocks.filter(({ form }) => form === 'remaining' || form === 'register').map(({ part }) => part))
  const filled = new Set(blocks.filter(fills).map(({ part }) => part))
  return blocks
    .filter(({ part }) => !asked.has(part) || filled.has(part))
    .map((block) =>
      block.form === 'register'
        ? { ...block, form: 'paragraph', text: registerText(block.part, figures), isGenerated: true }
        : block,
    )
}

import { isBranch } from '../domain/arrangement.ts'
import { isItem } from '../domain/figures/standing.ts'
import { fillHeading, fillPattern, runsOn, STATEMENT_SLOT } from '../domain/heading-pattern.ts'
import { parseItemLines } from '../domain/item-lines.ts'
import type { OutlineBranch, ProblemFile } from '../domain/ledger.ts'
import { type LevelNumbering, levelAt } from '../domain/numbering.ts'
import type { Measure } from '../domain/records/record-kinds.ts'
import { accountOf, accountWords, itemTexts, itemWords } from './item-text.ts'
import type { About } from './model.ts'
import { statusWordsOf } from './status-wording.ts'
import { headingText, type Wording } from './wording.ts'
import { keptIfAny, keptIn, patternWords, stacked } from './words.ts'
import type { Writer } from './writer.ts'

/** `depth` counts from 1 at the top of the problems' outline. */
export const writeBranch = (writer: Writer, branch: OutlineBranch, depth: number, wording: Wording): void => {
  for (const child of branch.children) {
    if (!isBranch(child)) {
      if (wording.shows(child)) writeProblem(writer, child, depth, wording)
      continue
    }
    if (!holdsShown(child, wording)) continue
    if (child.node) {
      const { id, heading, text } = child.node
      writer.heading(levelAt(wording.levels, depth), headingText(heading), {}, () =>
        keptIn(heading, { kind: 'outlineNode', id, field: 'heading', isLine: true }),
      )
      writer.paragraphs(text, {}, () => keptIfAny(text, { kind: 'outlineNode', id, field: 'text' }))
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
  const statementWords = (pattern: string) => () =>
    patternWords(pattern, problem.statement, statusWordsOf(problem), ofProblem(file, 'statement'))
  const details = () => keptIfAny(problem.details, ofProblem(file, 'details'))
  if (wording.template.build === 'labelled') {
    const own = entry?.itemLines ?? null
    const pattern = entry?.problemHeading ?? STATEMENT_SLOT
    const heading = fillPattern(pattern, problem.statement, statusWordsOf(problem))
    writer.heading(level, heading, about, statementWords(pattern))
    writer.paragraphs(problem.details, about, details)
    const layout = own === null ? wording.itemLines : parseItemLines(own)
    const texts = itemTexts(file, layout, wording.template.statusWords)
    writer.paragraphs(texts.join('\n'), about, () => itemWords(file, layout, wording.template.statusWords))
    return
  }
  const items = file.measures.filter(isItem)
  const account = items.length === 0 ? accountOf(file) : problem.account
  const text = [problem.details, account].filter((part) => part !== '').join('\n')
  const words = () => stacked(details(), items.length === 0 ? accountWords(file) : keptIfAny(account, ofProblem(file, 'account')))
  const pattern = entry?.problemHeading ?? wording.problemHeading
  const heading = fillHeading(pattern, problem.statement, statusWordsOf(problem))
  if (runsOn(pattern) && text !== '')
    writer.runIn(level, heading.slice(0, -1), text, about, { heading: statementWords(pattern.slice(0, -1)), text: words })
  else {
    writer.heading(level, heading, about, statementWords(pattern))
    writer.paragraphs(text, about, words)
  }
  for (const item of items) writeItem(writer, item, levelAt(wording.levels, depth + 1), wording)
}

export const ofProblem = ({ problem: { id } }: ProblemFile, field: string) =>
  ({ kind: 'problem', id, problemId: id, field }) as const

const writeItem = (writer: Writer, item: Measure, level: LevelNumbering, wording: Wording): void => {
  const { id, problemId, title, account } = item
  const about: About = { problemId, measureId: id }
  const own = { kind: 'measure', id, problemId } as const
  const heading = () => keptIfAny(title, { ...own, field: 'title', isLine: true })
  const text = () => keptIn(account, { ...own, field: 'account' })
  if (wording.itemHeadings === 'run-in' || title === '') {
    writer.runIn(level, title, account, about, { heading, text })
    return
  }
  writer.heading(level, headingText(title), about, heading)
  writer.paragraphs(account, about, text)
}

import type { Problem } from '../domain/records/record-kinds.ts'
import { isRemaining } from '../domain/status.ts'
import { type BlockDraft, paragraphBlock, sectionBlock, splitRunIn } from './blocks.ts'
import type { Draft } from './draft.ts'
import type { OutlineItem } from './outline.ts'
import { matchProblem, type RemainingEntry, readRemainingSection } from './remaining.ts'
import { deadlineFields } from './suggest-problems.ts'

/** An entry that names a problem of the ledger. */
export interface RecordedEntry extends Pick<RemainingEntry, 'pattern' | 'text' | 'deadlineInText'> {
  readonly problemId: string
}

/** What a section 需要进一步整改的事项 leaves in the ledger: statuses and deadlines, and what the notice says of each problem. */
export interface RemainingReading {
  readonly blocks: readonly BlockDraft[]
  readonly entries: readonly RecordedEntry[]
}

export const addRemaining = (
  draft: Draft,
  section: OutlineItem,
  problems: readonly Problem[],
  year: number | null,
): RemainingReading => {
  const entries: RecordedEntry[] = []
  const blocks: BlockDraft[] = [
    sectionBlock('remaining', section),
    ...section.body.map((line) => paragraphBlock('remaining', line)),
  ]
  for (const group of readRemainingSection(section)) {
    const { heading } = group
    if (heading) {
      blocks.push({
        fields: { part: 'remaining', form: 'heading', mark: heading.mark.style, heading: heading.line.text },
        line: heading.line,
      })
      blocks.push(...group.body.map((line) => paragraphBlock('remaining', line)))
    }
    const unmatched: BlockDraft[] = []
    for (const entry of group.entries) {
      const problemId = recordEntry(draft, entry, problems, year)
      if (problemId === null) unmatched.push(...asText(entry))
      else entries.push({ problemId, pattern: entry.pattern, text: entry.text, deadlineInText: entry.deadlineInText })
    }
    const [firstEntry] = group.entries
    const mark = firstEntry?.isNumbered === false ? null : (firstEntry?.item.mark.style ?? 'arabic-dot')
    blocks.push({ fields: { part: 'remaining', form: 'remaining', mark, status: group.status }, line: null }, ...unmatched)
  }
  return { blocks, entries }
}

/** Problems that are not among the remaining ones are done, by inference: the text says so of none of them. */
export const inferDone = (draft: Draft, problems: readonly Problem[]): void => {
  const current = problems
    .map(({ id }) => draft.records.problem.find((problem) => problem.id === id))
    .filter((p) => p !== undefined)
  if (!current.some((problem) => isRemaining(problem.status))) return
  const silent = current.filter((problem) => problem.status === 'unstated')
  for (const problem of silent) draft.change('problem', problem.id, { status: 'done' })
  if (silent.length > 0) draft.note('intake.status-inferred', null, { count: silent.length })
}

/** The problem an entry was recorded with, or null when it names none of the ledger's. */
const recordEntry = (draft: Draft, entry: RemainingEntry, problems: readonly Problem[], year: number | null): string | null => {
  const matched = entry.name === null ? null : matchProblem(entry.name, problems)
  if (!matched) {
    draft.note('intake.remaining-not-matched', entry.item.line, { text: entry.name ?? splitRunIn(entry.item).heading })
    return null
  }
  if (!matched.exact) {
    const statement = matched.problem.statement
    draft.note('intake.remaining-worded-differently', entry.item.line, { stated: entry.name ?? '', expected: statement })
  }
  draft.change('problem', matched.problem.id, {
    status: entry.status,
    ...deadlineFields(draft, entry.deadlineWords ?? '', entry.item.line, year),
  })
  return matched.problem.id
}

const asText = (entry: RemainingEntry): readonly BlockDraft[] => {
  const { heading, text } = splitRunIn(entry.item)
  const more = entry.item.body.map((line) => paragraphBlock('remaining', line))
  const { mark } = entry.item
  if (!entry.isNumbered) return [paragraphBlock('remaining', entry.item.line)]
  return [
    text === ''
      ? { fields: { part: 'remaining', form: 'heading', mark: mark.style, heading }, line: entry.item.line }
      : { fields: { part: 'remaining', form: 'run-in', mark: mark.style, heading, text }, line: entry.item.line },
    ...more,
  ]
}

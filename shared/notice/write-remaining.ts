import { deadlineOf, printDeadline } from '../domain/deadline.ts'
import { fillHeading } from '../domain/heading-pattern.ts'
import type { Ledger } from '../domain/ledger.ts'
import type { LevelNumbering } from '../domain/numbering.ts'
import { isOpen, type Status } from '../domain/status.ts'
import type { About } from './model.ts'
import type { Wording } from './wording.ts'
import { composed, keptIn, patternWords } from './words.ts'
import { ofProblem } from './write-problem.ts'
import type { Writer } from './writer.ts'

/** Entries without a level are plain paragraphs. */
export const writeRemaining = (
  writer: Writer,
  ledger: Ledger,
  status: Status,
  level: LevelNumbering | null,
  wording: Wording,
): void => {
  const files = ledger.problems.filter((file) => matchesGroup(file.problem.status, status) && wording.shows(file))
  for (const file of files) {
    const entry = wording.entries.get(file.problem.id)
    const about: About = { problemId: file.problem.id }
    const pattern = entry?.remainingHeading ?? wording.remainingHeading
    const heading = fillHeading(pattern, file.problem.statement)
    const text = entry?.remainingText ?? ''
    const words = {
      heading: () => patternWords(pattern, file.problem.statement, '', ofProblem(file, 'statement')),
      text: () =>
        keptIn(text, { kind: 'noticeEntry', id: entry?.id ?? null, problemId: file.problem.id, field: 'remainingText' }),
    }
    if (level) writer.runIn(level, heading, text, about, words)
    else writer.paragraphs(`${heading}。${text}`, about, () => [...words.heading(), ...composed('。'), ...words.text()])
    const deadline = printDeadline(deadlineOf(file.problem))
    if (deadline !== '' && entry?.deadlineInText !== true)
      writer.paragraphs(`${wording.template.deadlineLabel}：${deadline}`, about)
  }
}

/** Problems not yet begun are listed with those under way. */
export const matchesGroup = (status: Status, group: Status): boolean => (isOpen(group) ? isOpen(status) : status === group)

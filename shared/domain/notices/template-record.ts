import { parseItemLines, printItemLines } from '../item-lines.ts'
import { parseLevels, printLevels } from '../numbering.ts'
import { NOTICE_PART_WORDS, type NoticePart } from '../records/notice-records.ts'
import { type DraftOf, type RecordOf, recordOf } from '../records/record-kinds.ts'
import { STATUSES, type Status } from '../status.ts'
import type { NoticeTemplate } from './notice-template.ts'
import { printPairs, readPairs } from './pairs.ts'

/** The parts that have a standard paragraph, and the field of a record that holds it. */
const STANDARD_FIELDS = {
  opening: 'openingText',
  arrangement: 'arrangementText',
  dealing: 'dealingText',
  outlook: 'outlookText',
  contact: 'contactText',
  annotation: 'annotationText',
} as const satisfies Partial<Record<NoticePart, keyof RecordOf<'noticeTemplate'>>>

const isPart = (name: string): name is NoticePart => Object.hasOwn(NOTICE_PART_WORDS, name)
const isStatus = (name: string): name is Status => (STATUSES as readonly string[]).includes(name)

/** A ledger's own template as it is used. Names that nobody knows are left out, and of a part that stands twice the second. */
export const templateOf = (record: RecordOf<'noticeTemplate'>): NoticeTemplate => {
  const parts = readPairs(record.parts).flatMap(({ name, words }) => (isPart(name) ? [{ part: name, section: words }] : []))
  const { title, genre, build, edition, problemHeading, itemHeadings, remainingHeading, deadlineLabel, titleWords } = record
  const { titleFont, firstHeadingFont, secondHeadingFont, bodyFont, boldThirdHeading } = record
  const { issuerMark, documentWord, copyTo, printedBy } = record
  return {
    id: record.id,
    ...{ title, genre, build, edition, problemHeading, itemHeadings, remainingHeading, deadlineLabel, titleWords },
    levels: parseLevels(record.levels),
    parts: parts.filter(({ part }, i) => parts.findIndex((first) => first.part === part) === i),
    itemLines: parseItemLines(record.itemLines),
    remainingGroups: readPairs(record.remainingGroups).flatMap(({ name, words }) =>
      isStatus(name) && words !== null ? [{ status: name, heading: words }] : [],
    ),
    statusWords: {
      notStarted: record.notStartedWords,
      inProgress: record.inProgressWords,
      basicallyDone: record.basicallyDoneWords,
      done: record.doneWords,
      closed: record.closedWords,
    },
    standard: Object.fromEntries(
      Object.entries(STANDARD_FIELDS).flatMap(([part, field]) => (record[field] === '' ? [] : [[part, record[field]]])),
    ),
    sameSurname: record.sameSurname,
    publicCounts: record.publicCounts,
    look: {
      ...{ titleFont, firstHeadingFont, secondHeadingFont, bodyFont, boldThirdHeading },
      ...{ issuerMark, documentWord, copyTo, printedBy },
    },
  }
}

/** The record that says what a template says: `templateOf` gives it back. */
export const templateRecord = (
  template: NoticeTemplate,
  own: Pick<DraftOf<'noticeTemplate'>, 'id' | 'order' | 'title'>,
): RecordOf<'noticeTemplate'> => {
  const { genre, build, edition, problemHeading, itemHeadings, remainingHeading, deadlineLabel, titleWords } = template
  const { notStarted, inProgress, basicallyDone, done, closed } = template.statusWords
  return recordOf('noticeTemplate', {
    ...template.look,
    ...{ genre, build, edition, problemHeading, itemHeadings, remainingHeading, deadlineLabel, titleWords },
    levels: printLevels(template.levels),
    parts: printPairs(template.parts.map(({ part, section }) => ({ name: part, words: section }))),
    itemLines: printItemLines(template.itemLines),
    remainingGroups: printPairs(template.remainingGroups.map(({ status, heading }) => ({ name: status, words: heading }))),
    ...{ notStartedWords: notStarted, inProgressWords: inProgress, basicallyDoneWords: basicallyDone },
    ...{ doneWords: done, closedWords: closed },
    ...Object.fromEntries(
      Object.entries(STANDARD_FIELDS).map(([part, field]) => [field, template.standard[part as NoticePart] ?? '']),
    ),
    sameSurname: template.sameSurname,
    publicCounts: template.publicCounts,
    ...own,
  })
}

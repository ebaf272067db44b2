import { printChineseNumeral } from '../base/chinese-numerals.ts'
import { printChineseDate } from '../base/plain-date.ts'
import { deadlineOf, printDeadline } from '../domain/deadline.ts'
import { isItem } from '../domain/figures/standing.ts'
import { namesInRole } from '../domain/four-lists.ts'
import type { ItemLine, ItemPart } from '../domain/item-lines.ts'
import type { ProblemFile } from '../domain/ledger.ts'
import type { StatusWords } from '../domain/notices/notice-template.ts'
import type { Measure } from '../domain/records/record-kinds.ts'
import { statusPhrase, statusWordsOf } from './status-wording.ts'
import { composed, keptIfAny, keptIn, printedWords, stacked, type Words } from './words.ts'

/** The lines under a problem, as a template or a notice lays them out; parts the ledger knows nothing of are left out. */
export const itemTexts = (file: ProblemFile, layout: readonly ItemLine[], words: StatusWords): readonly string[] =>
  layout.flatMap((line) => {
    const parts = line.map((part) => labelled(part, partText(file, part, words))).filter((text) => text !== '')
    return parts.length === 0 ? [] : parts.reduce(joined).split('\n')
  })

/** The same as it is written in: an account nobody has written yet is there to be begun. */
export const itemWords = (file: ProblemFile, layout: readonly ItemLine[], words: StatusWords): Words =>
  stacked(
    ...layout.map((line) => {
      const parts = line.map((part) => ({ part, words: partWords(file, part, words) })).filter(({ words: own }) => own.length > 0)
      return parts.flatMap(({ part, words: own }, i) => {
        const before = parts[i - 1]
        const label = labelled(part, 'x').slice(0, -1)
        const link = before && joined(printedWords(before.words), label) !== printedWords(before.words) + label ? '；' : ''
        return [...composed(link + label), ...own]
      })
    }),
  )

const partWords = (file: ProblemFile, part: ItemPart, words: StatusWords): Words => {
  const phrase = () => composed(statusPhrase(file.problem, words))
  switch (part.kind) {
    case 'account':
      return accountWords(file)
    case 'account+status':
      return [...accountWords(file), ...phrase()]
    case 'status+account':
      return [...phrase(), ...accountWords(file)]
    case 'measures':
      return measuresWords(file)
    case 'progress':
      return progressWords(file)
    case 'result':
    case 'target':
      return keptIfAny(file.problem[part.kind], { ...ofAccount(file), field: part.kind })
    default:
      return composed(partText(file, part, words))
  }
}

/** `enumerated` as it is written in: each measure in its own words. */
const measuresWords = ({ measures, problem }: ProblemFile): Words => {
  const told = measures.filter((measure) => wordsOf(measure) !== '')
  return told.flatMap((measure, i) => {
    const own = { kind: 'measure', id: measure.id, problemId: problem.id } as const
    const lead = told.length > 1 ? `${printChineseNumeral(i + 1)}是` : ''
    const title = keptIfAny(measure.title, { ...own, field: 'title', isLine: true })
    const field = isItem(measure) ? 'account' : 'text'
    const stop = closed(wordsOf(measure), i === told.length - 1).slice(wordsOf(measure).length)
    return [
      ...composed(lead),
      ...title,
      ...composed(sentence(measure.title).slice(measure.title.length)),
      ...keptIfAny(measure[field], { ...own, field }),
      ...composed(stop),
    ]
  })
}

/** `progressSentences` as they are written in: each 进展 in its own words. */
const progressWords = ({ progress, problem }: ProblemFile): Words =>
  progress
    .filter(({ text }) => text !== '')
    .flatMap(({ id, on, text }) => [
      ...composed(on === null ? '' : `${printChineseDate(on)}，`),
      ...keptIn(text, { kind: 'progress', id, problemId: problem.id, field: 'text' }),
      ...composed(sentence(text).slice(text.length)),
    ])

/** The account of a problem as it is written in, its draft where nobody has written any. */
export const accountWords = (file: ProblemFile): Words =>
  keptIn(accountOf(file), { ...ofAccount(file), isDraft: file.problem.account === '' })

const ofAccount = ({ problem: { id } }: ProblemFile) => ({ kind: 'problem', id, problemId: id, field: 'account' }) as const

/** A label that brings its own space needs no ；, nor does one behind a full stop. */
const joined = (before: string, part: string): string => before + (/^\s/.test(part) || before.endsWith('。') ? '' : '；') + part

/** The account of a problem: its own words, or, where nobody has written any, its draft. Paragraphs are separated by line feeds. */
export const accountOf = (file: ProblemFile): string => (file.problem.account === '' ? draftAccount(file) : file.problem.account)

/**
 * What the measures, progress and result of a problem say, in the genre's 一是…二是…: the text a person begins with. What was done on one
 * measure stands with it, what was done on the whole behind them.
 */
export const draftAccount = (file: ProblemFile): string => {
  const { id, result } = file.problem
  const measures = enumeration(file.measures.map((measure) => wordsOf(measure) + workOn(file, measure)))
  return [measures, progressSentences(file, id), result].filter((text) => text !== '').join('')
}

/** 一是甲；二是乙。 — one measure stands without 一是. */
export const enumerated = (measures: readonly Measure[]): string => enumeration(measures.map(wordsOf))

const enumeration = (all: readonly string[]): string => {
  const texts = all.filter((text) => text !== '')
  const lead = (i: number) => (texts.length > 1 ? `${printChineseNumeral(i + 1)}是` : '')
  return texts.map((text, i) => lead(i) + closed(text, i === texts.length - 1)).join('')
}

const wordsOf = (measure: Measure): string =>
  isItem(measure) ? sentence(measure.title) + measure.account.replace(/\n/g, '') : measureWords(measure)

/** What was done on one measure and what came of it; an item tells that itself. */
const workOn = (file: ProblemFile, measure: Measure): string => {
  const done = isItem(measure) ? '' : progressSentences(file, measure.id) + measure.result
  return done === '' ? '' : stop(wordsOf(measure)) + done
}

/** The stop between a measure and what was done on it. */
const stop = (text: string): string => (text === '' || /[。；;！？]$/.test(text) ? '' : '。')

const labelled = (part: ItemPart, text: string): string => {
  if (text === '' || part.words === '') return text
  const label = part.words.endsWith('】') ? part.words : `${part.words}：`
  return part.isAlone ? `${label}\n${text}` : label + text
}

const partText = (file: ProblemFile, part: ItemPart, words: StatusWords): string => {
  const { problem } = file
  switch (part.kind) {
    case 'account':
      return accountOf(file)
    case 'account+status':
      return accountOf(file) + statusPhrase(problem, words)
    case 'status+account':
      return statusPhrase(problem, words) + accountOf(file)
    case 'measures':
      return enumerated(file.measures)
    case 'progress':
      return progressSentences(file)
    case 'result':
      return problem.result
    case 'target':
      return problem.target
    case 'start':
      return problem.startOn === null ? '' : printChineseDate(problem.startOn)
    case 'deadline':
      return printDeadline(deadlineOf(problem))
    case 'status':
      return statusWordsOf(problem)
    default:
      return namesInRole(file, problem.id, part.kind)
  }
}

/** Of one owner, or of the problem and its measures alike. */
const progressSentences = (file: ProblemFile, ownerId: string | null = null): string =>
  file.progress
    .filter((entry) => entry.text !== '' && (ownerId === null || entry.ownerId === ownerId))
    .map((entry) => sentence(entry.on === null ? entry.text : `${printChineseDate(entry.on)}，${entry.text}`))
    .join('')

const measureWords = (measure: Measure): string => (measure.title === '' ? measure.text : sentence(measure.title) + measure.text)

const sentence = (text: string): string => (text === '' || /[。！？]$/.test(text) ? text : `${text}。`)

/** Ends a clause of an enumeration: what already ends in a stop keeps it. */
const closed = (text: string, isLast: boolean): string => (/[。；;！？]$/.test(text) ? text : text + (isLast ? '。' : '；'))

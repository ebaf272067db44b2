import { groupBy } from '../base/list.ts'
import { canonicalPersonName } from '../domain/directory.ts'
import type { LedgerRecords } from '../domain/records/record-kinds.ts'
import { canonicalUnitName } from '../domain/unit-names.ts'
import type { Scalar } from '../merge/flat-map.ts'
import { saidText } from './said-text.ts'

/** Kinds of which a problem has several, owners before what hangs on them. */
export const PARTS_OF_PROBLEM = [
  'measure',
  'closure',
  'responsibility',
  'progress',
  'outcome',
  'extension',
  'review',
  'attachment',
  'accountability',
  'withheldText',
] as const
export type PartKind = (typeof PARTS_OF_PROBLEM)[number]

/** A record as fields that are asked for by name. */
export type RecordFields = Readonly<Record<string, Scalar>>

interface Sameness {
  readonly owner: string
  /** What makes two of one owner the same; empty: nothing does. */
  readonly said: (fields: RecordFields) => string
  /** RecordFields in which two that are the same may differ only by one of them saying nothing. */
  readonly agree: readonly string[]
}

/** What the value of a field says, however it was typed. */
export const wordsOf = (value: Scalar | undefined): string => (typeof value === 'string' ? saidText(value) : String(value ?? ''))
const named = (fields: RecordFields): string =>
  wordsOf(/Unit$|^unit$/.test(String(fields['role'])) ? canonicalUnitName(text(fields)) : canonicalPersonName(text(fields)))
const text = (fields: RecordFields): string => String(fields['name'] ?? '')
const together = (...parts: readonly (Scalar | undefined)[]): string => parts.map((part) => String(part ?? '')).join('|')

const SAMENESS: Readonly<Record<PartKind, Sameness>> = {
  measure: { owner: 'problemId', said: (own) => wordsOf(`${own['title']}${own['text']}`), agree: [] },
  // 轮次 and 第几次申请 name an application of 销号.
  closure: { owner: 'problemId', said: (own) => together(own['cycle'] ?? 1, own['attempt'] ?? 1), agree: [] },
  responsibility: { owner: 'ownerId', said: (own) => together(own['role'], named(own)), agree: [] },
  progress: { owner: 'ownerId', said: (own) => wordsOf(own['text']), agree: ['on', 'unit'] },
  outcome: {
    owner: 'ownerId',
    said: (own) => together(own['kind'], wordsOf(own['title'])),
    agree: ['documentNumber', 'regulation', 'on', 'count', 'amount'],
  },
  extension: { owner: 'ownerId', said: (own) => together(own['toOn'], wordsOf(own['toWords'])), agree: ['fromOn', 'approvedOn'] },
  review: { owner: 'closureId', said: (own) => together(own['reviewer']), agree: ['by', 'on'] },
  attachment: { owner: 'ownerId', said: (own) => together(own['sha256'], own['name']), agree: [] },
  accountability: {
    owner: 'problemId',
    said: (own) => together(own['category'], wordsOf(own['measure']), own['countUnit'], wordsOf(own['people'])),
    agree: ['count', 'post', 'on'],
  },
  withheldText: { owner: 'ownerId', said: (own) => together(own['field'], wordsOf(own['sentence'])), agree: [] },
}

/** The records of one kind that belong to a problem, by its id. */
export const partsByProblem = (records: LedgerRecords, kind: PartKind): ReadonlyMap<string, readonly RecordFields[]> => {
  const problemOf = new Map<string, string>(records.problem.map(({ id }) => [id, id]))
  for (const { id, problemId } of [...records.measure, ...records.closure]) problemOf.set(id, problemId)
  for (const { id, ownerId } of records.progress) problemOf.set(id, problemOf.get(ownerId) ?? '')
  const holder = kind === 'withheldText' ? 'problemId' : SAMENESS[kind].owner
  return groupBy(records[kind] as unknown as readonly RecordFields[], (own) => problemOf.get(String(own[holder] ?? '')) ?? '')
}

/**
 * Which of ours is the same as each of theirs: of the same owner (`idOf` tells theirs here) and saying the same. None is used twice; what
 * agrees in everything goes before what only does not contradict.
 */
export const matchParts = (
  kind: PartKind,
  theirs: readonly RecordFields[],
  ours: readonly RecordFields[],
  idOf: (id: string) => string | null,
): ReadonlyMap<string, string> => {
  const { owner, said, agree } = SAMENESS[kind]
  const keyOf = (fields: RecordFields, ownerId: Scalar): string => (/[^|]/.test(said(fields)) ? `${ownerId}/${said(fields)}` : '')
  const free = new Map([...groupBy(ours, (own) => keyOf(own, own[owner] ?? null))].map(([key, same]) => [key, new Set(same)]))
  free.delete('')
  const matched = new Map<string, string>()
  for (const isAlike of [isEqual, contradictsNot])
    for (const their of theirs) {
      if (matched.has(idIn(their))) continue
      const same = free.get(keyOf(their, idOf(String(their[owner] ?? ''))))
      const own = [...(same ?? [])].find((candidate) => agree.every((field) => isAlike(their[field], candidate[field])))
      if (!own) continue
      same?.delete(own)
      matched.set(idIn(their), idIn(own))
    }
  return matched
}

const idIn = (fields: RecordFields): string => String(fields['id'])

const isEqual = (a: Scalar | undefined, b: Scalar | undefined): boolean => wordsOf(a) === wordsOf(b)

const contradictsNot = (a: Scalar | undefined, b: Scalar | undefined): boolean =>
  wordsOf(a) === '' || wordsOf(b) === '' || isEqual(a, b)

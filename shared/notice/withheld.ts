import { groupBy } from '../base/list.ts'
import { inOrder } from '../domain/arrangement.ts'
import { type Ledger, openLedger, type ProblemFile } from '../domain/ledger.ts'
import type { LedgerRecords, WithheldText } from '../domain/records/record-kinds.ts'
import { type FoundSentence, findSentence, withoutStretches } from './withheld-sentence.ts'

/** One place a mark was found in. `field` null: the whole record. */
export interface WithheldPlace {
  readonly kind: OwnerKind
  readonly ownerId: string
  readonly field: string | null
  readonly text: string
  readonly isSure: boolean
}

/** A mark with everything it takes out; without places its words stand nowhere any more. */
export interface FoundMark {
  readonly mark: WithheldText
  /** The record it was made on is still there. */
  readonly ownerStands: boolean
  readonly places: readonly WithheldPlace[]
}

/** The records whose words a notice prints, and their fields. */
const OWNERS = {
  problem: ['statement', 'details', 'target', 'account', 'result'],
  measure: ['title', 'text', 'account', 'result'],
  progress: ['text'],
  outlineNode: ['text'],
  noticeBlock: ['heading', 'text'],
  noticeEntry: ['remainingText'],
} as const
type OwnerKind = keyof typeof OWNERS
const OWNER_KINDS = Object.keys(OWNERS) as readonly OwnerKind[]

/** The words of one record that a notice prints. */
interface Owner {
  readonly kind: OwnerKind
  readonly id: string
  /** The id it had in another problem before a split or a join. */
  readonly originId: string | null
  readonly texts: readonly (readonly [field: string, text: string])[]
}

/** Where each mark of a ledger stands, in the order of the marks. A sentence is looked for in the whole of its problem, or of its notice. */
export const findMarks = ({ records }: Pick<Ledger, 'records'>): readonly FoundMark[] => {
  if (records.withheldText.length === 0) return []
  const { ofProblem, ofNotice, others } = ownersIn(records)
  return inOrder(records.withheldText).map((mark) => {
    const scope =
      mark.problemId === null
        ? mark.noticeId === null
          ? others.filter(({ id }) => id === mark.ownerId)
          : (ofNotice.get(mark.noticeId) ?? [])
        : (ofProblem.get(mark.problemId) ?? [])
    const ownerStands = scope.some(({ id, originId }) => id === mark.ownerId || originId === mark.ownerId)
    return { mark, ownerStands, places: mark.sentence === '' ? wholeOf(mark, scope) : sentencesIn(mark, scope) }
  })
}

const wholeOf = (mark: WithheldText, scope: readonly Owner[]): readonly WithheldPlace[] =>
  scope
    .filter(({ id, originId }) => id === mark.ownerId || originId === mark.ownerId)
    .map(({ kind, id, texts }) => ({
      kind,
      ownerId: id,
      field: null,
      text: texts.map(([, text]) => text).join(''),
      isSure: true,
    }))

/** Everywhere its words stand as they are; else, where they were edited, in the field they were marked in, else in any. */
const sentencesIn = (mark: WithheldText, scope: readonly Owner[]): readonly WithheldPlace[] => {
  const found = scope.flatMap((owner) =>
    owner.texts.flatMap(([field, text]) => {
      const isHome = (owner.id === mark.ownerId || owner.originId === mark.ownerId) && field === mark.field
      return findSentence(text, mark.sentence).map((at) => ({ owner, field, text: text.slice(at.from, at.to), at, isHome }))
    }),
  )
  const sure = found.filter(({ at }) => at.isSure)
  const home = found.filter(({ isHome }) => isHome)
  const taken = sure.length > 0 ? sure : home.length > 0 ? home : found
  return taken.map(({ owner, field, text, at }) => ({ kind: owner.kind, ownerId: owner.id, field, text, isSure: at.isSure }))
}

const ownersIn = (records: LedgerRecords) => {
  const owner = (kind: OwnerKind, record: { readonly id: string }): Owner => {
    const words = record as unknown as Readonly<Record<string, string>>
    const texts = OWNERS[kind].flatMap((field) => (words[field] ? [[field, words[field]] as const] : []))
    return { kind, id: record.id, originId: words['originId'] ?? null, texts }
  }
  const problemOf = new Map(records.measure.map(({ id, problemId }) => [id, problemId]))
  const parts = [
    ...records.problem.map((record) => ({ home: record.id, owner: owner('problem', record) })),
    ...records.measure.map((record) => ({ home: record.problemId, owner: owner('measure', record) })),
    ...records.progress.map((record) => ({
      home: problemOf.get(record.ownerId) ?? record.ownerId,
      owner: owner('progress', record),
    })),
    ...records.noticeEntry.map((record) => ({ home: record.problemId, owner: owner('noticeEntry', record) })),
  ]
  const ofNotice = groupBy(records.noticeBlock, ({ noticeId }) => noticeId)
  return {
    ofProblem: new Map([...groupBy(parts, ({ home }) => home)].map(([home, own]) => [home, own.map((part) => part.owner)])),
    ofNotice: new Map([...ofNotice].map(([id, blocks]) => [id, blocks.map((block) => owner('noticeBlock', block))])),
    others: records.outlineNode.map((node) => owner('outlineNode', node)),
  }
}

/** A sentence as a record says it: what the act `withhold-text` takes. */
export interface SentenceSource {
  readonly ownerId: string
  readonly field: string
  readonly sentence: string
}

/**
 * The record a printed sentence came from, within one problem or one notice: what a notice adds (一是, the date of an entry, figures, a label)
 * is passed over. Null where no single record says it.
 */
export const sourceOfSentence = (
  { records }: Pick<Ledger, 'records'>,
  home: { readonly problemId: string } | { readonly noticeId: string },
  printed: string,
): SentenceSource | null => {
  const { ofProblem, ofNotice } = ownersIn(records)
  const scope = 'problemId' in home ? ofProblem.get(home.problemId) : ofNotice.get(home.noticeId)
  const wordings = [printed.trim(), printed.trim().replace(ADDED, '')]
  const found = (scope ?? []).flatMap(({ id, texts }) =>
    texts.flatMap(([field, text]) =>
      wordings
        .flatMap((words) => findSentence(text, words))
        .map(({ from, to, isSure }) => ({ ownerId: id, field, sentence: text.slice(from, to).trim(), isSure })),
    ),
  )
  const best = found.find(({ isSure }) => isSure) ?? found[0]
  return best ? { ownerId: best.ownerId, field: best.field, sentence: best.sentence } : null
}

/** A label, 一是 and a day before a sentence. */
const ADDED = /^(?:[^：。；，]{2,10}：)?(?:[一二三四五六七八九十]{1,3}是)?(?:\d{4}年\d{1,2}月\d{1,2}日，)?/

/** What the public is shown of a ledger. */
export interface PublicLedger {
  readonly ledger: Ledger
  readonly shows: (file: ProblemFile) => boolean
}

/**
 * A ledger without what is 拟不公开: problems marked so are not shown, marked sentences and records are gone. A problem whose answer, or
 * every item, was taken out is not shown either: what is left of it would be made up from words that nobody meant for the public.
 */
export const publicLedger = (ledger: Ledger): PublicLedger => {
  const marked = findMarks(ledger)
  const open = marked.length === 0 ? ledger : openLedger(withoutMarked(ledger.records, marked))
  const emptied = marked.length === 0 ? new Set<string>() : emptiedProblems(ledger, open)
  return { ledger: open, shows: ({ problem, office }) => office?.withheld !== true && !emptied.has(problem.id) }
}

const withoutMarked = (records: LedgerRecords, marked: readonly FoundMark[]): LedgerRecords => {
  const places = marked.flatMap((found) => found.places.map((place) => ({ ...place, sentence: found.mark.sentence })))
  const byOwner = groupBy(places, ({ ownerId }) => ownerId)
  const stripped = <K extends OwnerKind>(kind: K): LedgerRecords[K] =>
    (records[kind] as readonly { readonly id: string }[]).flatMap((record) => {
      const own = byOwner.get(record.id) ?? []
      if (own.length === 0) return [record]
      if (own.some(({ field }) => field === null)) return STAYING.includes(kind) ? [{ ...record, ...emptied(kind) }] : []
      const fields = groupBy(own, ({ field }) => field ?? '')
      const changed = [...fields].map(([field, taken]) => {
        const text = (record as unknown as Readonly<Record<string, string>>)[field] ?? ''
        return [field, withoutStretches(text, stretchesOf(text, taken))] as const
      })
      const left = Object.fromEntries(changed)
      if (STAYING.includes(kind)) return [{ ...record, ...left }]
      // An item whose account was taken out whole is no item any more, and its measure was never meant to be printed in its place.
      const isEmptied = changed.some(([field, text]) => text === '' && field !== 'result')
      return isEmptied ? [] : [{ ...record, ...left }]
    }) as unknown as LedgerRecords[K]
  const all = Object.fromEntries(OWNER_KINDS.map((kind) => [kind, stripped(kind)])) as unknown as LedgerRecords
  const next = { ...records, ...all }
  const measures = new Set(next.measure.map(({ id }) => id))
  const problems = new Set(next.problem.map(({ id }) => id))
  return { ...next, progress: next.progress.filter(({ ownerId }) => measures.has(ownerId) || problems.has(ownerId)) }
}

/** Others hang on them, or they say more than their words. */
const STAYING: readonly OwnerKind[] = ['problem', 'outlineNode', 'noticeEntry']

const emptied = (kind: OwnerKind) => Object.fromEntries(OWNERS[kind].map((field) => [field, '']))

const stretchesOf = (text: string, taken: readonly { readonly text: string }[]): readonly FoundSentence[] =>
  taken.flatMap((place) => findSentence(text, place.text).filter(({ isSure }) => isSure))

const emptiedProblems = (before: Ledger, after: Ledger): ReadonlySet<string> => {
  const left = new Map(after.problems.map((file) => [file.problem.id, file]))
  return new Set(
    before.problems.flatMap((file) => {
      const now = left.get(file.problem.id)
      const hasLost = (textOf: (file: ProblemFile) => string): boolean => textOf(file) !== '' && (!now || textOf(now) === '')
      const isEmptied =
        !now ||
        hasLost(({ problem }) => problem.statement) ||
        hasLost(({ problem }) => problem.account) ||
        hasLost(({ measures }) => measures.map(({ account }) => account).join(''))
      return isEmptied ? [file.problem.id] : []
    }),
  )
}

import { pathsOf } from '../domain/arrangement.ts'
import { fieldShapes } from '../domain/records/field-shape.ts'
import { documentParts } from '../merge/document-boundaries.ts'
import type { RecordFields } from './match-records.ts'
import type { PlacedProblems } from './place-problems.ts'
import { saysNothing } from './related-branches.ts'
import { headingFinder } from './related-headings.ts'
import type { RelatedSide } from './related-places.ts'
import { saidText } from './said-text.ts'

/** What of theirs does not come in, counted, so that it can be said: it is to be had from their ledger only. */
export interface RelatedLeftOut {
  /** Problems that have no pair and were not chosen, and those in their 回收站. */
  readonly problems: number
  readonly removedProblems: number
  readonly notices: number
  readonly drafts: number
  readonly templates: number
  /** 期报. */
  readonly periods: number
  readonly numberBlocks: number
  /** 类别 and 方面 of words we have not, and 说明 under headings that say something else than ours. */
  readonly headings: number
  readonly headingTexts: number
  /** Fields of the inspection and settings of the ledger that say something else than ours. */
  readonly settings: number
}

export const leftOutOf = <Doc>(
  mine: RelatedSide<Doc>,
  theirs: RelatedSide<Doc>,
  { pairs, added }: PlacedProblems,
): RelatedLeftOut => {
  const { records, problems, ledger, inspection } = theirs.ledger
  const documents = [...theirs.documents.keys()].filter((key) => documentParts(key).kind === 'problem').length
  const sameHeading = headingFinder(mine.ledger.records.outlineNode)
  const headings = [...pathsOf(records.outlineNode).values()].map((path) => ({ node: path.at(-1), same: sameHeading(path) }))
  return {
    problems: problems.length - pairs.length - added.length,
    removedProblems: documents - problems.length,
    notices: records.notice.length,
    drafts: records.noticeDraft.length,
    templates: records.noticeTemplate.length,
    periods: records.snapshot.length,
    numberBlocks: records.numberBlock.length,
    headings: headings.filter(({ same }) => same === null).length,
    headingTexts: headings.filter(({ node, same }) => isSaidElse(node?.text, same?.text)).length,
    settings:
      fieldsSaidElse('ledger', ledger, mine.ledger.ledger) + fieldsSaidElse('inspection', inspection, mine.ledger.inspection),
  }
}

const isSaidElse = (their: string | undefined, own: string | undefined): boolean =>
  saidText(their ?? '') !== '' && saidText(their ?? '') !== saidText(own ?? '')

/** The name of a ledger and the day it was begun are its own. */
const OF_ITS_OWN: readonly string[] = ['id', 'title', 'createdOn']

const fieldsSaidElse = (kind: 'ledger' | 'inspection', their: object, own: object): number =>
  fieldShapes(kind).filter(({ name }) => {
    const [a, b] = [(their as RecordFields)[name] ?? null, (own as RecordFields)[name] ?? null]
    return !OF_ITS_OWN.includes(name) && !saysNothing(a) && a !== b
  }).length

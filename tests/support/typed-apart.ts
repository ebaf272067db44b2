import { openLedger } from '../../shared/domain/ledger.ts'
import { type MergePlan, planMerge } from '../../shared/exchange/merge-plan.ts'
import type { RelatedChoice } from '../../shared/exchange/place-problems.ts'
import { type RelatedReport, relatedChanges } from '../../shared/exchange/relate.ts'
import type { RelatedSide } from '../../shared/exchange/related-places.ts'
import { suggestPairs } from '../../shared/exchange/suggest-pairs.ts'
import { takeIn } from '../../shared/exchange/take-in.ts'
import { type ToldPlan, toldPlan } from '../../shared/exchange/told-plan.ts'
import type { AutomergeDocument } from '../../shared/merge/automerge-engine.ts'
import type { DocumentKey } from '../../shared/merge/document-boundaries.ts'
import type { Conflict, FieldEdit } from '../../shared/merge/engine.ts'
import { createDocuments, type LedgerDocuments, readDocuments } from '../../shared/merge/ledger-documents.ts'
import { aLedger, type LedgerSketch } from './a-ledger.ts'
import { by, type Engine, edited, engineOf, loaded } from './engine-parts.ts'
import { unwrapped } from './expect-ok.ts'

type Documents = LedgerDocuments<AutomergeDocument>

/** What was found and what became of it when one ledger was related to another. */
export interface Relating {
  readonly report: RelatedReport
  readonly plan: MergePlan<AutomergeDocument>
  readonly told: ToldPlan
}

/** The PC of a clerk who typed a ledger of their own. */
export class TypingPc {
  readonly engine: Engine
  documents: Documents
  constructor(
    readonly name: string,
    sketch: LedgerSketch,
  ) {
    this.engine = engineOf(name)
    const { records } = aLedger({ ...sketch, settings: { id: `ledger-of-${name.codePointAt(0)}`, ...sketch.settings } })
    this.documents = createDocuments(this.engine, records, by(name, '录入'))
  }
  get side(): RelatedSide<AutomergeDocument> {
    return { documents: this.documents, ledger: openLedger(readDocuments(this.engine, this.documents).records) }
  }
  edit(key: DocumentKey, ...edits: readonly FieldEdit[]): void {
    const doc = this.documents.get(key)
    if (doc === undefined) throw new Error(`${this.name} has no ${key}`)
    this.documents = new Map([...this.documents, [key, edited(this.engine, doc, edits, by(this.name))]])
  }
  /** What would come of it; without a choice all that seems the same is joined and everything else comes in. */
  planRelated(other: TypingPc, choice?: RelatedChoice): Relating {
    const copies = new Map([...other.documents].map(([key, doc]) => [key, loaded(this.engine, other.engine.save(doc))]))
    const theirs = { documents: copies, ledger: other.side.ledger }
    const pairs = suggestPairs(this.side.ledger, theirs.ledger)
    const usual: RelatedChoice = {
      pairs: pairs.flatMap(({ mine, theirs: their }) => (mine === null ? [] : [{ mine, theirs: their }])),
      added: pairs.map((pair) => pair.theirs),
    }
    const { documents, report } = unwrapped(relatedChanges(this.engine, this.side, theirs, choice ?? usual))
    const ledgerId = this.side.ledger.ledger.id
    const stamp = by(this.name, '关联')
    const plan = unwrapped(planMerge(this.engine, ledgerId, this.documents, [{ type: 'related', ledgerId, documents, stamp }]))
    return { report, plan, told: toldPlan(this.engine, plan) }
  }
  relate(other: TypingPc, choice?: RelatedChoice, rejected: readonly DocumentKey[] = []): Relating {
    const relating = this.planRelated(other, choice)
    const reasons = new Map(rejected.map((key) => [key, { reason: '依据不足', items: 'all' as const }]))
    this.documents = takeIn(this.engine, this.documents, relating.plan, reasons, (why) => by(this.name, `不采用：${why}`))
    return relating
  }
  get conflicts(): readonly (Conflict & { readonly document: DocumentKey })[] {
    return [...this.documents].flatMap(([document, doc]) => this.engine.conflicts(doc).map((own) => ({ ...own, document })))
  }
  /** Ends every conflict with the first of its values. */
  resolveAll(): void {
    for (const { document, key, values } of this.conflicts) {
      const doc = this.documents.get(document)
      if (doc === undefined) continue
      const next = this.engine.resolve(doc, key, values[0]?.value ?? null, by(this.name, '处理合并冲突'))
      this.documents = new Map([...this.documents, [document, next]])
    }
  }
  get heads(): ReadonlyMap<DocumentKey, readonly string[]> {
    return new Map([...this.documents].map(([key, doc]) => [key, [...this.engine.heads(doc)].sort()]))
  }
}

import { type MergePlan, planMerge } from '../../shared/exchange/merge-plan.ts'
import { takeIn } from '../../shared/exchange/take-in.ts'
import type { AutomergeDocument } from '../../shared/merge/automerge-engine.ts'
import type { DocumentKey } from '../../shared/merge/document-boundaries.ts'
import type { FieldEdit } from '../../shared/merge/engine.ts'
import type { EntityKey, FieldKey } from '../../shared/merge/flat-map.ts'
import { createDocuments, type LedgerDocuments } from '../../shared/merge/ledger-documents.ts'
import { aLedger } from './a-ledger.ts'
import { by, type Engine, engineOf, loaded } from './engine-parts.ts'

type Documents = LedgerDocuments<AutomergeDocument>

export const STARTING = aLedger({
  problems: [
    { statement: '甲问题', measures: [{ text: '甲措施' }] },
    { statement: '乙问题', measures: [{ text: '乙措施' }] },
  ],
})
export const P1: DocumentKey = 'problem:p1'
export const STATEMENT = 'problem:p1/statement' as FieldKey
export const MEASURE = 'measure:p1-m1' as EntityKey

/** One PC's copy of the same ledger. */
export class Pc {
  readonly engine: Engine
  documents: Documents
  constructor(
    readonly name: string,
    bytes: ReadonlyMap<DocumentKey, Uint8Array>,
  ) {
    this.engine = engineOf(name)
    this.documents = new Map([...bytes].map(([key, own]) => [key, loaded(this.engine, own)]))
  }
  edit(key: DocumentKey, ...edits: readonly FieldEdit[]): void {
    const doc = this.documents.get(key)
    const edited = doc && this.engine.edit(doc, edits, by(this.name))
    if (!edited?.ok) throw new Error(`${this.name} may not edit ${key}`)
    this.documents = new Map([...this.documents, [key, edited.value]])
  }
  /** As a package carries it. */
  sent(): { readonly ledgerId: string; readonly documents: ReadonlyMap<DocumentKey, Uint8Array> } {
    return { ledgerId: 'ledger', documents: new Map([...this.documents].map(([key, doc]) => [key, this.engine.save(doc)])) }
  }
  plan(...others: readonly Pc[]): MergePlan<AutomergeDocument> {
    const incoming = others.map((other) => {
      const { ledgerId, documents } = other.sent()
      return {
        type: 'ledger' as const,
        ledgerId,
        documents: new Map([...documents].map(([key, own]) => [key, loaded(this.engine, own)])),
      }
    })
    const plan = planMerge(this.engine, 'ledger', this.documents, incoming)
    if (!plan.ok) throw new Error(plan.error.type)
    return plan.value
  }
  take(plan: MergePlan<AutomergeDocument>, rejected: readonly DocumentKey[] = []): void {
    const reasons = new Map(rejected.map((key) => [key, { reason: '依据不足', items: 'all' as const }]))
    this.documents = takeIn(this.engine, this.documents, plan, reasons, (why) => by(this.name, `不采用：${why}`))
  }
  read(key: DocumentKey): ReadonlyMap<FieldKey, unknown> {
    const doc = this.documents.get(key)
    // A field that was never written reads as null.
    return new Map([...(doc ? this.engine.read(doc) : [])].filter(([, value]) => value !== null))
  }
}

export const officeOf = (...names: readonly string[]): readonly Pc[] => {
  const engine = engineOf('start')
  const documents = createDocuments(engine, STARTING.records, by('start'))
  const bytes = new Map([...documents].map(([key, doc]) => [key, engine.save(doc)]))
  return names.map((name) => new Pc(name, bytes))
}
export const twoPcs = (): readonly [Pc, Pc] => officeOf('甲', '乙') as unknown as readonly [Pc, Pc]

import { orderKeys } from '../../shared/base/order.ts'
import { type Ledger, openLedger } from '../../shared/domain/ledger.ts'
import { type DraftOf, noRecords, type RecordKind, recordOf, recordSchemas } from '../../shared/domain/records/record-kinds.ts'
import { countingIds } from './ports.ts'

type Fields<K extends RecordKind> = Partial<DraftOf<K>>

export interface ProblemSketch extends Fields<'problem'> {
  readonly measures?: readonly Fields<'measure'>[]
  readonly progress?: readonly Fields<'progress'>[]
  readonly responsibilities?: readonly Fields<'responsibility'>[]
  readonly office?: Fields<'officePart'>
}

export interface LedgerSketch {
  readonly title?: string
  readonly nodes?: readonly (Fields<'outlineNode'> & { readonly id: string })[]
  readonly problems?: readonly ProblemSketch[]
  readonly notice?: Fields<'notice'>
  readonly blocks?: readonly Fields<'noticeBlock'>[]
  readonly leads?: readonly Fields<'lead'>[]
  readonly accountabilities?: readonly Fields<'accountability'>[]
  readonly outcomes?: readonly Fields<'outcome'>[]
  readonly inspection?: Fields<'inspection'>
  /** Settings of the ledger. */
  readonly settings?: Fields<'ledger'>
  /** Any other records, as drafts without an order of their own. */
  readonly more?: { readonly [K in RecordKind]?: readonly Fields<K>[] }
}

/** A ledger of which a test states only what matters to it. Problems are `p1`, `p2` … unless they name themselves. */
export const aLedger = (sketch: LedgerSketch = {}): Ledger => {
  const ids = countingIds('x')
  const records = noRecords()
  const add = <K extends RecordKind>(kind: K, fields: object, place = 'a0'): void => {
    const placed = 'order' in recordSchemas[kind].shape ? { order: place } : {}
    ;(records[kind] as unknown[]).push(recordOf(kind, { id: ids.id(), ...placed, ...fields } as unknown as DraftOf<K>))
  }
  records.ledger.push(recordOf('ledger', { id: 'ledger', title: sketch.title ?? '青梧县巡察整改台账', ...sketch.settings }))
  records.inspection.push(recordOf('inspection', { id: 'inspection', rectifyingParty: '中共青梧县委', ...sketch.inspection }))
  const row = <T>(items: readonly T[] | undefined, write: (item: T, place: string, i: number) => void): void => {
    const places = orderKeys(items?.length ?? 0)
    items?.forEach((item, i) => {
      write(item, places[i] ?? 'a0', i)
    })
  }
  row(sketch.nodes, (node, place) => add('outlineNode', node, place))
  row(sketch.problems, ({ measures, progress, responsibilities, office, ...problem }, place, i) => {
    const id = problem.id ?? `p${i + 1}`
    add('problem', { ...problem, id }, place)
    row(measures, (measure, at, k) => add('measure', { id: `${id}-m${k + 1}`, problemId: id, ...measure }, at))
    row(progress, (entry, at) => add('progress', { ownerId: id, ...entry }, at))
    row(responsibilities, (responsibility, at) => add('responsibility', { ownerId: id, ...responsibility }, at))
    if (office) records.officePart.push(recordOf('officePart', { id: ids.id(), problemId: id, ...office }))
  })
  row([sketch.notice ?? {}], (notice) => add('notice', { id: 'notice', template: 'problem-situation', ...notice }))
  row(sketch.blocks, (block, place) => add('noticeBlock', { noticeId: 'notice', ...block }, place))
  row(sketch.leads, (lead, place) => add('lead', lead, place))
  row(sketch.accountabilities, (line, place) => add('accountability', line, place))
  row(sketch.outcomes, (outcome, place) => add('outcome', outcome, place))
  for (const [kind, drafts] of Object.entries(sketch.more ?? {}) as [RecordKind, readonly object[]][])
    row(drafts, (draft, place) => add(kind, draft, place))
  return openLedger(records)
}

/** The block under which a notice lists all problems. */
export const PROBLEMS_BLOCK: Fields<'noticeBlock'> = { part: 'problems', form: 'problems' }

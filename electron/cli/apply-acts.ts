import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { problemsClosedBy } from '../../shared/domain/closing-edits.ts'
import type { CommandContext, Decision } from '../../shared/domain/commands/decision.ts'
import { yearOfDate } from '../../shared/domain/deadline.ts'
import { anchorsOf } from '../../shared/domain/deadline-year.ts'
import { type Ledger, openLedger, usualDate } from '../../shared/domain/ledger.ts'
import { type AutomergeDocument, automergeEngine } from '../../shared/merge/automerge-engine.ts'
import { documentKey } from '../../shared/merge/document-boundaries.ts'
import type { MergeEngine, Stamp } from '../../shared/merge/engine.ts'
import { editDocuments, type LedgerDocuments, readDocuments } from '../../shared/merge/ledger-documents.ts'
import { stampOf } from './stamp.ts'
import type { CliPorts } from './verb.ts'

/** One act: what it does to the ledger as it stands when its turn comes. */
export type Act = (ledger: Ledger, context: CommandContext) => Result<Decision, Refusal>

interface Applied {
  readonly documents: LedgerDocuments<AutomergeDocument>
  readonly ledger: Ledger
  /** One for each act. */
  readonly decisions: readonly Decision[]
}

/** Each act sees what the one before it left; a refusal stops all of them and nothing is written. */
export const applyActs = (
  documents: LedgerDocuments<AutomergeDocument>,
  acts: readonly Act[],
  author: Stamp['author'],
  ports: CliPorts,
): Result<Applied, Refusal> => {
  const engine = automergeEngine(ports.ids)
  const today = ports.clock.today()
  const decisions: Decision[] = []
  let now = documents
  for (const act of acts) {
    const { records } = readDocuments(engine, now)
    const ledger = openLedger(records)
    const year = yearOfDate(usualDate(ledger, today))
    const decided = act(ledger, { ids: ports.ids, year, anchors: anchorsOf(records), today })
    if (!decided.ok) return decided
    const { intent, edits } = decided.value
    const unsettled = conflictsOf(engine, now, problemsClosedBy(edits, records))
    if (unsettled > 0) return err({ type: 'conflicts-unresolved', count: unsettled, what: '销号' })
    decisions.push(decided.value)
    if (edits.length === 0) continue
    const next = editDocuments(engine, now, records, edits, stampOf(ports, author, intent))
    if (!next.ok) return next
    now = next.value
  }
  return ok({ documents: now, ledger: openLedger(readDocuments(engine, now).records), decisions })
}

/** How much of these problems two people wrote differently and nobody has settled. */
const conflictsOf = (
  engine: MergeEngine<AutomergeDocument>,
  documents: LedgerDocuments<AutomergeDocument>,
  problemIds: readonly string[],
): number =>
  problemIds
    .flatMap((id) => [documents.get(documentKey('problem', id)), documents.get(documentKey('office', id))])
    .reduce((sum, doc) => sum + (doc === undefined ? 0 : engine.conflicts(doc).length), 0)

import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { type Ledger, openLedger } from '../../shared/domain/ledger.ts'
import { FORMAT } from '../../shared/exchange/manifest.ts'
import { loadFiles } from '../../shared/exchange/package.ts'
import type { RelatedChoice } from '../../shared/exchange/place-problems.ts'
import { filesIn, type ReadPackage, readPackage } from '../../shared/exchange/read-package.ts'
import { relatedChanges } from '../../shared/exchange/relate.ts'
import type { RelatedSide } from '../../shared/exchange/related-places.ts'
import { suggestPairs } from '../../shared/exchange/suggest-pairs.ts'
import { type NamedProblem, namedProblems, type ToldPair, toldPairs } from '../../shared/exchange/told-pairs.ts'
import { type LedgerDocuments, readDocuments } from '../../shared/merge/ledger-documents.ts'
import type { ExchangeParts } from './exchange-parts.ts'
import type { ReadPackages } from './incoming-packages.ts'

/** Which problems of a ledger typed apart may be the same as ours; a person confirms. */
export interface SuggestedRelation {
  readonly title: string
  readonly pairs: readonly ToldPair[]
  /** All of ours, to choose from. */
  readonly mine: readonly NamedProblem[]
}

export const suggestRelation = async <Doc>(
  parts: ExchangeParts<Doc>,
  ledgerId: string,
  bytes: Uint8Array,
): Promise<Result<SuggestedRelation, Refusal>> =>
  withBoth(parts, ledgerId, bytes, async ({ mine, theirs }) => {
    const pairs = toldPairs(suggestPairs(mine.ledger, theirs.ledger), mine.ledger, theirs.ledger)
    return ok({ title: theirs.ledger.ledger.title, pairs, mine: namedProblems(mine.ledger) })
  })

/** What the plan of such a 关联 is made from, as for any package. */
export const readRelated = async <Doc>(
  parts: ExchangeParts<Doc>,
  ledgerId: string,
  bytes: Uint8Array,
  choice: RelatedChoice,
): Promise<Result<ReadPackages, Refusal>> =>
  withBoth(parts, ledgerId, bytes, async ({ read, mine, theirs }) => {
    const related = relatedChanges(parts.ports.engine, mine, theirs, choice)
    if (!related.ok) return related
    const { documents, report } = related.value
    const stamp = await parts.acts.stamp(`关联“${theirs.ledger.ledger.title}”`, 'whole', null)
    // Only what proves a record comes along: their 期报 and drafts stay with them.
    const proofs = new Set(theirs.ledger.records.attachment.map(({ sha256 }) => sha256))
    const filesByHash = new Map([...filesIn(read)].filter(([hash]) => proofs.has(hash)))
    const keys = documents.map(({ key }) => key)
    return ok({
      packages: [read],
      keys,
      filesByHash,
      related: { documents, stamp, report, choice: JSON.stringify(choice) },
    })
  })

interface Both<Doc> {
  readonly read: ReadPackage
  readonly mine: RelatedSide<Doc>
  readonly theirs: RelatedSide<Doc>
}

/** Both ledgers with all their documents open; they are released afterwards: many of them open slow everything else down. */
const withBoth = async <Doc, T>(
  { db, ports }: ExchangeParts<Doc>,
  ledgerId: string,
  bytes: Uint8Array,
  work: (both: Both<Doc>) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> => {
  const { engine } = ports
  const read = readPackage(bytes)
  if (!read.ok) return read
  const { content } = read.value
  if (content.type === 'reply' || content.type === 'receipt') return err({ type: 'not-a-ledger' })
  const { files, manifest, unknown } = content.opened
  if (Object.keys(unknown.files).length > 0)
    return err({ type: 'package-has-more', minor: manifest.format.minor, known: FORMAT.minor })
  const open: LedgerDocuments<Doc>[] = []
  const sideOf = (documents: LedgerDocuments<Doc>): Result<RelatedSide<Doc>, Refusal> => {
    const { records } = readDocuments(engine, documents)
    const isLedger = records.ledger.length === 1 && records.inspection.length === 1
    return isLedger
      ? ok({ ledger: openLedger(records) as Ledger, documents })
      : err({ type: 'package-foreign', entry: 'documents/outline' })
  }
  const theirs = loadFiles(engine, files)
  if (!theirs.ok) return theirs
  open.push(theirs.value)
  const stored = await db.documents.where('ledgerId').equals(ledgerId).toArray()
  const mine = loadFiles(engine, stored)
  if (!mine.ok) return err({ type: 'store-unavailable', detail: mine.error.type })
  open.push(mine.value)
  const [own, other] = [sideOf(mine.value), sideOf(theirs.value)]
  const done = own.ok && other.ok ? await work({ read: read.value, mine: own.value, theirs: other.value }) : own.ok ? other : own
  for (const documents of open) for (const doc of documents.values()) engine.release(doc)
  return done as Result<T, Refusal>
}

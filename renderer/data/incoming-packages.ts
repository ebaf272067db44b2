import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { digestOf } from '../../shared/exchange/digest.ts'
import type { RelatedDocument } from '../../shared/exchange/join-related.ts'
import { FORMAT } from '../../shared/exchange/manifest.ts'
import { type Incoming, type MergePlan, type PackageState, planMerge } from '../../shared/exchange/merge-plan.ts'
import { type DocumentFile, loadFiles } from '../../shared/exchange/package.ts'
import type { FilesByHash } from '../../shared/exchange/package-files.ts'
import { documentsIn, filesIn, type ReadPackage, readPackage } from '../../shared/exchange/read-package.ts'
import type { RelatedReport } from '../../shared/exchange/relate.ts'
import type { DocumentKey } from '../../shared/merge/document-boundaries.ts'
import type { Stamp } from '../../shared/merge/engine.ts'
import type { LedgerDatabase, StoredDocument } from './database.ts'
import type { ExchangeParts } from './exchange-parts.ts'

/** Packages that may be merged into one ledger, read and checked. */
export interface ReadPackages {
  readonly packages: readonly ReadPackage[]
  /** Every document of any of them. */
  readonly keys: readonly DocumentKey[]
  readonly filesByHash: FilesByHash
  /** What stands for the packages' own documents where they are of a ledger typed apart. */
  readonly related: RelatedIncoming | null
}

/** A 关联 of one package with a ledger here. */
export interface RelatedIncoming {
  readonly documents: readonly RelatedDocument[]
  readonly stamp: Stamp
  readonly report: RelatedReport
  /** What was chosen, as text: part of what a plan stands for. */
  readonly choice: string
}

/** Reads packages for one ledger; what is of another, a 回执, and what this program has no place for are refused. */
export const readPackages = (ledgerId: string, files: readonly Uint8Array[]): Result<ReadPackages, Refusal> => {
  const packages: ReadPackage[] = []
  for (const bytes of files) {
    const read = readPackage(bytes)
    if (!read.ok) return read
    const { content, ledger } = read.value
    if (content.type === 'receipt') return err({ type: 'only-a-receipt' })
    if ((content.type === 'reply' ? content.reply.ledgerId : ledger.id) !== ledgerId) return err({ type: 'other-ledger' })
    if (content.type !== 'reply' && Object.keys(content.opened.unknown.files).length > 0)
      return err({ type: 'package-has-more', minor: content.opened.manifest.format.minor, known: FORMAT.minor })
    packages.push(read.value)
  }
  const keys = packages.flatMap(documentsIn)
  const brought = packages.flatMap((own) => [...filesIn(own)])
  return ok({ packages, keys: [...new Set(keys)], filesByHash: new Map(brought), related: null })
}

/** One document of a plan, with what stands here; `merged` and what was loaded for it are released after the step. */
export interface PlannedStep<Doc> {
  readonly key: DocumentKey
  readonly mine: Doc | undefined
  readonly stored: StoredDocument | undefined
  readonly plan: MergePlan<Doc>
}

/**
 * Plans document by document, so that a ledger of any size needs the memory of one; each step is given to `visit`, which answers false to
 * stop. Answers with the state of each package, or null when it was stopped.
 */
export const planEach = async <Doc>(
  { db, ports: { engine }, live }: ExchangeParts<Doc>,
  ledgerId: string,
  { packages, keys, related }: ReadPackages,
  visit: (step: PlannedStep<Doc>, done: number) => Promise<Result<boolean, Refusal>>,
): Promise<Result<readonly PackageState[] | null, Refusal>> => {
  const states: PackageState[] = packages.map(() => 'same')
  const filesOf = packages.map(
    ({ content }): ReadonlyMap<DocumentKey, DocumentFile> =>
      content.type === 'reply' || content.type === 'receipt'
        ? new Map()
        : new Map(content.opened.files.map((own) => [own.key, own])),
  )
  for (const [done, key] of keys.entries()) {
    const stored = await db.documents.get(key)
    if (stored !== undefined && stored.ledgerId !== ledgerId) return err({ type: 'package-foreign', entry: key })
    const incoming: Incoming<Doc>[] = []
    const loadedHere: Doc[] = []
    if (related !== null) {
      const documents = related.documents.filter((document) => document.key === key)
      incoming.push({ type: 'related', ledgerId, documents, stamp: related.stamp })
    }
    for (const [i, { content }] of related === null ? packages.entries() : []) {
      if (content.type === 'reply') {
        const documents = content.reply.documents.filter((document) => document.key === key)
        incoming.push({ type: 'reply', reply: { ...content.reply, documents } })
        continue
      }
      const file = filesOf[i]?.get(key)
      // Equal heads, equal content: nothing needs to be read.
      if (file === undefined || file.heads.join() === stored?.heads.join()) {
        incoming.push({ type: 'ledger', ledgerId, documents: new Map() })
        continue
      }
      const loaded = loadFiles(engine, [file])
      if (!loaded.ok) return loaded
      loadedHere.push(...loaded.value.values())
      incoming.push({ type: 'ledger', ledgerId, documents: loaded.value })
    }
    const standing = await live.load(ledgerId, [key])
    if (!standing.ok) return standing
    const plan = planMerge(engine, ledgerId, standing.value, incoming)
    if (!plan.ok) return plan
    for (const [i, state] of plan.value.packages.entries()) states[i] = together(states[i] ?? 'same', state)
    const goesOn = await visit({ key, mine: standing.value.get(key), stored, plan: plan.value }, done + 1)
    for (const doc of loadedHere) engine.release(doc)
    for (const { merged } of plan.value.documents) if (merged !== null) engine.release(merged)
    live.trim()
    if (!goesOn.ok) return goesOn
    if (!goesOn.value) return ok(null)
  }
  return ok(states)
}

/** A package is news where any document of it is. */
const together = (a: PackageState, b: PackageState): PackageState =>
  a === 'news' || b === 'news' ? 'news' : a === 'older' || b === 'older' ? 'older' : 'same'

/** Names packages and the state they were held against: a plan is carried out only while it is still true. */
export const planToken = async (db: LedgerDatabase, { packages, keys, related }: ReadPackages): Promise<string> => {
  const standing = await db.documents.bulkGet([...keys])
  const names = [...packages.map(({ digest }) => digest), related?.choice ?? '']
  const text = [...names, ...standing.map((document) => document?.heads.join() ?? '')].join('\n')
  return digestOf(new TextEncoder().encode(text))
}

import type { z } from 'zod'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { checkIntegrity } from '../../shared/domain/integrity/check-integrity.ts'
import { openLedger } from '../../shared/domain/ledger.ts'
import type { OpenedLedger } from '../../shared/exchange/ledger-package.ts'
import { type Incoming, type MergePlan, planMerge } from '../../shared/exchange/merge-plan.ts'
import { loadFiles } from '../../shared/exchange/package.ts'
import type { FilesByHash } from '../../shared/exchange/package-files.ts'
import { readPackage } from '../../shared/exchange/read-package.ts'
import { type ToldDocument, toldPlan } from '../../shared/exchange/told-plan.ts'
import { type AutomergeDocument, automergeEngine } from '../../shared/merge/automerge-engine.ts'
import type { Author, MergeEngine } from '../../shared/merge/engine.ts'
import { type LedgerDocuments, readDocuments, readRaw } from '../../shared/merge/ledger-documents.ts'
import { integrityFindings } from '../../shared/messages/integrity.ts'
import type { planOutput } from './contract.ts'
import { readLedgerFile } from './ledger-file.ts'
import { readPackageFile } from './package-file.ts'
import type { CliPorts } from './verb.ts'

type Told = z.infer<typeof planOutput>

/** A ledger and what some packages would do to it. */
export interface PlannedMerge {
  readonly engine: MergeEngine<AutomergeDocument>
  readonly opened: OpenedLedger<AutomergeDocument>
  readonly plan: MergePlan<AutomergeDocument>
  readonly told: Told
  /** Files that came along with the packages. */
  readonly files: FilesByHash
}

interface ReadPackage {
  readonly file: string
  readonly sender: Author
  readonly writtenAt: number
  readonly filesByHash: FilesByHash
  readonly incoming: Incoming<AutomergeDocument>
}

export const planFiles = async (
  [path = '', ...packages]: readonly string[],
  ports: CliPorts,
): Promise<Result<PlannedMerge, Refusal>> => {
  const opened = await readLedgerFile(path, ports)
  if (!opened.ok) return opened
  const engine = automergeEngine(ports.ids)
  const read: ReadPackage[] = []
  for (const file of packages) {
    const bytes = await readPackageFile(file, ports)
    if (!bytes.ok) return bytes
    const known = readPackage(bytes.value)
    if (!known.ok) return known
    const { content, ledger, sender, writtenAt } = known.value
    if (content.type === 'receipt') return err({ type: 'only-a-receipt' })
    if (content.type === 'reply') {
      read.push({ file, sender, writtenAt, filesByHash: content.filesByHash, incoming: content })
      continue
    }
    const documents = loadFiles(engine, content.opened.files)
    if (!documents.ok) return documents
    const { filesByHash } = content.opened
    const incoming = { type: 'ledger', ledgerId: ledger.id, documents: documents.value } as const
    read.push({ file, sender, writtenAt, filesByHash, incoming })
  }
  const { documents, ledger } = opened.value
  const plan = planMerge(
    engine,
    ledger.ledger.id,
    documents,
    read.map(({ incoming }) => incoming),
  )
  if (!plan.ok) return plan
  const { states, ...outcome } = toldOutcome(engine, documents, plan.value, ports)
  const told: Told = {
    packages: read.map(({ file, sender, writtenAt }, i) => ({
      file,
      state: states[i] ?? 'same',
      sender: { ...sender },
      writtenAt,
    })),
    ...outcome,
  }
  const files = new Map([...opened.value.filesByHash, ...read.flatMap(({ filesByHash }) => [...filesByHash])])
  return ok({ engine, opened: opened.value, plan: plan.value, told, files })
}

/** What a plan does to a ledger, as `plan` prints it, and what each package holds against it. */
export const toldOutcome = (
  engine: MergeEngine<AutomergeDocument>,
  documents: LedgerDocuments<AutomergeDocument>,
  plan: MergePlan<AutomergeDocument>,
  ports: CliPorts,
): Omit<Told, 'packages'> & { readonly states: MergePlan<AutomergeDocument>['packages'] } => {
  const { packages, documents: items, same } = toldPlan(engine, plan)
  const after = new Map(documents)
  for (const { key, merged } of plan.documents) if (merged !== null) after.set(key, merged)
  const numbers = numbersOf(engine, after)
  return {
    states: packages,
    items: items.map((item) => itemOf(item, numbers)),
    same,
    findings: newFindings(engine, documents, after, ports),
  }
}

export const numbersOf = (
  engine: MergeEngine<AutomergeDocument>,
  documents: LedgerDocuments<AutomergeDocument>,
): ReadonlyMap<string, number> =>
  new Map(openLedger(readDocuments(engine, documents).records).problems.map(({ problem, number }) => [problem.id, number]))

const itemOf = (
  { problemId, news, conflicts, ...item }: ToldDocument,
  numbers: ReadonlyMap<string, number>,
): Told['items'][number] => ({
  ...item,
  problem: problemId === null ? null : { id: problemId, number: numbers.get(problemId) ?? 0 },
  news: [...news],
  conflicts: conflicts.map((conflict) => ({ ...conflict, values: [...conflict.values] })),
})

/** What the integrity check finds afterwards and not before. */
export const newFindings = (
  engine: MergeEngine<AutomergeDocument>,
  before: LedgerDocuments<AutomergeDocument>,
  after: LedgerDocuments<AutomergeDocument>,
  ports: CliPorts,
): Told['findings'] => {
  const found = (documents: LedgerDocuments<AutomergeDocument>) =>
    integrityFindings(checkIntegrity(readRaw(engine, documents), ports.clock.today()))
  const known = new Set(found(before).map(({ rule, message }) => `${rule} ${message}`))
  return found(after)
    .filter(({ rule, message }) => !known.has(`${rule} ${message}`))
    .map(({ rule, severity, message }) => ({ rule, severity, message }))
}

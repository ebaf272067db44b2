import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { checkIntegrity } from '../../shared/domain/integrity/check-integrity.ts'
import { openLedger } from '../../shared/domain/ledger.ts'
import type { PackageState } from '../../shared/exchange/merge-plan.ts'
import type { RelatedChoice } from '../../shared/exchange/place-problems.ts'
import { documentsIn, type ReadPackage } from '../../shared/exchange/read-package.ts'
import { encodeReceipt, type Receipt, receiptLine, whatBecame } from '../../shared/exchange/receipt.ts'
import type { RelatedReport } from '../../shared/exchange/relate.ts'
import { type Rejections, takeIn } from '../../shared/exchange/take-in.ts'
import { type ToldDocument, toldPlan } from '../../shared/exchange/told-plan.ts'
import { type DocumentKey, documentParts } from '../../shared/merge/document-boundaries.ts'
import { joinRaw, type RawDocument, readRawDocument, withoutOrphans } from '../../shared/merge/ledger-documents.ts'
import { type IntegrityFinding, integrityFindings } from '../../shared/messages/integrity.ts'
import type { StoredRecords } from './database.ts'
import type { ExchangeParts } from './exchange-parts.ts'
import { planEach, planToken, type ReadPackages, readPackages } from './incoming-packages.ts'
import { keepFiles } from './package-files.ts'
import { readRelated } from './relate-packages.ts'
import { noteOf, noteTransfers, type TransferNote, transfersOf } from './transfers.ts'
import { wholeLedger } from './whole-ledger.ts'
import { acceptTaken, REPORT_EVERY, type TakenDocument, takenDocument } from './write-documents.ts'

/** How far a long act has come; answers false when it is to stop. */
export type MayGoOn = (done: number, of: number) => boolean | Promise<boolean>

/** A document of a plan as a person decides on it. */
export interface ShownDocument extends ToldDocument {
  /** The number of its problem as it would be. */
  readonly number: number | null
}

/** What taking in packages would do; nothing was written. */
export interface ShownPlan {
  readonly packages: readonly (Omit<ReadPackage, 'content'> & {
    readonly purpose: ReadPackage['content']['type']
    readonly state: PackageState
  })[]
  /** In the order of the ledger, what is beside its problems last. */
  readonly documents: readonly ShownDocument[]
  /** How many documents stay as they are. */
  readonly same: number
  /** What the integrity checks would find afterwards and do not find now. */
  readonly findings: readonly IntegrityFinding[]
  /** Names the state it was made on. */
  readonly token: string
  /** What a 关联 does beside its news; null for packages of this ledger. */
  readonly related: RelatedReport | null
}

/** The files that are taken in; with a choice, one of a ledger typed apart. */
export interface IncomingFiles {
  readonly files: readonly Uint8Array[]
  readonly relation: RelatedChoice | null
}

/** What taking in has done. */
export interface TakenIn {
  readonly taken: number
  readonly rejected: number
  readonly conflicts: number
  /** A 签收回执 for each package, as the file that goes back. */
  readonly receipts: readonly { readonly unit: string; readonly bytes: Uint8Array; readonly receipt: Receipt }[]
}

/** What taking these files into a ledger would do. Null when it was stopped. */
export const planPackages = async <Doc>(
  parts: ExchangeParts<Doc>,
  ledgerId: string,
  incoming: IncomingFiles,
  mayGoOn: MayGoOn,
): Promise<Result<ShownPlan | null, Refusal>> => {
  const { db, ports } = parts
  const { engine } = ports
  const read = await readIncoming(parts, ledgerId, incoming)
  if (!read.ok) return read
  const told: ToldDocument[] = []
  const [before, after] = [new Map<DocumentKey, RawDocument>(), new Map<DocumentKey, RawDocument>()]
  let same = 0
  const states = await planEach(parts, ledgerId, read.value, async ({ key, mine, plan }, done) => {
    const shown = toldPlan(engine, plan)
    told.push(...shown.documents)
    same += shown.same
    for (const { merged } of plan.documents) {
      if (merged === null) continue
      if (mine !== undefined) before.set(key, readRawDocument(engine, key, mine))
      after.set(key, readRawDocument(engine, key, merged))
    }
    return ok(done % REPORT_EVERY !== 0 || (await mayGoOn(done, read.value.keys.length)))
  })
  if (!states.ok || states.value === null) return states as Result<null, Refusal>
  const rows = await db.records.where('ledgerId').equals(ledgerId).toArray()
  const withRows = (touched: ReadonlyMap<DocumentKey, RawDocument>) =>
    joinRaw([...rows.filter(({ key }) => !touched.has(key)).map(rawOfRow), ...touched.values()])
  const [now, then] = [withRows(before), withRows(after)]
  const numbers = new Map(openLedger(withoutOrphans(then.records)).problems.map(({ problem, number }) => [problem.id, number]))
  const today = ports.clock.today()
  const known = new Set(integrityFindings(checkIntegrity(now, today)).map(nameOf))
  const place = ({ number }: ShownDocument): number => number ?? Number.MAX_SAFE_INTEGER
  return ok({
    packages: read.value.packages.map(({ content, ...facts }, i) => ({
      ...facts,
      purpose: content.type,
      state: states.value?.[i] ?? 'same',
    })),
    documents: told
      .map((document) => ({ ...document, number: numbers.get(document.problemId ?? '') ?? null }))
      .sort((a, b) => place(a) - place(b)),
    same,
    findings: integrityFindings(checkIntegrity(then, today)).filter((finding) => !known.has(nameOf(finding))),
    token: await planToken(db, read.value),
    related: read.value.related?.report ?? null,
  })
}

/**
 * Takes in what a plan showed, as one write: all or nothing. What is rejected is written back with its reason, conflicts stay with every
 * text. Refused (`plan-outdated`) when something was written since the plan was made. Null when it was stopped.
 */
export const takePackages = async <Doc>(
  parts: ExchangeParts<Doc>,
  ledgerId: string,
  incoming: IncomingFiles,
  { token, rejections }: { readonly token: string; readonly rejections: Rejections },
  mayGoOn: MayGoOn,
  programVersion: string,
): Promise<Result<TakenIn | null, Refusal>> => {
  const { db, ports, acts, facts } = parts
  const { engine } = ports
  const read = await readIncoming(parts, ledgerId, incoming)
  if (!read.ok) return read
  if ((await planToken(db, read.value)) !== token) return err({ type: 'plan-outdated' })
  const stamp = await acts.stamp('合并', 'whole', null)
  const written: TakenDocument[] = []
  const told: ToldDocument[] = []
  const states = await planEach(parts, ledgerId, read.value, async ({ key, mine, stored, plan }, done) => {
    told.push(...toldPlan(engine, plan).documents)
    if (plan.documents.some(({ merged }) => merged !== null)) {
      const here = new Map(mine === undefined ? [] : [[key, mine] as const])
      const doc = takeIn(engine, here, plan, rejections, (why) => ({ ...stamp, intent: `不采用：${why}` })).get(key)
      if (doc !== undefined) written.push(takenDocument(engine, ledgerId, key, doc, mine, stored))
    }
    return ok(done % REPORT_EVERY !== 0 || (await mayGoOn(done, read.value.keys.length)))
  })
  if (!states.ok || states.value === null) return states as Result<null, Refusal>
  const kept = await keepFiles(ports.main, read.value.filesByHash)
  if (!kept.ok) return kept
  if (written.length > 0) {
    const accepted = await acceptTaken(db, ports, ledgerId, written)
    if (!accepted.ok) return accepted
    facts.written(
      ledgerId,
      written.map(({ stored }) => stored.key),
    )
  }
  const receipts = await receive(parts, ledgerId, read.value, { told, rejections }, programVersion)
  if (!receipts.ok) return receipts
  const rejected = told.filter(({ key }) => rejections.get(key)?.items === 'all').length
  const conflicts = written.reduce((sum, { projected }) => sum + projected.records.conflicts.length, 0)
  return ok({ taken: told.length - rejected, rejected, conflicts, receipts: receipts.value })
}

const readIncoming = async <Doc>(
  parts: ExchangeParts<Doc>,
  ledgerId: string,
  { files, relation }: IncomingFiles,
): Promise<Result<ReadPackages, Refusal>> => {
  const [file] = files
  return relation === null || file === undefined ? readPackages(ledgerId, files) : readRelated(parts, ledgerId, file, relation)
}

/** Notes what was taken in, and makes the 回执. */
const receive = async <Doc>(
  parts: ExchangeParts<Doc>,
  ledgerId: string,
  { packages, keys: all, related }: ReadPackages,
  { told, rejections }: { readonly told: readonly ToldDocument[]; readonly rejections: Rejections },
  programVersion: string,
): Promise<Result<TakenIn['receipts'], Refusal>> => {
  const known = new Set(
    (await transfersOf(parts.db, ledgerId)).flatMap(({ direction, digest }) => (direction === 'in' ? [digest] : [])),
  )
  const records = await wholeLedger(parts.db, ledgerId)
  const problems = records === null ? [] : openLedger(records).problems
  const numbers = new Map(problems.map(({ problem, number }) => [problem.id, number]))
  const notes: TransferNote[] = []
  const receipts: TakenIn['receipts'][number][] = []
  for (const own of packages) {
    const keys = new Set(related === null ? documentsIn(own) : all)
    const found = whatBecame(
      told.filter(({ key }) => keys.has(key)),
      rejections,
      numbers,
    )
    const count = [...keys].filter((key) => documentParts(key).kind === 'problem').length
    const written = await writeReceipt(parts, own, { problems: count, ...found }, programVersion)
    const note = {
      ...noteOf(own, count, receiptLine(written.receipt)),
      ...(related === null ? {} : { purpose: 'related' as const }),
    }
    receipts.push({ unit: note.unit, ...written })
    // The same file read again, or twice at once under two names, is noted once.
    if (!known.has(own.digest)) notes.push(note)
    known.add(own.digest)
  }
  const noted = notes.length === 0 ? ok(null) : await noteTransfers(parts, ledgerId, notes)
  return noted.ok ? ok(receipts) : noted
}

/** The 签收回执 of a package, as the file that goes back to its sender. */
export const writeReceipt = async <Doc>(
  { ports }: ExchangeParts<Doc>,
  { digest, ledger, writtenAt, content }: ReadPackage,
  found: Pick<Receipt, 'problems' | 'taken' | 'conflicts' | 'rejected'>,
  programVersion: string,
): Promise<{ readonly receipt: Receipt; readonly bytes: Uint8Array }> => {
  const [receiver, at] = [await ports.author(), ports.clock.now()]
  const receipt: Receipt = {
    format: { name: 'zgtz-receipt', version: 1 },
    of: { digest, purpose: content.type, title: ledger.title, writtenAt },
    receiver: { ...receiver },
    at,
    ...found,
  }
  return { receipt, bytes: encodeReceipt(receipt, { ledger, sender: receiver, writtenAt: at, programVersion }) }
}

const rawOfRow = ({ records, removed }: StoredRecords): RawDocument => ({
  records,
  removed: removed.map((entity) => entity.slice(entity.indexOf(':') + 1)),
  issues: [],
})

const nameOf = ({ rule, message }: IntegrityFinding): string => `${rule} ${message}`

import type { z } from 'zod'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import { type Ledger, openLedger } from '../../../shared/domain/ledger.ts'
import type { OpenedLedger } from '../../../shared/exchange/ledger-package.ts'
import { planMerge } from '../../../shared/exchange/merge-plan.ts'
import type { FilesByHash } from '../../../shared/exchange/package-files.ts'
import type { RelatedChoice } from '../../../shared/exchange/place-problems.ts'
import { relatedChanges } from '../../../shared/exchange/relate.ts'
import { type SuggestedPair, suggestPairs } from '../../../shared/exchange/suggest-pairs.ts'
import { takeIn } from '../../../shared/exchange/take-in.ts'
import { toldPairs } from '../../../shared/exchange/told-pairs.ts'
import { type AutomergeDocument, automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { readDocuments } from '../../../shared/merge/ledger-documents.ts'
import { readWholeFile } from '../../files/read-file.ts'
import { relateOutput } from '../contract.ts'
import { readLedgerFile, writeLedgerFile } from '../ledger-file.ts'
import { toldOutcome } from '../planned-merge.ts'
import { readPairs } from '../read-pairs.ts'
import { stampOf } from '../stamp.ts'
import { authorOf, type CliPorts, done, misused, option, type ParsedArguments, refused, type Verb } from '../verb.ts'

type Output = z.infer<typeof relateOutput>
type Opened = OpenedLedger<AutomergeDocument>

const LARGEST_PAIRS_MEGABYTES = 10

export const relateVerb: Verb = {
  name: 'relate',
  usage: "relate LEDGER OTHER [--out NEW [--accept near|equal | --pairs FILE.json] [--as 'clerk/unit/pc']]",
  summary: 'tells which problems of two ledgers typed apart are the same, or joins them with both texts where they differ',
  positionals: 2,
  options: { out: { type: 'string' }, accept: { type: 'string' }, pairs: { type: 'string' }, as: { type: 'string' } },
  required: [],
  output: relateOutput,
  run: async (given, ports) => {
    const [path = '', otherPath = ''] = given.positionals
    const [accept, pairsPath, out] = [option(given, 'accept'), option(given, 'pairs'), option(given, 'out')]
    if (accept !== null && accept !== 'near' && accept !== 'equal')
      return misused(`--accept 应为 near 或 equal；读不懂“${accept}”`)
    if (accept !== null && pairsPath !== null) return misused('--accept 和 --pairs 只能给出一个')
    if (out === null && (accept ?? pairsPath) !== null) return misused('--accept 和 --pairs 应和 --out 一起给出')
    const mine = await readLedgerFile(path, ports)
    if (!mine.ok) return refused(mine.error)
    const theirs = await readLedgerFile(otherPath, ports)
    if (!theirs.ok) return refused(theirs.error)
    const pairs = suggestPairs(mine.value.ledger, theirs.value.ledger)
    const suggested = toldPairs(pairs, mine.value.ledger, theirs.value.ledger)
    if (out === null) return done({ out: null, suggested, report: null } satisfies Output)
    let choice = choiceOf(pairs, accept ?? 'equal')
    if (pairsPath !== null) {
      const bytes = await readWholeFile(pairsPath, LARGEST_PAIRS_MEGABYTES)
      if (!bytes.ok) return refused(bytes.error)
      const read = readPairs(new TextDecoder().decode(bytes.value), mine.value.ledger, theirs.value.ledger)
      if (!read.ok) return misused(read.error)
      choice = read.value
    }
    const related = await relate(mine.value, theirs.value, choice, given, ports)
    if (!related.ok) return refused(related.error)
    const { report, written } = related.value
    return done({ out: written, suggested, report } satisfies Output, [
      `关联后的台账已写入：${written}`,
      ...(report.conflicts === 0 ? [] : [`还有 ${report.conflicts} 处两边写得不同，用 conflicts 查看、resolve 处理`]),
    ])
  },
}

/** What was suggested, as far as it is as sure as this; every other problem comes in as one of its own. */
const choiceOf = (pairs: readonly SuggestedPair[], accept: 'near' | 'equal'): RelatedChoice => ({
  pairs: pairs.flatMap(({ mine, theirs, by }) =>
    mine !== null && (by === 'equal' || accept === 'near') ? [{ mine, theirs }] : [],
  ),
  added: pairs.map(({ theirs }) => theirs),
})

const relate = async (
  mine: Opened,
  theirs: Opened,
  choice: RelatedChoice,
  given: ParsedArguments,
  ports: CliPorts,
): Promise<Result<{ readonly report: NonNullable<Output['report']>; readonly written: string }, Refusal>> => {
  const engine = automergeEngine(ports.ids)
  const author = authorOf(option(given, 'as'))
  const related = relatedChanges(engine, mine, theirs, choice)
  if (!related.ok) return related
  const { documents: branches, report } = related.value
  // Many documents open at once slow each other down.
  for (const doc of theirs.documents.values()) engine.release(doc)
  const stamp = stampOf(ports, author, `关联“${theirs.ledger.ledger.title}”`)
  const ledgerId = mine.ledger.ledger.id
  const plan = planMerge(engine, ledgerId, mine.documents, [{ type: 'related', ledgerId, documents: branches, stamp }])
  if (!plan.ok) return plan
  const { states, items, findings } = toldOutcome(engine, mine.documents, plan.value, ports)
  const documents = takeIn(engine, mine.documents, plan.value, new Map(), () => stamp)
  const ledger = openLedger(readDocuments(engine, documents).records)
  const written = await writeLedgerFile(option(given, 'out') ?? '', documents, ledger, author, ports, {
    filesByHash: filesOf(mine, theirs, ledger),
    unknown: mine.unknown,
  })
  if (!written.ok) return written
  const [here, there] = [numbersIn(ledger), numbersIn(theirs.ledger)]
  const numbered = (pairs: typeof report.pairs) =>
    pairs.map((pair) => ({ mine: here.get(pair.mine) ?? 0, theirs: there.get(pair.theirs) ?? 0 }))
  return ok({
    written: written.value,
    report: {
      ...report,
      pairs: numbered(report.pairs),
      added: numbered(report.added),
      state: states[0] ?? 'same',
      items,
      conflicts: [...documents.values()].reduce((sum, doc) => sum + engine.conflicts(doc).length, 0),
      findings,
    },
  })
}

/** Ours, and of theirs what came in as 佐证材料: their 期报 and drafts stay with them. */
const filesOf = (mine: Opened, theirs: Opened, { records }: Ledger): FilesByHash => {
  const named = new Set(records.attachment.map(({ sha256 }) => sha256))
  return new Map([...[...theirs.filesByHash].filter(([hash]) => named.has(hash)), ...mine.filesByHash])
}

const numbersIn = ({ problems }: Ledger): ReadonlyMap<string, number> =>
  new Map(problems.map(({ problem, number }) => [problem.id, number]))

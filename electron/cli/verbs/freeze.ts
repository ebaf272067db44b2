import type { z } from 'zod'
import { inOrder } from '../../../shared/domain/arrangement.ts'
import { decideFreeze } from '../../../shared/domain/commands/freeze.ts'
import { snapshotOf } from '../../../shared/domain/snapshot.ts'
import { snapshotFile } from '../../../shared/exchange/snapshot-file.ts'
import { applyActs } from '../apply-acts.ts'
import { dateOption } from '../arguments.ts'
import { freezeOutput } from '../contract.ts'
import { readLedgerFile, writeLedgerFile } from '../ledger-file.ts'
import { authorOf, done, misused, option, refused, type Verb } from '../verb.ts'

export const freezeVerb: Verb = {
  name: 'freeze',
  usage: "freeze LEDGER --date YYYY-MM-DD [--title TITLE] [--as 'clerk/unit/pc'] --out LEDGER2",
  summary: 'keeps every figure and the state of every problem at a cut-off date as a period (期报) of the ledger',
  positionals: 1,
  options: { out: { type: 'string' }, date: { type: 'string' }, title: { type: 'string' }, as: { type: 'string' } },
  required: ['out', 'date'],
  output: freezeOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const chosen = dateOption(given)
    if (!chosen.ok) return misused(chosen.error)
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const cutoff = chosen.value ?? ports.clock.today()
    const snapshot = snapshotOf(opened.value.ledger, cutoff)
    const { sha256, bytes } = snapshotFile(snapshot)
    const title = option(given, 'title') ?? ''
    const author = authorOf(option(given, 'as'))
    const { documents: before, unknown, filesByHash } = opened.value
    const applied = applyActs(
      before,
      [(ledger, context) => decideFreeze(ledger, { cutoff, title, sha256 }, context)],
      author,
      ports,
    )
    if (!applied.ok) return refused(applied.error)
    const { documents, ledger } = applied.value
    const files = new Map([...filesByHash, [sha256, bytes]])
    const written = await writeLedgerFile(option(given, 'out') ?? '', documents, ledger, author, ports, {
      unknown,
      filesByHash: files,
    })
    if (!written.ok) return refused(written.error)
    const periods = inOrder(ledger.records.snapshot)
    const output: z.infer<typeof freezeOutput> = {
      out: written.value,
      period: periods.length,
      title: periods.at(-1)?.title ?? '',
      cutoff,
      sha256,
      figures: snapshot.figures.length,
      problems: snapshot.problems.length,
    }
    return done(output, [`台账已写入：${written.value}`])
  },
}

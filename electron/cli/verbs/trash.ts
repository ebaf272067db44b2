import type { z } from 'zod'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import type { OpenedLedger } from '../../../shared/exchange/ledger-package.ts'
import type { AutomergeDocument } from '../../../shared/merge/automerge-engine.ts'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { writeEdits } from '../../../shared/merge/ledger-documents.ts'
import { restoration, type TrashedRecord, trashedIn } from '../../../shared/merge/trashed.ts'
import { trashOutput } from '../contract.ts'
import { readLedgerFile, writeLedgerFile } from '../ledger-file.ts'
import { stampOf } from '../stamp.ts'
import { authorOf, type CliPorts, done, misused, option, type ParsedArguments, refused, type Verb } from '../verb.ts'

export const trashVerb: Verb = {
  name: 'trash',
  usage: "trash LEDGER [--restore ENTITY --out LEDGER2 [--as 'clerk/unit/pc']]",
  summary: 'prints what was removed, by whom and when, or brings one of it back',
  positionals: 1,
  options: { restore: { type: 'string' }, out: { type: 'string' }, as: { type: 'string' } },
  required: [],
  output: trashOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const entity = option(given, 'restore')
    if ((entity === null) !== (option(given, 'out') === null)) return misused('--restore 和 --out 应一起给出')
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const items = trashedIn(automergeEngine(ports.ids), opened.value.documents)
    const item = items.find((candidate) => candidate.entity === entity)
    if (entity !== null && !item) return refused({ type: 'nothing-to-restore' })
    const out = item ? await restore(opened.value, item, given, ports) : ok(null)
    if (!out.ok) return refused(out.error)
    const output: z.infer<typeof trashOutput> = {
      items: items.filter((other) => other !== item).map((other) => ({ ...other })),
      restored: entity,
      out: out.value,
    }
    return done(output, out.value === null ? [] : [`台账已写入：${out.value}`])
  },
}

/** Answers the path that was written. */
const restore = async (
  opened: OpenedLedger<AutomergeDocument>,
  { document, entity }: TrashedRecord,
  given: ParsedArguments,
  ports: CliPorts,
): Promise<Result<string, Refusal>> => {
  const engine = automergeEngine(ports.ids)
  const { documents, ledger } = opened
  const author = authorOf(option(given, 'as'))
  const plan = restoration(engine, documents, { document, entity })
  if (!plan.ok) return plan
  const { edits, intent } = plan.value
  const next = writeEdits(engine, documents, new Map([[document, edits]]), stampOf(ports, author, intent))
  return next.ok ? writeLedgerFile(option(given, 'out') ?? '', next.value, ledger, author, ports, opened) : next
}

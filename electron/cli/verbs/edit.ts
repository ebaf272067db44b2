import type { z } from 'zod'
import type { Ids } from '../../../shared/base/ports.ts'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { yearOfDate } from '../../../shared/domain/deadline.ts'
import { type DecidedChange, decideFieldChange, type FieldChange } from '../../../shared/domain/edit-field.ts'
import { type Ledger, openLedger, usualDate } from '../../../shared/domain/ledger.ts'
import type { RecordEdit } from '../../../shared/domain/record-edit.ts'
import { type AutomergeDocument, automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import type { Stamp } from '../../../shared/merge/engine.ts'
import { editDocuments, type LedgerDocuments, readDocuments } from '../../../shared/merge/ledger-documents.ts'
import { EDIT_REMARKS } from '../../../shared/messages/remarks.ts'
import { editOutput } from '../contract.ts'
import { readLedgerFile, writeLedgerFile } from '../ledger-file.ts'
import { authorOf, type CliPorts, done, misused, option, refused, type Verb } from '../verb.ts'

export const editVerb: Verb = {
  name: 'edit',
  usage: "edit LEDGER --set 'NUMBER.field=value' … [--remove NUMBER …] [--as 'clerk/unit/pc'] --out LEDGER2",
  summary: 'sets fields, one after the other, and writes the ledger with its history',
  positionals: 1,
  options: {
    out: { type: 'string' },
    set: { type: 'string', multiple: true },
    remove: { type: 'string', multiple: true },
    as: { type: 'string' },
  },
  required: ['out'],
  output: editOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const sets = (given.options['set'] ?? []).map(parseSet)
    const removals = given.options['remove'] ?? []
    const unreadable = (given.options['set'] ?? []).find((_, i) => sets[i] === null)
    if (unreadable !== undefined)
      return misused(`--set 应写作 'NUMBER.field=value'，例如 '12.状态=已完成'；读不懂“${unreadable}”`)
    if (sets.length + removals.length === 0) return misused('请用 --set 写明要修改的内容，或用 --remove 写明要删除的问题')
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)

    const author = authorOf(option(given, 'as'))
    const changed: DecidedChange[] = []
    const acts: readonly Act[] = [
      ...sets.filter((change) => change !== null).map((change) => decideSet(change, changed)),
      // Numbers name the problems as they stood before anything was removed.
      decideRemovals(removals, opened.value.ledger),
    ]
    const edited = applyActs(opened.value.documents, acts, author, ports)
    if (!edited.ok) return refused(edited.error)
    const { documents, ledger } = edited.value
    const out = option(given, 'out') ?? ''
    const written = await writeLedgerFile(out, documents, ledger, author, ports, opened.value.unknown)
    if (!written.ok) return refused(written.error)
    const output: z.infer<typeof editOutput> = {
      out: written.value,
      changed: changed.map(({ target, field, from, value }) => ({ number: target, field, from, to: value })),
      removed: [...removals],
    }
    return done(output, [`台账已写入：${written.value}`, ...remarksOn(ledger, changed)])
  },
}

/** One act: what it does to the ledger as it stands when its turn comes. */
interface Act {
  readonly intent: string
  readonly decide: (
    ledger: Ledger,
    context: { readonly ids: Ids; readonly year: number | null },
  ) => Result<readonly RecordEdit[], Refusal>
}

const parseSet = (text: string): FieldChange | null => {
  const match = /^(notice|ledger|\d+(?:\.\d+)?)\.([^.=\d][^.=]*)=([\s\S]*)$/.exec(text)
  return match ? { target: match[1] ?? '', field: match[2] ?? '', value: match[3] ?? '' } : null
}

const decideSet = (change: FieldChange, changed: DecidedChange[]): Act => ({
  intent: `修改${change.target}的${change.field}`,
  decide: (ledger, context) => {
    const decided = decideFieldChange(ledger, change, context)
    if (!decided.ok) return decided
    changed.push(decided.value)
    return ok(decided.value.edits)
  },
})

const decideRemovals = (numbers: readonly string[], before: Ledger): Act => ({
  intent: '删除问题',
  decide: () => {
    const edits: RecordEdit[] = []
    for (const number of numbers) {
      const file = before.problems.find((candidate) => String(candidate.number) === number)
      if (!file) return err({ type: 'no-such-problem', number, last: before.problems.length })
      edits.push({ type: 'remove', kind: 'problem', id: file.problem.id })
    }
    return ok(edits)
  },
})

/** What is odd about the problems that were changed. */
const remarksOn = (ledger: Ledger, changed: readonly DecidedChange[]): readonly string[] => {
  const touched = new Set(changed.map(({ target }) => Number(target.split('.')[0])))
  return ledger.problems
    .filter(({ number }) => touched.has(number))
    .flatMap(({ number, problem: { statement, startOn, completedOn } }) => [
      ...(statement === '' ? [EDIT_REMARKS.statementEmpty(number)] : []),
      ...(startOn !== null && completedOn !== null && completedOn < startOn ? [EDIT_REMARKS.completedBeforeStart(number)] : []),
    ])
}

interface Edited {
  readonly documents: LedgerDocuments<AutomergeDocument>
  readonly ledger: Ledger
}

/** Each act sees what the one before it left; a refusal stops all of them and nothing is written. */
const applyActs = (
  documents: LedgerDocuments<AutomergeDocument>,
  acts: readonly Act[],
  author: Stamp['author'],
  ports: CliPorts,
): Result<Edited, Refusal> => {
  const engine = automergeEngine(ports.ids)
  let now = documents
  for (const { intent, decide } of acts) {
    const { records } = readDocuments(engine, now)
    const ledger = openLedger(records)
    const edits = decide(ledger, { ids: ports.ids, year: yearOfDate(usualDate(ledger, ports.clock.today())) })
    if (!edits.ok) return edits
    if (edits.value.length === 0) continue
    const next = editDocuments(engine, now, records, edits.value, { author, at: ports.clock.now(), intent })
    if (!next.ok) return next
    now = next.value
  }
  return ok({ documents: now, ledger: openLedger(readDocuments(engine, now).records) })
}

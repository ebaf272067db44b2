import type { z } from 'zod'
import { err, ok } from '../../../shared/base/result.ts'
import { type DecidedChange, decideFieldChange, type FieldChange } from '../../../shared/domain/edit-field.ts'
import type { Ledger } from '../../../shared/domain/ledger.ts'
import type { RecordEdit } from '../../../shared/domain/record-edit.ts'
import { EDIT_REMARKS } from '../../../shared/messages/remarks.ts'
import { type Act, applyActs } from '../apply-acts.ts'
import { editOutput } from '../contract.ts'
import { readLedgerFile, writeLedgerFile } from '../ledger-file.ts'
import { authorOf, done, misused, option, refused, type Verb } from '../verb.ts'

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
    const written = await writeLedgerFile(out, documents, ledger, author, ports, opened.value)
    if (!written.ok) return refused(written.error)
    const output: z.infer<typeof editOutput> = {
      out: written.value,
      changed: changed.map(({ target, field, from, value }) => ({ number: target, field, from, to: value })),
      removed: [...removals],
    }
    return done(output, [`台账已写入：${written.value}`, ...remarksOn(ledger, changed)])
  },
}

const parseSet = (text: string): FieldChange | null => {
  const match = /^(notice|ledger|inspection|\d+(?:\.\d+)?)\.([^.=\d][^.=]*)=([\s\S]*)$/.exec(text)
  return match ? { target: match[1] ?? '', field: match[2] ?? '', value: match[3] ?? '' } : null
}

const decideSet =
  (change: FieldChange, changed: DecidedChange[]): Act =>
  (ledger, context) => {
    const decided = decideFieldChange(ledger, change, context)
    if (!decided.ok) return decided
    changed.push(decided.value)
    return ok({ intent: `修改${change.target}的${change.field}`, edits: decided.value.edits })
  }

const decideRemovals =
  (numbers: readonly string[], before: Ledger): Act =>
  () => {
    const edits: RecordEdit[] = []
    for (const number of numbers) {
      const file = before.problems.find((candidate) => String(candidate.number) === number)
      if (!file) return err({ type: 'no-such-problem', number, last: before.problems.length })
      edits.push({ type: 'remove', kind: 'problem', id: file.problem.id })
    }
    return ok({ intent: '删除问题', edits })
  }

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

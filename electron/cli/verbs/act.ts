import type { z } from 'zod'
import { decideCommand, type LedgerCommand } from '../../../shared/domain/commands/ledger-command.ts'
import type { Ledger } from '../../../shared/domain/ledger.ts'
import { adviceText } from '../../../shared/messages/advice.ts'
import { applyActs } from '../apply-acts.ts'
import { actOutput } from '../contract.ts'
import { readLedgerFile, writeLedgerFile } from '../ledger-file.ts'
import { readCommand } from '../read-command.ts'
import { authorOf, done, misused, option, refused, type Verb } from '../verb.ts'

export const actVerb: Verb = {
  name: 'act',
  usage: "act LEDGER --do '{\"type\":…}' … [--as 'clerk/unit/pc'] --out LEDGER2",
  summary: 'carries out acts on the ledger, one after the other, and writes it with its history',
  positionals: 1,
  options: { out: { type: 'string' }, do: { type: 'string', multiple: true }, as: { type: 'string' } },
  required: ['out', 'do'],
  output: actOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const commands: LedgerCommand[] = []
    for (const text of given.options['do'] ?? []) {
      const command = readCommand(text, opened.value.ledger)
      if (!command.ok) return 'misuse' in command.error ? misused(command.error.misuse) : refused(command.error.refusal)
      commands.push(command.value)
    }
    const author = authorOf(option(given, 'as'))
    const acts = commands.map(
      (command) => (ledger: Ledger, context: Parameters<typeof decideCommand>[2]) => decideCommand(ledger, command, context),
    )
    const applied = applyActs(opened.value.documents, acts, author, ports)
    if (!applied.ok) return refused(applied.error)
    const { documents, ledger, decisions } = applied.value
    const written = await writeLedgerFile(option(given, 'out') ?? '', documents, ledger, author, ports, opened.value)
    if (!written.ok) return refused(written.error)
    const output: z.infer<typeof actOutput> = {
      out: written.value,
      done: decisions.map(({ intent, edits, advice = [] }) => ({
        intent,
        records: [...new Set(edits.map((edit) => (edit.type === 'create' ? edit.tagged.record.id : edit.id)))],
        advice: advice.map(({ type }) => type),
      })),
    }
    return done(output, [
      `台账已写入：${written.value}`,
      ...new Set(decisions.flatMap(({ advice = [] }) => advice.map((found) => adviceText(found)))),
    ])
  },
}

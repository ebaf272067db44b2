import type { z } from 'zod'
import { decideCommand } from '../../../shared/domain/commands/ledger-command.ts'
import type { EditContext } from '../../../shared/domain/edit-field.ts'
import type { Ledger } from '../../../shared/domain/ledger.ts'
import { actsOfDifference, type DeadlineChoice, type DifferenceActs } from '../../../shared/intake/acts-of-difference.ts'
import { idsOfDifference } from '../../../shared/intake/ids-of-difference.ts'
import { leftOutText } from '../../../shared/messages/left-out.ts'
import { applyActs } from '../apply-acts.ts'
import { updateOutput } from '../contract.ts'
import { readLedgerFile, writeLedgerFile } from '../ledger-file.ts'
import { readDifference } from '../read-difference.ts'
import { authorOf, done, misused, option, refused, type Verb } from '../verb.ts'

export const updateVerb: Verb = {
  name: 'update',
  usage:
    "update LEDGER FILE [--accept all|ID,ID…] [--deadlines correct|extend] [--reason TEXT] [--approved-by NAME] [--as 'clerk/unit/pc'] --out LEDGER2",
  summary: 'takes over what the tables of a file say, as one act, and writes the ledger with its history',
  positionals: 2,
  options: {
    out: { type: 'string' },
    accept: { type: 'string' },
    deadlines: { type: 'string' },
    reason: { type: 'string' },
    'approved-by': { type: 'string' },
    as: { type: 'string' },
  },
  required: ['out'],
  output: updateOutput,
  run: async (given, ports) => {
    const [path = '', tablePath = ''] = given.positionals
    const as = option(given, 'deadlines')
    if (as !== null && as !== undefined && as !== 'correct' && as !== 'extend')
      return misused(`--deadlines 应为 correct（更正）或 extend（延期）；读不懂“${as}”`)
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const read = await readDifference(opened.value.ledger, tablePath, ports.clock.today())
    if (!read.ok) return refused(read.error)
    const { difference, isSameLedger } = read.value
    const offered = idsOfDifference(difference)
    const wanted = option(given, 'accept') ?? 'all'
    const asked = wanted === 'all' ? offered.all : wanted.split(',').map((id) => id.trim())
    const unknown = asked.find((id) => !offered.known.has(id))
    if (unknown !== undefined) return misused(`--accept 中的“${unknown}”不在这份表格的差异里；compare 可列出全部编号`)
    const choice: DeadlineChoice | null =
      as === 'correct' || as === 'extend'
        ? { as, reason: option(given, 'reason') ?? null, approvedBy: option(given, 'approved-by') ?? null }
        : null
    const accepted = { ids: new Set(asked), deadlines: new Map(choice ? asked.map((id) => [id, choice]) : []) }
    const told: DifferenceActs[] = []
    const act = (ledger: Ledger, context: Parameters<typeof decideCommand>[2]) => {
      const acts = actsOfDifference(ledger, difference, accepted, context satisfies EditContext)
      told.push(acts)
      return decideCommand(ledger, acts.command ?? { type: 'batch', commands: [] }, context)
    }
    const author = authorOf(option(given, 'as'))
    const applied = applyActs(opened.value.documents, [act], author, ports)
    if (!applied.ok) return refused(applied.error)
    const { documents, ledger, decisions } = applied.value
    const written = await writeLedgerFile(option(given, 'out') ?? '', documents, ledger, author, ports, opened.value)
    if (!written.ok) return refused(written.error)
    const left = told[0]?.leftOut ?? []
    // A new problem is written though a cell of it may be left out.
    const dropped = new Set(left.map(({ id }) => id).filter((id) => !offered.newProblems.has(id)))
    const output: z.infer<typeof updateOutput> = {
      out: written.value,
      isSameLedger,
      written: asked.filter((id) => !dropped.has(id)),
      leftOut: left.map(({ id, why }) => ({ id, why: leftOutText(why) })),
      intent: told[0]?.command ? (decisions[0]?.intent ?? null) : null,
    }
    return done(output, [`台账已写入：${written.value}`, ...new Set(output.leftOut.map(({ why }) => why))])
  },
}

import type { Refusal } from '../../shared/base/refusal.ts'
import { refusalText } from '../../shared/messages/refusals.ts'
import { PASSPHRASE_FILE, readArguments } from './arguments.ts'
import { readPassphrases } from './package-file.ts'
import { type CliPorts, misused, type Outcome, type ParsedArguments, refused, type Verb } from './verb.ts'
import { actVerb } from './verbs/act.ts'
import { checkVerb } from './verbs/check.ts'
import { compareVerb } from './verbs/compare.ts'
import { conflictsVerb } from './verbs/conflicts.ts'
import { deadlinesVerb } from './verbs/deadlines.ts'
import { draftsVerb } from './verbs/drafts.ts'
import { editVerb } from './verbs/edit.ts'
import { editionsVerb } from './verbs/editions.ts'
import { figuresVerb } from './verbs/figures.ts'
import { formVerb } from './verbs/form.ts'
import { freezeVerb } from './verbs/freeze.ts'
import { historyVerb } from './verbs/history.ts'
import { intakeVerb } from './verbs/intake.ts'
import { integrityVerb } from './verbs/integrity.ts'
import { mergeVerb } from './verbs/merge.ts'
import { noticeVerb } from './verbs/notice.ts'
import { outlineVerb } from './verbs/outline.ts'
import { pagesVerb } from './verbs/pages.ts'
import { papersVerb } from './verbs/papers.ts'
import { periodsVerb } from './verbs/periods.ts'
import { planVerb } from './verbs/plan.ts'
import { relateVerb } from './verbs/relate.ts'
import { replyVerb } from './verbs/reply.ts'
import { resolveVerb } from './verbs/resolve.ts'
import { sliceVerb } from './verbs/slice.ts'
import { tablesVerb } from './verbs/tables.ts'
import { templatesVerb } from './verbs/templates.ts'
import { textVerb } from './verbs/text.ts'
import { trashVerb } from './verbs/trash.ts'
import { updateVerb } from './verbs/update.ts'
import { withheldVerb } from './verbs/withheld.ts'

export const VERBS: readonly Verb[] = [
  intakeVerb,
  textVerb,
  checkVerb,
  noticeVerb,
  pagesVerb,
  templatesVerb,
  editionsVerb,
  withheldVerb,
  draftsVerb,
  tablesVerb,
  papersVerb,
  formVerb,
  compareVerb,
  updateVerb,
  figuresVerb,
  outlineVerb,
  deadlinesVerb,
  integrityVerb,
  editVerb,
  actVerb,
  historyVerb,
  trashVerb,
  sliceVerb,
  replyVerb,
  planVerb,
  mergeVerb,
  relateVerb,
  conflictsVerb,
  resolveVerb,
  freezeVerb,
  periodsVerb,
]

/** What a call leaves: standard output, standard error, exit code. */
export interface CliResult {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: 0 | 1 | 2
}

/** The program without a window: one verb, its arguments, one answer. */
export const runCli = async (argv: readonly string[], ports: CliPorts): Promise<CliResult> => {
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help')
    return { stdout: '', stderr: usage(), exitCode: name === undefined ? 2 : 0 }
  const verb = VERBS.find((known) => known.name === name)
  if (!verb) return answer(misused(`没有“${name}”这个命令`), null)
  const given = readArguments(verb, rest)
  return answer(given.ok ? await run(verb, given.value, ports) : misused(given.error), verb)
}

const run = async (verb: Verb, given: ParsedArguments, ports: CliPorts): Promise<Outcome> => {
  const passphrases = await readPassphrases(given.options[PASSPHRASE_FILE] ?? [])
  return passphrases.ok ? verb.run(given, { ...ports, passphrases: passphrases.value }) : refused(passphrases.error)
}

const answer = (outcome: Outcome, verb: Verb | null): CliResult => {
  switch (outcome.type) {
    case 'done':
      return {
        stdout: `${JSON.stringify(outcome.output)}\n`,
        stderr: lines(outcome.messages),
        exitCode: outcome.foundErrors ? 1 : 0,
      }
    case 'text':
      return { stdout: outcome.text, stderr: '', exitCode: 0 }
    case 'refused':
      return { stdout: '', stderr: lines([refusalText(outcome.refusal), ...hintsOf(outcome.refusal)]), exitCode: 1 }
    case 'misused':
      return {
        stdout: '',
        stderr: `${lines([outcome.message])}${verb ? `用法：npm run -s cli -- ${verb.usage}\n` : usage()}`,
        exitCode: 2,
      }
  }
}

/** What only a person at a command line has to know beside. */
const hintsOf = ({ type }: Refusal): readonly string[] =>
  type === 'package-locked' ? [`命令行用 --${PASSPHRASE_FILE} 给出口令文件，第一行是口令`] : []

const lines = (messages: readonly string[]): string => messages.map((message) => `${message}\n`).join('')

const COMMON_USAGE = `  --${PASSPHRASE_FILE} FILE\n      of every verb that opens a package: the passphrase of a locked one, as the first line of a file`

const usage = (): string =>
  lines(['用法：npm run -s cli -- VERB …', ...VERBS.map((verb) => `  ${verb.usage}\n      ${verb.summary}`), COMMON_USAGE])

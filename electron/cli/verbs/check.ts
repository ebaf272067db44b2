import { basename } from 'node:path'
import type { z } from 'zod'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { type ProofReport, proofReportModel } from '../../../shared/documents/proof-report.ts'
import { noticeFontsOf } from '../../../shared/documents/render/notice-fonts.ts'
import { usualDate } from '../../../shared/domain/ledger.ts'
import type { RecordOf } from '../../../shared/domain/records/record-kinds.ts'
import { SEVERITY_WORDS } from '../../../shared/messages/findings.ts'
import { type Saying, withDecisions } from '../../../shared/proof/decisions.ts'
import { ledgerFactsOf } from '../../../shared/proof/ledger/ledger-facts.ts'
import { proofOfNotice, sayingsOf } from '../../../shared/proof/notice-proof.ts'
import { type Proof, proofText } from '../../../shared/proof/proof.ts'
import type { ProofFinding } from '../../../shared/proof/rule.ts'
import { writeFileAtomically } from '../../files/atomic-write.ts'
import { dateOption } from '../arguments.ts'
import { COMPOSE_OPTIONS, openNotice } from '../composed-notice.ts'
import { checkOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { readIncomingFile } from '../read-incoming-file.ts'
import { type CliPorts, done, misused, type Outcome, option, type ParsedArguments, refused, type Verb } from '../verb.ts'

export const checkVerb: Verb = {
  name: 'check',
  usage:
    'check FILE [--ledger LEDGER] [--notice N] [--template ID] [--edition ID] [--date YYYY-MM-DD] [--report X.docx] [--json]',
  summary: 'proves the numbers and words of a text, or of the 通报 composed from a ledger, and holds them against the ledger',
  positionals: 1,
  // --json is taken because scripts name it; what is printed is JSON either way.
  options: { ledger: { type: 'string' }, report: { type: 'string' }, json: { type: 'boolean' }, ...COMPOSE_OPTIONS },
  required: [],
  output: checkOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const checked = /\.zgtz$/i.test(path) ? await composedProof(given, ports) : await textProof(given, ports)
    if (!checked.ok) return checked.error
    const { proof, text, isComposed } = checked.value
    const result: z.infer<typeof checkOutput> = {
      checked: proof.checked,
      passed: proof.passed,
      findings: proof.findings.map((finding) => printed(finding, text)),
      ...(isComposed ? { text } : {}),
    }
    const out = option(given, 'report')
    const written = out === null ? null : await writeReport(out, checked.value, ports)
    if (written && !written.ok) return refused(written.error)
    const messages = proof.findings.map(({ severity, message }) => `${SEVERITY_WORDS[severity]}：${message}`)
    return done(
      result,
      messages,
      proof.findings.some(({ severity }) => severity === 'error'),
    )
  },
}

interface Checked {
  readonly proof: Proof
  readonly text: string
  readonly isComposed: boolean
  /** What the report names. */
  readonly subject: string
  readonly against: ProofReport['against']
  readonly decisions: readonly Saying[]
  readonly settings: RecordOf<'ledger'> | null
}

/** The 送审前体检报告; the decisions are those the ledger holds of this notice. */
const writeReport = async (
  out: string,
  { proof, text, subject, against, decisions, settings }: Checked,
  { clock }: CliPorts,
): Promise<Result<string, Refusal>> => {
  const decided = withDecisions(proof.findings, text, decisions)
  const model = proofReportModel({ subject, on: clock.today(), by: '', against, proof, decided })
  // The Word library is loaded only when it is needed: it is most of the start-up time.
  const { renderNoticeDocx } = await import('../../../shared/documents/render/notice-docx.ts')
  const fonts = noticeFontsOf(settings, null)
  return writeFileAtomically(out, await renderNoticeDocx(model, { profile: 'word', fonts, comments: [] }))
}

const composedProof = async (given: ParsedArguments, ports: CliPorts): Promise<Result<Checked, Outcome>> => {
  if (option(given, 'ledger') !== null) return err(misused('检查台账本身时不用 --ledger'))
  const chosen = await openNotice(given, ports)
  if (!chosen.ok) return chosen
  const { opened, notice, choices } = chosen.value
  const { ledger } = opened
  const { model, proof, text } = proofOfNotice(ledger, notice, choices)
  return ok({
    proof,
    text,
    isComposed: true,
    subject: (model.title ?? '').replace(/\n/g, ''),
    against: { title: ledger.ledger.title, cutoff: model.cutoff },
    decisions: sayingsOf(ledger, notice.id),
    settings: ledger.ledger,
  })
}

const textProof = async (given: ParsedArguments, ports: CliPorts): Promise<Result<Checked, Outcome>> => {
  for (const name of ['notice', 'template', 'edition'])
    if (option(given, name) !== null) return err(misused(`--${name} 只用于检查台账（.zgtz）生成的通报`))
  const [path = ''] = given.positionals
  const read = await readIncomingFile(path)
  if (!read.ok) return err(refused(read.error))
  const { text } = read.value
  const subject = basename(path).replace(/\.[A-Za-z]{2,5}$/, '')
  const ledgerPath = option(given, 'ledger')
  if (ledgerPath === null) {
    if (option(given, 'date') !== null) return err(misused('--date 是台账的统计日期，要和 --ledger 一起用'))
    return ok({ proof: proofText(text), text, isComposed: false, subject, against: null, decisions: [], settings: null })
  }
  const date = dateOption(given)
  if (!date.ok) return err(misused(date.error))
  const opened = await readLedgerFile(ledgerPath, ports)
  if (!opened.ok) return err(refused(opened.error))
  const { ledger } = opened.value
  const cutoff = date.value ?? usualDate(ledger, ports.clock.today())
  const proof = proofText(text, { facts: ledgerFactsOf(ledger, cutoff), known: null, own: null })
  const against = { title: ledger.ledger.title, cutoff }
  return ok({ proof, text, isComposed: false, subject, against, decisions: [], settings: ledger.ledger })
}

const printed = (
  { rule, severity, start, end, stated, expected, message }: ProofFinding,
  text: string,
): z.infer<typeof checkOutput>['findings'][number] => {
  // What is missing stands nowhere.
  const isNowhere = start === end && stated === ''
  return {
    rule,
    severity,
    start: isNowhere ? null : start,
    end: isNowhere ? null : end,
    text: isNowhere ? null : text.slice(start, end),
    stated: isNowhere ? null : stated,
    expected,
    message,
  }
}

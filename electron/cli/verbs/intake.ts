import { join } from 'node:path'
import type { z } from 'zod'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import { figuresOf } from '../../../shared/domain/figures/figures-of.ts'
import { usualDate } from '../../../shared/domain/ledger.ts'
import type { IntakeDeps } from '../../../shared/intake/draft.ts'
import type { IncomingDocument } from '../../../shared/intake/incoming.ts'
import { INCOMING_KINDS, type IncomingKind, kindOfIncoming } from '../../../shared/intake/kind-of-incoming.ts'
import type { Suggestion } from '../../../shared/intake/suggest-ledger.ts'
import { suggestFromText, type TextSuggestion } from '../../../shared/intake/suggest-text.ts'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { createDocuments } from '../../../shared/merge/ledger-documents.ts'
import { ensureFolder } from '../../files/atomic-write.ts'
import { intakeOutput } from '../contract.ts'
import { writeLedgerFile } from '../ledger-file.ts'
import { readIncomingFile } from '../read-incoming-file.ts'
import { stampOf } from '../stamp.ts'
import { authorOf, done, misused, option, type ParsedArguments, refused, type Verb } from '../verb.ts'
import { intakeTables, type TableIntake } from './intake-table.ts'

/** The file an intake writes into its folder. */
export const LEDGER_FILE = 'ledger.zgtz'

export const intakeVerb: Verb = {
  name: 'intake',
  usage:
    "intake FILE --out DIR [--as-kind feedback|notice|table] [--measures] [--sheet NAME] [--column 3=measure] [--as 'clerk/unit/pc']",
  summary:
    'reads a 反馈意见, a published 通报 (.txt .docx .doc .wps) or the table of a ledger (.xlsx .xls .et .ods .csv, in Word) into DIR/ledger.zgtz and prints what was found',
  positionals: 1,
  options: {
    out: { type: 'string' },
    as: { type: 'string' },
    'as-kind': { type: 'string' },
    measures: { type: 'boolean' },
    sheet: { type: 'string' },
    column: { type: 'string', multiple: true },
  },
  required: ['out'],
  opensNoPackage: true,
  output: intakeOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const wanted = option(given, 'as-kind')
    const asKind = INCOMING_KINDS.find((kind) => kind === wanted) ?? null
    if (wanted !== null && asKind === null)
      return misused(`--as-kind 只能是 ${INCOMING_KINDS.join('、')} 之一，不能是“${wanted}”`)
    const document = await readIncomingFile(path)
    if (!document.ok) return refused(document.error)
    const today = ports.clock.today()
    const suggested = suggestFrom(document.value, asKind, given, { ids: ports.ids, today })
    if (!suggested.ok) return refused(suggested.error)
    const { suggestion } = suggested.value

    const author = authorOf(option(given, 'as'))
    const stamp = stampOf(ports, author, INTENTS[suggested.value.kind], 'whole')
    const documents = createDocuments(automergeEngine(ports.ids), suggestion.records, stamp)
    const folder = await ensureFolder(option(given, 'out') ?? '')
    if (!folder.ok) return refused(folder.error)
    const written = await writeLedgerFile(join(folder.value, LEDGER_FILE), documents, suggestion.ledger, author, ports)
    if (!written.ok) return refused(written.error)
    const { findings } = suggestion
    return done(
      summaryOf(suggested.value, today),
      [`台账已写入：${written.value}`],
      findings.some((finding) => finding.severity === 'error'),
    )
  },
}

const INTENTS: Readonly<Record<IncomingKind, string>> = {
  feedback: '从反馈意见建立台账',
  notice: '从通报文本建立台账',
  table: '从表格建立台账',
}

type Suggested = TextSuggestion | ({ readonly kind: 'table' } & TableIntake)

/** What came in as what it is, or as what the caller says. */
const suggestFrom = (
  document: IncomingDocument,
  asKind: IncomingKind | null,
  given: ParsedArguments,
  deps: IntakeDeps,
): Result<Suggested, Refusal> => {
  const kind = asKind ?? kindOfIncoming(document).kind
  if (kind === 'table') {
    const columns = given.options['column'] ?? []
    const read = intakeTables(document, { sheet: option(given, 'sheet'), columns }, deps)
    return read.ok ? ok({ kind, ...read.value }) : read
  }
  const measuresFromAnswer = given.options['measures'] !== undefined
  const read = suggestFromText(document.text, deps, { asKind: asKind === null ? null : kind, measuresFromAnswer })
  if (!read.ok) return read
  const { suggestion } = read.value
  return ok({
    ...read.value,
    suggestion: { ...suggestion, findings: [...document.findings, ...suggestion.findings] },
  } as Suggested)
}

/** The counts of a suggestion; statuses are counted by problem. */
const summaryOf = (suggested: Suggested, today: PlainDate): z.infer<typeof intakeOutput> => {
  const { ledger, records, findings }: Suggestion = suggested.suggestion
  const figures = new Map(figuresOf(ledger, usualDate(ledger, today)).map((figure) => [figure.id, Number(figure.value)]))
  const count = (id: string): number => figures.get(id) ?? 0
  const [notice] = records.notice
  const feedback = feedbackOf(suggested)
  const isTable = suggested.kind === 'table'
  return {
    kind: suggested.kind,
    reasons: isTable ? [] : [...suggested.decision.reasons],
    feedback,
    tables: isTable ? suggested.tables : [],
    rejected: isTable ? suggested.rejected : [],
    title: suggested.kind === 'feedback' ? suggested.suggestion.reading.title : (notice?.title ?? null),
    rectifyingParty: ledger.inspection.rectifyingParty,
    signedDate: feedback === null ? (notice?.signedOn ?? null) : feedback.feedbackDate,
    problems: count('problems.total'),
    items: count('items.total'),
    done: count('problems.done'),
    sustained: count('problems.sustained'),
    basicallyDone: count('problems.basicallyDone'),
    open: count('problems.open'),
    unstated: count('problems.unstated'),
    findings: [...findings],
  }
}

const feedbackOf = (suggested: Suggested): z.infer<typeof intakeOutput>['feedback'] => {
  if (suggested.kind !== 'feedback') return null
  const { reading, outline, ledger } = suggested.suggestion
  const { team, inspectedParty, feedbackOn } = reading.facts
  return {
    team,
    inspectedParty,
    feedbackDate: feedbackOn,
    headings: ledger.records.outlineNode.length,
    details: outline.problems.reduce((sum, { details }) => sum + details.length, 0),
    advice: outline.asides.filter(({ role }) => role === 'advice').length,
    splits: reading.splits.map(({ at, kind, role, level, confidence, isTaken }) => {
      return { at, kind, role, level, confidence, taken: isTaken }
    }),
  }
}

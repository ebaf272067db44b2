import { join } from 'node:path'
import type { z } from 'zod'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import { figuresOf } from '../../../shared/domain/figures/figures-of.ts'
import { usualDate } from '../../../shared/domain/ledger.ts'
import { type Suggestion, suggestLedger } from '../../../shared/intake/suggest-ledger.ts'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { createDocuments } from '../../../shared/merge/ledger-documents.ts'
import { ensureFolder } from '../../files/atomic-write.ts'
import { intakeOutput } from '../contract.ts'
import { writeLedgerFile } from '../ledger-file.ts'
import { readIncomingFile } from '../read-incoming-file.ts'
import { stampOf } from '../stamp.ts'
import { authorOf, done, option, refused, type Verb } from '../verb.ts'

/** The file an intake writes into its folder. */
export const LEDGER_FILE = 'ledger.zgtz'

export const intakeVerb: Verb = {
  name: 'intake',
  usage: "intake FILE --out DIR [--as 'clerk/unit/pc']",
  summary: 'reads a published 通报 (text, .docx, .doc, .wps) into a ledger: writes DIR/ledger.zgtz and prints what was found',
  positionals: 1,
  options: { out: { type: 'string' }, as: { type: 'string' } },
  required: ['out'],
  output: intakeOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const read = await readIncomingFile(path)
    if (!read.ok) return refused(read.error)
    const today = ports.clock.today()
    const suggestion = suggestLedger(read.value.text, { ids: ports.ids, today })
    if (!suggestion.ok) return refused(suggestion.error)

    const author = authorOf(option(given, 'as'))
    const stamp = stampOf(ports, author, '从通报文本建立台账', 'whole')
    const documents = createDocuments(automergeEngine(ports.ids), suggestion.value.records, stamp)
    const folder = await ensureFolder(option(given, 'out') ?? '')
    if (!folder.ok) return refused(folder.error)
    const written = await writeLedgerFile(join(folder.value, LEDGER_FILE), documents, suggestion.value.ledger, author, ports)
    if (!written.ok) return refused(written.error)
    const findings = [...read.value.findings, ...suggestion.value.findings]
    return done(
      { ...summaryOf(suggestion.value, today), findings },
      [`台账已写入：${written.value}`],
      findings.some((finding) => finding.severity === 'error'),
    )
  },
}

/** The counts of a suggestion; statuses are counted by problem. */
const summaryOf = ({ ledger, records, findings }: Suggestion, today: PlainDate): z.infer<typeof intakeOutput> => {
  const figures = new Map(figuresOf(ledger, usualDate(ledger, today)).map((figure) => [figure.id, Number(figure.value)]))
  const count = (id: string): number => figures.get(id) ?? 0
  const [notice] = records.notice
  return {
    title: notice?.title ?? null,
    rectifyingParty: ledger.inspection.rectifyingParty,
    signedDate: notice?.signedOn ?? null,
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

import type { z } from 'zod'
import { checkIntegrity } from '../../../shared/domain/integrity/check-integrity.ts'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { readRaw } from '../../../shared/merge/ledger-documents.ts'
import { countBySeverity, integrityFindings } from '../../../shared/messages/integrity.ts'
import { dateOption } from '../arguments.ts'
import { integrityOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { done, misused, refused, type Verb } from '../verb.ts'

export const integrityVerb: Verb = {
  name: 'integrity',
  usage: 'integrity LEDGER [--date YYYY-MM-DD]',
  summary: 'checks the ledger: broken references, clashes of a merge, dates and statuses that contradict each other',
  positionals: 1,
  options: { date: { type: 'string' } },
  required: [],
  output: integrityOutput,
  run: async (given, ports) => {
    const chosen = dateOption(given)
    if (!chosen.ok) return misused(chosen.error)
    const opened = await readLedgerFile(given.positionals[0] ?? '', ports)
    if (!opened.ok) return refused(opened.error)
    const today = chosen.value ?? ports.clock.today()
    const findings = integrityFindings(checkIntegrity(readRaw(automergeEngine(ports.ids), opened.value.documents), today))
    const { error: errors, warning: warnings, hint: hints } = countBySeverity(findings)
    const output: z.infer<typeof integrityOutput> = {
      date: today,
      errors,
      warnings,
      hints,
      findings: findings.map(({ rule, severity, message, place, records }) => ({
        rule,
        severity,
        message,
        area: place.area,
        problem: place.area === 'problem' ? { id: place.problemId, number: place.number } : null,
        records: [...records],
      })),
    }
    return done(
      output,
      findings.map(({ message }) => message),
      errors > 0,
    )
  },
}

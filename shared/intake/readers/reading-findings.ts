import type { Finding } from '../../domain/finding.ts'
import { type FindingFacts, INTAKE_FINDINGS, type IntakeRule } from '../../messages/findings.ts'

/** A finding about the reading as a whole. */
export const readingFinding = (rule: IntakeRule, facts: FindingFacts = {}): Finding => {
  const { severity, say } = INTAKE_FINDINGS[rule]
  return { rule, severity, message: say(facts), start: null, end: null, text: null, stated: null, expected: null }
}

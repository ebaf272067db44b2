import type { Severity } from '../domain/finding.ts'
import { type Coverage, coverageOf, type KnownPlaces } from './ledger/coverage.ts'
import type { LedgerFacts } from './ledger/ledger-facts.ts'
import { LEDGER_RULES, type OwnPlaces } from './ledger/ledger-rules.ts'
import { type KnownParagraphs, readProofText } from './reading.ts'
import type { ProofFinding, ProofRule, RuleResult } from './rule.ts'
import { PROOF_RULES } from './rules.ts'

/** What one rule looked at in a text. */
export interface RuleCount extends Pick<ProofRule, 'id' | 'title' | 'source'> {
  readonly checked: number
  readonly findings: number
}

/** What a check of a text came to. `checked` counts relations, `passed` those that hold. */
export interface Proof {
  readonly checked: number
  readonly passed: number
  /** From the beginning of the text to its end. */
  readonly findings: readonly ProofFinding[]
  readonly rules: readonly RuleCount[]
  /** Which problem of the ledger is told where; null where the text was held against none. */
  readonly coverage: Coverage | null
}

/** The ledger a text is held against. */
export interface Against {
  readonly facts: LedgerFacts
  /** Where a composition puts each problem; null: the problems are found by their words. */
  readonly known: KnownPlaces | null
  /** Which numbers tell of the whole ledger; null: all outside the answers to single problems. */
  readonly own: OwnPlaces | null
}

/** Checks a text by all rules. `known` keeps what was read of unchanged paragraphs from one check of a text to the next. */
export const proofText = (text: string, against: Against | null = null, known?: KnownParagraphs): Proof => {
  const reading = readProofText(text, known)
  const results = PROOF_RULES.map((rule) => ({ rule, result: rule.check(reading) }))
  if (against === null) return told(results, null)
  const coverage = coverageOf(reading, against.facts, against.known)
  const answers = new Set(coverage.problems.flatMap(({ paragraphs }) => paragraphs))
  const own = against.own ?? ((index: number) => !answers.has(index))
  const held = LEDGER_RULES.map((rule) => ({ rule, result: rule.check(reading, against.facts, coverage, own) }))
  return told([...results, ...held], coverage)
}

interface Checked {
  readonly rule: Pick<ProofRule, 'id' | 'title' | 'source'>
  readonly result: RuleResult
}

const told = (results: readonly Checked[], coverage: Coverage | null): Proof => {
  const findings = withoutEchoes(results.flatMap(({ result }) => result.findings))
  const checked = results.reduce((sum, { result }) => sum + result.checked, 0)
  const failed = results.reduce((sum, { result }) => sum + Math.min(result.checked, result.findings.length), 0)
  return {
    checked,
    passed: checked - failed,
    findings,
    rules: results.map(({ rule: { id, title, source }, result }) => ({
      id,
      title,
      source,
      checked: result.checked,
      findings: result.findings.length,
    })),
    coverage,
  }
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

/** One slip is told once: of two rules of a family that mark the same words the worse stays. */
const withoutEchoes = (findings: readonly ProofFinding[]): readonly ProofFinding[] => {
  const sorted = [...findings].sort((a, b) => a.start - b.start || WEIGHT[a.severity] - WEIGHT[b.severity])
  const seen = new Set<string>()
  return sorted.filter(({ rule, start, end }) => {
    if (start === end) return true
    const place = `${rule.split('.')[0] ?? rule}/${start}/${end}`
    if (seen.has(place)) return false
    seen.add(place)
    return true
  })
}

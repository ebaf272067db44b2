import type { Severity } from '../domain/finding.ts'
import type { ParagraphReading, Reading } from './reading.ts'

/** What a rule says of a place in a text. Offsets are UTF-16 offsets into the text as it was given. */
export interface ProofFinding {
  readonly rule: string
  readonly severity: Severity
  readonly start: number
  readonly end: number
  /** The number or words as they stand. */
  readonly stated: string
  /** What should stand there; null where only a person can say. */
  readonly expected: string | null
  /** How it was computed: 3 + 2 = 5; empty where nothing was. */
  readonly formula: string
  /** The whole sentence a person reads. */
  readonly message: string
  /** Certain enough to be put right with one click. */
  readonly fix: ProofFix | null
}

export interface ProofFix {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What one rule found, and how many relations it looked at: those without a finding hold. */
export interface RuleResult {
  readonly checked: number
  readonly findings: readonly ProofFinding[]
}

/** One rule of the check: pure, explainable, one file each. */
export interface ProofRule {
  readonly id: string
  readonly title: string
  /** The standard's clause, or the custom of the genre. */
  readonly source: string
  /** The worst it says: a rule that only ever doubts is never 必改. */
  readonly severity: Severity
  /** A text it finds fault with, and one it does not. */
  readonly examples: { readonly wrong: string; readonly right: string }
  readonly check: (reading: Reading) => RuleResult
}

export const NOTHING: RuleResult = { checked: 0, findings: [] }

/** What one paragraph gives; offsets count in the paragraph. */
type ParagraphCheck = (paragraph: ParagraphReading) => RuleResult

/**
 * A check that needs no more than one paragraph at a time. What it found in a paragraph is kept as long as the paragraph's reading is, so
 * that one retyped sentence costs one paragraph.
 */
export const byParagraph = (check: ParagraphCheck): ProofRule['check'] => {
  const known = new WeakMap<ParagraphReading, RuleResult>()
  const checked = (paragraph: ParagraphReading): RuleResult => {
    const before = known.get(paragraph)
    if (before) return before
    const result = check(paragraph)
    known.set(paragraph, result)
    return result
  }
  return ({ paragraphs }) => {
    let count = 0
    const findings: ProofFinding[] = []
    for (const { reading, start } of paragraphs) {
      const result = checked(reading)
      count += result.checked
      for (const finding of result.findings) findings.push(moved(finding, start))
    }
    return { checked: count, findings }
  }
}

const moved = (finding: ProofFinding, by: number): ProofFinding => ({
  ...finding,
  start: finding.start + by,
  end: finding.end + by,
  fix: finding.fix && { ...finding.fix, start: finding.fix.start + by, end: finding.fix.end + by },
})

/** Joins the results of several looks at one text. */
export const joined = (results: readonly RuleResult[]): RuleResult => ({
  checked: results.reduce((sum, { checked }) => sum + checked, 0),
  findings: results.flatMap(({ findings }) => findings),
})

import type { Severity } from '../domain/finding.ts'
import type { ProofFinding } from './rule.ts'

interface Said {
  readonly expected?: string | null
  readonly formula?: string
  readonly message: string
  /** What to write over the place; absent where a person must decide. */
  readonly fix?: string | undefined
}

/** A finding at a place of a text. */
export const findingAt = (
  rule: string,
  severity: Severity,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { expected = null, formula = '', message, fix }: Said,
): ProofFinding => ({
  rule,
  severity,
  start,
  end,
  stated: text.slice(start, end),
  expected,
  formula,
  message,
  fix: fix === undefined ? null : { start, end, text: fix },
})

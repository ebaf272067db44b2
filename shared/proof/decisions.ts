import type { RecordOf } from '../domain/records/record-kinds.ts'
import type { ProofFinding } from './rule.ts'

/** By what a finding is known again: its rule, its words and the sentence they stand in. */
export interface Fingerprint {
  readonly rule: string
  readonly stated: string
  readonly sentence: string
}

/** What a person said of a finding: kept in the ledger, or, of a text from outside, as long as it is looked at. */
export type Saying = Pick<RecordOf<'proofDecision'>, 'id' | 'order' | keyof Fingerprint | 'verdict' | 'reason'>

/** A finding with what a person said of it. */
export interface DecidedFinding {
  readonly finding: ProofFinding
  readonly fingerprint: Fingerprint
  /** Null: nobody has said anything yet. */
  readonly decision: Saying | null
}

/** The sentence a place stands in, from stop to stop; of what stands nowhere (a problem that is missing) the finding's own words. */
export const fingerprintOf = (finding: ProofFinding, text: string): Fingerprint => {
  const { rule, stated, start, end } = finding
  if (start === end && stated === '') return { rule, stated, sentence: finding.message }
  const from = start === 0 ? 0 : Math.max(...STOPS.map((stop) => text.lastIndexOf(stop, start - 1))) + 1
  const to = Math.min(...STOPS.map((stop) => text.indexOf(stop, end)).map((at) => (at === -1 ? text.length : at)))
  return { rule, stated, sentence: text.slice(from, to).trim() }
}

const STOPS = ['。', '！', '？', '\n']

/** Joins findings with what was said of them. Of two sayings about one finding (two PCs) the later in order stands. */
export const withDecisions = (
  findings: readonly ProofFinding[],
  text: string,
  decisions: readonly Saying[],
): readonly DecidedFinding[] => {
  const said = new Map([...decisions].sort((a, b) => (a.order < b.order ? -1 : 1)).map((decision) => [keyOf(decision), decision]))
  return findings.map((finding) => {
    const fingerprint = fingerprintOf(finding, text)
    return { finding, fingerprint, decision: said.get(keyOf(fingerprint)) ?? null }
  })
}

const keyOf = ({ rule, stated, sentence }: Fingerprint): string => JSON.stringify([rule, stated, sentence])

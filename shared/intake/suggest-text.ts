import type { Refusal } from '../base/refusal.ts'
import { ok, type Result } from '../base/result.ts'
import type { Finding } from '../domain/finding.ts'
import { KIND_NAMES } from '../messages/feedback.ts'
import { INTAKE_FINDINGS } from '../messages/findings.ts'
import type { IntakeDeps } from './draft.ts'
import { type FeedbackSuggestion, suggestFromFeedback } from './feedback/suggest-feedback.ts'
import { kindOfText, type TextKind, type TextKindReading } from './kind-of-text.ts'
import { type NoticeOptions, type Suggestion, suggestLedger } from './suggest-ledger.ts'

/** What a text was read as, and what it became. */
export type TextSuggestion =
  | { readonly kind: 'feedback'; readonly decision: TextKindReading; readonly suggestion: FeedbackSuggestion }
  | { readonly kind: 'notice'; readonly decision: TextKindReading; readonly suggestion: Suggestion }

export interface TextOptions extends NoticeOptions {
  /** What a person says the text is; null leaves it to the text. */
  readonly asKind?: TextKind | null
}

/** The one door for plain text: reads it as what it is, or as what a person says, into a suggested ledger. */
export const suggestFromText = (text: string, deps: IntakeDeps, options: TextOptions = {}): Result<TextSuggestion, Refusal> => {
  const decision = kindOfText(text)
  const kind = options.asKind ?? decision.kind
  const told = options.asKind ? [] : findingsOf(decision)
  if (kind === 'feedback') {
    const suggestion = suggestFromFeedback(text, deps)
    if (!suggestion.ok) return suggestion
    return ok({ kind, decision, suggestion: { ...suggestion.value, findings: [...told, ...suggestion.value.findings] } })
  }
  const suggestion = suggestLedger(text, deps, options)
  if (!suggestion.ok) return suggestion
  return ok({ kind, decision, suggestion: { ...suggestion.value, findings: [...told, ...suggestion.value.findings] } })
}

const findingsOf = ({ kind, isDoubtful, reasons }: TextKindReading): readonly Finding[] => {
  if (!isDoubtful && kind === 'notice') return []
  const rule = isDoubtful ? 'intake.kind-doubtful' : 'intake.read-as-feedback'
  const { severity, say } = INTAKE_FINDINGS[rule]
  const message = say({ text: KIND_NAMES[kind], names: reasons })
  return [{ rule, severity, message, start: null, end: null, text: null, stated: null, expected: null }]
}

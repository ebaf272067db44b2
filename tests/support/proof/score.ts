import type { Severity } from '../../../shared/domain/finding.ts'
import { proofText } from '../../../shared/proof/proof.ts'
import type { ProofFinding } from '../../../shared/proof/rule.ts'
import type { LabelledRelation, LabelledText } from './labelled.ts'

/** What the checker did with labelled texts, per rule and in all. */
export interface Score {
  /** Relations that do not hold, and how many of them were told. */
  wrong: number
  told: number
  /** Findings of 必改, and how many of them speak of what is labelled wrong for certain. */
  errors: number
  rightErrors: number
  /** The same of 存疑. */
  warnings: number
  rightWarnings: number
}

export interface Miss {
  readonly id: string
  readonly what: 'not told' | 'false 必改' | 'false 存疑'
  readonly rule: string
  readonly words: string
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

/**
 * Holds the findings of each text against its labels. A relation that does not hold counts as told when a finding touches one of its
 * figures; a 必改 counts as right when it touches a figure of a relation that is labelled wrong for certain.
 */
export const scoreOf = (texts: readonly LabelledText[], ignored: ReadonlySet<string> = new Set()) => {
  const scores = new Map<string, Score>()
  const misses: Miss[] = []
  const of = (rule: string): Score => {
    const score = scores.get(rule) ?? { wrong: 0, told: 0, errors: 0, rightErrors: 0, warnings: 0, rightWarnings: 0 }
    scores.set(rule, score)
    return score
  }
  for (const { id, text, relations } of texts) {
    const findings = proofText(text).findings.filter(({ rule }) => !ignored.has(rule))
    const wrong = relations.filter(({ holds }) => !holds)
    for (const relation of wrong) {
      const score = of(relation.rule)
      score.wrong += 1
      if (findings.some((finding) => touches(finding, relation, text))) score.told += 1
      else misses.push({ id, what: 'not told', rule: relation.rule, words: relation.figures.join(' / ') })
    }
    for (const finding of findings) {
      if (finding.severity === 'hint') continue
      const score = of(finding.rule)
      const about = wrong.filter((relation) => touches(finding, relation, text))
      const isRight = about.some(({ severity = 'error' }) => WEIGHT[severity] <= WEIGHT[finding.severity])
      if (finding.severity === 'error') score.errors += 1
      else score.warnings += 1
      if (isRight && finding.severity === 'error') score.rightErrors += 1
      if (isRight && finding.severity === 'warning') score.rightWarnings += 1
      if (!isRight)
        misses.push({
          id,
          what: finding.severity === 'error' ? 'false 必改' : 'false 存疑',
          rule: finding.rule,
          words: `${text.slice(Math.max(0, finding.start - 16), finding.start)}[${finding.stated}] ${finding.formula}`,
        })
    }
  }
  return { scores, misses }
}

/** Does a finding stand on one of the relation's figures? */
const touches = ({ start, end }: ProofFinding, { figures }: LabelledRelation, text: string): boolean =>
  figures.some((figure) => {
    for (let at = text.indexOf(figure); at !== -1; at = text.indexOf(figure, at + 1))
      if (start < at + figure.length && end > at) return true
    return false
  })

/** All rules together. */
export const totalOf = (scores: ReadonlyMap<string, Score>): Score => {
  const total = { wrong: 0, told: 0, errors: 0, rightErrors: 0, warnings: 0, rightWarnings: 0 }
  for (const score of scores.values()) for (const key of Object.keys(total) as (keyof Score)[]) total[key] += score[key]
  return total
}

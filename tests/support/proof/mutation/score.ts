import { proofText } from '../../../../shared/proof/proof.ts'
import { generatedNotice, mutationsOf } from './generated-notices.ts'

/** How many changed figures of labelled relations the checker tells of, by rule and in all. */
export interface MutationScore {
  readonly byRule: ReadonlyMap<string, { readonly changed: number; readonly told: number }>
  readonly changed: number
  readonly told: number
  /** Findings (hints left out) on notices in which nothing was changed: each is wrong. */
  readonly saidOfTrue: number
}

/** Generated notices of the seeds 1 to `notices`, each changed `howMany` times, always the same. */
export const mutationScore = (notices: number, howMany: number): MutationScore => {
  const byRule = new Map<string, { changed: number; told: number }>()
  let saidOfTrue = 0
  for (let seed = 1; seed <= notices; seed += 1) {
    const notice = generatedNotice(seed)
    saidOfTrue += proofText(notice.text).findings.filter(({ severity }) => severity !== 'hint').length
    for (const { text, relation } of mutationsOf(notice, seed * 7, howMany)) {
      const score = byRule.get(relation.rule) ?? { changed: 0, told: 0 }
      byRule.set(relation.rule, score)
      score.changed += 1
      const isTold = proofText(text).findings.some(
        ({ severity, start, end }) =>
          severity !== 'hint' && relation.figures.some((figure) => start < figure.end && end > figure.start),
      )
      if (isTold) score.told += 1
    }
  }
  const all = [...byRule.values()]
  return {
    byRule,
    changed: all.reduce((sum, { changed }) => sum + changed, 0),
    told: all.reduce((sum, { told }) => sum + told, 0),
    saidOfTrue,
  }
}

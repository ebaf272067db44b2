import type { z } from 'zod'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Finding } from '../../../shared/domain/finding.ts'
import { EDITIONS, type Edition } from '../../../shared/domain/records/notice-records.ts'
import { compareNotices, type ParagraphDifference } from '../../../shared/notice/differences.ts'
import { editionFindings } from '../../../shared/notice/edition-findings.ts'
import { masksNames } from '../../../shared/notice/mask-names.ts'
import { COMPOSE_OPTIONS, openNotice, readEdition } from '../composed-notice.ts'
import { editionsOutput } from '../contract.ts'
import { done, misused, type Outcome, option, type Verb } from '../verb.ts'

/** It composes every edition: there is none to choose. */
const { edition: _, ...OPTIONS } = COMPOSE_OPTIONS

export const editionsVerb: Verb = {
  name: 'editions',
  usage: 'editions LEDGER [--compare A,B] [--notice N] [--template ID] [--date YYYY-MM-DD]',
  summary: 'composes every edition of the 通报 from the ledger, and compares two of them paragraph by paragraph',
  positionals: 1,
  options: { compare: { type: 'string' }, ...OPTIONS },
  required: [],
  output: editionsOutput,
  run: async (given, ports) => {
    const sides = readSides(option(given, 'compare'))
    if (!sides.ok) return sides.error
    const chosen = await openNotice(given, ports)
    if (!chosen.ok) return chosen.error
    const { opened, notice, compose } = chosen.value
    const editions = EDITIONS.map((edition) => {
      const model = compose(edition)
      const findings: readonly Finding[] = editionFindings(opened.ledger, notice, model)
      return {
        edition,
        problems: new Set(model.lines.flatMap(({ problemId }) => problemId ?? [])).size,
        paragraphs: model.lines.length,
        namesMasked: masksNames(notice, edition),
        findings: [...findings],
      }
    })
    const [a, b] = sides.value
    const output: z.infer<typeof editionsOutput> = {
      editions,
      comparison: a && b ? comparisonOutput(compareNotices(compose(a), compose(b))) : null,
    }
    return done(output)
  },
}

const readSides = (text: string | null): Result<readonly Edition[], Outcome> => {
  if (text === null) return ok([])
  const [a = '', b = '', ...more] = text.split(',')
  const [first, second] = [readEdition(a), readEdition(b)]
  if (!first.ok) return first
  if (!second.ok) return second
  return more.length > 0 ? err(misused('--compare 应写两个版本，如 public,party')) : ok([first.value, second.value])
}

/** The paragraphs that differ; what is the same is only counted. */
export const comparisonOutput = (found: readonly ParagraphDifference[]): z.infer<typeof editionsOutput>['comparison'] => ({
  same: found.filter(({ type }) => type === 'same').length,
  different: found.flatMap(({ type, before, after, words, about }) =>
    type === 'same' ? [] : [{ type, before, after, words: [...words], problemId: about.problemId ?? null }],
  ),
})

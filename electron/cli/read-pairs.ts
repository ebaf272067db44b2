import { z } from 'zod'
import { parseJson } from '../../shared/base/json.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { Ledger } from '../../shared/domain/ledger.ts'
import type { RelatedChoice } from '../../shared/exchange/place-problems.ts'

const named = z.union([z.string(), z.number().int()])
const choiceSchema = z.object({
  pairs: z.array(z.object({ mine: named, theirs: named })),
  added: z.array(named).optional(),
})

/**
 * What a file says of two ledgers: `{"pairs":[{"mine":3,"theirs":"4f…"}],"added":[7]}`, each problem by its number or its id. Without
 * `added` all others of theirs come in. The error is a sentence about what is wrong with it.
 */
export const readPairs = (text: string, mine: Ledger, theirs: Ledger): Result<RelatedChoice, string> => {
  const read = choiceSchema.safeParse(parseJson(text))
  if (!read.success) return err('--pairs 的文件应写作 {"pairs":[{"mine":1,"theirs":2}],"added":[3]}')
  const { pairs, added } = read.data
  const [ours, others] = [problemFinder(mine), problemFinder(theirs)]
  const unknown = [
    ...pairs.filter((pair) => ours(pair.mine) === null).map((pair) => `本台账没有问题“${pair.mine}”`),
    ...[...pairs.map((pair) => pair.theirs), ...(added ?? [])]
      .filter((name) => others(name) === null)
      .map((name) => `另一本台账没有问题“${name}”`),
  ]
  if (unknown[0] !== undefined) return err(`--pairs 的文件不对：${unknown[0]}`)
  const found = pairs.map((pair) => ({ mine: ours(pair.mine) ?? '', theirs: others(pair.theirs) ?? '' }))
  const twice = [found.map((pair) => pair.mine), found.map((pair) => pair.theirs)].some((ids) => new Set(ids).size < ids.length)
  if (twice) return err('--pairs 的文件不对：同一个问题出现了两次')
  return ok({ pairs: found, added: added?.map((name) => others(name) ?? '') ?? theirs.problems.map(({ problem }) => problem.id) })
}

const problemFinder =
  ({ problems }: Ledger) =>
  (name: string | number): string | null =>
    problems.find(({ problem, number }) => (typeof name === 'number' ? number === name : problem.id === name))?.problem.id ?? null

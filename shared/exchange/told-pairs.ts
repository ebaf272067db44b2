import type { Ledger } from '../domain/ledger.ts'
import type { SuggestedPair } from './suggest-pairs.ts'

/** A problem as a person knows it. */
export interface NamedProblem {
  readonly id: string
  readonly number: number
  readonly statement: string
}

/** A suggestion in the words a person decides by. */
export interface ToldPair {
  readonly theirs: NamedProblem
  readonly mine: NamedProblem | null
  readonly by: SuggestedPair['by']
  /** 0 to 1, in thousandths. */
  readonly score: number
}

export const namedProblems = ({ problems }: Ledger): readonly NamedProblem[] =>
  problems.map(({ problem, number }) => ({ id: problem.id, number, statement: problem.statement }))

export const toldPairs = (pairs: readonly SuggestedPair[], mine: Ledger, theirs: Ledger): ToldPair[] => {
  const [ours, others] = [mine, theirs].map((ledger) => new Map(namedProblems(ledger).map((named) => [named.id, named])))
  return pairs.flatMap(({ mine: own, theirs: other, by, score }): readonly ToldPair[] => {
    const told = others?.get(other)
    return told === undefined
      ? []
      : [{ theirs: told, mine: ours?.get(own ?? '') ?? null, by, score: Math.round(score * 1000) / 1000 }]
  })
}

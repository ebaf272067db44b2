import { pairsOf } from '../base/likeness.ts'
import { groupBy } from '../base/list.ts'
import type { Ledger } from '../domain/ledger.ts'
import { saidText } from './said-text.ts'

/** A problem of theirs with the one of ours that seems to be the same. */
export interface SuggestedPair {
  readonly theirs: string
  /** Null: no problem of ours says anything like it. */
  readonly mine: string | null
  /** `equal`: the statements say the same · `near`: nearly · `none`. */
  readonly by: 'equal' | 'near' | 'none'
  /** 0 to 1: how alike the statements are. */
  readonly score: number
}

/** Statements less alike than this are two problems. */
const NEAR = 0.6
/** So many of ours are weighed for each of theirs. */
const MOST_CANDIDATES = 20

/**
 * For each problem of theirs, in their order, the one of ours that says the same ([Note: Related ledgers] in relate.ts). None is used twice;
 * the most alike go first, of equals those under the same heading, then the earlier ones. Nothing is joined by this.
 */
export const suggestPairs = (mine: Ledger, theirs: Ledger): readonly SuggestedPair[] => {
  const [ours, others] = [statementsOf(mine), statementsOf(theirs)]
  const found = new Map<Statement, { readonly mine: Statement; readonly score: number }>()
  const taken = new Set<Statement>()
  const take = (own: Statement, their: Statement, score: number): void => {
    if (taken.has(own) || found.has(their)) return
    taken.add(own)
    found.set(their, { mine: own, score })
  }
  for (const keyOf of [({ text, heading }: Statement) => `${text}\n${heading}`, ({ text }: Statement) => text]) {
    const left = groupBy(
      ours.filter((own) => !taken.has(own) && own.text !== ''),
      keyOf,
    )
    const asked = others.filter((their) => !found.has(their) && their.text !== '')
    for (const [key, same] of groupBy(asked, keyOf))
      same.forEach((their, i) => {
        const own = left.get(key)?.[i]
        if (own) take(own, their, 1)
      })
  }
  const near = nearPairs(
    ours.filter((own) => !taken.has(own)),
    others.filter((their) => !found.has(their)),
  )
  for (const { own, their, score } of near) take(own, their, score)
  return others.map((their): SuggestedPair => {
    const pair = found.get(their)
    const by = pair === undefined ? 'none' : pair.mine.text === their.text ? 'equal' : 'near'
    return { theirs: their.id, mine: pair?.mine.id ?? null, by, score: pair?.score ?? 0 }
  })
}

interface Statement {
  readonly id: string
  /** Its place among the problems of its ledger. */
  readonly place: number
  readonly text: string
  readonly heading: string
}

const statementsOf = ({ problems }: Ledger): readonly Statement[] =>
  problems.map(({ problem, path }, place) => ({
    id: problem.id,
    place,
    text: saidText(problem.statement),
    heading: path.map(({ heading }) => saidText(heading)).join('\n'),
  }))

interface NearPair {
  readonly own: Statement
  readonly their: Statement
  readonly score: number
}

/** What is nearly the same, the most alike first. Shared pairs of characters are counted through an index instead of comparing each with each. */
const nearPairs = (ours: readonly Statement[], others: readonly Statement[]): readonly NearPair[] => {
  const sizes: number[] = []
  const postings = new Map<string, number[]>()
  ours.forEach(({ text }, i) => {
    const pairs = pairsOf(text)
    sizes.push(pairs.size)
    for (const pair of pairs) {
      const list = postings.get(pair)
      if (list) list.push(i)
      else postings.set(pair, [i])
    }
  })
  const shared = new Uint32Array(ours.length)
  const candidates = others.flatMap((their) => {
    shared.fill(0)
    const pairs = pairsOf(their.text)
    for (const pair of pairs) for (const i of postings.get(pair) ?? []) shared[i] = (shared[i] ?? 0) + 1
    return ours
      .map((own, i): NearPair => ({ own, their, score: (2 * (shared[i] ?? 0)) / Math.max(1, pairs.size + (sizes[i] ?? 0)) }))
      .filter(({ score }) => score >= NEAR)
      .sort(bestFirst)
      .slice(0, MOST_CANDIDATES)
  })
  return candidates.sort(bestFirst)
}

const bestFirst = (a: NearPair, b: NearPair): number =>
  b.score - a.score ||
  Number(b.own.heading === b.their.heading) - Number(a.own.heading === a.their.heading) ||
  a.their.place - b.their.place ||
  a.own.place - b.own.place

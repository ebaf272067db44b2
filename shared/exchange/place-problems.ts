import type { Ledger, ProblemFile } from '../domain/ledger.ts'
import { matchParts, PARTS_OF_PROBLEM, type PartKind, partsByProblem } from './match-records.ts'
import type { Places } from './related-places.ts'

/** The same problem in both ledgers. */
export interface ConfirmedPair {
  readonly mine: string
  readonly theirs: string
}

/** What a person decided: which problems are the same, and which of theirs without a pair come in. What names no problem is passed over. */
export interface RelatedChoice {
  readonly pairs: readonly ConfirmedPair[]
  readonly added: readonly string[]
}

/** Problems of theirs with the id each has here. */
export interface PlacedProblems {
  readonly pairs: readonly ConfirmedPair[]
  readonly added: readonly ConfirmedPair[]
}

/** Problems with all that belongs to them. What was related before stays as it was, whatever is chosen now. */
export const placeProblems = (mine: Ledger, theirs: Ledger, choice: RelatedChoice, places: Places): PlacedProblems => {
  const ours = new Map<string, ProblemFile>(mine.problems.map((file) => [file.problem.id, file]))
  const confirmed = new Map(choice.pairs.filter((pair) => ours.has(pair.mine)).map((pair) => [pair.theirs, pair.mine]))
  const chosen = new Set(choice.added)
  const parts = PARTS_OF_PROBLEM.map((kind) => ({
    kind,
    ours: partsByProblem(mine.records, kind),
    theirs: partsByProblem(theirs.records, kind),
  }))
  const pairs: ConfirmedPair[] = []
  const added: ConfirmedPair[] = []
  for (const { problem, office } of theirs.problems) {
    const same = confirmed.get(problem.id)
    const place =
      places.earlier('problem', problem.id, 'paired') ??
      (same === undefined ? null : ({ id: same, as: 'paired' } as const)) ??
      (chosen.has(problem.id) ? ({ id: places.own(problem.id), as: 'new' } as const) : null)
    if (place === null) continue
    const isPair = place.as === 'paired'
    ;(isPair ? pairs : added).push({ mine: place.id, theirs: problem.id })
    places.put('problem', problem.id, place)
    if (office) places.put('officePart', office.id, { id: ours.get(place.id)?.office?.id ?? place.id, as: place.as })
    for (const { kind, ours: own, theirs: others } of parts)
      placeParts(places, kind, others.get(problem.id) ?? [], isPair ? (own.get(place.id) ?? []) : [])
  }
  return { pairs, added }
}

type Parts = Parameters<typeof matchParts>[1]

const placeParts = (places: Places, kind: PartKind, theirs: Parts, ours: Parts): void => {
  const named = theirs.map((record) => ({ record, id: String(record['id']) }))
  const taken = places.taken(
    kind,
    named.map(({ id }) => id),
  )
  const left = named.filter(({ id }) => {
    const place = places.earlier(kind, id, 'paired')
    if (place !== null) places.put(kind, id, place)
    return place === null
  })
  const matched = matchParts(
    kind,
    left.map(({ record }) => record),
    ours.filter((record) => !taken.has(String(record['id']))),
    places.idOf,
  )
  for (const { id } of left) {
    const same = matched.get(id)
    places.put(kind, id, same === undefined ? { id: places.own(id), as: 'new' } : { id: same, as: 'paired' })
  }
}

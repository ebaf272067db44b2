import * as A from '@automerge/automerge'

type Document = A.Doc<Record<string, unknown>>

/**
 * [Note: Cloned actors] Two PCs write under one actor when a running program was copied with its random source. Their changes then carry
 * the same numbers, and the library refuses to merge them. One of the two branches is written anew under actors of its own: the branch
 * whose first change has the greater hash, with everything that was built on it. The new actor follows from the change's own hash, so
 * that every PC makes the same of it, in whichever order and however often it meets the branches.
 */
export const mergeClones = (mine: Document, theirs: Document, actor: string): Document => {
  const [here, there] = [changesOf(mine), changesOf(theirs)]
  const lost = clashing(here, there)
  const together = new Map([...apart(here, lost), ...apart(there, lost)].map((change) => [change.hash, change.bytes]))
  const [merged] = A.applyChanges(A.init<Record<string, unknown>>({ actor }), [...together.values()])
  return merged
}

interface BranchChange extends A.DecodedChange {
  readonly bytes: Uint8Array
}

const changesOf = (doc: Document): readonly BranchChange[] =>
  A.getAllChanges(doc).map((bytes) => ({ ...A.decodeChange(bytes), bytes }))

/** Actors that were made here; a change keeps its own when what it was built on is written anew later. */
const MADE_HERE = 'c107e5'

const ownActor = ({ actor, hash }: BranchChange): string =>
  actor.startsWith(MADE_HERE) ? actor : MADE_HERE + hash.slice(0, 32 - MADE_HERE.length)

/** The changes that give way: of two different ones with one number, the branch of the greater hash from there on. */
const clashing = (here: readonly BranchChange[], there: readonly BranchChange[]): ReadonlySet<string> => {
  const lost = new Set<string>()
  const settled = new Set<string>()
  const standing = new Map(there.map((change) => [`${change.seq}@${change.actor}`, change]))
  for (const change of here) {
    const other = standing.get(`${change.seq}@${change.actor}`)
    if (other === undefined || other.hash === change.hash || settled.has(change.actor) || change.actor.startsWith(MADE_HERE))
      continue
    settled.add(change.actor)
    const [loser, branch] = change.hash > other.hash ? [change, here] : [other, there]
    for (const { actor, seq, hash } of branch) if (actor === loser.actor && seq >= loser.seq) lost.add(hash)
  }
  return lost
}

/** The changes of one PC in causal order, those that give way and all that were built on them under actors of their own. */
const apart = (changes: readonly BranchChange[], lost: ReadonlySet<string>): readonly Pick<BranchChange, 'hash' | 'bytes'>[] => {
  const hashes = new Map<string, string>()
  const operations = new Map<string, string>()
  return changes.map((change) => {
    if (!lost.has(change.hash) && !change.deps.some((dep) => hashes.has(dep))) return change
    const actor = ownActor(change)
    change.ops.forEach((_, i) => {
      operations.set(`${change.startOp + i}@${change.actor}`, `${change.startOp + i}@${actor}`)
    })
    const { hash, bytes: _bytes, ...kept } = change
    const bytes = A.encodeChange({
      ...kept,
      actor,
      seq: 1,
      deps: change.deps.map((dep) => hashes.get(dep) ?? dep).sort(),
      ops: change.ops.map((op) => ({ ...op, pred: op.pred.map((id) => operations.get(id) ?? id).sort(byCounter) })),
    })
    const written = A.decodeChange(bytes).hash
    hashes.set(hash, written)
    return { hash: written, bytes }
  })
}

/** Operations are named `counter@actor` and stand in the order of the counter, then of the actor. */
const byCounter = (a: string, b: string): number => {
  const [first = '', mine = ''] = a.split('@')
  const [second = '', theirs = ''] = b.split('@')
  return Number(first) - Number(second) || (mine < theirs ? -1 : 1)
}

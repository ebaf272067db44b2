import type { EntityKey } from '../../shared/merge/flat-map.ts'
import { fieldKey } from '../../shared/merge/flat-map.ts'
import { PROBLEM, set, statement } from './engine-parts.ts'
import type { Pc, Step } from './office-of-three.ts'

/** Histories that tell a right engine from one that is wrong in one of the ways it could be. Each is run by every law. */
const edit = (pc: Pc, ...edits: Extract<Step, { type: 'edit' }>['edits']): Step => ({
  type: 'edit',
  pc,
  edits,
  at: 1_700_000_000,
})
const says = (pc: Pc, words: string): Step => edit(pc, set(statement, words))
const life = (pc: Pc, type: 'remove' | 'restore' | 'touch', entity: EntityKey = PROBLEM): Step => edit(pc, { type, entity })
const merge = (pc: Pc, from: Pc): Step => ({ type: 'merge', pc, from })
const resolve = (pc: Pc, pick = 0): Step => ({ type: 'resolve', pc, pick, at: 0 })
const undo = (pc: Pc): Step => ({ type: 'undo', pc, at: 0 })

export const PINNED: readonly (readonly Step[])[] = [
  // A field and the life of its entity are both in conflict; resolving the one leaves the other.
  [says('a', '甲'), says('b', '乙'), life('c', 'remove'), merge('a', 'b'), merge('a', 'c'), resolve('a', 0), resolve('a', 0)],
  // What one takes back meets what another wrote meanwhile.
  [says('a', '甲'), says('b', '乙'), undo('a'), merge('a', 'b'), undo('a'), merge('b', 'a'), undo('b')],
  // Both wrote the same: no conflict, and a third who had not seen it makes one of three.
  [says('a', '甲'), says('b', '甲'), merge('a', 'b'), says('c', '丙'), merge('a', 'c'), merge('b', 'a'), resolve('b', 2)],
  // Removed on two PCs, restored on one of them, edited on the third.
  [
    life('a', 'remove'),
    life('b', 'remove'),
    life('a', 'restore'),
    says('c', '丙'),
    merge('a', 'b'),
    merge('a', 'c'),
    resolve('a', 1),
  ],
  // One entity begun on two PCs, removed on one of them.
  [
    edit('a', set(fieldKey('measure:m1', 'text'), '甲')),
    edit('b', set(fieldKey('measure:m1', 'text'), '乙'), { type: 'touch', entity: PROBLEM }),
    life('a', 'remove', 'measure:m1'),
    merge('a', 'b'),
    merge('b', 'a'),
    resolve('a', 0),
    resolve('b', 1),
    merge('c', 'a'),
    merge('c', 'b'),
  ],
  // Restored and written in one change, while another resolves the removal.
  [
    life('a', 'remove'),
    merge('b', 'a'),
    edit('a', { type: 'restore', entity: PROBLEM }, set(statement, '甲')),
    edit('b', { type: 'restore', entity: PROBLEM }, { type: 'remove', entity: PROBLEM }),
    merge('a', 'b'),
    resolve('a', 1),
    merge('b', 'a'),
  ],
  // Two resolve one conflict differently.
  [
    says('a', '甲'),
    says('b', '乙'),
    merge('a', 'b'),
    merge('b', 'a'),
    resolve('a', 0),
    resolve('b', 1),
    merge('a', 'b'),
    merge('c', 'a'),
  ],
  // A disk copied twice over, each copy written on.
  [
    says('a', '甲'),
    { type: 'copy', pc: 'b', from: 'a' },
    says('a', '乙'),
    says('b', '丙'),
    { type: 'copy', pc: 'c', from: 'b' },
    says('b', '甲'),
    says('c', '乙'),
    merge('a', 'c'),
    merge('a', 'b'),
  ],
]

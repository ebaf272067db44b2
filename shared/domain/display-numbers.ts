import { inOrder, isBranch } from './arrangement.ts'
import type { Ledger, OutlineBranch } from './ledger.ts'
import { type LevelNumbering, levelAt, newMarkCounter, parseLevels } from './numbering.ts'

/** One line of the outline with its mark: 一、（一）1.（1）. `sourceNumber` is what a source printed there, null where nobody told. */
export type NumberedLine =
  | {
      readonly type: 'node'
      readonly id: string
      readonly mark: string
      readonly sourceNumber: string | null
      readonly heading: string
      readonly children: readonly NumberedLine[]
    }
  | {
      readonly type: 'problem'
      readonly id: string
      readonly mark: string
      readonly sourceNumber: string | null
      readonly statement: string
      /** 序号 in the four lists: the running number through the whole ledger. */
      readonly number: number
    }

/** The outline as it is numbered today ([Note: Marks are counted]): computed from position, never stored. */
export const numberedOutline = (ledger: Ledger): readonly NumberedLine[] => {
  const levels = levelsOf(ledger.records)
  const nextMark = newMarkCounter()
  const linesUnder = (branch: OutlineBranch, depth: number): readonly NumberedLine[] =>
    branch.children.flatMap((child): readonly NumberedLine[] => {
      if (!isBranch(child)) {
        const { id, sourceNumber, statement } = child.problem
        return [{ type: 'problem', id, mark: nextMark(levelAt(levels, depth)), sourceNumber, statement, number: child.number }]
      }
      if (child.node === null) return []
      const { id, sourceNumber, heading } = child.node
      const mark = nextMark(levelAt(levels, depth))
      return [{ type: 'node', id, mark, sourceNumber, heading, children: linesUnder(child, depth + 1) }]
    })
  return linesUnder(ledger.outline, 1)
}

/** The ledger's own numbering, else that of its first notice that has one, else 一、（一）1.（1） of GB/T 9704-2012 7.3.3. */
const levelsOf = ({ ledger, notice }: Ledger['records']): readonly LevelNumbering[] =>
  [...ledger, ...inOrder(notice)].map(({ levels }) => parseLevels(levels ?? '')).find((levels) => levels.length > 0) ?? []

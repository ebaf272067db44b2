import { groupBy } from '../../base/list.ts'
import type { PlainDate } from '../../base/plain-date.ts'
import { isWhole, peopleOf } from '../figures/accountability-figures.ts'
import { isBy } from '../figures/figure.ts'
import type { Accountability } from '../records/record-kinds.ts'
import type { AccountabilityCategory, CountUnit } from '../records/register-records.ts'

/** A total written by hand (a line of 问责处理 without 处理方式) beside measures of the same problem that do not come to it. */
export interface StatedTotal {
  readonly problemId: string | null
  readonly category: AccountabilityCategory
  readonly countUnit: CountUnit
  readonly stated: number
  readonly added: number
  /** The lines, the total first. */
  readonly ids: readonly string[]
}

/** Every such total that its parts miss, in the order of the register. A total without parts beside it says nothing against itself. */
export const missedTotals = (register: readonly Accountability[], cutoff: PlainDate): readonly StatedTotal[] => {
  const lines = register.filter(({ on }) => isBy(on, cutoff))
  const groups = groupBy(lines, (line) => `${line.originId ?? line.problemId ?? ''} ${line.category} ${line.countUnit}`)
  return [...groups.values()].flatMap((group) => {
    const whole = group.filter(isWhole)
    const parts = group.filter(({ measure }) => measure !== '')
    const [first] = whole
    if (!first || parts.length === 0) return []
    const sum = (of: readonly Accountability[]): number => of.reduce((total, line) => total + peopleOf(line), 0)
    const [stated, added] = [sum(whole), sum(parts)]
    const { problemId, category, countUnit } = first
    return stated === added
      ? []
      : [{ problemId, category, countUnit, stated, added, ids: [...whole, ...parts].map(({ id }) => id) }]
  })
}

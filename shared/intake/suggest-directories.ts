import { groupBy } from '../base/list.ts'
import { orderKeys } from '../base/order.ts'
import { canonicalUnitName } from '../domain/unit-names.ts'
import type { Draft } from './draft.ts'

const UNIT_ROLES = ['leadUnit', 'unit', 'supportUnit'] as const

/** Fills 单位库 and 领导库 from the responsibilities and ties each name to its entry. Two spellings of one unit share an entry. */
export const addDirectories = (draft: Draft): void => {
  const responsibilities = draft.records.responsibility
  const units = groupBy(
    responsibilities.filter((r) => UNIT_ROLES.some((role) => role === r.role)),
    (r) => canonicalUnitName(r.name),
  )
  const unitPlaces = orderKeys(units.size)
  ;[...units].forEach(([, uses], i) => {
    const names = [...new Set(uses.map((r) => r.name))]
    const [name = '', ...aliases] = names
    const unit = draft.add('unit', { order: unitPlaces[i] ?? 'a0', name, aliases: aliases.join('、') })
    for (const use of uses) draft.change('responsibility', use.id, { directoryId: unit.id })
    if (aliases.length > 0) draft.note('intake.units-joined', null, { text: name, names })
  })
  const leaders = groupBy(
    responsibilities.filter((r) => r.role === 'leader'),
    (r) => r.name,
  )
  const leaderPlaces = orderKeys(leaders.size)
  ;[...leaders].forEach(([name, uses], i) => {
    const leader = draft.add('leader', { order: leaderPlaces[i] ?? 'a0', name })
    for (const use of uses) draft.change('responsibility', use.id, { directoryId: leader.id })
  })
}

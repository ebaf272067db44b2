import { expect, test } from 'vitest'
import { entriesOf, nameUses, type PlacedDuty } from '../../../../shared/domain/directories/name-uses.ts'
import { nearNames } from '../../../../shared/domain/directories/near-names.ts'
import { recordOf } from '../../../../shared/domain/records/record-kinds.ts'

const unit = (id: string, name: string, more: object = {}) => recordOf('unit', { id, name, ...more })
const duty = (problemId: string, role: PlacedDuty['role'], name: string, directoryId: string | null = null): PlacedDuty => ({
  ...{ ownerId: problemId, problemId, role, name, directoryId },
})

test('a use is counted for the entry a name stands for, by name, alias, number or a joined entry', () => {
  const units = [
    unit('u1', '县财政局', { aliases: '财政局' }),
    unit('u2', '县财局', { joinedIntoId: 'u1' }),
    unit('u3', '县审计局'),
  ]
  const { ofEntry, unknown, unmatched } = nameUses({ unit: units, leader: [] }, [
    duty('p1', 'leadUnit', '县财政局', 'u1'),
    duty('p1', 'unit', '财政局'),
    duty('p2', 'supportUnit', '县财局', 'u2'),
    duty('p3', 'unit', '各乡镇'),
    duty('p4', 'unit', '各 乡镇'),
    duty('p4', 'phone', '县财政局'),
  ])
  expect(ofEntry.get('u1')).toMatchObject({ leads: 1, units: 1, supports: 1, places: 3, problemIds: ['p1', 'p2'] })
  expect(ofEntry.has('u3')).toBe(false)
  expect(unknown).toMatchObject([{ kind: 'unit', name: '各乡镇', use: { problemIds: ['p3', 'p4'] } }])
  expect(unmatched).toEqual(['p1', 'p2'])
  const { kept, joinedTo } = entriesOf(units)
  expect(kept.map(({ id }) => id)).toEqual(['u1', 'u3'])
  expect(joinedTo.get('u1')?.map(({ id }) => id)).toEqual(['u2'])
})

const pairs = (kind: 'unit' | 'leader', ...names: readonly string[]) =>
  nearNames(
    kind,
    names.map((name) => ({ id: name, name, aliases: '' })),
  ).map(({ a, b, why }) => `${a}=${b} ${why}`)

test('one unit under two spellings, with the place and without it, or with a slip of one character', () => {
  expect(pairs('unit', '县住建局', '县住房和城乡建设局', '县水利局')).toEqual(['县住建局=县住房和城乡建设局 same'])
  expect(pairs('unit', '县财政局', '财政局', '青梧县财政局')).toEqual([
    '县财政局=财政局 prefix',
    '县财政局=青梧县财政局 prefix',
    '财政局=青梧县财政局 prefix',
  ])
  expect(pairs('unit', '县发改委员会', '县发该委员会', '县水利局')).toEqual(['县发改委员会=县发该委员会 letter'])
})

test('a number, a place or a rank tells two units apart, and short names of people are left alone', () => {
  expect(pairs('unit', '第一小学校', '第二小学校', '城东街道办事处', '城西街道办事处', '县财政局', '县民政局')).toEqual([])
  expect(pairs('leader', '张伟', '张炜', '李建国', '李建过')).toEqual(['李建国=李建过 letter'])
})

import { expect, test } from 'vitest'
import { directoryOf } from '../../../shared/domain/directory.ts'
import { recordOf } from '../../../shared/domain/records/record-kinds.ts'

const unit = (id: string, name: string, more: { aliases?: string; joinedIntoId?: string; order?: string } = {}) =>
  recordOf('unit', { id, name, ...more })
const leader = (id: string, name: string, more: { aliases?: string; joinedIntoId?: string } = {}) =>
  recordOf('leader', { id, name, ...more })

test('long and short forms, aliases and spaced-out names are one entry', () => {
  const { unitOf, leaderOf } = directoryOf({
    unit: [unit('u1', '县纪委监委'), unit('u2', '县政务服务中心', { aliases: '县审批局、县大数据局' })],
    leader: [leader('l1', '何启')],
  })
  expect(unitOf('县纪委县监委')).toEqual({ key: 'u1', name: '县纪委监委', entryId: 'u1' })
  expect(unitOf('县大数据局').key).toBe('u2')
  expect(leaderOf('何　启').key).toBe('l1')
})

test('a name the directory does not know adds up under its canonical form', () => {
  const { unitOf } = directoryOf({ unit: [], leader: [] })
  expect(unitOf('县住房和城乡建设局')).toEqual({ key: '县住建局', name: '县住房和城乡建设局', entryId: null })
  expect(unitOf('县住建局').key).toBe('县住建局')
})

test('one that was joined stands for the entry at the end of the way, by id and by name', () => {
  const { unitOf } = directoryOf({
    unit: [unit('a', '县旅游局', { joinedIntoId: 'b' }), unit('b', '县旅委', { joinedIntoId: 'c' }), unit('c', '县文旅局')],
    leader: [],
  })
  expect(unitOf('随便', 'a').key).toBe('c')
  expect(unitOf('县旅游局').name).toBe('县文旅局')
})

test('entries joined to each other on two PCs are one, and one whose target is gone stands for itself', () => {
  const { unitOf } = directoryOf({
    unit: [
      unit('b', '乙局', { joinedIntoId: 'a' }),
      unit('a', '甲局', { joinedIntoId: 'b' }),
      unit('x', '丙局', { joinedIntoId: 'a' }),
      unit('y', '丁局', { joinedIntoId: 'gone' }),
    ],
    leader: [],
  })
  expect(['乙局', '甲局', '丙局'].map((name) => unitOf(name).key)).toEqual(['a', 'a', 'a'])
  expect(unitOf('丁局').key).toBe('y')
})

test("an entry's own name goes before another's alias, and a directory id before any name", () => {
  const { unitOf } = directoryOf({
    unit: [unit('u1', '县水利局', { aliases: '县水务局', order: 'a0' }), unit('u2', '县水务局', { order: 'a1' })],
    leader: [],
  })
  expect(unitOf('县水务局').key).toBe('u2')
  expect(unitOf('县水务局', 'u1').key).toBe('u1')
  expect(unitOf('县水务局', 'gone').key).toBe('u2')
})

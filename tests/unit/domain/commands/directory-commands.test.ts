import { expect, test } from 'vitest'
import { directoryOf } from '../../../../shared/domain/directory.ts'
import { openLedger } from '../../../../shared/domain/ledger.ts'
import { recordOf } from '../../../../shared/domain/records/record-kinds.ts'
import { aLedger } from '../../../support/a-ledger.ts'
import { type ActingPc, act, actingPc, copiedPc, recordsAt, takeIn, tryAct } from '../../../support/acts.ts'

const start = (): ActingPc => {
  const { records } = aLedger({
    problems: [
      {
        statement: '甲',
        measures: [{ text: '换管' }],
        responsibilities: [
          { role: 'leadUnit', name: '县纪委县监委' },
          { role: 'unit', name: '县审批局', ownerId: 'p1-m1' },
          { role: 'leader', name: '何　启' },
          { role: 'contact', name: '何启' },
          { role: 'unit', name: '各乡镇' },
        ],
      },
    ],
  })
  const unit = [
    recordOf('unit', { id: 'u1', name: '县纪委监委' }),
    recordOf('unit', { id: 'u2', name: '县政务办', phone: '0000-1' }),
    recordOf('unit', { id: 'u3', name: '县审批局', aliases: '县行政审批局、县政务办', contact: '王某' }),
  ]
  return actingPc(openLedger({ ...records, unit, leader: [recordOf('leader', { id: 'l1', name: '何启' })] }))
}

test('names, aliases and what the kept one does not tell come from the joined, which stay and say so', () => {
  const pc = start()
  act(pc, { type: 'join-entries', kind: 'unit', intoId: 'u2', ids: ['u3'] })
  const units = new Map(recordsAt(pc).unit.map((unit) => [unit.id, unit]))
  expect(units.get('u2')).toMatchObject({ aliases: '县审批局、县行政审批局', contact: '王某', phone: '0000-1' })
  expect(units.get('u3')).toMatchObject({ joinedIntoId: 'u2', name: '县审批局' })
  expect(directoryOf(recordsAt(pc)).unitOf('县行政审批局').key).toBe('u2')
})

test('joining into one that was joined goes to where that went; joining with itself is nothing', () => {
  const pc = start()
  act(pc, { type: 'join-entries', kind: 'unit', intoId: 'u2', ids: ['u3'] })
  act(pc, { type: 'join-entries', kind: 'unit', intoId: 'u3', ids: ['u1'] })
  expect(directoryOf(recordsAt(pc)).unitOf('县纪委监委').key).toBe('u2')
  expect(act(pc, { type: 'join-entries', kind: 'unit', intoId: 'u3', ids: ['u2'] }).edits).toEqual([])
  expect(tryAct(pc, { type: 'join-entries', kind: 'leader', intoId: 'l1', ids: ['u1'] })).toMatchObject({
    error: { type: 'entity-removed' },
  })
})

test('two PCs that join the same two the other way round agree on one of them', () => {
  const 甲 = start()
  const 乙 = copiedPc(甲, 'b')
  act(甲, { type: 'join-entries', kind: 'unit', intoId: 'u2', ids: ['u3'] })
  act(乙, { type: 'join-entries', kind: 'unit', intoId: 'u3', ids: ['u2'] })
  takeIn(甲, 乙)
  takeIn(乙, 甲)
  const keys = [甲, 乙].flatMap((pc) => ['u2', 'u3'].map((id) => directoryOf(recordsAt(pc)).unitOf('', id).key))
  expect(new Set(keys).size).toBe(1)
})

test('responsibilities that name somebody of the directory point to them; people and crowds are left alone', () => {
  const pc = start()
  act(pc, { type: 'match-responsibilities', problemIds: ['p1'] })
  expect(recordsAt(pc).responsibility.map(({ name, directoryId }) => [name, directoryId])).toEqual(
    expect.arrayContaining([
      ['县纪委县监委', 'u1'],
      ['县审批局', 'u3'],
      ['何　启', 'l1'],
      ['何启', null],
      ['各乡镇', null],
    ]),
  )
  expect(act(pc, { type: 'match-responsibilities', problemIds: ['p1'] }).edits).toEqual([])
})

const namesAt = (pc: ActingPc): readonly string[] =>
  recordsAt(pc)
    .responsibility.filter(({ role }) => role === 'unit' || role === 'leadUnit')
    .map(({ name }) => name)

test('where names are to follow, a joined unit is written with the kept name, and named once in a role', () => {
  const pc = start()
  act(pc, { type: 'join-entries', kind: 'unit', intoId: 'u2', ids: ['u3'], problemIds: ['p1'] })
  expect(namesAt(pc)).toEqual(['县纪委县监委', '县政务办', '各乡镇'])
  act(pc, { type: 'join-entries', kind: 'unit', intoId: 'u2', ids: ['u1'], problemIds: ['p1'] })
  expect(namesAt(pc)).toEqual(['县政务办', '县政务办', '各乡镇'])
})

test('two names of one role that are one unit now stand there once', () => {
  const pc = start()
  const named = { type: 'set-field', problemId: 'p1', measureId: 'p1-m1', field: 'unit', value: '县审批局、县政务办' }
  act(pc, named)
  act(pc, { type: 'join-entries', kind: 'unit', intoId: 'u2', ids: ['u3'], problemIds: ['p1'] })
  expect(namesAt(pc).filter((name) => name === '县政务办')).toHaveLength(1)
})

test('a new name is written where the old one was, and the old one stays among the aliases', () => {
  const pc = start()
  act(pc, { type: 'rename-entry', kind: 'unit', id: 'u1', name: '县纪委', problemIds: ['p1'] })
  expect(recordsAt(pc).unit.find(({ id }) => id === 'u1')).toMatchObject({ name: '县纪委', aliases: '县纪委监委' })
  expect(namesAt(pc)[0]).toBe('县纪委')
  expect(directoryOf(recordsAt(pc)).unitOf('县纪委县监委').key).toBe('u1')
  const refused = tryAct(pc, { type: 'rename-entry', kind: 'unit', id: 'u1', name: ' ' })
  expect(refused.ok).toBe(false)
})

test('a name or another name that some other entry goes by already is refused, and says whose it is', () => {
  const pc = start()
  const taken = { ok: false, error: { type: 'name-in-use', entry: '县审批局' } }
  expect(tryAct(pc, { type: 'rename-entry', kind: 'unit', id: 'u1', name: '县审批局' })).toMatchObject(taken)
  expect(tryAct(pc, { type: 'rename-entry', kind: 'unit', id: 'u1', name: '县行政审批局' })).toMatchObject(taken)
  const alias = { type: 'set-record-field', kind: 'unit', problemId: null, field: '别名' } as const
  expect(tryAct(pc, { ...alias, id: 'u1', value: '县纪委、县审批局' })).toMatchObject(taken)
  // What stood among them before may stay.
  expect(tryAct(pc, { ...alias, id: 'u3', value: '县行政审批局、县政务办、审批局' }).ok).toBe(true)
})

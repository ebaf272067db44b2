import { describe, expect, test } from 'vitest'
import type { ChangeEntry } from '../../../shared/merge/engine.ts'
import { fieldKey } from '../../../shared/merge/flat-map.ts'
import { by, edited, engineOf, loaded, mergedBytes, PROBLEM, set, startBytes, statement } from '../../support/engine-parts.ts'

const act = (pc: string, number: number) => ({ ...by(pc), act: { type: 'do', id: `${pc}.${number}`, of: null } as const })
const ofPc =
  (pc: string) =>
  (entry: ChangeEntry): boolean =>
    entry.act?.id.startsWith(`${pc}.`) ?? false

/** 甲 writes 乙 over 原文. */
const afterMine = () => {
  const mine = engineOf('j')
  const doc = edited(mine, loaded(mine, startBytes()), [set(statement, '乙')], act('j', 1))
  return { bytes: mine.save(doc), hash: mine.heads(doc)[0] ?? '' }
}

const undoneBy = (pc: string, bytes: Uint8Array, hash: string) => {
  const engine = engineOf('z')
  return engine.inverse(loaded(engine, bytes), hash, ofPc(pc))
}

/** 甲 and 乙 wrote one field without having seen each other's. */
const dispute = () => {
  const start = startBytes()
  const [a, b] = [engineOf('j'), engineOf('y')]
  const mine = a.save(edited(a, loaded(a, start), [set(statement, '甲')], by('甲')))
  const theirs = b.save(edited(b, loaded(b, start), [set(statement, '乙'), set(fieldKey(PROBLEM, 'target'), '目标')], by('乙')))
  return { mine, theirs }
}

describe('changes', () => {
  test('tell every field with its old and its new value, oldest first, and the act they belong to', () => {
    const { bytes } = afterMine()
    const engine = engineOf('r')
    const doc = loaded(engine, bytes)
    const changes = engine.changes(doc)
    expect(changes.map(({ author }) => author?.clerk)).toEqual(['起草', 'j'])
    expect(changes[1]).toMatchObject({
      fields: [{ key: statement, from: ['原文'], to: '乙' }],
      lives: [],
      touched: [PROBLEM],
      act: { type: 'do', id: 'j.1' },
    })
    expect(changes[0]?.lives).toEqual([{ entity: PROBLEM, what: 'created' }])
    expect(engine.changes(doc, engine.heads(doc))).toEqual([])
  })

  test('stand in the same order on every PC, whoever took in whose', () => {
    const { mine, theirs } = dispute()
    const order = (bytes: Uint8Array) =>
      engineOf('r')
        .history(loaded(engineOf('r'), bytes))
        .map(({ hash }) => hash)
    expect(order(mergedBytes(engineOf('j'), mine, theirs))).toEqual(order(mergedBytes(engineOf('y'), theirs, mine)))
  })

  test('that end a conflict name all the old values, and cannot be taken back', () => {
    const { mine, theirs } = dispute()
    const engine = engineOf('m')
    const both = loaded(engine, mergedBytes(engine, mine, theirs))
    const writers = engine.writers(both).get(statement) ?? []
    expect(writers.map(({ author }) => author?.clerk).sort()).toEqual(['乙', '甲'])
    const resolved = engine.resolve(both, statement, '商定', act('j', 2))
    const [hash = ''] = engine.heads(resolved)
    const last = engine.changes(resolved).find((change) => change.hash === hash)
    expect(last?.fields.map(({ from, to }) => [[...from].sort(), to])).toEqual([[['乙', '甲'], '商定']])
    expect(undoneBy('j', engine.save(resolved), hash)).toEqual({ ok: false, error: { key: statement } })
  })

  test('whose choice was the value already shown are told as one write, not as two', () => {
    const { mine, theirs } = dispute()
    const engine = engineOf('m')
    const both = loaded(engine, mergedBytes(engine, mine, theirs))
    const shown = engine.read(both).get(statement) ?? null
    const resolved = engine.resolve(both, statement, shown, act('j', 2))
    const last = engine.changes(resolved).find(({ hash }) => hash === engine.heads(resolved)[0])
    expect(last?.fields).toHaveLength(1)
    expect(last?.fields[0]).toMatchObject({ key: statement, to: shown })
  })

  test('without an act in their message are read as before', () => {
    const engine = engineOf('a')
    expect(engine.history(loaded(engine, startBytes()))).toMatchObject([{ author: { clerk: '起草' }, intent: '修改', act: null }])
  })
})

describe('undo', () => {
  test('sets the old values back', () => {
    const { bytes, hash } = afterMine()
    expect(undoneBy('j', bytes, hash)).toEqual({ ok: true, value: [{ type: 'touch', entity: PROBLEM }, set(statement, '原文')] })
  })

  test('is refused where someone wrote on and came back to the same word', () => {
    const { bytes, hash } = afterMine()
    const other = engineOf('y')
    const there = edited(other, loaded(other, bytes), [set(statement, '丙')], act('y', 1))
    const back = other.save(edited(other, there, [set(statement, '乙')], act('y', 2)))
    expect(undoneBy('j', back, hash)).toEqual({ ok: false, error: { key: statement } })
  })

  test('goes through one’s own later act that was taken back itself', () => {
    const { bytes, hash } = afterMine()
    const mine = engineOf('k')
    const later = edited(mine, loaded(mine, bytes), [set(statement, '丙')], act('j', 2))
    expect(undoneBy('j', mine.save(later), hash)).toMatchObject({ ok: false })
    const back = edited(mine, later, [set(statement, '乙')], { ...by('j'), act: { type: 'undo', id: 'j.3', of: 'j.2' } })
    expect(undoneBy('j', mine.save(back), hash)).toMatchObject({ ok: true })
  })

  test('of something created is refused when someone has worked in it since', () => {
    const mine = engineOf('j')
    const created = edited(mine, loaded(mine, startBytes()), [set('measure:m9/text', '新措施')], act('j', 1))
    const [hash = ''] = mine.heads(created)
    const bytes = mine.save(created)
    expect(undoneBy('j', bytes, hash)).toEqual({ ok: true, value: [{ type: 'remove', entity: 'measure:m9' }] })
    const other = engineOf('y')
    const worked = edited(other, loaded(other, bytes), [set('measure:m9/status', 'done')], act('y', 1))
    expect(undoneBy('j', other.save(worked), hash)).toMatchObject({ ok: false })
  })

  test('of a change that is not in the document is refused', () => {
    expect(undoneBy('j', startBytes(), 'ab'.repeat(32))).toMatchObject({ ok: false })
  })
})

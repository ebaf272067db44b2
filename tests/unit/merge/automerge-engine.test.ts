import * as A from '@automerge/automerge'
import { describe, expect, test } from 'vitest'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import type { FieldEdit } from '../../../shared/merge/engine.ts'
import { ALIVE, fieldKey } from '../../../shared/merge/flat-map.ts'
import { by, edited, engineOf, loaded, mergedBytes, PROBLEM, set, startBytes, statement } from '../../support/engine-parts.ts'

const life = fieldKey(PROBLEM, ALIVE)

/** Two PCs load the same document, each edits, one takes in the other's. */
const afterBoth = (mine: Parameters<typeof edited>[2], theirs: Parameters<typeof edited>[2]) => {
  const [甲, 乙] = [engineOf('j'), engineOf('y')]
  const start = startBytes()
  const a = 甲.save(edited(甲, loaded(甲, start), mine, by('甲')))
  const b = 乙.save(edited(乙, loaded(乙, start), theirs, by('乙')))
  const engine = engineOf('m')
  return { engine, doc: loaded(engine, mergedBytes(engine, a, b)), a, b }
}

describe('conflicts', () => {
  test('two different values of one field are both kept and named with their authors', () => {
    const { engine, doc } = afterBoth([set(statement, '甲的话')], [set(statement, '乙的话')])
    const [conflict, ...rest] = engine.conflicts(doc)
    expect(rest).toEqual([])
    expect(conflict).toMatchObject({ type: 'field', key: statement })
    expect(conflict?.values.map(({ value, author }) => `${author?.clerk}：${value}`).sort()).toEqual(['乙：乙的话', '甲：甲的话'])
  })

  test('sentences are never interleaved letter by letter', () => {
    const { engine, doc } = afterBoth([set(statement, '待核验')], [set(statement, '已完成')])
    expect(['待核验', '已完成']).toContain(engine.read(doc).get(statement))
  })

  test('the same value from both is no conflict', () => {
    const { engine, doc } = afterBoth([set(statement, '同样的话')], [set(statement, '同样的话')])
    expect(engine.conflicts(doc)).toEqual([])
  })

  test('different fields of one problem merge without a conflict', () => {
    const { engine, doc } = afterBoth([set(statement, '甲的话')], [set(fieldKey(PROBLEM, 'status'), 'done')])
    expect(engine.conflicts(doc)).toEqual([])
    expect(engine.read(doc)).toEqual(
      new Map([
        [statement, '甲的话'],
        [fieldKey(PROBLEM, 'status'), 'done'],
      ]),
    )
  })

  test('a field in conflict refuses an ordinary edit, which would clear the conflict in silence', () => {
    const { engine, doc } = afterBoth([set(statement, '甲的话')], [set(statement, '乙的话')])
    expect(engine.edit(doc, [set(statement, '第三句')], by('丙'))).toEqual({
      ok: false,
      error: { type: 'field-in-conflict', key: statement },
    })
    expect(engine.refusal(doc, [set(statement, '第三句')])).toEqual({ type: 'field-in-conflict', key: statement })
    expect(engine.refusal(doc, [set(fieldKey(PROBLEM, 'status'), 'done')])).toBeNull()
  })

  test('two opposite resolutions of one conflict are a conflict again', () => {
    const { engine, doc } = afterBoth([set(statement, '甲的话')], [set(statement, '乙的话')])
    const both = engine.save(doc)
    const decided = (pc: string, words: string) => {
      const own = engineOf(pc)
      return own.save(own.resolve(loaded(own, both), statement, words, by(words.slice(0, 1), '处理冲突')))
    }
    const merged = loaded(engine, mergedBytes(engine, decided('r', '甲的话'), decided('s', '乙的话')))
    expect(
      engine
        .conflicts(merged)[0]
        ?.values.map(({ value }) => value)
        .sort(),
    ).toEqual(['乙的话', '甲的话'])
  })

  test('a resolution ends the conflict on every copy', () => {
    const { engine, doc, a } = afterBoth([set(statement, '甲的话')], [set(statement, '乙的话')])
    const resolved = engine.save(engine.resolve(doc, statement, '两人商定的话', by('丙', '处理冲突')))
    const elsewhere = engineOf('e')
    const taken = loaded(elsewhere, mergedBytes(elsewhere, a, resolved))
    expect(elsewhere.conflicts(taken)).toEqual([])
    expect(elsewhere.read(taken).get(statement)).toBe('两人商定的话')
  })
})

describe('removal', () => {
  test('a removed entity is out of sight, can be restored, and refuses edits until then', () => {
    const engine = engineOf('a')
    const removed = edited(engine, loaded(engine, startBytes()), [{ type: 'remove', entity: PROBLEM }], by('甲'))
    expect(engine.read(removed).size).toBe(0)
    expect(engine.removed(removed)).toEqual([PROBLEM])
    expect(engine.edit(removed, [set(statement, '改')], by('甲'))).toMatchObject({ error: { type: 'entity-removed' } })
    const restored = edited(engine, removed, [{ type: 'restore', entity: PROBLEM }], by('甲'))
    expect(engine.read(restored).get(statement)).toBe('原文')
  })

  test('an edit made elsewhere on a removed entity is a conflict and keeps it in sight', () => {
    const { engine, doc } = afterBoth([{ type: 'remove', entity: PROBLEM }], [set(statement, '乙还在改')])
    expect(engine.conflicts(doc)).toMatchObject([{ type: 'removed-while-edited', key: life }])
    expect(engine.read(doc).get(statement)).toBe('乙还在改')
    expect(engine.edit(doc, [set(statement, '再改')], by('丙'))).toMatchObject({
      error: { type: 'field-in-conflict', key: life },
    })
  })

  test('a person decides whether it stays', () => {
    const both = () => afterBoth([{ type: 'remove', entity: PROBLEM }], [set(statement, '乙还在改')])
    const kept = both()
    expect(kept.engine.read(kept.engine.resolve(kept.doc, life, 'keep', by('丙'))).get(statement)).toBe('乙还在改')
    const gone = both()
    expect(gone.engine.read(gone.engine.resolve(gone.doc, life, null, by('丙'))).size).toBe(0)
  })

  test('a part edited elsewhere touches its owner, so that removing the owner is seen', () => {
    const { engine, doc } = afterBoth(
      [{ type: 'remove', entity: PROBLEM }],
      [set('measure:m1/text', '新措施'), { type: 'touch', entity: PROBLEM }],
    )
    expect(engine.conflicts(doc).map((c) => c.key)).toEqual([life])
  })

  /** 甲 and 乙 write the statement, 丙 removes the problem, and one PC takes in all three. */
  const fought = () => {
    const start = startBytes()
    const written = (pc: string, edits: Parameters<typeof edited>[2]) => {
      const engine = engineOf(pc)
      return engine.save(edited(engine, loaded(engine, start), edits, by(pc)))
    }
    const both = mergedBytes(engineOf('n'), written('j', [set(statement, '甲的话')]), written('y', [set(statement, '乙的话')]))
    const engine = engineOf('m')
    return { engine, bytes: mergedBytes(engineOf('o'), both, written('b', [{ type: 'remove', entity: PROBLEM }])) }
  }

  test('resolving a field leaves the question of removal open', () => {
    const { engine, bytes } = fought()
    expect(
      engine
        .conflicts(loaded(engine, bytes))
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['field', 'removed-while-edited'])
    const resolved = engine.resolve(loaded(engine, bytes), statement, '商定的话', by('丁'))
    expect(engine.conflicts(resolved)).toMatchObject([{ type: 'removed-while-edited', key: life }])
  })

  test('resolving a field of a removed entity does not bring it back', () => {
    const { engine, bytes } = fought()
    const removed = engine.resolve(loaded(engine, bytes), life, null, by('丁'))
    const resolved = engine.resolve(removed, statement, '商定的话', by('丁'))
    expect(engine.read(resolved).size).toBe(0)
    expect(engine.conflicts(resolved)).toEqual([])
  })

  test('restoring an entity does not overwrite a field in conflict', () => {
    const { engine, bytes } = fought()
    const removed = engine.resolve(loaded(engine, bytes), life, null, by('丁'))
    const edits: readonly FieldEdit[] = [{ type: 'restore', entity: PROBLEM }, set(statement, '第三句')]
    expect(engine.edit(removed, edits, by('丁'))).toEqual({ ok: false, error: { type: 'field-in-conflict', key: statement } })
  })

  test('restoring a living entity whose removal is disputed is refused', () => {
    const { engine, bytes } = fought()
    expect(engine.edit(loaded(engine, bytes), [{ type: 'restore', entity: PROBLEM }], by('丁'))).toMatchObject({
      error: { type: 'field-in-conflict', key: life },
    })
  })

  test('two people removing the same is no conflict', () => {
    const { engine, doc } = afterBoth([{ type: 'remove', entity: PROBLEM }], [{ type: 'remove', entity: PROBLEM }])
    expect(engine.conflicts(doc)).toEqual([])
    expect(engine.read(doc).size).toBe(0)
  })
})

describe('bytes', () => {
  test('every flipped bit is refused', () => {
    const engine = engineOf('a')
    const bytes = startBytes()
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      expect(engine.load(flipped).ok, `byte ${at}`).toBe(false)
    }
  })

  test('cut and empty bytes are refused', () => {
    const engine = engineOf('a')
    const bytes = startBytes()
    for (let length = 0; length < bytes.length; length += 7)
      expect(engine.load(bytes.slice(0, length)).ok, `${length} bytes`).toBe(false)
  })

  test('a document with anything but scalars under our keys is foreign', () => {
    const foreign = (content: Record<string, unknown>) => engineOf('a').load(A.save(A.from(content)))
    expect(foreign({ 'problem:p1/statement': 'plain text that would interleave' })).toMatchObject({
      error: { type: 'document-foreign' },
    })
    expect(foreign({ 'problem:p1/statement': { nested: 1 } })).toMatchObject({ error: { type: 'document-foreign' } })
    expect(foreign({ '../../etc/passwd': 1 })).toMatchObject({ error: { type: 'document-foreign' } })
    expect(foreign({ 'problem:p1/statement': new A.ImmutableString('fine') }).ok).toBe(true)
  })

  test('every document begins with the same frozen first change', () => {
    const genesis = A.change(A.init<Record<string, unknown>>({ actor: '00'.repeat(16) }), { time: 0, message: '' }, (d) => {
      d['document/format'] = 1
    })
    const doc = loaded(engineOf('a'), startBytes())
    expect(A.getChangesMetaSince(doc, [])[0]?.hash).toBe(A.getHeads(genesis)[0])
  })

  test('written under one actor on two PCs merge all the same, alike on both, and keep what each wrote', () => {
    const cloned = { id: () => 'token', actor: () => 'ab'.repeat(16) }
    const [甲, 乙] = [automergeEngine(cloned), automergeEngine(cloned)]
    const a = 甲.save(edited(甲, loaded(甲, startBytes()), [set(statement, '甲的话')], by('甲')))
    const b = 乙.save(edited(乙, loaded(乙, startBytes()), [set(statement, '乙的话')], by('乙')))
    const [here, there] = [loaded(甲, mergedBytes(甲, a, b)), loaded(乙, mergedBytes(乙, b, a))]
    expect(甲.heads(here)).toEqual(乙.heads(there))
    expect(甲.conflicts(here)).toEqual(乙.conflicts(there))
    expect(
      甲
        .conflicts(here)[0]
        ?.values.map(({ value, author }) => `${author?.clerk} ${value}`)
        .sort(),
    ).toEqual(['乙 乙的话', '甲 甲的话'])
    // What one of them writes on without having merged still joins.
    const more = 乙.save(edited(乙, loaded(乙, b), [set(fieldKey(PROBLEM, 'status'), 'done')], by('乙')))
    expect(甲.read(loaded(甲, mergedBytes(甲, 甲.save(here), more))).get(fieldKey(PROBLEM, 'status'))).toBe('done')
  })
})

describe('history', () => {
  test('every change names who, when and what for', () => {
    const engine = engineOf('a')
    const doc = edited(
      engine,
      loaded(engine, startBytes()),
      [set(statement, '新文')],
      by('王科', '修改1的反馈问题', 1_720_000_000),
    )
    expect(engine.history(doc).map(({ author, at, intent }) => [author?.clerk, at, intent])).toEqual([
      ['起草', 1_700_000_000, '修改'],
      ['王科', 1_720_000_000, '修改1的反馈问题'],
    ])
  })

  test('clocks change nothing: an edit at 1970 stands beside one at 2099', () => {
    const [甲, 乙] = [engineOf('j'), engineOf('y')]
    const a = 甲.save(edited(甲, loaded(甲, startBytes()), [set(statement, '甲')], by('甲', '改', 0)))
    const b = 乙.save(edited(乙, loaded(乙, startBytes()), [set(statement, '乙')], by('乙', '改', 4_070_908_800)))
    const engine = engineOf('m')
    expect(engine.conflicts(loaded(engine, mergedBytes(engine, a, b)))).toHaveLength(1)
  })
})

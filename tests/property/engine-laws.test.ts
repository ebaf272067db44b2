import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldEdit } from '../../shared/merge/engine.ts'
import { ALIVE, fieldKey } from '../../shared/merge/flat-map.ts'
import { livedInHistory } from '../support/believable/history.ts'
import { randomSource } from '../support/believable/random-source.ts'
import { type Engine, engineOf, mergedBytes, PROBLEM, set, statement } from '../support/engine-parts.ts'
import {
  expectAgreement,
  FIELDS,
  fieldEdit,
  newOffice,
  type Office,
  PCS,
  randomHistory,
  type Step,
  settle,
  spread,
  take,
  toldBy,
  toldOn,
} from '../support/office-of-three.ts'
import { PINNED } from '../support/pinned-histories.ts'

/**
 * The laws of the merge engine, for some 1,500 random histories of three PCs and for those that once told something apart. What must come
 * out is said by an independent naive model (tests/support/naive-model.ts), never by the engine itself.
 */
const forAll = (seed: number, numRuns: number, law: (steps: readonly Step[]) => void): void => {
  fc.assert(fc.property(randomHistory, law), { seed, numRuns, examples: PINNED.map((steps) => [steps]) })
}

const officeAfter = (steps: readonly Step[], actors: 'own' | 'cloned' = 'own'): Office => {
  const office = newOffice(actors)
  for (const act of steps) take(office, act)
  return office
}

const agreesEverywhere = (office: Office): void => {
  for (const name of PCS) expectAgreement(office, name)
}

const disksOf = (office: Office) => PCS.map((name) => office.disks.get(name)) as [Uint8Array, Uint8Array, Uint8Array]

describe('after every step', () => {
  test.each([1, 2, 3, 4, 20_240_705])('each PC shows what nobody who had seen it has overwritten, seed %i', (seed) => {
    forAll(seed, 120, (steps) => {
      const office = newOffice()
      for (const act of steps) {
        take(office, act)
        expectAgreement(office, act.pc)
      }
      agreesEverywhere(office)
    })
  })
})

describe('merging', () => {
  const engine = engineOf('m')
  const merge = (x: Uint8Array, y: Uint8Array): Uint8Array => mergedBytes(engine, x, y)
  const content = (bytes: Uint8Array) => toldBy(engine, bytes)
  /** The merged bytes put on a PC whose model has merged the same. */
  const agreesOn = (office: Office, bytes: Uint8Array): void => {
    for (const from of PCS) office.model.merge('a', from)
    office.disks.set('a', bytes)
    expectAgreement(office, 'a')
  }

  test('gives the same in either order', () => {
    forAll(11, 100, (steps) => {
      const office = officeAfter(steps)
      const [a, b, c] = disksOf(office)
      const one = merge(merge(a, b), c)
      expect(content(merge(merge(c, b), a))).toEqual(content(one))
      expect(content(merge(merge(b, a), c))).toEqual(content(one))
      agreesOn(office, one)
    })
  })

  test('gives the same in any grouping', () => {
    forAll(12, 100, (steps) => {
      const office = officeAfter(steps)
      const [a, b, c] = disksOf(office)
      const one = merge(merge(a, b), c)
      expect(content(merge(a, merge(b, c)))).toEqual(content(one))
      agreesOn(office, merge(merge(a, c), b))
    })
  })

  test('again what was merged, or itself, changes nothing', () => {
    forAll(13, 100, (steps) => {
      const office = officeAfter(steps)
      const [a, b, c] = disksOf(office)
      const one = merge(merge(a, b), c)
      for (const part of [a, b, c, one]) expect(content(merge(one, part))).toEqual(content(one))
      expect(content(merge(a, a))).toEqual(content(a))
      agreesOn(office, merge(one, b))
    })
  })
})

describe('no accepted edit is lost:', () => {
  test('each is overwritten by someone who had seen it, or shown, or reported in conflict with its author', () => {
    forAll(21, 120, (steps) => {
      const office = officeAfter(steps)
      spread(office)
      const told = toldOn(office, 'b')
      const conflicts = new Map(told.conflicts.map(({ key, values }) => [key, values]))
      const { writes } = office.model
      const known = [...office.model.knows('b')]
      for (const n of known) {
        const { key, value, clerk } = writes[n] as (typeof writes)[number]
        const isOverwritten = known.some((later) => writes[later]?.key === key && writes[later]?.seen.has(n))
        if (isOverwritten || key.endsWith(`/${ALIVE}`)) continue
        const reported = conflicts.get(key)
        if (reported) expect(reported.some((one) => one.value === value && one.author?.clerk === clerk)).toBe(true)
        else if (office.model.isAlive('b', key.split('/')[0] as typeof PROBLEM)) expect(told.shown.get(key), key).toBe(value)
      }
    })
  })
})

describe('concurrent edits of one field', () => {
  const fight = (office: Office): void => {
    settle(office)
    // The problem is there, whatever the history has made of it.
    if (!office.model.isAlive('a', PROBLEM))
      take(office, { type: 'edit', pc: 'a', edits: [{ type: 'restore', entity: PROBLEM }], at: 0 })
    spread(office)
    for (const name of PCS) take(office, { type: 'edit', pc: name, edits: [set(statement, `${name}的话`)], at: 1_700_000_000 })
    spread(office)
  }
  const ALL_THREE = PCS.map((name) => JSON.stringify([`${name}的话`, name, 1_700_000_000]))

  test('are reported on every PC with all values and their authors', () => {
    forAll(31, 80, (steps) => {
      const office = officeAfter(steps)
      fight(office)
      for (const name of PCS) expect(toldOn(office, name).disputes[statement]).toEqual(ALL_THREE)
      agreesEverywhere(office)
    })
  })

  test('stay reported whatever else is written: other fields, touches, removals, restorations, undo, merges', () => {
    fc.assert(
      fc.property(randomHistory, fc.array(fieldEdit, { minLength: 1, maxLength: 8 }), (steps, edits) => {
        const office = officeAfter(steps)
        fight(office)
        edits.forEach((edit, i) => {
          const name = PCS[i % PCS.length] ?? 'a'
          take(office, { type: 'edit', pc: name, edits: [edit], at: 0 })
          take(office, { type: 'undo', pc: name, at: 0 })
          take(office, { type: 'merge', pc: 'a', from: name })
          for (const pc of PCS) expect(toldOn(office, pc).disputes[statement], JSON.stringify(edit)).toEqual(ALL_THREE)
        })
        agreesEverywhere(office)
      }),
      { seed: 32, numRuns: 80 },
    )
  })

  test('are ended by one resolution on every copy that takes it in', () => {
    forAll(33, 80, (steps) => {
      const office = officeAfter(steps)
      settle(office)
      for (const name of PCS) expect(toldOn(office, name).conflicts).toEqual([])
      agreesEverywhere(office)
    })
  })
})

describe('removal', () => {
  test('of what someone else went on editing, or on whose parts they worked, is reported with both', () => {
    const going: fc.Arbitrary<readonly FieldEdit[]> = fc.constantFrom<readonly FieldEdit[]>(
      [set(statement, '还在改')],
      [{ type: 'touch', entity: PROBLEM }],
      [set(fieldKey('measure:m9', 'text'), '新措施'), { type: 'touch', entity: PROBLEM }],
    )
    fc.assert(
      fc.property(randomHistory, going, (steps, edits) => {
        const office = officeAfter(steps)
        settle(office)
        if (!office.model.isAlive('a', PROBLEM))
          take(office, { type: 'edit', pc: 'a', edits: [{ type: 'restore', entity: PROBLEM }], at: 0 })
        spread(office)
        take(office, { type: 'edit', pc: 'a', edits: [{ type: 'remove', entity: PROBLEM }], at: 0 })
        take(office, { type: 'edit', pc: 'b', edits, at: 0 })
        take(office, { type: 'edit', pc: 'c', edits: [{ type: 'remove', entity: PROBLEM }], at: 0 })
        spread(office)
        for (const name of PCS) {
          const conflict = toldOn(office, name).conflicts.find(({ key }) => key === fieldKey(PROBLEM, ALIVE))
          expect(conflict?.type).toBe('removed-while-edited')
          expect(
            conflict?.values.map(({ value, author }) => `${value === null ? '删除' : '编辑'} ${author?.clerk}`).sort(),
          ).toEqual(['删除 a', '删除 c', '编辑 b'])
        }
        agreesEverywhere(office)
      }),
      { seed: 41, numRuns: 80 },
    )
  })
})

describe('clocks', () => {
  test('at 1970, today and 2099, mixed, change nothing but the time that is shown', () => {
    const timed = (steps: readonly Step[], clock: (i: number) => number): readonly Step[] =>
      steps.map((act, i) => ('at' in act ? { ...act, at: clock(i) } : act))
    const seen = (office: Office) =>
      PCS.map((name) => {
        const { shown, removed, conflicts, changes } = toldOn(office, name)
        const untimed = conflicts.map(({ type, key, values }) => ({
          type,
          key,
          values: values.map(({ value, author }) => ({ value, author })),
        }))
        return { shown, removed, changes, conflicts: untimed }
      })
    forAll(51, 80, (steps) => {
      const [first, ...others] = [
        () => 1_700_000_000,
        () => 0,
        (i: number) => 4_070_908_800 - i * 40_000_000,
        (i: number) => (i % 2) * 4_070_908_800,
      ].map((clock) => {
        const office = officeAfter(timed(steps, clock))
        agreesEverywhere(office)
        return seen(office)
      })
      for (const other of others) expect(other).toEqual(first)
    })
  })
})

describe('a copied disk', () => {
  test('merges: what was written on both copies since is kept', () => {
    forAll(61, 80, (steps) => {
      const office = officeAfter(steps)
      settle(office)
      take(office, { type: 'copy', pc: 'b', from: 'a' })
      for (const name of ['a', 'b'] as const)
        for (const field of FIELDS)
          take(office, { type: 'edit', pc: name, edits: [set(fieldKey('measure:m8', field), `${name}${field}`)], at: 0 })
      spread(office)
      expect(toldOn(office, 'c').conflicts.map(({ values }) => values.map(({ value }) => value).sort())).toEqual(
        FIELDS.map((field) => [`a${field}`, `b${field}`]),
      )
    })
  })

  test.each([71, 72, 73])('of a running program, so that all PCs write under one actor, keeps every law, seed %i', (seed) => {
    forAll(seed, 80, (steps) => {
      const office = newOffice('cloned')
      for (const act of steps) {
        take(office, act)
        expectAgreement(office, act.pc)
      }
      const engine = office.engines.get('a') as Engine
      const [a, b, c] = disksOf(office)
      const heads = (bytes: Uint8Array) => toldBy(engine, bytes).heads
      const merge = (x: Uint8Array, y: Uint8Array) => mergedBytes(engine, x, y)
      const all = heads(merge(merge(a, b), c))
      expect(heads(merge(merge(c, b), a)), 'order').toEqual(all)
      expect(heads(merge(a, merge(b, c))), 'grouping').toEqual(all)
      expect(heads(merge(merge(merge(a, b), c), b)), 'repetition').toEqual(all)
      spread(office)
      agreesEverywhere(office)
    })
  })
})

describe('tampered bytes', () => {
  test('are never taken for a document: any bit of any byte flipped, any end cut off', () => {
    fc.assert(
      fc.property(randomHistory, fc.infiniteStream(fc.nat()), (steps, numbers) => {
        const office = officeAfter(steps)
        spread(office)
        const engine = engineOf('t')
        const bytes = office.disks.get('a') as Uint8Array
        for (let at = 0; at < bytes.length; at += 1) {
          const flipped = bytes.slice()
          flipped[at] = (flipped[at] ?? 0) ^ (1 << ((numbers.next().value ?? 0) % 8))
          expect(engine.load(flipped), `byte ${at}`).toMatchObject({ ok: false })
        }
        const cut = (numbers.next().value ?? 0) % bytes.length
        expect(engine.load(bytes.slice(0, cut)), `cut at ${cut}`).toMatchObject({ ok: false })
      }),
      { seed: 81, numRuns: 12 },
    )
  })

  test('nor are those of a problem as it looks after months of work', () => {
    const engine = engineOf('t')
    const lived = livedInHistory(engine, { problems: 3, seed: 82, livedIn: 15 })
    for (let act = 0; act < 40; act++) lived.act()
    const random = randomSource(83)
    for (const doc of lived.documents().values()) {
      const bytes = engine.save(doc)
      for (let turn = 0; turn < 200; turn++) {
        const flipped = bytes.slice()
        const at = random.whole(0, bytes.length - 1)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << random.whole(0, 7))
        expect(engine.load(flipped), `byte ${at} of ${bytes.length}`).toMatchObject({ ok: false })
      }
    }
  })
})

import { describe, expect, test } from 'vitest'
import { RECORD_KINDS, type RecordKind } from '../../../shared/domain/records/record-kinds.ts'
import { openLedgerPackage } from '../../../shared/exchange/ledger-package.ts'
import { decodePackage } from '../../../shared/exchange/package.ts'
import type { AutomergeDocument } from '../../../shared/merge/automerge-engine.ts'
import { rawRecords } from '../../../shared/merge/record-codec.ts'
import type { RawFields } from '../../../shared/migrations/record-upgrade.ts'
import { RECORD_UPGRADES, upgradeRecord } from '../../../shared/migrations/record-upgrades.ts'
import { engineOf } from '../../support/engine-parts.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { FROZEN_LEDGERS, type FrozenLedger } from '../../support/frozen.ts'
import { figureValues } from '../../support/suggested.ts'

const engine = engineOf('a')
const opened = (frozen: FrozenLedger) => unwrapped(openLedgerPackage<AutomergeDocument>(engine, frozen.bytes))

/** Every record of a package as its documents hold it, with its kind. */
const rawOf = (frozen: FrozenLedger): readonly (readonly [RecordKind, RawFields])[] =>
  [...opened(frozen).documents.values()].flatMap((doc) =>
    [...rawRecords(engine.read(doc))].map(([entity, fields]) => [entity.split(':')[0] as RecordKind, fields] as const),
  )

describe.each(FROZEN_LEDGERS)('the ledger frozen as $name', (frozen) => {
  test('opens with every record it was written with, and nothing that cannot be used', () => {
    const { ledger, issues } = opened(frozen)
    const counts = RECORD_KINDS.flatMap((kind) => {
      const { length } = ledger.records[kind]
      return length === 0 ? [] : [[kind, length] as const]
    })
    expect(issues).toEqual([])
    expect(ledger.ledger.title).toBe(frozen.title)
    expect(Object.fromEntries(counts)).toEqual(frozen.records)
  })

  test('gives the figures the program gave then', () => {
    const values = figureValues(opened(frozen).ledger, frozen.cutoff)
    expect(Object.fromEntries(Object.keys(frozen.figures).map((id) => [id, Number(values.get(id))]))).toEqual(frozen.figures)
  })

  test('is read without a change to its documents', () => {
    const { manifest, documents } = unwrapped(decodePackage<AutomergeDocument>(engine, frozen.bytes))
    opened(frozen)
    expect([...documents.values()].map((doc) => engine.heads(doc))).toEqual(manifest.documents.map(({ heads }) => heads))
  })

  test('goes through the upgrades it was frozen for', () => {
    const applied = rawOf(frozen).flatMap(([kind, fields]) => upgradeRecord(kind, fields).applied)
    expect([...new Set(applied)].sort()).toEqual([...frozen.upgrades].sort())
  })
})

describe('record upgrades', () => {
  test('every one is exercised by a frozen ledger: freeze one with the program as it was before the upgrade', () => {
    const exercised = FROZEN_LEDGERS.flatMap(({ upgrades }) => upgrades)
    expect(RECORD_UPGRADES.map(({ name }) => name).filter((name) => !exercised.includes(name))).toEqual([])
  })

  test('each has a name of its own and leaves nothing to do for a second reading', () => {
    expect(new Set(RECORD_UPGRADES.map(({ name }) => name)).size).toBe(RECORD_UPGRADES.length)
    for (const frozen of FROZEN_LEDGERS)
      for (const [kind, fields] of rawOf(frozen)) {
        const once = upgradeRecord(kind, fields)
        expect(upgradeRecord(kind, once.fields)).toEqual({ fields: once.fields, applied: [] })
      }
  })

  test('a closure without a cycle was the first; one that has a cycle keeps it', () => {
    const closure = { id: 'c', problemId: 'p', closedOn: '2024-06-15' }
    expect(upgradeRecord('closure', closure)).toEqual({
      fields: { ...closure, cycle: 1 },
      applied: ['closure-has-a-cycle'],
    })
    expect(upgradeRecord('closure', { ...closure, cycle: null }).fields['cycle']).toBe(1)
    expect(upgradeRecord('closure', { ...closure, cycle: 2 })).toEqual({ fields: { ...closure, cycle: 2 }, applied: [] })
    expect(upgradeRecord('problem', { id: 'p' }).applied).toEqual([])
  })
})

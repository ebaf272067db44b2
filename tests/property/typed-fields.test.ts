import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editableFields } from '../../shared/domain/edit-field.ts'
import type { EditableField } from '../../shared/domain/editable-field.ts'
import { openLedger } from '../../shared/domain/ledger.ts'
import type { RecordEdit } from '../../shared/domain/record-edit.ts'
import { recordFields, typedShapes } from '../../shared/domain/record-fields.ts'
import { fieldShapes } from '../../shared/domain/records/field-shape.ts'
import { RECORD_KINDS, recordSchemas, type TaggedRecord } from '../../shared/domain/records/record-kinds.ts'
import { fieldsToRecords, recordToFields } from '../../shared/merge/record-codec.ts'
import { refusalText } from '../../shared/messages/refusals.ts'
import type { RawFields } from '../../shared/migrations/record-upgrade.ts'
import { upgradeRecord } from '../../shared/migrations/record-upgrades.ts'
import { aLedger } from '../support/a-ledger.ts'
import { arbitraryRecord } from '../support/arbitrary-record.ts'
import { by, engineOf, loaded } from '../support/engine-parts.ts'
import { countingIds } from '../support/ports.ts'

const { records } = aLedger({ problems: [{ statement: '甲' }], leads: [{ id: 'lead1' }], outcomes: [{ id: 'o1' }] })
const ids = countingIds('t')
const engine = engineOf('t')

/** Whatever may come out of a keyboard, a clipboard or a script. */
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '2021-09-30',
    '2021年9月30日',
    '２０２１年２月３０日',
    '1,238',
    '１２３',
    '-3.50',
    '1e9',
    '99999999999',
    '是',
    '否',
  ),
  fc.constantFrom('p1', 'lead1', 'o1', '\ud800', '甲\n乙', '__proto__', 'constructor', '已完成', '无', '绝密', '2024年2月30日前'),
  fc
    .constantFrom(20, 50, 200, 2_000, 20_000, 200_000)
    .chain((n) => fc.constantFrom('长'.repeat(n), '长'.repeat(n + 1), '9'.repeat(n))),
)

/** The record as the edits leave it, written to a document and read from its bytes. */
const readBack = (before: TaggedRecord, edits: readonly RecordEdit[]): TaggedRecord => {
  const created = edits.find((edit) => edit.type === 'create' && edit.tagged.kind === before.kind)
  const changed = edits.flatMap((edit) => (edit.type === 'change' && edit.id === before.record.id ? [edit.fields] : []))
  const after =
    created?.type === 'create'
      ? created.tagged
      : ({ kind: before.kind, record: Object.assign({}, before.record, ...changed) } as TaggedRecord)
  expect(recordSchemas[after.kind].safeParse(after.record).success).toBe(true)
  const bytes = engine.save(engine.create(new Map(recordToFields(after)), by('甲')))
  const { records: read, issues } = fieldsToRecords(engine.read(loaded(engine, bytes)))
  expect(issues).toEqual([])
  // What is read is in today's shape: a closure whose cycle was cleared is the first.
  expect(read).toEqual([{ ...after, record: upgradeRecord(after.kind, after.record as RawFields).fields }])
  return read[0] as TaggedRecord
}

const isTold = (field: EditableField, text: string): boolean => {
  const set = field.set(text)
  if (set.ok) return false
  expect(refusalText(set.error)).toContain(field.names[1])
  return true
}

test.each([1, 2])(
  'any text into any field of any record is written and read back the same, or refused by name, seed %i',
  (seed) => {
    fc.assert(
      fc.property(fc.constantFrom(...RECORD_KINDS).chain(arbitraryRecord), typed, fc.nat(30), (tagged, text, n) => {
        const { kind, record } = tagged
        const fields = recordFields(kind, record as never, { ids, records })
        const field = fields[n % Math.max(1, fields.length)]
        if (!field || isTold(field, text)) return
        const set = field.set(text)
        const after = readBack(tagged, set.ok ? set.value : [])
        const again = recordFields(kind, after.record as never, { ids, records }).find(({ names }) => names[0] === field.names[0])
        const shape = typedShapes(kind).find(({ name }) => name === field.names[0])
        if (shape?.type === 'text') expect(again?.shown).toBe(text)
        // What is shown, typed again, changes nothing.
        if (again && shape?.type !== 'reference') expect(again.set(again.shown)).toEqual({ ok: true, value: [] })
      }),
      { seed, numRuns: 700 },
    )
  },
)

test.each([3, 4])('any text into any field of a problem or a measure is kept or refused by name, seed %i', (seed) => {
  fc.assert(
    fc.property(
      arbitraryRecord('problem'),
      arbitraryRecord('measure'),
      typed,
      fc.nat(30),
      fc.boolean(),
      (problem, measure, text, n, own) => {
        const of = { ...measure.record, problemId: problem.record.id }
        const ledger = openLedger({ ...records, problem: [problem.record], measure: [of] } as never)
        const file = ledger.problems[0]
        if (!file) throw new Error('the problem is there')
        const context = { ids, year: 2024 }
        const fields = editableFields(file, own ? null : of.id, context)
        const field = fields[n % fields.length] as EditableField
        const set = field.set(text)
        if (!set.ok) {
          expect(refusalText(set.error)).toMatch(new RegExp(field.names.slice(1).concat('时限').join('|')))
          return
        }
        readBack(
          (own ? problem : { kind: 'measure', record: of }) as TaggedRecord,
          set.value.filter((edit) => edit.type === 'change'),
        )
        for (const edit of set.value)
          if (edit.type === 'create') expect(recordSchemas[edit.tagged.kind].safeParse(edit.tagged.record).success).toBe(true)
      },
    ),
    { seed, numRuns: 300 },
  )
})

test('no two fields of a kind have one title, and every field has one', () => {
  for (const kind of RECORD_KINDS) {
    const titles = fieldShapes(kind).map(({ title }) => title)
    expect(new Set(titles).size, kind).toBe(titles.length)
    expect(titles, kind).not.toContain('')
  }
})

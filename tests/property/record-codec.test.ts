import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RECORD_KINDS, recordSchemas } from '../../shared/domain/records/record-kinds.ts'
import { parseFieldKey } from '../../shared/merge/flat-map.ts'
import { byKind, fieldsToRecords, recordToFields } from '../../shared/merge/record-codec.ts'
import { anyRecord, arbitraryRecord, layersOf } from '../support/arbitrary-record.ts'
import { by, engineOf, loaded } from '../support/engine-parts.ts'

describe('schemas', () => {
  test('every field is a scalar with a default, and every reference names its kind of record by an id', () => {
    for (const kind of RECORD_KINDS)
      for (const [name, field] of Object.entries(recordSchemas[kind].shape)) {
        const layers = layersOf(field).map((layer) => layer.type)
        expect(['string', 'number', 'boolean', 'enum'], `${kind}.${name}`).toContain(layers.at(-1))
        if (!/(?:^id|Id)$/.test(name)) expect(layers[0], `${kind}.${name} has a default`).toBe('default')
      }
  })

  test('every field has the Chinese title a person sees', () => {
    for (const kind of RECORD_KINDS)
      for (const [name, field] of Object.entries(recordSchemas[kind].shape)) {
        const title = (field as { meta: () => { title?: string } | undefined }).meta()?.title
        if (!/(?:^id|Id)$/.test(name)) expect(title, `${kind}.${name}`).toMatch(/[\u4e00-\u9fff]/)
      }
  })
})

describe('the codec', () => {
  test.each(RECORD_KINDS)('brings back any %s', (kind) => {
    fc.assert(
      fc.property(arbitraryRecord(kind), (tagged) => {
        const fields = recordToFields(tagged)
        for (const [key] of fields) expect(parseFieldKey(key), key).not.toBeNull()
        // A record of nothing but its id leaves no field behind, as nothing would be known of it.
        if (fields.length === 0) return
        expect(fieldsToRecords(new Map(fields))).toEqual({ records: [tagged], issues: [] })
      }),
      { seed: 18, numRuns: 60 },
    )
  })

  test('records come back through the engine and its bytes', () => {
    const records = fc.uniqueArray(anyRecord, { maxLength: 12, selector: ({ kind, record }) => `${kind}:${record.id}` })
    fc.assert(
      fc.property(records, (written) => {
        const engine = engineOf('a')
        const fields = new Map(written.flatMap((tagged) => [...recordToFields(tagged)]))
        const doc = loaded(engine, engine.save(engine.create(fields, by('甲'))))
        const back = fieldsToRecords(engine.read(doc))
        const sorted = (lists: ReturnType<typeof byKind>) =>
          RECORD_KINDS.map((kind) => [...lists[kind]].sort((a, b) => (a.id < b.id ? -1 : 1)))
        expect(back.issues).toEqual([])
        expect(sorted(byKind(back.records))).toEqual(sorted(byKind(written)))
      }),
      { seed: 19, numRuns: 60 },
    )
  })

  test('fields and kinds of a newer program are left alone', () => {
    const read = fieldsToRecords(
      new Map([
        ['problem:p1/statement', '甲'],
        ['problem:p1/hologram', 'x'],
        ['teleport:t1/to', 'y'],
      ]),
    )
    expect(read.issues).toEqual([])
    expect(read.records).toMatchObject([{ kind: 'problem', record: { id: 'p1', statement: '甲' } }])
  })

  test('a value that cannot be used is reported and hides nothing else', () => {
    const read = fieldsToRecords(
      new Map([
        ['problem:p1/statement', '甲'],
        ['problem:p1/status', 'levitating'],
        ['problem:p1/deadlineOn', '2021-02-30'],
      ]),
    )
    expect(read.issues.map(({ key }) => key)).toEqual(['problem:p1/status', 'problem:p1/deadlineOn'])
    expect(read.records).toMatchObject([{ record: { statement: '甲', status: 'unstated', deadlineOn: null } }])
  })
})

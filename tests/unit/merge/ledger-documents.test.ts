import { describe, expect, test } from 'vitest'
import { changeOffice } from '../../../shared/domain/edit-problem.ts'
import { problemFiles } from '../../../shared/domain/ledger.ts'
import { tag } from '../../../shared/domain/record-edit.ts'
import { type Problem, recordOf } from '../../../shared/domain/records/record-kinds.ts'
import { fieldKey } from '../../../shared/merge/flat-map.ts'
import { createDocuments, editDocuments, readDocuments } from '../../../shared/merge/ledger-documents.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { by, edited, engineOf, loaded, mergedBytes, set } from '../../support/engine-parts.ts'

const ledger = aLedger({
  nodes: [{ id: 'n1', heading: '供水方面' }],
  problems: [
    {
      statement: '甲',
      measures: [{ text: '换管' }],
      progress: [{ ownerId: 'p1-m1', text: '已换' }],
      office: { withheld: true, notes: '涉及问责' },
    },
    { statement: '乙' },
  ],
  accountabilities: [
    { id: 'acc-free', count: 3 },
    { id: 'acc-p1', problemId: 'p1', count: 1, people: '某某' },
  ],
  leads: [{ received: 3 }],
  blocks: [{ text: '开头' }],
})
const engine = engineOf('a')
const drawn = () => createDocuments(engine, ledger.records, by('甲'))

describe('document boundaries', () => {
  test('each problem is a document of its own, with its measures and progress', () => {
    const documents = drawn()
    expect([...documents.keys()].sort()).toEqual(
      ['notice:notice', 'office:p1', 'outline:ledger', 'problem:p1', 'problem:p2', 'registers:ledger'].sort(),
    )
    const doc = documents.get('problem:p1')
    const keys = doc ? [...engine.read(doc).keys()] : []
    expect(new Set(keys.map((key) => key.split('/')[0]))).toEqual(
      new Set(['problem:p1', 'measure:p1-m1', expect.stringMatching(/^progress:/)]),
    )
  })

  test('nothing of the office stands in a document that may go to a unit', () => {
    const bytes = drawn()
    for (const [key, doc] of bytes) {
      if (key.startsWith('office:')) continue
      const values = [...engine.read(doc).values()]
      expect(values, key).not.toContain('涉及问责')
      expect(values, key).not.toContain('某某')
    }
  })

  test('the records come back as they were', () => {
    const { records, issues } = readDocuments(engine, drawn())
    expect(issues).toEqual([])
    for (const [kind, list] of Object.entries(ledger.records))
      expect(records[kind as 'problem'], kind).toEqual(expect.arrayContaining([...list] as never[]))
  })
})

describe('editing', () => {
  test('edits touch the documents they belong to and no other', () => {
    const before = drawn()
    const saved = new Map([...before].map(([key, doc]) => [key, engine.heads(doc)]))
    const progress = tag('progress', recordOf('progress', { id: 'g9', ownerId: 'p1-m1', text: '全部换完' }))
    const after = editDocuments(engine, before, ledger.records, [{ type: 'create', tagged: progress }], by('乙'))
    if (!after.ok) throw new Error('refused')
    const touched = [...after.value]
      .filter(([key, doc]) => engine.heads(doc).join() !== saved.get(key)?.join())
      .map(([key]) => key)
    expect(touched).toEqual(['problem:p1'])
    expect(readDocuments(engine, after.value).records.progress.map((p) => p.text)).toContain('全部换完')
  })

  test('editing a part touches its owner, so that removing the problem elsewhere is seen', () => {
    const start = drawn()
    const bytes = engine.save(start.get('problem:p1') ?? loaded(engine, new Uint8Array()))
    const [甲, 乙] = [engineOf('j'), engineOf('y')]
    const removal = 甲.edit(loaded(甲, bytes), [{ type: 'remove', entity: 'problem:p1' }], by('甲'))
    const work = editDocuments(
      乙,
      new Map([['problem:p1', loaded(乙, bytes)]]),
      ledger.records,
      [{ type: 'change', kind: 'measure', id: 'p1-m1', fields: { text: '换管并装表' } }],
      by('乙'),
    )
    if (!removal.ok || !work.ok) throw new Error('refused')
    const theirs = work.value.get('problem:p1')
    const merged = theirs && 乙.merge(theirs, loaded(乙, 甲.save(removal.value)))
    if (!merged?.ok) throw new Error('not merged')
    expect(乙.conflicts(merged.value)).toMatchObject([{ type: 'removed-while-edited', key: 'problem:p1/_alive' }])
  })

  test('removing a problem takes its measures out of sight and leaves them in its document', () => {
    const removed = editDocuments(engine, drawn(), ledger.records, [{ type: 'remove', kind: 'problem', id: 'p1' }], by('乙'))
    if (!removed.ok) throw new Error('refused')
    const { records } = readDocuments(engine, removed.value)
    expect(records.problem.map((p) => p.id)).toEqual(['p2'])
    expect([records.measure, records.progress]).toEqual([[], []])
    const doc = removed.value.get('problem:p1')
    expect(doc && engine.removed(doc)).toEqual(['problem:p1'])
  })

  test('when one document refuses, none is changed', () => {
    const statement = fieldKey('problem:p1', 'statement')
    const start = drawn()
    const bytes = engine.save(start.get('problem:p1') ?? loaded(engine, new Uint8Array()))
    const [甲, 乙] = [engineOf('j'), engineOf('y')]
    const merged = 甲.merge(
      edited(甲, loaded(甲, bytes), [set(statement, 'X')], by('甲')),
      loaded(甲, 乙.save(edited(乙, loaded(乙, bytes), [set(statement, 'Y')], by('乙')))),
    )
    if (!merged.ok) throw new Error('not merged')
    const documents = new Map([...drawn(), ['problem:p1', loaded(engine, 甲.save(merged.value))] as const])
    const heads = () => [...documents].map(([key, doc]) => [key, engine.heads(doc)])
    const before = heads()
    const refused = editDocuments(
      engine,
      documents,
      ledger.records,
      [
        { type: 'change', kind: 'problem', id: 'p2', fields: { statement: '改' } },
        { type: 'change', kind: 'problem', id: 'p1', fields: { statement: '改' } },
      ],
      by('丙'),
    )
    expect(refused).toMatchObject({ ok: false, error: { type: 'field-in-conflict' } })
    expect(heads()).toEqual(before)
  })

  test('an entry written elsewhere on a removed measure is told, and nothing of it is lost', () => {
    const start = drawn()
    const bytes = engine.save(start.get('problem:p1') ?? loaded(engine, new Uint8Array()))
    const [甲, 乙] = [engineOf('j'), engineOf('y')]
    const removal = 甲.edit(loaded(甲, bytes), [{ type: 'remove', entity: 'measure:p1-m1' }], by('甲'))
    const entry = tag('progress', recordOf('progress', { id: 'g9', ownerId: 'p1-m1', text: '全部换完' }))
    const work = editDocuments(
      乙,
      new Map([['problem:p1', loaded(乙, bytes)]]),
      ledger.records,
      [{ type: 'create', tagged: entry }],
      by('乙'),
    )
    const theirs = work.ok ? work.value.get('problem:p1') : undefined
    const merged = theirs && removal.ok ? 乙.merge(theirs, loaded(乙, 甲.save(removal.value))) : null
    if (!merged?.ok) throw new Error('not merged')
    expect(乙.conflicts(merged.value)).toMatchObject([{ type: 'removed-while-edited', key: 'measure:p1-m1/_alive' }])
    const { records } = readDocuments(乙, new Map([['problem:p1', merged.value]]))
    expect(records.progress.map(({ text }) => text)).toContain('全部换完')
  })

  test('what hangs on a removed problem is counted nowhere, in whichever document it lives', () => {
    const removed = editDocuments(engine, drawn(), ledger.records, [{ type: 'remove', kind: 'problem', id: 'p1' }], by('乙'))
    if (!removed.ok) throw new Error('refused')
    const { records } = readDocuments(engine, removed.value)
    expect(records.officePart).toEqual([])
    expect(records.accountability.map(({ id }) => id)).toEqual(['acc-free'])
  })

  test('two clerks marking one problem 拟不公开 differently is a conflict', () => {
    const start = createDocuments(engineOf('s'), aLedger({ problems: [{ statement: '甲' }] }).records, by('起草'))
    const problem = engineOf('s').save(start.get('problem:p1') ?? loaded(engine, new Uint8Array()))
    const marked = (pc: string, withheld: boolean) => {
      const own = engineOf(pc)
      const documents = new Map([['problem:p1' as const, loaded(own, problem)]])
      const { records } = readDocuments(own, documents)
      const file = problemFiles(records)(records.problem[0] as Problem, [], 1)
      const known = { ...records, ledger: aLedger().records.ledger }
      const next = editDocuments(own, documents, known, [changeOffice(file, { withheld, withheldReason: pc })], by(pc))
      const office = next.ok ? next.value.get('office:p1') : undefined
      return own.save(office ?? loaded(own, new Uint8Array()))
    }
    const merged = mergedBytes(engineOf('m'), marked('j', true), marked('y', false))
    expect(
      engine
        .conflicts(loaded(engine, merged))
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['officePart:p1/withheld', 'officePart:p1/withheldReason'])
  })

  test('a record without the reference that gives it a place is reported and hides no other', () => {
    const doc = engine.create(
      new Map([['measure:zz/text', '无主措施'] as const, ['problem:p1/statement', '甲'] as const]),
      by('甲'),
    )
    const { records, issues } = readDocuments(engine, new Map([['problem:p1', doc]]))
    expect(records.problem.map(({ statement }) => statement)).toEqual(['甲'])
    expect(issues).toMatchObject([{ key: 'measure:zz/problemId' }])
  })
})

import { expect, test } from 'vitest'
import { documentKey } from '../../../shared/merge/document-boundaries.ts'
import { createDocuments, editDocuments, readDocuments } from '../../../shared/merge/ledger-documents.ts'
import { restoration, trashedIn } from '../../../shared/merge/trashed.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { by, engineOf } from '../../support/engine-parts.ts'

const engine = engineOf('a')
const PROBLEM_DOCUMENT = documentKey('problem', 'p1')

const drawn = () => {
  const { records } = aLedger({ problems: [{ statement: '学习不深入', measures: [{ text: '制定计划' }] }] })
  return createDocuments(engine, records, by('甲'))
}

const removing = (documents: ReturnType<typeof drawn>, kind: 'measure' | 'problem', id: string) => {
  const { records } = readDocuments(engine, documents)
  const next = editDocuments(engine, documents, records, [{ type: 'remove', kind, id }], by('乙', '删除'))
  if (!next.ok) throw new Error(next.error.type)
  return next.value
}

test('the trash names what was removed and who removed it', () => {
  expect(trashedIn(engine, removing(drawn(), 'problem', 'p1'))).toMatchObject([
    {
      document: PROBLEM_DOCUMENT,
      entity: 'problem:p1',
      what: '问题',
      title: '学习不深入',
      author: { clerk: '乙' },
      intent: '删除',
    },
  ])
})

test('what hangs on something removed is not restored before that', () => {
  const documents = removing(removing(drawn(), 'measure', 'p1-m1'), 'problem', 'p1')
  expect(restoration(engine, documents, { document: PROBLEM_DOCUMENT, entity: 'measure:p1-m1' })).toEqual({
    ok: false,
    error: { type: 'owner-removed', what: '问题', title: '学习不深入' },
  })
  expect(restoration(engine, documents, { document: PROBLEM_DOCUMENT, entity: 'problem:p1' })).toMatchObject({
    ok: true,
    value: { intent: '恢复问题' },
  })
})

test('a restored part touches what it hangs on, so that removing that elsewhere is seen', () => {
  const documents = removing(drawn(), 'measure', 'p1-m1')
  expect(restoration(engine, documents, { document: PROBLEM_DOCUMENT, entity: 'measure:p1-m1' })).toMatchObject({
    ok: true,
    value: {
      edits: [
        { type: 'restore', entity: 'measure:p1-m1' },
        { type: 'touch', entity: 'problem:p1' },
      ],
    },
  })
  expect(restoration(engine, documents, { document: PROBLEM_DOCUMENT, entity: 'problem:p1' })).toEqual({
    ok: false,
    error: { type: 'nothing-to-restore' },
  })
})

test('what goes on elsewhere under another id stands in no trash and is not brought back twice', () => {
  const documents = drawn()
  const { records } = readDocuments(engine, documents)
  const moved = { type: 'remove', kind: 'measure', id: 'p1-m1', movedTo: 'p2-m1' } as const
  const next = editDocuments(engine, documents, records, [moved], by('乙', '拆分'))
  if (!next.ok) throw new Error(next.error.type)
  expect(trashedIn(engine, next.value)).toEqual([])
  expect(restoration(engine, next.value, { document: PROBLEM_DOCUMENT, entity: 'measure:p1-m1' })).toEqual({
    ok: false,
    error: { type: 'nothing-to-restore' },
  })
})

import { expect, test } from 'vitest'
import type { AutomergeDocument } from '../../../shared/merge/automerge-engine.ts'
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

const problemOf = (documents: ReturnType<typeof drawn>) => documents.get(PROBLEM_DOCUMENT) as AutomergeDocument

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
  const doc = problemOf(removing(removing(drawn(), 'measure', 'p1-m1'), 'problem', 'p1'))
  expect(restoration(engine, doc, 'measure:p1-m1')).toEqual({
    ok: false,
    error: { type: 'owner-removed', what: '问题', title: '学习不深入' },
  })
  expect(restoration(engine, doc, 'problem:p1')).toMatchObject({ ok: true, value: { intent: '恢复问题' } })
})

test('a restored part touches what it hangs on, so that removing that elsewhere is seen', () => {
  const doc = problemOf(removing(drawn(), 'measure', 'p1-m1'))
  expect(restoration(engine, doc, 'measure:p1-m1')).toMatchObject({
    ok: true,
    value: {
      edits: [
        { type: 'restore', entity: 'measure:p1-m1' },
        { type: 'touch', entity: 'problem:p1' },
      ],
    },
  })
  expect(restoration(engine, doc, 'problem:p1')).toEqual({ ok: false, error: { type: 'nothing-to-restore' } })
})

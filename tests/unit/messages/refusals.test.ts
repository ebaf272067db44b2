import { expect, test } from 'vitest'
import { refusalText } from '../../../shared/messages/refusals.ts'

test('a record that is not there is called by its word, and what may have become of it is true in every case', () => {
  const text = refusalText({ type: 'entity-removed', entity: 'measure:2eebdb' })
  expect(text).toContain('这一条整改措施不在这里。它可能已被删除，或属于别的问题。')
  expect(text).not.toMatch(/[a-z]/)
})

test.each([
  ['measure:2eebdb/text', '这一条整改措施的“整改措施”有冲突'],
  ['measure:2eebdb/_alive', '这一条整改措施的删改有冲突'],
  ['novelty:2eebdb/text', '这一条记录的删改有冲突'],
])('the conflict at %s is told by record and field', (key, words) => {
  const text = refusalText({ type: 'field-in-conflict', key })
  expect(text).toContain(words)
  expect(text).not.toMatch(/[a-z]/)
})

import { expect, test } from 'vitest'
import { parseStatusPhrase, trailingStatusPhrase } from '../../../shared/domain/status-phrase.ts'

test.each([
  ['已完成整改。', 'done', false, null],
  ['完成整改。', 'done', false, null],
  ['已完成整改并长期坚持。', 'done', true, null],
  ['完成整改并长期坚持', 'done', true, null],
  ['已完成并长期坚持', 'done', true, null],
  ['已完成整改，并长期坚持。', 'done', true, null],
  ['正在整改中,按计划2021年7月底前完成。', 'inProgress', false, '2021-07-31'],
  ['正在整改中,按计划于2021年9月底前完成。', 'inProgress', false, '2021-09-30'],
  ['正在整改中，按计划于2023年12月31日整改完成。', 'inProgress', false, '2023-12-31'],
  ['正在整改中,按计划于2024年12月底前完成并长期坚持。', 'inProgress', true, '2024-12-31'],
  ['正在整改', 'inProgress', false, null],
  ['基本完成', 'basicallyDone', false, null],
  ['已基本完成整改。', 'basicallyDone', false, null],
  ['已销号', 'closed', false, null],
  ['该问题已完成整改。', 'done', false, null],
  ['未注明', 'unstated', false, null],
])('%s is %s', (words, status, sustained, on) => {
  const phrase = parseStatusPhrase(words, null)
  expect(phrase && { status: phrase.status, sustained: phrase.sustained, on: phrase.deadline?.on ?? null }).toEqual({
    status,
    sustained,
    on,
  })
})

test('other words are no status', () => {
  for (const words of ['搞定', '已完成招标工作', '正在协调有关部门', '', '完成率100%'])
    expect(parseStatusPhrase(words, null), words).toBeNull()
})

test('only a sentence of its own at the end of an answer is its status', () => {
  expect(trailingStatusPhrase('一是建立台账。二是开展培训。已完成整改并长期坚持。', null)).toMatchObject({
    at: 14,
    words: '已完成整改并长期坚持。',
  })
  expect(trailingStatusPhrase('共退缴3万元。 正在整改中,按计划于2021年9月底前完成。', null)?.phrase.deadline?.on).toBe(
    '2021-09-30',
  )
  expect(trailingStatusPhrase('第一批已完成整改,第二批正在整改中。', null)).toBeNull()
  expect(trailingStatusPhrase('已建成3座泵站。', null)).toBeNull()
})

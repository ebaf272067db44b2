import { expect, test } from 'vitest'
import { leadingStatusPhrase, parseStatusPhrase, trailingStatusPhrase } from '../../../shared/domain/status-phrase.ts'

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
  ['（已完成）', 'done', false, null],
  ['（完成并长期坚持）', 'done', true, null],
  ['（未完成）', 'inProgress', false, null],
  ['【基本完成】', 'basicallyDone', false, null],
  ['整改状态：已整改到位。', 'done', false, null],
  ['整改进度：正在推进，预计2024年6月底前完成', 'inProgress', false, '2024-06-30'],
  ['整改完成率100%。', 'done', false, null],
  ['尚未完成整改，计划于2024年年底前完成。', 'inProgress', false, '2024-12-31'],
  ['已取得阶段性成效，2024年一季度前完成。', 'inProgress', false, '2024-03-31'],
  ['持续推进中。', 'inProgress', false, null],
  ['整改已基本完成。', 'basicallyDone', false, null],
  ['整改正在进行。', 'inProgress', false, null],
  ['整改结果：基本完成，2024年3月底前全部完成。', 'basicallyDone', false, '2024-03-31'],
  ['正在整改（2024年6月30日前完成）。', 'inProgress', false, '2024-06-30'],
  ['正在整改中，完成时限：2024.6.30前。', 'inProgress', false, '2024-06-30'],
  ['已完成，完成时限：2023年12月底前。', 'done', false, '2023-12-31'],
  ['正在整改中，完成时限：立行立改。', 'inProgress', false, null],
  ['部分整改到位。', 'inProgress', false, null],
  ['已部分完成整改', 'inProgress', false, null],
  ['基本完成并持续整改。', 'basicallyDone', true, null],
  ['已取得阶段性成效。', 'inProgress', false, null],
  ['整改工作取得阶段性进展。', 'inProgress', false, null],
  ['已完成（长期坚持）', 'done', true, null],
  ['整改落实到位。', 'done', false, null],
  ['已验收销号', 'closed', false, null],
  ['尚未启动整改。', 'notStarted', false, null],
  ['有序推进中', 'inProgress', false, null],
  ['整改状态：基本完成', 'basicallyDone', false, null],
])('%s is %s', (words, status, sustained, on) => {
  const phrase = parseStatusPhrase(words, null)
  expect(phrase && { status: phrase.status, sustained: phrase.sustained, on: phrase.deadline?.on ?? null }).toEqual({
    status,
    sustained,
    on,
  })
})

test('other words are no status', () => {
  for (const words of [
    '搞定',
    '已完成招标工作',
    '正在协调有关部门',
    '',
    '完成率100%',
    '整改',
    '已取得明显成效',
    '整改工作正在',
    '已完成，2024年6月底前完成',
  ])
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

test('a bracket at the end of an answer, or before it, is a sentence of its own', () => {
  expect(trailingStatusPhrase('开展督导4轮。（已完成）', null)).toMatchObject({ at: 7, words: '（已完成）' })
  expect(trailingStatusPhrase('开展督导4轮（正在推进）。', null)).toMatchObject({ at: 6, words: '（正在推进）。' })
  expect(leadingStatusPhrase('【基本完成】开展督导4轮。', null)).toMatchObject({ end: 6, words: '【基本完成】' })
  expect(leadingStatusPhrase('（详见附件）开展督导4轮。', null)).toBeNull()
})

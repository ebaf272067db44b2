import { describe, expect, test } from 'vitest'
import { applySplits, piecesOf } from '../../../../shared/intake/feedback/splits.ts'
import { expectationOf, feedbackTexts, suggestedText } from '../../../support/feedback-texts.ts'

describe.each(feedbackTexts())('the invented feedback $name', ({ text, expected }) => {
  const read = suggestedText(text)
  const feedback = read.kind === 'feedback' ? read.suggestion : null

  test('comes out with its outline, problems, facts and findings', () => {
    expect(expectationOf(read)).toEqual(expected)
  })

  test('loses no character: its pieces put together are the text', () => {
    const pieces = piecesOf(text, feedback?.reading.splits ?? [])
    expect(pieces.map(({ at, to }) => text.slice(at, to)).join('')).toBe(text)
  })

  test('becomes records in the order and words of the outline', () => {
    const { problems } = applySplits(text, feedback?.reading.splits ?? [])
    const files = feedback?.ledger.problems ?? []
    expect(files.map(({ problem }) => [problem.sourceNumber, problem.statement, problem.details])).toEqual(
      problems.map(({ sourceNumber, statement, details }) => [sourceNumber, statement, details.join('\n')]),
    )
    expect(files.every(({ problem }) => problem.status === 'unstated' && problem.account === '')).toBe(true)
  })

  test('every finding quotes the text where it points', () => {
    for (const { start, end, text: quoted } of feedback?.findings ?? [])
      if (start !== null) expect(text.slice(start, end ?? 0)).toBe(quoted)
  })
})

const OPENING = ['关于巡察青梧县某局党组的反馈意见', '现将巡察情况反馈如下。']
const outlineOf = (...lines: readonly string[]): readonly string[] =>
  (expectationOf(suggestedText([...OPENING, ...lines].join('\n'), { asKind: 'feedback' })) as { outline: string[] }).outline

describe('the ways a feedback lists problems', () => {
  test('一是…二是… under a heading that names a shortcoming are problems, under a problem three deep 具体表现', () => {
    expect(outlineOf('一、学习方面', '（一）学习不深入。一是计划不细；二是研讨不够。')).toEqual([
      '一、 学习方面',
      '  （一） 学习不深入。',
      '    P 一是 计划不细',
      '    P 二是 研讨不够。',
    ])
    expect(outlineOf('一、学习方面', '（一）理论学习', '1.学习不深入。一是计划不细；二是研讨不够。')).toEqual([
      '一、 学习方面',
      '  （一） 理论学习',
      '    P 1. 学习不深入。',
      '      · 一是计划不细；',
      '      · 二是研讨不够。',
    ])
  })

  test('parts may stand on lines of their own, and what follows them is no part', () => {
    expect(outlineOf('一、学习不深入', '一是计划不细。', '二是研讨不够。', '档案管理混乱。缺少签到册。')).toEqual([
      '一、 学习不深入',
      '  P 一是 计划不细。',
      '  P 二是 研讨不够。',
      '  P 档案管理混乱。',
      '    · 缺少签到册。',
    ])
  })

  test('each paragraph under a heading may count from one again', () => {
    expect(
      outlineOf(
        '一、履职方面',
        '学习不深入。一是计划不细；二是研讨不够。',
        '落实不到位。一是分工不清；二是督办不力；三是销号不严。',
      ),
    ).toEqual([
      '一、 履职方面',
      '  学习不深入。',
      '    P 一是 计划不细',
      '    P 二是 研讨不够。',
      '  落实不到位。',
      '    P 一是 分工不清',
      '    P 二是 督办不力',
      '    P 三是 销号不严。',
    ])
  })

  test('主要表现在 tells a problem more closely, 存在以下问题 lists problems', () => {
    expect(outlineOf('一、履职方面', '（一）监管不严，主要表现在：台账缺失；检查走过场。')).toEqual([
      '一、 履职方面',
      '  P （一） 监管不严',
      '    · 主要表现在：台账缺失；',
      '    · 检查走过场。',
    ])
    expect(outlineOf('一、履职方面', '（一）监管工作存在以下问题：台账缺失；检查走过场。')).toEqual([
      '一、 履职方面',
      '  （一） 监管工作',
      '    “存在以下问题：”',
      '    P 台账缺失',
      '    P 检查走过场。',
    ])
  })

  test('有的…有的…个别… are 具体表现 behind a name, and problems where an aspect is all that stands above', () => {
    expect(outlineOf('一、作风方面', '（一）作风不实。有的敷衍塞责；有的推诿扯皮；个别干部脱岗。').slice(1)).toEqual([
      '  P （一） 作风不实。',
      '    · 有的敷衍塞责；',
      '    · 有的推诿扯皮；',
      '    · 个别干部脱岗。',
    ])
    expect(outlineOf('一、作风方面', '有的敷衍塞责；有的推诿扯皮；个别干部脱岗。').slice(1)).toEqual([
      '  P 有的敷衍塞责',
      '  P 有的推诿扯皮',
      '  P 个别干部脱岗。',
    ])
  })

  test('a list with 、 is one problem, and its parts are offered', () => {
    const text = [...OPENING, '一、管理方面', '（一）在资产登记、合同审核、印章使用等方面把关不严。'].join('\n')
    const read = suggestedText(text)
    const offered = read.kind === 'feedback' ? read.suggestion.reading.splits.filter(({ isTaken }) => !isTaken) : []
    expect(offered.map(({ at, kind }) => [kind, text.slice(at, at + 4)])).toEqual([
      ['pause', '合同审核'],
      ['pause', '印章使用'],
    ])
    expect(outlineOf('一、管理方面', '（一）在资产登记、合同审核、印章使用等方面把关不严。')).toHaveLength(2)
  })

  test('nothing is split inside quotation marks and brackets', () => {
    expect(
      outlineOf('一、作风方面', '（一）文风不实。主要表现在：搞“一是口号；二是标语；三是墙报”式宣传；调研走过场。').slice(1),
    ).toEqual(['  P （一） 文风不实。', '    · 主要表现在：搞“一是口号；二是标语；三是墙报”式宣传；', '    · 调研走过场。'])
  })
})

test('numbers a feedback states of itself are compared', () => {
  const read = suggestedText([...OPENING, '巡察共发现问题3个。', '一、管理方面', '1.台账缺失。', '2.账实不符。'].join('\n'))
  expect(read.suggestion.findings.filter(({ rule }) => rule === 'intake.count-differs')).toMatchObject([
    { stated: '3', expected: '2' },
  ])
})

test('a text that names no problem is an error to look at', () => {
  const read = suggestedText('关于巡察县档案馆党支部的反馈意见\n巡察认为，工作扎实有力。', { asKind: 'feedback' })
  expect(read.suggestion.findings.map(({ rule }) => rule)).toContain('intake.no-problem')
})

test('a number with a unit at the start of a paragraph is no mark', () => {
  expect(outlineOf('一、管护不力', '10.8平方公里林地无人巡护。', '3.5公里沟渠淤塞。')).toEqual([
    'P 一、 管护不力',
    '  · 10.8平方公里林地无人巡护。',
    '  · 3.5公里沟渠淤塞。',
  ])
})

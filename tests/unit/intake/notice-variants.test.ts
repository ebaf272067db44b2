import { describe, expect, test } from 'vitest'
import { countsOfText, noticeVariants, suggestedText } from '../../support/feedback-texts.ts'
import { composed, textOf } from '../../support/suggested.ts'

describe.each(noticeVariants())('the invented variant $name', ({ name, text, expected }) => {
  test('comes out with its counts, statuses and answers', () => {
    expect(countsOfText(text)).toEqual(expected)
  })

  test('is printed again, the marks of problems and a broken title aside', () => {
    const bare = (words: string) => words.replace(/\s/g, '').replace(/【问题(\d)】|问题(\d)、/g, '问题$1$2：')
    const printed = textOf(composed(suggestedText(text).suggestion.ledger))
      .map(bare)
      .join('')
    expect(printed).toBe(bare(text.replace(/\n/g, '')))
    expect(name).not.toBe('')
  })
})

describe('measures from an answer', () => {
  const text = noticeVariants().find(({ name }) => name === 'answer-measures')?.text ?? ''
  const measuresOf = (measuresFromAnswer: boolean) =>
    suggestedText(text, { measuresFromAnswer }).suggestion.ledger.problems.map(({ measures }) =>
      measures.map((measure) => [measure.text, measure.result]),
    )

  test('are made when asked: first sentence the measure, the rest its result', () => {
    expect(measuresOf(true)).toEqual([
      [
        ['健全养护机制。', '与12个乡镇签订养护责任书。'],
        ['加大投入。', '安排养护资金320万元。'],
        ['强化巡查。', '处置路面病害86处。'],
      ],
      [
        ['新增班线4条', ''],
        ['开通预约班车6台', ''],
      ],
      [],
    ])
  })

  test('are not made otherwise, and change nothing of what is printed', () => {
    expect(measuresOf(false)).toEqual([[], [], []])
    const printed = (measuresFromAnswer: boolean) =>
      textOf(composed(suggestedText(text, { measuresFromAnswer }).suggestion.ledger))
    expect(printed(true)).toEqual(printed(false))
  })

  test('a headed problem without items gets them too, and stays one item', () => {
    const headed =
      '一、关于“甲”问题的整改情况\n一是建台账。已建12本。二是装水表。\n二、关于“乙”问题的整改情况\n（一）丙。一是丁；二是戊。'
    const { ledger } = suggestedText(headed, { asKind: 'notice', measuresFromAnswer: true }).suggestion
    expect(ledger.problems.map(({ measures }) => measures.map((m) => [m.text, m.result, m.title]))).toEqual([
      [
        ['建台账。', '已建12本。', ''],
        ['装水表。', '', ''],
      ],
      [['', '', '丙']],
    ])
  })
})

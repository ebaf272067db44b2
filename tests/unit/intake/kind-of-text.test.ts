import { describe, expect, test } from 'vitest'
import { kindOfText } from '../../../shared/intake/kind-of-text.ts'
import { feedbackTexts, noticeVariants, suggestedText } from '../../support/feedback-texts.ts'
import { NO_SEEDS, SEEDS, sampleText, TWINS } from '../../support/texts.ts'

describe('反馈意见 are told from 通报', () => {
  test.each(feedbackTexts())('$name is a feedback', ({ text }) => {
    expect(kindOfText(text)).toMatchObject({ kind: 'feedback', isDoubtful: false })
  })

  test.each([...TWINS, ...noticeVariants(), { name: 'sample', text: sampleText() }])('$name is a notice', ({ text }) => {
    expect(kindOfText(text)).toMatchObject({ kind: 'notice', isDoubtful: false })
  })

  test.skipIf(NO_SEEDS)('the published texts are notices', () => {
    for (const { text } of SEEDS.values()) expect(kindOfText(text)).toMatchObject({ kind: 'notice', isDoubtful: false })
  })

  test('reasons are sentences, the strongest first', () => {
    const { reasons } = kindOfText('关于巡察县档案馆党支部的反馈意见\n现反馈如下：\n一、学习不深入\n二、意见建议\n加强学习。')
    expect(reasons[0]).toBe('标题是反馈意见')
    expect(reasons).toContain('有意见建议或整改要求一节')
  })

  test('a text that shows neither is read as a notice, and that is said', () => {
    const read = suggestedText('一、甲\n二、乙')
    expect(read.kind).toBe('notice')
    expect(read.suggestion.findings.map(({ rule }) => rule)).toContain('intake.kind-doubtful')
  })

  test('a person may say otherwise', () => {
    const text = feedbackTexts()[0]?.text ?? ''
    expect(suggestedText(text, { asKind: 'notice' }).kind).toBe('notice')
    expect(suggestedText(TWINS[0]?.text ?? '', { asKind: 'feedback' }).kind).toBe('feedback')
  })
})

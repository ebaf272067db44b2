import { describe, expect, test } from 'vitest'
import { fingerprintOf, withDecisions } from '../../../shared/proof/decisions.ts'
import { ledgerFactsOf } from '../../../shared/proof/ledger/ledger-facts.ts'
import { proofOfNotice, proofPlaces, sayingsOf } from '../../../shared/proof/notice-proof.ts'
import { proofText } from '../../../shared/proof/proof.ts'
import { aLedger, PROBLEMS_BLOCK } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'
import { noticeOf } from '../../support/suggested.ts'

const ledger = aLedger({
  problems: [
    { statement: '农村小水厂日常管理缺位', status: 'done' },
    { statement: '村级财务公开流于形式', status: 'inProgress' },
    { statement: '干部教育培训针对性不强', status: 'done' },
  ],
  more: {
    unit: [
      { id: 'u1', name: '县农业农村局', aliases: '' },
      { id: 'u2', name: '县住房和城乡建设局', aliases: '县住建局' },
    ],
    leader: [{ id: 'l1', name: '何启明', post: '县水利局局长', aliases: '' }],
  },
})
const facts = ledgerFactsOf(ledger, day('2024-07-05'))
const against = { facts, known: null, own: null }

const found = (text: string, rule: string) =>
  proofText(text, against)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ severity, stated, expected, message }) => ({ severity, stated, expected, message }))

const WHOLE = [
  '反馈的3个问题，已完成整改2个，正在整改1个。',
  '1.农村小水厂日常管理缺位。',
  '整改情况：逐厂明确管护人员。已完成整改。',
  '2.村级财务公开流于形式。',
  '整改情况：正在规范公开栏。正在整改。',
  '3.干部教育培训针对性不强。',
  '整改情况：按岗位分班培训。已完成整改。',
].join('\n')

describe('a text beside the ledger', () => {
  test('agrees where it tells what the ledger holds', () => {
    const { findings, coverage } = proofText(WHOLE, against)
    expect(findings.filter(({ rule }) => /^(?:ledger|name)\./.test(rule))).toEqual([])
    expect(coverage?.problems.map(({ state, paragraphs }) => [state, paragraphs])).toEqual([
      ['same', [1, 2]],
      ['same', [3, 4]],
      ['same', [5, 6]],
    ])
  })

  test('a figure that differs is told with the ledger’s, and can be put right', () => {
    const text = WHOLE.replace('反馈的3个问题', '反馈的4个问题')
    expect(found(text, 'ledger.figure')).toMatchObject([{ severity: 'error', stated: '4', expected: '3' }])
    const [finding] = proofText(text, against).findings.filter(({ rule }) => rule === 'ledger.figure')
    expect(finding?.fix?.text).toBe('3')
    expect(text.slice(finding?.start, finding?.end)).toBe('4')
  })

  test('numbers inside the answer to one problem are that problem’s own', () => {
    expect(found(WHOLE.replace('逐厂明确管护人员', '反馈的9个问题逐厂解决'), 'ledger.figure')).toEqual([])
  })

  test('a status that differs from the ledger’s is wrong', () => {
    expect(found(WHOLE.replace('正在整改。', '已完成整改。'), 'ledger.status')).toEqual([
      {
        severity: 'error',
        stated: '已完成整改。',
        expected: '整改中',
        message: '第2个问题文中写作“已完成整改”，台账是“整改中”。',
      },
    ])
  })

  test('a problem that is missing, told otherwise, or not of this ledger is said', () => {
    expect(found(WHOLE.split('\n').slice(0, 5).join('\n'), 'ledger.coverage')).toMatchObject([
      { severity: 'warning', stated: '' },
    ])
    expect(found(WHOLE.replace('村级财务公开流于形式', '村级财务公开形式化'), 'ledger.coverage')).toMatchObject([
      { severity: 'hint' },
    ])
    expect(found(`${WHOLE}\n4.关于“耕地撂荒”问题的整改情况。`, 'ledger.coverage')).toMatchObject([{ severity: 'warning' }])
  })

  test('names one character off the directories are doubted, other levels and numbers are other units', () => {
    expect(found('由县农业农材局牵头。', 'name.unit')).toMatchObject([{ stated: '县农业农材局', expected: '县农业农村局' }])
    expect(found('由县农村农业局牵头。', 'name.unit')).toEqual([])
    expect(found('由市农业农村局指导，县农业农村局牵头。', 'name.unit')).toEqual([])
    expect(found('县水利局局长何启铭。', 'name.unit')).toMatchObject([{ stated: '何启铭', expected: '何启明' }])
    expect(found('县住房和城乡建设局牵头，县住建局负责。', 'name.unit')).toMatchObject([{ severity: 'hint', stated: '县住建局' }])
  })
})

describe('a composed notice', () => {
  const composedLedger = (text: string) =>
    aLedger({
      problems: [{ statement: '农村小水厂日常管理缺位', status: 'done' }],
      blocks: [{ part: 'opening', form: 'paragraph', text }, PROBLEMS_BLOCK],
      notice: { signedOn: day('2024-07-05') },
    })

  test('figures that follow the ledger agree by themselves, typed ones are compared', () => {
    const ledger = composedLedger('反馈的{{problems.total}}个问题，已完成整改2个。')
    const { text, proof } = proofOfNotice(ledger, noticeOf(ledger), { today: day('2024-07-05') })
    expect(text).toContain('已完成整改2个')
    expect(
      proof.findings.filter(({ rule }) => rule === 'ledger.figure').map(({ stated, expected }) => [stated, expected]),
    ).toEqual([['2', '1']])
    expect(proof.coverage?.problems).toMatchObject([{ state: 'same' }])
  })

  test('a finding is placed beside its words in the model, unless a person said it is right', () => {
    const ledger = composedLedger('先后给予处分5人（警告2人、记过2人）。')
    const checked = proofOfNotice(ledger, noticeOf(ledger), { today: day('2024-07-05') })
    const [finding] = checked.proof.findings.filter(({ rule }) => rule === 'sum.bracket')
    if (!finding) throw new Error(`the notice should have a wrong sum: ${checked.text}`)
    const [place] = proofPlaces(checked, [])
    const line = checked.model.lines[place?.line ?? -1]
    expect(line?.text.slice(place?.start, place?.end)).toBe('5人')
    const saying = {
      id: 'd',
      order: 'a0',
      ...fingerprintOf(finding, checked.text),
      verdict: 'dismissed',
      reason: '另有1人',
    } as const
    expect(proofPlaces(checked, [saying])).toEqual([])
    expect(sayingsOf(ledger, 'notice')).toEqual([])
  })
})

describe('what a person said of a finding', () => {
  const text = '给予党纪处分3人（警告1人、记过1人）。\n另行处理。'
  const { findings } = proofText(text)
  const [finding] = findings
  if (!finding) throw new Error('the sum is wrong')
  const saying = {
    id: 'd1',
    order: 'a0',
    ...fingerprintOf(finding, text),
    verdict: 'dismissed',
    reason: '另有1人未公开',
  } as const

  test('is known by rule, words and sentence, wherever the sentence goes', () => {
    const moved = `前言。\n${text}`
    expect(withDecisions(proofText(moved).findings, moved, [saying])[0]?.decision?.reason).toBe('另有1人未公开')
  })

  test('is asked about anew once the sentence is changed', () => {
    const changed = text.replace('警告1人', '警告0人')
    expect(withDecisions(proofText(changed).findings, changed, [saying]).map(({ decision }) => decision)).toEqual([null])
  })

  test('of two sayings about one finding the later in order stands', () => {
    const later = { ...saying, id: 'd2', order: 'a1', verdict: 'accepted' as const, reason: null }
    expect(withDecisions(findings, text, [later, saying])[0]?.decision?.id).toBe('d2')
  })
})

import { describe, expect, test } from 'vitest'
import { ledgerValues, problemValues } from '../../../shared/documents/forms/template-fields.ts'
import { fillTemplate, readTemplate } from '../../../shared/documents/render/own-template.ts'
import { LEDGER_FIELDS, PROBLEM_FIELDS, PROBLEM_LOOPS } from '../../../shared/messages/template-fields.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { docxText } from '../../support/docx-text.ts'
import { papersLedger } from '../../support/papers-ledger.ts'
import { day } from '../../support/ports.ts'
import { paragraph, wordFile } from '../../support/word-file.ts'

const ledger = papersLedger()
const date = day('2024-07-10')
const form = (...lines: readonly string[]): Uint8Array => wordFile({ body: lines.map((line) => paragraph(line)).join('') })
const [file] = ledger.problems
if (!file) throw new Error('the ledger has a problem')

describe('a form of one’s own', () => {
  test('is filled with fields and lists of a problem', () => {
    const bytes = form(
      '{整改单位}第{序号}号：{反馈问题}',
      '{#措施清单}',
      '{措施序号}. {措施}（{措施责任单位}，{措施时限}）',
      '{/措施清单}',
      '{#佐证清单}《{文件名}》{/佐证清单}',
      '{^延期清单}没有延期{/延期清单}',
    )
    expect(readTemplate(bytes)).toMatchObject({ scope: 'problem', faults: [] })
    const text = docxText(fillTemplate(bytes, problemValues(ledger, file, date, '整改办')))
    expect(text).toContain('中共青梧县委第1号：8座村级供水站长期无人值守')
    expect(text).toContain('1. 落实管护人员：每座供水站明确1名管护员，签订责任书。（石栈乡、柳塘镇，2024年5月15日前）')
    expect(text).toContain('2. 建立水质每月检测和公示制度。')
    expect(text).toContain('《水质检测报告（6月）.pdf》《管护责任书.docx》')
    expect(text).toContain('没有延期')
  })

  test('of the whole ledger goes over all problems', () => {
    const bytes = form('{台账名称} 共{问题总数}个，已完成{已完成数}个', '{#问题清单}', '{序号}、{反馈问题}', '{/问题清单}')
    expect(readTemplate(bytes)).toMatchObject({ scope: 'ledger', faults: [] })
    const text = docxText(fillTemplate(bytes, ledgerValues(ledger, date, '整改办')))
    expect(text).toContain('青梧县巡察整改台账 共2个，已完成1个')
    expect(text).toMatch(/1、8座村级供水站.*2、村集体/s)
  })

  test('every field of the list can be used', () => {
    const names = (fields: object): string =>
      Object.keys(fields)
        .map((name) => `{${name}}`)
        .join('')
    const loops = Object.entries(PROBLEM_LOOPS).map(([name, fields]) => `{#${name}}${names(fields)}{/${name}}`)
    const ofProblem = form(names(LEDGER_FIELDS), names(PROBLEM_FIELDS), ...loops)
    expect(readTemplate(ofProblem).faults).toEqual([])
    expect(docxText(fillTemplate(ofProblem, problemValues(ledger, file, date, '')))).not.toMatch(/undefined|[{}]/)
    const ofLedger = form(names(LEDGER_FIELDS), `{#问题清单}${names(PROBLEM_FIELDS)}${loops.join('')}{/问题清单}`)
    expect(readTemplate(ofLedger)).toMatchObject({ scope: 'ledger', faults: [] })
    expect(docxText(fillTemplate(ofLedger, ledgerValues(ledger, date, '')))).not.toMatch(/undefined|[{}]/)
  })

  test.each([
    ['an unknown field, with the one it may mean', '{反馈的问题}', '没有字段“反馈的问题”。是不是“反馈问题”？'],
    ['a field of a list outside of it', '{反馈问题}{措施时限}', '没有字段“措施时限”。是不是“时限”？'],
    ['an unknown field in a list', '{#措施清单}{内容说明}{/措施清单}', '没有字段“内容说明”（在 {#措施清单} 里）。'],
    ['a list without rounds', '{措施清单}', '“措施清单”是清单，要写成 {#措施清单}…{/措施清单}，中间放每一条的字段。'],
    ['a field as a list', '{#责任单位}甲{/责任单位}', '“责任单位”不是清单，不能写成 {#责任单位}…{/责任单位}。'],
    ['an unclosed list', '{#措施清单}{措施}', '{#措施清单} 没有结束，缺少 {/措施清单}。'],
    ['an end without a beginning', '{措施}{/措施清单}', '{/措施清单} 前面没有 {#措施清单}。'],
    ['an unclosed field', '{反馈问题', '“{反馈问题”没有写完，缺少“}”。'],
    ['a closing bracket alone', '反馈问题}', '前面缺少“{”。'],
    ['raw XML', '{@反馈问题}', '不能用 {@反馈问题}，请写 {反馈问题}。'],
    ['no field at all', '空表', '模板里没有任何字段。'],
  ])('%s is said in a sentence', (_, line, sentence) => {
    expect(readTemplate(form(line)).faults.join('\n')).toContain(sentence)
  })

  test('no word file, a damaged one and one that would fill the memory are refused', () => {
    expect(readTemplate(new TextEncoder().encode('{反馈问题}')).faults[0]).toContain('不是 Word 文件')
    expect(readTemplate(new Uint8Array()).faults[0]).toContain('不是 Word 文件')
    const whole = form('{反馈问题}')
    expect(readTemplate(whole.slice(0, whole.length - 40)).faults[0]).toContain('损坏')
    const huge = wordFile({ body: paragraph('{反馈问题}').padEnd(60_000_000, ' ') })
    expect(readTemplate(huge).faults[0]).toContain('超过 50 MB')
  })

  test('words of a ledger are data: braces, marks of XML and control characters do nothing', () => {
    const tricky = aLedger({ problems: [{ statement: '甲{台账名称}<w:p/>&\u0000\u0001乙\n第二行' }] })
    const [own] = tricky.problems
    const bytes = form('{反馈问题}', '{__proto__}')
    expect(readTemplate(bytes).faults).toEqual(['没有字段“__proto__”。'])
    const text = docxText(fillTemplate(form('{反馈问题}'), problemValues(tricky, own as never, date, '')))
    expect(text).toContain('甲{台账名称}<w:p/>&乙')
    expect(text).toContain('第二行')
  })

  test('the same form and ledger give the same bytes', () => {
    const bytes = form('{反馈问题}')
    const values = problemValues(ledger, file, date, '')
    expect(fillTemplate(bytes, values)).toEqual(fillTemplate(bytes, values))
  })
})

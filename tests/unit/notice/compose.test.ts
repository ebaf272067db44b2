import { describe, expect, test } from 'vitest'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { NOTICE_TEMPLATES } from '../../../shared/domain/notices/built-in-templates.ts'
import type { Edition } from '../../../shared/domain/records/notice-records.ts'
import type { LedgerRecords } from '../../../shared/domain/records/record-kinds.ts'
import { composeProblem } from '../../../shared/notice/compose.ts'
import { noticeFindings } from '../../../shared/notice/notice-findings.ts'
import { aLedger, PROBLEMS_BLOCK } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'
import { composed, suggested, textOf } from '../../support/suggested.ts'
import { sampleText, TWINS } from '../../support/texts.ts'

const bodyOf = (ledger: Parameters<typeof composed>[0], choices: Parameters<typeof composed>[1] = {}) =>
  composed(ledger, choices).lines.map((line) => (line.kind === 'run-in' ? line.heading + line.text : line.text))

const template = (id: string) => {
  const found = NOTICE_TEMPLATES.find((template) => template.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('numbers are computed from position', () => {
  const blocks = [
    { part: 'arrangement', form: 'section', mark: 'cjk-dun', heading: '部署推动' },
    { part: 'arrangement', form: 'run-in', mark: 'cjk-paren', heading: '抓部署', text: '开会。' },
    { part: 'arrangement', form: 'run-in', mark: 'cjk-paren', heading: '抓落实', text: '督办。' },
    { part: 'problems', form: 'section', mark: 'cjk-dun', heading: '问题整改' },
    PROBLEMS_BLOCK,
  ] as const
  const nodes = [
    { id: 'a', heading: '甲方面。' },
    { id: 'b', heading: '乙方面' },
  ]
  const problems = [
    { nodeId: 'a', statement: '一问题。' },
    { nodeId: 'a', statement: '二问题。' },
    { nodeId: 'b', statement: '三问题。' },
  ]

  test('restarting under each heading, or running through', () => {
    const notice = { itemLines: 'account:整改情况' }
    const restarting = aLedger({ nodes, problems, blocks, notice: { ...notice, levels: 'cjk-paren,arabic-dot' } })
    expect(bodyOf(restarting)).toEqual([
      '一、部署推动',
      '（一）抓部署。开会。',
      '（二）抓落实。督办。',
      '二、问题整改',
      '（一）甲方面',
      '1.一问题。',
      '2.二问题。',
      '（二）乙方面',
      '1.三问题。',
    ])
    const through = aLedger({ nodes, problems, blocks, notice: { ...notice, levels: 'cjk-paren,arabic-paren*' } })
    expect(bodyOf(through).filter((line) => line.endsWith('问题。'))).toEqual(['（1）一问题。', '（2）二问题。', '（3）三问题。'])
  })
})

describe('what stands under a problem', () => {
  const aProblem = {
    statement: '管网漏损率高。',
    measures: [{ text: '换管' }, { text: '装表' }],
    progress: [{ on: day('2024-05-01'), text: '县水利局已换3公里。' }],
    responsibilities: [
      { role: 'leader', name: '何启明' },
      { role: 'unit', name: '县水利局' },
      { role: 'unit', name: '县财政局' },
    ],
    deadlineWords: '2024年6月底前',
    status: 'done',
    sustained: true,
  } as const
  const under = (itemLines: string, change: object = {}) =>
    bodyOf(aLedger({ problems: [{ ...aProblem, ...change }], blocks: [PROBLEMS_BLOCK], notice: { itemLines } })).slice(1)

  test('follows the layout of the notice, and leaves out what nobody knows', () => {
    expect(
      under(
        'target:整改目标|measures:整改措施|progress:整改进展|leader:责任领导;leadUnit:牵头单位;unit:责任单位|deadline:完成时限|status:完成情况',
      ),
    ).toEqual([
      '整改措施：一是换管；二是装表。',
      '整改进展：2024年5月1日，县水利局已换3公里。',
      '责任领导：何启明；责任单位：县水利局、县财政局',
      '完成时限：2024年6月底前',
      '完成情况：已完成并长期坚持',
    ])
  })

  test('an account nobody has written is made of measures, progress and result', () => {
    expect(under('account:整改情况', { result: '漏损率降到11%。' })).toEqual([
      '整改情况：一是换管；二是装表。2024年5月1日，县水利局已换3公里。漏损率降到11%。',
    ])
  })

  test('the words of a source are printed while they hold and give way when the record changes', () => {
    const words = { account: '已换管。', statusWords: '完成整改并长期坚持' }
    expect(under('account+status:整改情况', words)).toEqual(['整改情况：已换管。完成整改并长期坚持'])
    expect(under('account+status:整改情况', { ...words, sustained: false })).toEqual(['整改情况：已换管。已完成整改。'])
    expect(under('account+status:整改情况', { ...words, status: 'inProgress', sustained: false })).toEqual([
      '整改情况：已换管。正在整改中，按计划于2024年6月底前完成。',
    ])
  })

  test('paragraphs of an account stay paragraphs', () => {
    expect(under('account:整改情况', { account: '一是甲。\n二是乙。' })).toEqual(['整改情况：一是甲。', '二是乙。'])
  })
})

describe('editions', () => {
  const ledger = aLedger({
    nodes: [
      { id: 'a', heading: '甲方面' },
      { id: 'b', heading: '乙方面' },
    ],
    problems: [
      { statement: '可公开。', nodeId: 'a' },
      { statement: '拟不公开。', nodeId: 'b', office: { withheld: true } },
    ],
    blocks: [PROBLEMS_BLOCK],
    notice: { levels: 'cjk-paren,arabic-dot' },
  })

  test('what is marked 拟不公开 stays out of what the public reads, with a heading that then holds nothing', () => {
    expect(bodyOf(ledger)).toEqual(['（一）甲方面', '1.可公开。'])
    expect(bodyOf(ledger, { edition: 'party' })).toEqual(['（一）甲方面', '1.可公开。', '（二）乙方面', '1.拟不公开。'])
  })
})

describe('figures in the text', () => {
  const ledger = aLedger({
    blocks: [
      {
        part: 'statistics',
        text: '移交线索⟦leads.clue.received⟧件,办结率⟦leads.clue.closedRate:1⟧%,另⟦leads.letter.received⟧件。',
      },
    ],
    leads: [{ kind: 'clue', received: 9, closed: 8 }],
  })

  test('follow the registers with the digits they were stated with, and say when their source is gone', () => {
    const model = composed(ledger)
    expect(bodyOf(ledger)).toEqual(['移交线索9件，办结率88.9%，另〔？〕件。'])
    expect(noticeFindings(model).filter((f) => f.rule === 'notice.figure-missing')).toMatchObject([
      { severity: 'error', text: 'leads.letter.received' },
    ])
  })
})

/** Lines with marks and running numbers taken off, so that renumbering is no difference. */
const withoutMarks = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/^(?:[一二三四五六七八九十百]+、|（[^（）]{1,5}）|\d+[.）])/, ''))

const difference = (before: readonly string[], after: readonly string[]) => ({
  gone: before.filter((line) => !after.includes(line)),
  come: after.filter((line) => !before.includes(line)),
})

describe.each([...TWINS.map(({ name, text }) => ({ name, text })), { name: 'sample', text: sampleText() }])(
  'composed from the records of $name',
  ({ text }) => {
    const { ledger, records } = suggested(text)
    const before = withoutMarks(textOf(composed(ledger)))
    const pick = ledger.problems[Math.floor(ledger.problems.length / 2)] ?? ledger.problems[0]
    if (!pick) throw new Error('no problem')

    const withProblem = (change: (problems: LedgerRecords['problem']) => LedgerRecords['problem']) =>
      withoutMarks(textOf(composed(openLedger({ ...records, problem: change(records.problem) }))))

    test('changing one statement changes every line that names the problem, and no other', () => {
      const after = withProblem((problems) =>
        problems.map((p) => (p.id === pick.problem.id ? { ...p, statement: '全新的问题表述。' } : p)),
      )
      const { gone, come } = difference(before, after)
      const name = pick.problem.statement.replace(/。$/, '')
      expect(come.length).toBeGreaterThan(0)
      expect(gone).toHaveLength(come.length)
      for (const line of come) expect(line).toContain('全新的问题表述')
      expect(after.join('\n')).not.toContain(name)
      expect(after).toHaveLength(before.length)
    })

    test('removing one problem removes its lines, and no other', () => {
      const after = withProblem((problems) => problems.filter((p) => p.id !== pick.problem.id))
      const { gone, come } = difference(before, after)
      expect(come).toEqual([])
      expect(gone.length).toBeGreaterThan(0)
      const own = composed(ledger).lines.filter((line) => line.problemId === pick.problem.id).length
      // A heading that held only this problem goes with its problem's lines staying in place of none.
      expect(before.length - after.length).toBeGreaterThanOrEqual(own)
      expect(before.length - after.length).toBeLessThanOrEqual(own + pick.path.length)
    })

    test('every template prints every problem', () => {
      for (const { id } of NOTICE_TEMPLATES) {
        const text = textOf(composed(ledger, { template: template(id) })).join('\n')
        for (const file of ledger.problems) {
          const name = file.problem.statement.slice(0, 12).replace(/[“”]/g, '')
          expect(text.replace(/[“”‘’]/g, ''), `${id}: ${name}`).toContain(
            name.replace(/,/g, '，').replace(/\(/g, '（').replace(/\)/g, '）'),
          )
        }
      }
    })
  },
)

describe('another template', () => {
  test('gives its own headings and lists what is left to do', () => {
    const ledger = aLedger({
      problems: [
        { statement: '甲问题。', status: 'done', account: '已办。' },
        { statement: '乙问题。', status: 'inProgress', deadlineWords: '2024年12月底前', account: '在办。' },
      ],
      notice: { template: 'aspect-items' },
      blocks: [
        { part: 'opening', text: '开头。' },
        { part: 'arrangement', text: '部署。' },
        PROBLEMS_BLOCK,
        { part: 'outlook', text: '下一步。' },
      ],
    })
    expect(bodyOf(ledger, { template: template('problem-situation') })).toEqual([
      '开头。',
      '一、整改工作部署推动情况',
      '部署。',
      '二、反馈问题的整改情况',
      '（一）甲问题。',
      '整改情况：已办。',
      '（二）乙问题。',
      '整改情况：在办。',
      '三、需要继续整改的事项',
      '（一）基本完成事项',
      '（二）正在整改事项',
      '1.关于“乙问题”的问题。',
      '完成时限：2024年12月底前',
      '下一步。',
    ])
    expect(bodyOf(ledger)).toEqual([
      '开头。',
      '部署。',
      '一、关于“甲问题”问题的整改情况',
      '已办。',
      '二、关于“乙问题”问题的整改情况',
      '在办。',
      '下一步。',
    ])
  })

  test('a template of a newer program leaves the notice readable', () => {
    expect(
      bodyOf(aLedger({ problems: [{ statement: '甲。' }], blocks: [PROBLEMS_BLOCK], notice: { template: 'of-the-future' } })),
    ).toEqual(['（一）甲。'])
  })
})

test('a deadline whose words say 完成 is not finished twice, and an empty statement is said', () => {
  const ledger = aLedger({
    problems: [
      {
        statement: '甲问题。',
        status: 'inProgress',
        deadlineWords: '2028年3月31日前完成',
        deadlineOn: day('2028-03-31'),
        account: '在办。',
      },
      { statement: '', status: 'done', account: '已办。' },
    ],
    notice: { template: 'problem-measures-status' },
    blocks: [PROBLEMS_BLOCK],
  })
  const model = composed(ledger)
  expect(textOf(model).join('\n')).toContain('按计划于2028年3月31日前完成')
  expect(textOf(model).join('\n')).not.toContain('完成完成')
  expect(noticeFindings(model).map(({ rule, text }) => [rule, text])).toContainEqual(['notice.problem-unnamed', '2'])
})

describe('what a notice says of one problem', () => {
  const blocks = [
    { part: 'problems', form: 'section', mark: 'cjk-dun', heading: '问题整改' },
    PROBLEMS_BLOCK,
    { part: 'remaining', form: 'section', mark: 'cjk-dun', heading: '需继续整改的事项' },
    { part: 'remaining', form: 'remaining', mark: 'cjk-paren', status: 'inProgress' },
  ] as const
  const problems = [
    { statement: '一问题。', status: 'inProgress', account: '甲。', office: { withheld: true } },
    { statement: '二问题。', status: 'inProgress', account: '已清退⟦money.returned⟧万元。' },
  ] as const
  const ledger = aLedger({ problems, blocks, notice: { itemLines: 'account:整改情况', levels: 'cjk-paren' } })
  const linesOf = (problemId: string, edition: Edition) => {
    const [notice] = ledger.records.notice
    const lines = notice ? composeProblem(ledger, notice, problemId, { edition, today: day('2024-07-05') }) : []
    return lines.map((line) => (line.kind === 'run-in' ? line.heading + line.text : line.text))
  }

  test('is numbered as it stands there, in every part that speaks of it; numbers of registers are left open', () => {
    expect(linesOf('p2', 'report')).toEqual([
      '（二）二问题。',
      '整改情况：已清退〔？〕万元。',
      expect.stringMatching(/^（二）关于“二问题”的问题/),
    ])
    expect(linesOf('p2', 'public')[0]).toBe('（一）二问题。')
  })

  test('is nothing where the public reads and it is 拟不公开', () => {
    expect(linesOf('p1', 'public')).toEqual([])
    expect(linesOf('p1', 'party')[0]).toBe('（一）一问题。')
  })

  test('needs only place, status and 拟不公开 of the others', () => {
    const bare = {
      ...ledger.records,
      problem: ledger.records.problem.map((p) => (p.id === 'p1' ? { ...p, account: '', statement: '' } : p)),
    }
    const [notice] = ledger.records.notice
    const choices = { edition: 'report', today: day('2024-07-05') } as const
    if (!notice) throw new Error('a ledger has a notice here')
    expect(composeProblem(openLedger(bare), notice, 'p2', choices)).toEqual(composeProblem(ledger, notice, 'p2', choices))
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../../shared/domain/ledger.ts'
import { suggestLedger } from '../../../shared/intake/suggest-ledger.ts'
import { countingIds, day } from '../../support/ports.ts'
import { figureValues, rulesOf, suggested } from '../../support/suggested.ts'
import { type ExpectedCounts, NO_SEEDS, SAMPLE, SEEDS, sampleText, TWINS } from '../../support/texts.ts'

const countsOf = (ledger: Ledger): ExpectedCounts => {
  const values = figureValues(ledger)
  const count = (id: string) => Number(values.get(id))
  const [notice] = ledger.records.notice
  return {
    title: notice?.title ?? null,
    rectifyingParty: ledger.inspection.rectifyingParty ?? '',
    signedDate: notice?.signedOn ?? '',
    problems: count('problems.total'),
    items: count('items.total'),
    done: count('problems.done'),
    sustained: count('problems.sustained'),
    basicallyDone: count('problems.basicallyDone'),
    open: count('problems.open'),
    unstated: count('problems.unstated'),
  }
}

describe.each(TWINS)('the invented twin $name', (twin) => {
  const { ledger, records } = suggested(twin.text)

  test('comes out with its counts', () => {
    const { title, rectifyingParty, signedDate, problems, items, done, sustained, basicallyDone, open, unstated } = twin
    expect(countsOf(ledger)).toEqual({
      title,
      rectifyingParty,
      signedDate,
      problems,
      items,
      done,
      sustained,
      basicallyDone,
      open,
      unstated,
    })
  })

  test('keeps every problem in the words of the text', () => {
    const statements = ledger.problems.map((file) => file.problem.statement)
    if (twin.statements) expect(statements).toEqual(twin.statements)
    if (twin.sections) {
      expect(statements).toEqual(twin.sections.map((s) => s.statement.replace(/‘/g, '“').replace(/’/g, '”')))
      expect(ledger.problems.map((file) => Math.max(1, file.measures.length))).toEqual(twin.sections.map((s) => s.items))
    }
  })

  test('keeps the deadlines it names', () => {
    for (const { problem, words, on } of twin.deadlines ?? []) {
      const file = ledger.problems.find((f) => f.number === problem)
      expect([file?.problem.deadlineWords, file?.problem.deadlineOn], `problem ${problem}`).toEqual([words, on])
    }
  })

  test('hides no number of its statistics: every one is a figure of the registers', () => {
    const known = new Set([...figureValues(ledger)].filter(([id]) => !id.startsWith('problems.')).map(([, value]) => value))
    // Rates are computed; 处理 and 书面检查 are no register of the glossary.
    const rates = twin.registers.filter(({ unit, figure }) => unit === '%' || /^(?:处理|书面检查)$/.test(figure))
    for (const { figure, value } of twin.registers.filter((r) => !rates.includes(r)))
      expect(known.has(String(Number(value))), `${figure} ${value}`).toBe(true)
  })

  test('every finding quotes the text where it points', () => {
    const { findings } = suggested(twin.text)
    for (const finding of findings)
      if (finding.start !== null) expect(twin.text.slice(finding.start, finding.end ?? 0)).toBe(finding.text)
  })

  test('every record stands in a document', () => {
    expect(records.ledger).toHaveLength(1)
    expect(records.notice).toHaveLength(1)
  })
})

describe('the bundled sample', () => {
  const { ledger, findings } = suggested(sampleText())

  test('comes out with its counts, measures, progress and responsibilities', () => {
    const { title, rectifyingParty, signedDate, problems, items, done, sustained, basicallyDone, open, unstated } = SAMPLE
    expect(countsOf(ledger)).toEqual({
      title,
      rectifyingParty,
      signedDate,
      problems,
      items,
      done,
      sustained,
      basicallyDone,
      open,
      unstated,
    })
    expect([ledger.records.measure.length, ledger.records.progress.length]).toEqual([SAMPLE.measures, SAMPLE.progress])
    expect(ledger.problems.every((file) => file.responsibilities.length >= 3)).toBe(true)
    expect(new Set(ledger.problems.flatMap((file) => file.path.slice(0, 1).map((node) => node.id))).size).toBe(3)
  })

  test('two spellings of one unit share an entry of the directory', () => {
    const { unit, leader } = ledger.records
    const spellings = unit.flatMap(({ name, aliases }) => [name, ...aliases.split('、')]).filter((name) => name !== '')
    expect(new Set(spellings)).toEqual(new Set(SAMPLE.units))
    const joined = unit.filter(({ aliases }) => aliases !== '').map(({ name, aliases }) => [name, aliases.split('、')])
    expect(Object.fromEntries(joined)).toEqual(SAMPLE.unitAliases)
    expect(new Set(leader.map(({ name }) => name))).toEqual(new Set(SAMPLE.leaders))
  })

  test('its wrong count of measures is found', () => {
    expect(findings.filter(({ rule }) => rule === 'intake.count-differs')).toMatchObject([
      { stated: '108', expected: '109', text: '108' },
    ])
  })
})

describe.skipIf(NO_SEEDS)('the published texts', () => {
  const expected: Readonly<Record<string, Partial<ExpectedCounts>>> = {
    '000': { title: null, problems: 11, items: 25, unstated: 11, done: 0, signedDate: '2021-09-01' },
    '001': { problems: 14, items: 37, unstated: 14, done: 0, signedDate: '2024-02-22' },
    '002': { title: null, problems: 49, items: 49, done: 41, basicallyDone: 6, open: 2, unstated: 0, signedDate: '2021-09-13' },
    '003': { problems: 14, items: 37, unstated: 14, done: 0, signedDate: '2021-08-30' },
    '004': { problems: 25, items: 25, done: 18, sustained: 14, open: 7, basicallyDone: 0, unstated: 0, signedDate: '2021-06-25' },
  }

  test.each(Object.keys(expected))('%s comes out with its counts', (name) => {
    const { ledger } = suggested(SEEDS.get(name)?.text ?? '')
    expect(countsOf(ledger)).toMatchObject(expected[name] ?? {})
  })

  test('one of the open items of 004 is also 长期坚持', () => {
    const { ledger } = suggested(SEEDS.get('004')?.text ?? '')
    expect(ledger.problems.filter((f) => f.problem.status === 'inProgress' && f.problem.sustained)).toHaveLength(1)
  })

  test('the slips that structure can tell are found', () => {
    const found = (name: string) => suggested(SEEDS.get(name)?.text ?? '').findings
    expect(
      found('004')
        .filter((f) => f.rule === 'intake.count-differs')
        .map((f) => [f.stated, f.expected]),
    ).toEqual([
      ['17', '18'],
      ['8', '7'],
    ])
    expect(rulesOf(found('004')).filter((rule) => rule === 'intake.number-lost')).toHaveLength(2)
    expect(found('003').filter((f) => f.rule === 'intake.rate-differs')).toMatchObject([{ stated: '88.8%', expected: '88.9%' }])
    expect(rulesOf(found('002'))).toContain('intake.status-inferred')
    expect(rulesOf(found('000'))).toContain('intake.title-missing')
    expect(rulesOf(found('001'))).toContain('intake.number-lone')
  })

  test('no true sum of a statistics paragraph is doubted', () => {
    for (const [name, seed] of SEEDS) expect(rulesOf(suggested(seed.text).findings), name).not.toContain('intake.sum-differs')
  })
})

describe('any text gives a suggestion, never an exception', () => {
  const refusalOrRules = (text: string) => {
    const result = suggestLedger(text, { ids: countingIds(), today: day('2026-11-22') })
    return result.ok ? rulesOf(result.value.findings) : [result.error.type]
  }

  test('a letter has no problems, and that is an error to look at', () => {
    expect(refusalOrRules('尊敬的领导：\n今天天气很好。\n此致\n敬礼')).toContain('intake.no-problem')
  })

  test('a paragraph that no field can hold is refused with the name of the field', () => {
    const text = `一、关于“${'长'.repeat(20_001)}”问题的整改情况\n(一)甲。乙。`
    expect(suggestLedger(text, { ids: countingIds(), today: day('2026-11-22') })).toMatchObject({
      ok: false,
      error: { type: 'text-too-long' },
    })
  })

  test('random lines of the genre', () => {
    const piece = fc.constantFrom(
      '一、',
      '（一）',
      '1.',
      '(1)',
      '1)',
      ')',
      '①',
      '关于“甲”问题的整改情况',
      '整改情况：',
      '整改措施：',
      '完成时限：',
      '责任单位：县财政局',
      '一是甲；二是乙。',
      '已完成整改。',
      '2024年7月5日',
      '。',
      '，',
      '甲乙丙',
      '中共青梧县委',
      '\n',
      '\n',
      '党纪处分3人（警告2人）',
      '需要进一步整改的事项',
      '关于“甲”的问题。',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(refusalOrRules(pieces.join(''))).toBeInstanceOf(Array)
      }),
      { seed: 31, numRuns: 500 },
    )
  })

  test('random characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(refusalOrRules(text)).toBeInstanceOf(Array)
      }),
      { seed: 32, numRuns: 300 },
    )
  })
})

describe('structure', () => {
  test('an item without an answer among problems is a problem, and is said to lack one', () => {
    const { ledger, findings } = suggested(
      '一、反馈问题整改情况\n（一）甲方面\n1.乙问题。\n整改情况：已办。\n2.丙问题。\n3.丁问题。\n整改情况：已办。',
    )
    expect(ledger.problems.map((f) => f.problem.statement)).toEqual(['乙问题。', '丙问题。', '丁问题。'])
    expect(rulesOf(findings)).toContain('intake.answer-missing')
  })

  test('several first-level headings over problems are categories', () => {
    const { ledger } = suggested('一、党的建设方面\n（一）甲。\n整改情况：已办。\n二、民生方面\n（一）乙。\n整改情况：已办。')
    expect(ledger.problems.map((f) => [f.path[0]?.heading, f.problem.statement])).toEqual([
      ['党的建设方面', '甲。'],
      ['民生方面', '乙。'],
    ])
  })

  test('a top level of （一） without 一、 is understood', () => {
    const { ledger } = suggested('（一）党的建设方面\n1.甲。\n整改情况：已办。\n2.乙。\n整改情况：已办。')
    expect(ledger.problems).toHaveLength(2)
    expect(ledger.problems[0]?.path).toHaveLength(1)
  })

  test('整改措施 is the account where nothing else is, and measures where something is', () => {
    const alone = suggested('（一）甲。\n整改措施：一是换管；二是装表。').ledger.problems[0]
    expect([alone?.problem.account, alone?.measures.length]).toEqual(['一是换管；二是装表。', 0])
    const both = suggested('（一）甲。\n整改措施：一是换管；二是装表。\n整改成效：已换3公里。').ledger.problems[0]
    expect([both?.problem.account, both?.measures.map((m) => m.text), both?.problem.result]).toEqual([
      '',
      ['换管', '装表'],
      '已换3公里。',
    ])
  })

  test('a remaining item that matches no problem stays as text and is said', () => {
    const { findings, records } = suggested(
      '一、整改情况\n（一）甲问题。\n整改情况：已办。\n二、需要进一步整改的事项\n1.关于“毫不相干的另一件事情”的问题。继续推进。\n完成时限：2024年12月底前',
    )
    expect(rulesOf(findings)).toContain('intake.remaining-not-matched')
    expect(records.noticeBlock.filter((b) => b.part === 'remaining').map((b) => b.heading + b.text)).toContain(
      '关于“毫不相干的另一件事情”的问题继续推进。',
    )
  })

  test('words of a deadline or status that are not understood are kept and said', () => {
    const { ledger, findings } = suggested('（一）甲问题。\n整改情况：已办。\n完成时限：待省里统一部署\n完成情况：差不多了')
    expect(ledger.problems[0]?.problem).toMatchObject({
      deadlineWords: '待省里统一部署',
      deadlineOn: null,
      statusWords: '差不多了',
      status: 'unstated',
    })
    expect(rulesOf(findings)).toEqual(expect.arrayContaining(['intake.deadline-not-understood', 'intake.status-not-understood']))
  })

  test('numbers out of order are said and not stored', () => {
    const { findings } = suggested(
      '一、关于“甲”问题的整改情况\n（一）乙。文。\n（三）丙。文。\n三、关于“丁”问题的整改情况\n（一）戊。文。\n（二）己。文。',
    )
    expect(findings.filter((f) => f.rule === 'intake.number-out-of-order').map((f) => [f.stated, f.expected])).toEqual([
      ['（三）', '（二）'],
      ['三、', '二、'],
    ])
  })
})

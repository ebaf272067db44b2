import { describe, expect, test } from 'vitest'
import { composed, figureValues, rulesOf, suggested, textOf } from '../../support/suggested.ts'

const TITLE = '中共青梧县委关于巡察整改进展情况的通报'
const SIGNED = ['中共青梧县委', '2024年7月5日']

const notice = (...lines: readonly string[]) => suggested([TITLE, '现将整改情况公布如下。', ...lines, ...SIGNED].join('\n'))
const problemsOf = ({ ledger }: ReturnType<typeof suggested>) => ledger.problems.map((file) => file.problem)
const statements = (read: ReturnType<typeof suggested>) => problemsOf(read).map(({ statement }) => statement)
/** Every line comes back as it stood, spaces aside. */
const comesBack = (...lines: readonly string[]): void => {
  const bare = (text: string) => text.replace(/\s/g, '')
  expect(textOf(composed(notice(...lines).ledger)).map(bare)).toEqual(
    [TITLE, '现将整改情况公布如下。', ...lines, ...SIGNED].map(bare),
  )
}

describe('headings that name a problem', () => {
  const items = ['（一）建台账。已建12本。', '（二）装水表。已装30块。']

  test.each([
    ['“供水不稳”问题整改情况', '供水不稳'],
    ['“供水不稳”问题的整改', '供水不稳'],
    ['“供水不稳”问题', '供水不稳'],
    ['针对“供水不稳”问题', '供水不稳'],
    ['针对“供水不稳”的整改情况', '供水不稳'],
    ['关于"供水不稳"问题的整改', '供水不稳'],
    ['关于“供水不稳”“水质不达标”问题的整改情况', '“供水不稳”“水质不达标”'],
    ['关于“‘四风’问题禁而不绝”问题的整改情况', '“四风”问题禁而不绝'],
    ['关于"四风"问题禁而不绝问题的整改情况', '"四风"问题禁而不绝'],
    ['供水保障不力的整改', '供水保障不力'],
  ])('%s', (heading, statement) => {
    const lines = ['一、关于“路灯不亮”问题的整改情况', ...items, `二、${heading}`, ...items, '三、下一步工作打算', '持续用力。']
    const read = notice(...lines)
    expect(statements(read)).toEqual(['路灯不亮', statement])
    expect(figureValues(read.ledger).get('items.total')).toBe('4')
    comesBack(...lines)
  })

  test('one among them that is left out is named', () => {
    const { findings } = notice(
      '一、关于“甲”问题的整改情况',
      ...items,
      '二、关于“乙”问题的整改情况',
      ...items,
      '三、供水保障的有关事宜',
      ...items,
    )
    expect(findings.find(({ rule }) => rule === 'intake.heading-left-out')?.message).toBe(
      '“三、供水保障的有关事宜”与一、二同级，但没有计为问题，请核对。',
    )
  })

  test('below headings over aspects they are the problems, and run on into their text', () => {
    const lines = [
      '一、关于供水保障方面存在问题的整改情况',
      '（一）关于管网漏损的问题。更换管网3公里，漏损均已整改。',
      '（二）关于水表失准的问题。更换水表30块。',
      '二、关于基层党组织建设方面存在问题的整改情况',
      '（一）关于会议记录不全的问题。逐一补齐。',
      '三、移交信访件办理情况',
      '移交信访件4件，已办结4件。',
    ]
    const read = notice(...lines)
    expect(statements(read)).toEqual(['管网漏损', '水表失准', '会议记录不全'])
    expect(problemsOf(read)[0]?.account).toBe('更换管网3公里，漏损均已整改。')
    comesBack(...lines)
  })

  test('a feedback names shortcomings under aspects, without answers: they are taken and the guess is said', () => {
    const lines = [
      '一、供水保障方面',
      '（一）管网维护不及时。漏损点长期无人处理。',
      '（二）收费公示有短板。',
      '二、基层党组织建设方面',
      '（一）会议记录不全。缺少3次记录。',
    ]
    const read = notice(...lines)
    expect(problemsOf(read).map(({ statement, details }) => [statement, details])).toEqual([
      ['管网维护不及时', '漏损点长期无人处理。'],
      ['收费公示有短板。', ''],
      ['会议记录不全', '缺少3次记录。'],
    ])
    expect(rulesOf(read.findings)).toContain('intake.problems-guessed')
  })

  test('an answer may stand in numbered lines under the problem', () => {
    const lines = [
      '一、聚焦供水保障方面',
      '（一）管网漏损的问题。漏损点无人处理。',
      '1.整改情况：更换管网3公里。',
      '2.下一步工作：按季巡查。',
      '二、聚焦收费公示方面',
      '（二）公示不全的问题。缺少两项收费。',
      '1.整改情况：逐项补齐。',
      '2.下一步工作：每月抽查。',
    ]
    const read = notice(...lines)
    expect(problemsOf(read).map(({ account }) => account)).toEqual([
      '更换管网3公里。\n2.下一步工作：按季巡查。',
      '逐项补齐。\n2.下一步工作：每月抽查。',
    ])
    comesBack(...lines)
  })

  test('a label under one of them does not make the others vanish', () => {
    const lines = [
      '一、关于“甲”问题的整改情况',
      ...items,
      '二、关于“乙”问题的整改情况',
      '整改措施：逐一补齐。',
      '三、关于“丙”问题的整改情况',
      ...items,
    ]
    expect(statements(notice(...lines))).toEqual(['甲', '乙', '丙'])
    comesBack(...lines)
  })

  test('more than 999 problems are as many', () => {
    const lines = Array.from({ length: 1002 }, (_, i) => [`${i + 1}.第${i + 1}段水管漏水。`, '整改情况：已更换。']).flat()
    expect(notice('一、反馈问题整改情况', '（一）供水方面', ...lines).ledger.problems).toHaveLength(1002)
  })
})

describe('statuses', () => {
  const lines = [
    '一、反馈问题整改情况',
    '（一）供水方面',
    '1.（已完成）管网漏损。',
    '整改情况：更换管网3公里。',
    '2.水表失准。（完成并长期坚持）',
    '整改情况：更换水表30块。',
    '3.收费不公示。',
    '整改情况：【基本完成】已公示两项。',
    '4.泵站老化。',
    '整改措施：更换水泵。整改结果：正在整改（2024年9月30日前完成）。',
    '5.水池渗漏。',
    '整改情况：已完成勘察。（未完成）',
    '6.水价听证走过场。',
    '整改情况：重新听证。',
    '整改结果：已完成。',
  ]

  test('in brackets beside the statement, before the text or behind it', () => {
    expect(problemsOf(notice(...lines)).map((p) => [p.statement, p.status, p.sustained, p.deadlineOn])).toEqual([
      ['管网漏损。', 'done', false, null],
      ['水表失准。', 'done', true, null],
      ['收费不公示。', 'basicallyDone', false, null],
      ['泵站老化。', 'inProgress', false, '2024-09-30'],
      ['水池渗漏。', 'inProgress', false, null],
      ['水价听证走过场。', 'done', false, null],
    ])
    comesBack(...lines)
  })

  test('one beside a heading is no part of the name', () => {
    const headed = ['一、关于“甲”问题的整改情况（已完成）', '办理完毕。', '二、关于“乙”问题的整改情况', '正在办理。']
    expect(problemsOf(notice(...headed)).map((p) => [p.statement, p.status])).toEqual([
      ['甲', 'done'],
      ['乙', 'unstated'],
    ])
    comesBack(...headed)
  })

  test.each([
    ['计划2024年6月30日前完成', '2024-06-30'],
    ['完成时限：2024年6月底', '2024-06-30'],
    ['将于2024年二季度末前完成', '2024-06-30'],
    ['预计今年年底前完成', '2024-12-31'],
    ['力争明年6月底前完成', '2025-06-30'],
    ['完成时限：2024年上半年', '2024-06-30'],
    ['完成时限：2024/6/30', '2024-06-30'],
    ['完成时限：二〇二四年六月底前', '2024-06-30'],
    ['完成时限：长期', null],
    ['完成时限：待省里部署', null],
  ])('正在整改中，%s', (words, on) => {
    const { ledger, findings } = notice('一、整改情况', '1.甲。', `整改情况：召开会议。正在整改中，${words}。`)
    expect(ledger.problems[0]?.problem).toMatchObject({ status: 'inProgress', deadlineOn: on })
    expect(rulesOf(findings).includes('intake.deadline-not-understood')).toBe(words.includes('待'))
  })

  test('that the text counts and the program does not see are a warning', () => {
    const { findings } = notice(
      '一、总体情况',
      '反馈的1个问题，已完成整改1个。',
      '二、反馈问题整改情况',
      '1.甲。',
      '整改情况：已报市里。',
    )
    expect(rulesOf(findings)).toContain('intake.status-unrecognised')
    expect(rulesOf(findings)).not.toContain('intake.status-unstated')
  })

  test.each([
    ['反馈的3个问题，已完成整改2个，正在推进1个。', [['2', '1']]],
    ['反馈问题3个，整改完成1个，未完成3个。', [['3', '2']]],
    [
      '3个问题中，2个已完成整改，1个正在推进。',
      [
        ['2', '1'],
        ['1', '2'],
      ],
    ],
    ['反馈的十二个问题，已完成整改1个。', [['十二', '3']]],
    ['反馈的3个问题，6月底前需完成整改2个。', []],
  ])('counts are compared: %s', (sentence, expected) => {
    const { findings } = notice(
      '一、总体情况',
      sentence,
      '二、反馈问题整改情况',
      ...['已完成整改。', '正在整改中。', '持续推进中。'].flatMap((status, i) => [
        `${i + 1}.第${i + 1}项。`,
        `整改情况：办理。${status}`,
      ]),
    )
    const differing = findings.filter(({ rule }) => rule === 'intake.count-differs').map((f) => [f.text, f.expected])
    expect(differing.filter(([text]) => expected.some(([wanted]) => wanted === text))).toEqual(expected)
    if (expected.length === 0) expect(differing).toEqual([])
  })
})

describe('registers', () => {
  const figures = (paragraph: string) => {
    const read = suggested(
      [TITLE, '现将整改情况公布如下。', paragraph, '一、关于“甲”问题的整改情况', '已办。', ...SIGNED].join('\n'),
    )
    return { values: figureValues(read.ledger), rules: rulesOf(read.findings) }
  }

  test('人次 stays 人次 though its bracket says 人, and that is said', () => {
    const { values, rules } = figures('给予党纪处分7人次（警告5人、严重警告2人），政务处分1人，诫勉2人。')
    expect(values.get('accountability.party.total.personTimes')).toBe('7')
    expect(values.has('accountability.party.total.persons')).toBe(false)
    expect(rules).toContain('intake.units-mixed')
  })

  test('sums of 制度, thousands commas and Chinese numerals are read', () => {
    const { values, rules } = figures(
      '移交信访件三十二件，办结三十件，给予党纪政务处分5人（党纪处分3人、政务处分2人）。新建制度6项、修订3项，共8项，清退资金1,234.5万元。',
    )
    expect(Object.fromEntries(values)).toMatchObject({
      'leads.letter.received': '32',
      'leads.letter.closed': '30',
      'accountability.combined.party.persons': '3',
      'regulations.total': '8',
      'money.returned': '1234.5',
    })
    expect(rules).toContain('intake.sum-differs')
  })

  test('a paragraph like statistics of which nothing was read is said', () => {
    expect(figures('运用“四种形态”处理30人次，其中信访谈话12人次、线索约见18人次。').rules).toContain('intake.statistics-unread')
  })
})

describe('what stands comes back as it stood', () => {
  test('remaining items in plain paragraphs under their headings', () => {
    const lines = [
      '一、反馈问题整改情况',
      '1.管网漏损。',
      '整改情况：更换3公里。',
      '2.泵站老化。',
      '整改情况：更换水泵。',
      '3.水表失准。',
      '整改情况：更换30块。',
      '二、需要继续整改的事项',
      '（一）基本完成的事项（1个）',
      '关于管网漏损的问题。继续巡查。完成时限：2024年9月底前。',
      '（二）正在推进的事项（1个）',
      '关于泵站老化的问题。继续更换。完成时限：2024年12月底前。',
    ]
    expect(problemsOf(notice(...lines)).map((p) => [p.status, p.deadlineOn])).toEqual([
      ['basicallyDone', '2024-09-30'],
      ['inProgress', '2024-12-31'],
      ['done', null],
    ])
    comesBack(...lines)
  })

  test.each([
    ['an annex list above the signature', ['附件：1.制度清单', '2.未完成事项清单']],
    ['short sentences under numbers', ['二、下一步打算', '1.持续用力。', '2.坚决防止反弹。']],
  ])('%s', (_, more) => {
    comesBack('一、整改情况', '1.甲。', '整改情况：已办。', '2.乙。', '整改情况：已办。', ...more)
  })

  test('labels parted by spaces, and a line behind a label', () => {
    const lines = [
      '一、整改情况',
      '1.甲。',
      '整改措施：修订办法。',
      '整改成效：已修订。',
      '责任领导：何启明  责任单位：县水利局  完成情况：已完成',
      '2.乙。',
      '整改措施：严格把关。',
      '责任单位：县财政局',
      '县财政局按季通报。',
    ]
    comesBack(...lines)
  })

  test('what is written otherwise is said', () => {
    const text = [
      TITLE,
      '一、整改情况',
      '1、甲。',
      '整改情况：已办。',
      '2、乙。',
      '整改情况：已办。',
      '中共青梧县委',
      '二〇二四年七月五日',
    ]
    const { findings } = suggested(text.join('\n'))
    expect(findings.filter(({ rule }) => rule.endsWith('-mended')).map((f) => f.message)).toEqual([
      '2处序号写作“1、”一类，导出时写作“1.”一类。',
      '成文日期“二〇二四年七月五日”导出时写作“2024年7月5日”。',
    ])
  })
})

describe('texts of another make', () => {
  test('a page with half-width marks loses only its shell', () => {
    const { ledger, findings } = suggested(
      [
        '网站首页|政务公开',
        TITLE,
        '发布时间:2024-07-09 08:30 来源:青梧发布',
        '根据统一部署,市委巡察组对青梧县开展了巡察.现将整改情况公布如下:',
        '一.关于"甲"问题的整改情况',
        '(一)建台账.建12本.',
        '二.关于"乙"问题的整改情况',
        '逐一补齐.',
        ...SIGNED,
      ].join('\n'),
    )
    expect([ledger.records.notice[0]?.title, ledger.problems.map((f) => f.problem.statement)]).toEqual([TITLE, ['甲', '乙']])
    expect(findings.find(({ rule }) => rule === 'intake.shell-removed')?.message).toContain('2行')
  })

  test('第二部分 is no mark of the outline, and that is said', () => {
    const { findings } = notice('第一部分 整改情况', '1.甲。', '整改情况：已办。', '第二部分 下步打算', '持续用力。')
    expect(findings.filter(({ rule }) => rule === 'intake.part-line').map(({ text }) => text)).toEqual([
      '第一部分 整改情况',
      '第二部分 下步打算',
    ])
  })

  test.each([
    ['缺少换行', `${TITLE}一、反馈问题整改情况1.甲。整改情况：${'逐一补齐会议记录。'.repeat(30)}`],
    ['表格', `${TITLE}\n序号\t问题\t状态\n1\t甲\t已完成\n2\t乙\t已完成`],
  ])('without a problem the likely reason is said: %s', (words, text) => {
    expect(suggested(text).findings.find(({ rule }) => rule === 'intake.no-problem')?.message).toContain(words)
  })
})

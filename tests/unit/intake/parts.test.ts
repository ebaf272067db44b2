import { describe, expect, test } from 'vitest'
import { readEnding } from '../../../shared/intake/ending.ts'
import { splitDatedEntries, splitEnumeration } from '../../../shared/intake/enumerations.ts'
import { readInspectionFacts } from '../../../shared/intake/inspection-facts.ts'
import { findInlineAnswer, labelStarts, readLabel } from '../../../shared/intake/labels.ts'
import { splitLines } from '../../../shared/intake/lines.ts'
import { levelsOf, readOutline } from '../../../shared/intake/outline.ts'
import { cutShell } from '../../../shared/intake/shell.ts'
import { readStatistics } from '../../../shared/intake/statistics.ts'

const lines = (...texts: readonly string[]) => splitLines(texts.join('\n'))

describe('lines', () => {
  test('know where they stand in the source', () => {
    const source = '\ufeff\u3000\u3000甲\r\n\r\n \u00a0乙（一） \n丙'
    const read = splitLines(source)
    expect(read.map(({ text }) => text)).toEqual(['甲', '乙（一）', '丙'])
    for (const line of read) expect(source.slice(line.start, line.end)).toBe(line.text)
    expect(read[1]?.folded).toBe('乙(一)')
  })
})

describe('the web page around a notice', () => {
  const page = lines(
    '首页',
    '> 政务公开 > 通知公告',
    '中共青梧县委关于巡察整改进展情况的通报',
    '来源：青梧发布      发布时间：2024-07-08 10:00:00',
    '2023年9月11日至11月10日，市委第二巡察组对青梧县开展了常规巡察，并于12月反馈了意见，现将有关情况公布如下。',
    '一、甲',
    '中共青梧县委',
    '2024年7月5日',
    '[免责声明] 本文来源于网络转载。',
    '上一篇：某某',
  )

  test('is cut, and the title is found', () => {
    const { title, body, shell } = cutShell(page)
    expect(title).toBe('中共青梧县委关于巡察整改进展情况的通报')
    expect(body.map(({ text }) => text.slice(0, 6))).toEqual(['2023年9', '一、甲', '中共青梧县委', '2024年7'])
    expect(shell).toHaveLength(5)
  })

  test('is not invented: a plain text keeps every line', () => {
    const plain = lines('根据统一部署，市委巡察组对本县开展了巡察，现将整改情况公布如下，请予监督。', '一、甲', '乙')
    expect(cutShell(plain)).toMatchObject({ title: null, shell: [] })
  })

  test('a title broken in two is one', () => {
    expect(cutShell(lines('中共青梧县委', '关于巡察整改进展情况的通报', `正文${'甲'.repeat(80)}。`)).title).toBe(
      '中共青梧县委关于巡察整改进展情况的通报',
    )
  })
})

describe('the end of a notice', () => {
  test('is taken apart', () => {
    const read = readEnding(
      lines(
        '一、甲',
        '乙的情况。',
        '下一步，持续用力。',
        '一是抓落实。',
        '欢迎监督。联系电话：0000-0000000',
        '中共青梧县委',
        '2024 年 7 月 5 日',
        '（此件公开发布）',
      ),
    )
    expect(read.body.map((l) => l.text)).toEqual(['一、甲', '乙的情况。'])
    expect(read.outlook.map((l) => l.text)).toEqual(['下一步，持续用力。', '一是抓落实。'])
    expect(read.contact).toHaveLength(1)
    expect([read.signature, read.signedOn]).toEqual(['中共青梧县委', '2024-07-05'])
    expect(read.annotations.map((l) => l.text)).toEqual(['（此件公开发布）'])
  })

  test('signature and date may stand on one line, or the date in Chinese digits', () => {
    expect(readEnding(lines('甲。', '中共青梧县委  2024年7月5日'))).toMatchObject({
      signedOn: '2024-07-05',
      signature: '中共青梧县委',
    })
    expect(readEnding(lines('甲。', '中共青梧县委', '二〇二四年七月五日')).signedOn).toBe('2024-07-05')
  })

  test('without a date nothing is taken for a signature', () => {
    expect(readEnding(lines('一、甲', '乙。'))).toMatchObject({ signature: null, signedOn: null })
  })
})

describe('the outline', () => {
  const outline = (...texts: readonly string[]) => readOutline(lines(...texts))

  test('follows the order of marks, deeper ones under shallower', () => {
    const { preamble, roots } = outline('开头。', '一、甲', '(一)乙', '1.丙', '(1)丁', '说明', '(2)戊', '(二)己', '二、庚')
    expect(preamble.map((l) => l.text)).toEqual(['开头。'])
    const shape = (items: typeof roots): unknown => items.map((item) => [item.line.text, shape(item.children)])
    expect(shape(roots)).toEqual([
      [
        '甲',
        [
          [
            '乙',
            [
              [
                '丙',
                [
                  ['丁', []],
                  ['戊', []],
                ],
              ],
            ],
          ],
          ['己', []],
        ],
      ],
      ['庚', []],
    ])
    expect(roots[0]?.children[0]?.children[0]?.children[0]?.body.map((l) => l.text)).toEqual(['说明'])
  })

  test('knows a level that runs through from one that restarts', () => {
    const through = outline('(一)甲', '1.乙', '(1)丙', '(2)丁', '2.戊', '(3)己', '(二)庚', '1.辛', '(4)壬')
    expect(levelsOf(through.roots, (item) => item.children)).toEqual([
      { style: 'cjk-paren', continuous: false },
      { style: 'arabic-dot', continuous: false },
      { style: 'arabic-paren', continuous: true },
    ])
    const restarting = outline('(一)甲', '1)乙', '2)丙', '(二)丁', '1)戊')
    expect(levelsOf(restarting.roots, (item) => item.children)[1]).toEqual({ style: 'arabic-half-paren', continuous: false })
  })

  test('a bare bracket continues the bracketed level', () => {
    const { roots } = outline('三、甲', '(一)乙。文', ')丙。文', '(四)丁。文')
    expect(roots[0]?.children.map((c) => [c.mark.style, c.mark.value])).toEqual([
      ['cjk-paren', 1],
      ['cjk-paren', null],
      ['cjk-paren', 4],
    ])
  })
})

describe('labels', () => {
  test('are read with their meaning', () => {
    expect(readLabel('整改情况:一是')).toMatchObject({ meaning: 'account', words: '整改情况', length: 5 })
    expect(readLabel('整改措施及成效: 一是')).toMatchObject({ meaning: 'account', words: '整改措施及成效' })
    expect(readLabel('完成时限:2021年12月底前')).toMatchObject({ meaning: 'deadline' })
    expect(readLabel('整改情况良好')).toBeNull()
  })

  test('several may share a line, and one may stand behind a problem', () => {
    const line = '责任领导:何启明;牵头单位:县水利局;责任单位:县财政局、县审计局'
    expect(labelStarts(line).map((at) => line.slice(at, at + 5))).toEqual(['责任领导:', '牵头单位:', '责任单位:'])
    const inline = '4)规划尚未制定。   整改措施及成效:一是对接。'
    expect(inline.slice(findInlineAnswer(inline))).toBe('整改措施及成效:一是对接。')
    expect(findInlineAnswer('4)整改措施不实。')).toBe(-1)
  })
})

describe('enumerations', () => {
  test('一是…二是… is split, and words in passing are not', () => {
    expect(splitEnumeration('一是换管；二是装表；三是建台账。')).toEqual(['换管', '装表', '建台账'])
    expect(splitEnumeration('一是换管。已换3公里。二是装表。')).toEqual(['换管。已换3公里。', '装表。'])
    expect(splitEnumeration('先换管，二是装表')).toBeNull()
    expect(splitEnumeration('一是换管')).toBeNull()
    expect(splitEnumeration('一是甲；三是乙')).toBeNull()
  })

  test('sentences that begin with a full date are entries', () => {
    expect(
      splitDatedEntries('2024年1月18日，县水利局登记31座水厂，其中2023年5月1日前建成9座。2024年4月9日，县财政局拨款。'),
    ).toEqual([
      { on: '2024-01-18', text: '县水利局登记31座水厂，其中2023年5月1日前建成9座。' },
      { on: '2024-04-09', text: '县财政局拨款。' },
    ])
    expect(splitDatedEntries('目前正在推进。')).toBeNull()
    expect(splitDatedEntries('2024年2月30日，甲。')).toBeNull()
  })
})

describe('the opening', () => {
  test('tells who inspected whom and when', () => {
    expect(
      readInspectionFacts(
        '2023年9月11日至11月10日,市委第二巡察组对青梧县开展了常规巡察。2023年12月15日,市委第二巡察组反馈了意见。',
      ),
    ).toEqual({
      level: '市委',
      kind: '常规巡察',
      team: '市委第二巡察组',
      inspectedParty: '青梧县',
      periodFrom: '2023-09-11',
      periodTo: '2023-11-10',
      feedbackOn: '2023-12-15',
    })
    expect(readInspectionFacts('今年以来,各项工作有序推进。')).toMatchObject({
      team: null,
      inspectedParty: null,
      periodFrom: null,
      feedbackOn: null,
    })
  })
})

describe('statistics', () => {
  const read = (text: string) => readStatistics(text)

  test('a paragraph with fewer than three register numbers is none', () => {
    expect(read('对3人给予党纪处分3人,立案2件。')).toBeNull()
  })

  test('brackets become parts, and their category is that of the number before them', () => {
    const reading = read(
      '给予党纪处分12人(党内警告7人、严重警告3人、开除党籍2人);政务处分2人(警告1人、记过1人);移送司法机关1人;诫勉14人次。',
    )
    expect(reading?.accountabilities).toEqual([
      { category: 'party', measure: '党内警告', count: 7, countUnit: 'persons' },
      { category: 'party', measure: '严重警告', count: 3, countUnit: 'persons' },
      { category: 'party', measure: '开除党籍', count: 2, countUnit: 'persons' },
      { category: 'government', measure: '警告', count: 1, countUnit: 'persons' },
      { category: 'government', measure: '记过', count: 1, countUnit: 'persons' },
      { category: 'judicial', measure: '移送司法机关', count: 1, countUnit: 'persons' },
      { category: 'admonition', measure: '诫勉', count: 14, countUnit: 'personTimes' },
    ])
    expect(reading?.mismatches).toEqual([])
  })

  test('a bracket that does not add up is told with its sum', () => {
    expect(read('给予党纪处分12人(党内警告7人、严重警告3人);诫勉1人;立案3件。')?.mismatches).toMatchObject([
      { words: '党纪处分', stated: '12人', expected: '10人' },
    ])
  })

  test('every number is found where it stands', () => {
    const text =
      '收到移交信访件86件,办结82件,办结率95.3%;问题线索21件,办结18件。立案16件,了结13件;新建和修订制度16项,追缴资金308.60万元,挽回经济损失1.2亿元。'
    const reading = read(text)
    expect(reading?.figures.map(({ start, end, figureId }) => `${figureId}=${text.slice(start, end)}`)).toEqual([
      'leads.letter.received=86',
      'leads.letter.closed=82',
      'leads.letter.closedRate=95.3',
      'leads.clue.received=21',
      'leads.clue.closed=18',
      'leads.case.received=16',
      'leads.case.closed=13',
      'regulations.total=16',
      'money.returned=308.60',
      'money.recovered=1.2',
    ])
    expect(reading?.outcomes).toContainEqual({ kind: 'recovered', amount: '12000' })
  })
})

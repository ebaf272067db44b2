import { describe, expect, test } from 'vitest'
import { findTable, looksLikeLedgerTable, withColumn } from '../../../shared/intake/find-table.ts'
import type { IncomingTable } from '../../../shared/intake/incoming.ts'
import { readRows } from '../../../shared/intake/read-rows.ts'
import { readDelimited } from '../../../shared/intake/readers/read-delimited.ts'
import { guessField, TABLE_VOCABULARY, withCorrections } from '../../../shared/intake/table-vocabulary.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { rulesOf } from '../../support/suggested.ts'
import { fieldsOf, rowsOf, tablesOf, workbook } from '../../support/workbooks.ts'

const sheet = (rows: readonly (readonly string[])[], merges: IncomingTable['merges'] = []): IncomingTable => ({
  name: '表1',
  rows,
  merges,
  isHidden: false,
  hiddenRows: [],
  hiddenColumns: [],
})

const csv = (text: string) => unwrapped(readDelimited(text))

describe('the head of a ledger is found', () => {
  test('by the words of the genre, spaced, bracketed and stopped as offices do', () => {
    const guesses = [
      '序 号',
      '巡察反馈问题（原文）',
      '整改举措：',
      '包抓领导',
      '主责单位',
      '协办',
      '完成时限',
      '整改进展',
      '销号情况',
      '联系电话',
      '备注',
    ].map((heading) => guessField([heading], TABLE_VOCABULARY)?.[0]?.field)
    expect(guesses).toEqual([
      'number',
      'statement',
      'measure',
      'leader',
      'leadUnit',
      'supportUnit',
      'deadline',
      'progress',
      'status',
      'phone',
      'remarks',
    ])
  })

  test('in row 12, below a title and notes', async () => {
    const above = Array.from({ length: 11 }, (_, i) => (i === 0 ? ['青梧县巡察整改台账'] : ['']))
    const document = await workbook([
      {
        rows: [...above, ['序号', '存在问题', '具体措施', '责任单位'], ['1', '学习不深入', '制定计划', '县委办']],
        merges: ['A1:D1'],
      },
    ])
    expect(tablesOf(document)[0]).toMatchObject({ headerTop: 11, headerBottom: 11, firstRow: 12 })
    expect(rowsOf(document).problems).toHaveLength(1)
  })

  test('over two rows: 责任分工 above 责任领导 and 责任单位', async () => {
    const document = await workbook([
      {
        rows: [
          ['序号', '反馈问题', '整改措施', '责任分工', '', '整改时限'],
          ['', '', '', '责任领导', '责任单位', ''],
          ['1', '甲', '乙', '何启', '县委办', '2021年底前'],
        ],
        merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'],
      },
    ])
    const [reading] = tablesOf(document)
    expect(reading).toMatchObject({ headerTop: 0, headerBottom: 1 })
    expect(fieldsOf(reading)).toEqual(['number', 'statement', 'measure', 'leader', 'unit', 'deadline'])
  })

  test('over three rows', async () => {
    const document = await workbook([
      {
        rows: [
          ['序号', '问题情况', '', '整改落实', '', ''],
          ['', '问题类别', '具体问题', '整改措施', '责任', ''],
          ['', '', '', '', '牵头单位', '配合单位'],
          ['1', '党建', '甲', '乙', '县委办', '县财政局'],
        ],
        merges: ['A1:A3', 'B1:C1', 'D1:F1', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2'],
      },
    ])
    const [reading] = tablesOf(document)
    expect(reading).toMatchObject({ headerTop: 0, headerBottom: 2, firstRow: 3 })
    expect(fieldsOf(reading)).toEqual(['number', 'category', 'statement', 'measure', 'leadUnit', 'supportUnit'])
  })

  test('with the choices a person made before', () => {
    const rows = [
      ['序号', '反馈问题', '三色管理'],
      ['1', '甲', '绿'],
    ]
    expect(fieldsOf(findTable(sheet(rows), TABLE_VOCABULARY) ?? undefined)).toEqual(['number', 'statement', null])
    const taught = withCorrections(TABLE_VOCABULARY, [{ heading: '三色 管理', field: 'status' }])
    expect(fieldsOf(findTable(sheet(rows), taught) ?? undefined)).toEqual(['number', 'statement', 'status'])
  })

  test('and a person can put a column right', () => {
    const reading = findTable(
      sheet([
        ['序号', '反馈问题', '措施', '说明'],
        ['1', '甲', '乙', '丙'],
      ]),
      TABLE_VOCABULARY,
    )
    if (!reading) throw new Error('no table')
    expect(fieldsOf(withColumn(reading, 3, 'statement'))).toEqual(['number', null, 'measure', 'statement'])
  })

  test('and a text or a table of something else is none', () => {
    expect(looksLikeLedgerTable(csv('姓名,年龄\n何启,40'), TABLE_VOCABULARY)).toBe(false)
    expect(looksLikeLedgerTable(csv('一、主要做法\n县委高度重视，召开会议，研究整改措施。'), TABLE_VOCABULARY)).toBe(false)
    expect(looksLikeLedgerTable(csv('序号,反馈问题,整改措施\n1,甲,乙'), TABLE_VOCABULARY)).toBe(true)
  })
})

describe('the rows under it become problems', () => {
  test('one problem on several rows, merged or left blank below', async () => {
    const rows = [
      ['序号', '反馈问题', '整改措施', '责任单位', '整改时限'],
      ['1', '甲', '措施一', '县委办', '2021年6月底前'],
      ['', '', '措施二', '县财政局', ''],
      ['2', '乙', '措施三', '县审计局', '立行立改'],
    ]
    for (const merges of [['A2:A3', 'B2:B3', 'E2:E3'], []]) {
      const { problems } = rowsOf(await workbook([{ rows, merges }]))
      expect(problems.map(({ number, cells }) => [number, cells['statement'], cells['deadline']])).toEqual([
        ['1', '甲', '2021年6月底前'],
        ['2', '乙', '立行立改'],
      ])
      expect(problems[0]?.measures.map(({ cells }) => [cells['measure'], cells['unit']])).toEqual([
        ['措施一', '县委办'],
        ['措施二', '县财政局'],
      ])
      expect(problems[1]?.cells['unit']).toBe('县审计局')
    }
  })

  test('a cell that reaches down over several problems belongs to each of them', async () => {
    const document = await workbook([
      {
        rows: [
          ['序号', '反馈问题', '责任领导'],
          ['1', '甲', '何启'],
          ['2', '乙', ''],
        ],
        merges: ['C2:C3'],
      },
    ])
    expect(rowsOf(document).problems.map(({ cells }) => cells['leader'])).toEqual(['何启', '何启'])
  })

  test('headings across the table are categories and aspects, totals, repeated headers and signatures are left out with the reason', async () => {
    const document = await workbook([
      {
        rows: [
          ['青梧县整改台账', '', '', ''],
          ['序号', '反馈问题', '整改措施', '备注'],
          ['一、党的领导方面', '', '', ''],
          ['（一）学习不深入', '', '', ''],
          ['1、', '甲', '乙', ''],
          ['序号', '反馈问题', '整改措施', '备注'],
          ['二、作风方面', '', '', ''],
          ['（2）', '丙', '丁', ''],
          ['合 计', '2个', '', ''],
          ['填报人：何启', '', '审核人：', ''],
        ],
        merges: ['A1:D1', 'A3:D3', 'A4:D4', 'A7:D7'],
      },
    ])
    const { problems, rejected } = rowsOf(document)
    expect(problems.map(({ number, cells }) => [number, cells['category'], cells['aspect'], cells['statement']])).toEqual([
      ['1', '一、党的领导方面', '（一）学习不深入', '甲'],
      ['2', '二、作风方面', undefined, '丙'],
    ])
    expect(rejected.map(({ at, reason }) => [at.row, reason])).toEqual([
      [5, '重复的表头'],
      [8, '合计行'],
      [9, '表尾的签字、说明'],
    ])
  })

  test('four lists of one ledger are joined by number and words', async () => {
    const document = await workbook([
      {
        name: '问题清单',
        rows: [
          ['序号', '类别', '反馈问题'],
          ['1', '党建', '甲'],
          ['2', '作风', '乙'],
        ],
      },
      {
        name: '任务清单',
        rows: [
          ['序号', '反馈问题', '整改措施'],
          ['1', '甲', '措施一'],
          ['', '', '措施二'],
          ['2', '乙', '措施三'],
        ],
      },
      {
        name: '时间清单',
        rows: [
          ['序号', '反馈问题', '整改时限'],
          ['1', '甲', '2021年底前'],
          ['2', '乙', '长期坚持'],
        ],
      },
      {
        name: '责任清单',
        rows: [
          ['序号', '反馈问题', '责任单位'],
          ['2', '乙', '县委办'],
          ['1', '甲', '县财政局'],
        ],
      },
    ])
    const { problems, findings } = rowsOf(document)
    expect(
      problems.map(({ cells, measures }) => [
        cells['category'],
        cells['statement'],
        cells['deadline'],
        cells['unit'],
        measures.length,
      ]),
    ).toEqual([
      ['党建', '甲', '2021年底前', '县财政局', 2],
      ['作风', '乙', '长期坚持', '县委办', 1],
    ])
    expect(rulesOf(findings)).toEqual(['intake.rows-joined', 'intake.rows-joined', 'intake.rows-joined'])
  })

  test('sheets per unit follow one another, and a sheet that is no table is said', async () => {
    const document = await workbook([
      {
        name: '县委办',
        rows: [
          ['序号', '反馈问题', '整改措施'],
          ['1', '甲', '一'],
        ],
      },
      {
        name: '县财政局',
        rows: [
          ['序号', '反馈问题', '整改措施'],
          ['1', '乙', '二'],
        ],
      },
      { name: '说明', rows: [['本表由各单位填写']] },
    ])
    const { problems, findings } = rowsOf(document)
    expect(problems.map(({ cells }) => cells['statement'])).toEqual(['甲', '乙'])
    expect(findings.map(({ rule, text }) => [rule, text])).toEqual([['intake.sheet-unread', '说明']])
  })

  test('measures numbered row by row beside a merged problem stay its measures', async () => {
    const document = await workbook([
      {
        rows: [
          ['序号', '反馈问题', '整改措施'],
          ['1', '甲', '一'],
          ['2', '', '二'],
          ['3', '乙', '三'],
        ],
        merges: ['B2:B3'],
      },
    ])
    expect(rowsOf(document).problems.map(({ cells, measures }) => [cells['statement'], measures.length])).toEqual([
      ['甲', 2],
      ['乙', 1],
    ])
  })

  test('problem numbers stand as the office writes them', () => {
    const { problems } = rowsOf(csv('序号,反馈问题,整改措施\n1.,甲,一\n（二）,乙,二\n1-2,丙,三\n一（1）,丁,四'))
    expect(problems.map(({ number }) => number)).toEqual(['1', '二', '1-2', '一(1)'])
  })

  test('a column that no field takes is kept and said', () => {
    const document = csv('序号,反馈问题,整改措施,包片网格\n1,甲,乙,第三网格')
    const { problems, findings } = readRows(document, tablesOf(document))
    expect(problems[0]?.cells['other:包片网格']).toBe('第三网格')
    expect(rulesOf(findings)).toEqual(['intake.column-unknown'])
  })
})

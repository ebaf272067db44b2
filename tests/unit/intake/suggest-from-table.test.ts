import { describe, expect, test } from 'vitest'
import { matchNames } from '../../../shared/domain/directories/match-names.ts'
import { noRecords } from '../../../shared/domain/records/record-kinds.ts'
import { tableTitle } from '../../../shared/intake/read-rows.ts'
import { readDelimited } from '../../../shared/intake/readers/read-delimited.ts'
import { suggestFromTable } from '../../../shared/intake/suggest-from-table.ts'
import { suggestLedger } from '../../../shared/intake/suggest-ledger.ts'
import type { TableIntakeDeps } from '../../../shared/intake/table-intake-deps.ts'
import { tableYear } from '../../../shared/intake/table-year.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { countingIds, day } from '../../support/ports.ts'
import { rulesOf } from '../../support/suggested.ts'
import { rowsOf, tablesOf } from '../../support/workbooks.ts'

const deps = (more: Partial<TableIntakeDeps> = {}): TableIntakeDeps => ({
  ids: countingIds(),
  today: day('2026-11-22'),
  title: null,
  year: 2021,
  splitsEnumerations: false,
  ...more,
})

const suggestedFrom = (text: string, more: Partial<TableIntakeDeps> = {}) =>
  unwrapped(suggestFromTable(rowsOf(unwrapped(readDelimited(text))), deps(more)))

describe('rows become a ledger', () => {
  test('with outline, measures, duties, deadline in its words, status and progress', () => {
    const { ledger, records, findings } = suggestedFrom(
      '序号,类别,反馈问题,整改措施,责任领导,责任单位,整改时限,进展情况,完成情况\n' +
        '1,一、党的领导方面,学习不深入,"1.制定计划\n2.开展轮训",何启,县委办、县委组织部；县委党校,9月底前,2021年8月1日，印发计划。,已完成并长期坚持\n' +
        '2,,会议不规范,修订规则,何启,县委办,立行立改,正在修订,整改中',
    )
    expect(records.outlineNode.map(({ heading, sourceNumber }) => [heading, sourceNumber])).toEqual([['党的领导方面', '一、']])
    expect(
      ledger.problems.map(({ problem }) => [
        problem.statement,
        problem.deadlineOn,
        problem.deadlineWords,
        problem.kind,
        problem.status,
        problem.sustained,
      ]),
    ).toEqual([
      ['学习不深入', '2021-09-30', '9月底前', 'dated', 'done', true],
      ['会议不规范', null, '立行立改', 'immediate', 'inProgress', false],
    ])
    expect(records.measure.map(({ text, sourceNumber }) => [text, sourceNumber])).toEqual([
      ['制定计划', '1.'],
      ['开展轮训', '2.'],
      ['修订规则', null],
    ])
    expect(records.unit.map(({ name }) => name)).toEqual(['县委办', '县委组织部', '县委党校'])
    expect(records.responsibility.every(({ directoryId }) => directoryId !== null)).toBe(true)
    expect(records.progress.map(({ on, text }) => [on, text])).toEqual([
      ['2021-08-01', '印发计划。'],
      [null, '正在修订'],
    ])
    expect(findings).toEqual([])
  })

  test('what no field takes stands in the internal notes, and is said', () => {
    const { records, findings } = suggestedFrom(
      '序号,反馈问题,整改措施,启动时间,备注,网格,是否公开,完成情况\n1,甲,乙,年初,重点,三,否,是',
    )
    expect(records.officePart[0]).toMatchObject({ withheld: true, notes: '备注：重点\n网格：三\n启动时间：年初' })
    expect(records.problem[0]?.status).toBe('done')
    expect(rulesOf(findings)).toEqual(['intake.column-unknown', 'intake.cell-kept-as-note'])
  })

  test('a deadline beside its original is an extension', () => {
    const { records } = suggestedFrom('序号,反馈问题,原定时限,现定时限\n1,甲,2021年6月底前,2021年9月底前')
    expect(records.problem[0]?.deadlineOn).toBe('2021-09-30')
    expect(records.extension[0]).toMatchObject({ fromOn: '2021-06-30', toOn: '2021-09-30' })
  })

  test('销号日期 is a past closing, 完成日期 says 已完成; against the status, or no day, it is a note and said', () => {
    const { records, findings } = suggestedFrom(
      '序号,反馈问题,完成情况,完成日期,销号日期\n1,甲,已完成,2021-08-01,2021-09-10\n2,乙,,2021-08-02,\n3,丙,整改中,,2021-09-10\n4,丁,已完成,,会后\n5,戊,,,9月10日',
    )
    expect(records.problem.map(({ status, completedOn }) => [status, completedOn])).toEqual([
      ['closed', '2021-08-01'],
      ['done', '2021-08-02'],
      ['inProgress', null],
      ['done', null],
      ['closed', null],
    ])
    expect(
      records.closure.map(({ cycle, closedOn, completedOn, statusBefore }) => [cycle, closedOn, completedOn, statusBefore]),
    ).toEqual([
      [1, '2021-09-10', '2021-08-01', 'done'],
      [1, '2021-09-10', null, null],
    ])
    expect(records.officePart.map(({ notes }) => notes)).toEqual(['销号日期：2021-09-10', '销号日期：会后'])
    expect(rulesOf(findings)).toEqual(['intake.closing-kept-as-note', 'intake.cell-kept-as-note'])
  })

  test.each([
    { name: 'the title', above: '2021年巡察整改台账', other: '立行立改', year: 2021 },
    { name: '反馈日期', above: '反馈日期：2021-03-05', other: '2021年6月底前', year: 2021 },
    { name: 'other days of the table', above: '巡察整改台账', other: '2021年6月底前', year: 2021 },
    { name: 'nothing', above: '巡察整改台账', other: '立行立改', year: null },
    { name: 'two that disagree', above: '2021年巡察整改台账', other: '2022年6月底前', year: null },
  ])('the year of 9月底前 is told by $name', ({ above, other, year }) => {
    const document = unwrapped(
      readDelimited(`${above},,\n序号,反馈问题,整改时限,完成情况\n1,甲,9月底前,整改中\n2,乙,${other},整改中`),
    )
    const rows = rowsOf(document)
    expect(tableYear(document, tablesOf(document), rows)).toBe(year)
    const { records, findings } = unwrapped(suggestFromTable(rows, deps({ year })))
    expect(records.problem[0]).toMatchObject({
      deadlineOn: year === null ? null : '2021-09-30',
      deadlineWords: '9月底前',
      kind: 'dated',
    })
    expect(rulesOf(findings)).toEqual(year === null ? ['intake.year-unknown'] : [])
  })

  test('measures written 一是…；二是… are parted only when asked', () => {
    const text = '序号,反馈问题,整改措施\n1,甲,一是制定计划；二是开展轮训。'
    expect(suggestedFrom(text).records.measure).toHaveLength(1)
    expect(suggestedFrom(text, { splitsEnumerations: true }).records.measure.map(({ text: words }) => words)).toEqual([
      '制定计划',
      '开展轮训',
    ])
  })

  test('a ledger without a problem says so, and a text no field holds is refused', () => {
    expect(rulesOf(suggestedFrom('序号,反馈问题,整改措施\n合计,,').findings)).toContain('intake.no-problem')
    const rows = rowsOf(unwrapped(readDelimited(`序号,反馈问题,整改措施\n1,${'长'.repeat(20_001)},乙`)))
    expect(suggestFromTable(rows, deps())).toMatchObject({ ok: false, error: { type: 'text-too-long' } })
  })

  test('the title above the table names the ledger', () => {
    const document = unwrapped(readDelimited('青梧县巡察整改台账,,\n序号,反馈问题,整改措施\n1,甲,乙'))
    expect(tableTitle(document, tablesOf(document))).toBe('青梧县巡察整改台账')
  })
})

test('names of a table are matched to a directory: its own, an alias, a near miss, a sound, nobody', () => {
  const { records } = unwrapped(suggestLedger('一、甲\n（一）乙\n丙', { ids: countingIds(), today: day('2026-11-22') }))
  const unit = (id: string, name: string, aliases = '') => ({
    id,
    order: 'a0',
    name,
    aliases,
    contact: null,
    phone: null,
    joinedIntoId: null,
  })
  const directory = {
    ...noRecords(),
    ...records,
    unit: [unit('u1', '县住房和城乡建设局', '县建设局'), unit('u2', '青梧县财政局'), unit('u3', '县气象局')],
  }
  const matches = matchNames(
    'unit',
    ['县住房和城乡建设局', '县建设局', '县住建局', '财政局', '县汽象局', '县林业局'],
    directory,
    (name) => name.replace('汽', '气'),
  )
  expect(matches.map(({ kind, entryId, candidates }) => [kind, entryId, candidates])).toEqual([
    ['exact', 'u1', []],
    ['alias', 'u1', []],
    ['exact', 'u1', []],
    ['near', null, ['u2']],
    ['near', null, ['u3']],
    ['new', null, []],
  ])
})

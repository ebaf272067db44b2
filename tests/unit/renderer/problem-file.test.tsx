// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ActForm } from '../../../renderer/features/problem/act-form.tsx'
import { blameFields } from '../../../renderer/features/problem/blame-section.tsx'
import { afterIdOf } from '../../../renderer/features/problem/measure-moves.ts'
import { outcomeFields, outcomeText } from '../../../renderer/features/problem/outcomes.tsx'
import { factRows } from '../../../renderer/features/problem/problem-print.tsx'
import { latestFirst } from '../../../renderer/features/problem/progress-order.ts'
import { changedFields, recordActFields, toldFields } from '../../../renderer/features/problem/record-fields.ts'
import { broughtBackFrom, livingIn, setBacksOf } from '../../../renderer/features/problem/restorations.ts'
import { typing } from '../../../renderer/state/typing.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { recordOf } from '../../../shared/domain/records/record-kinds.ts'
import type { ToldRecord } from '../../../shared/merge/told-changes.ts'
import { aLedger, type ProblemSketch } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'

const fileOf = (sketch: ProblemSketch) => aLedger({ problems: [sketch] }).problems[0] as ProblemFile

describe('the order of measures', () => {
  const ids = ['一', '二', '三']
  test.each([
    ['三', 'up', '一'],
    ['二', 'up', null],
    ['一', 'up', undefined],
    ['一', 'down', '二'],
    ['三', 'down', undefined],
    ['四', 'down', undefined],
  ] as const)('%s %s stands behind %s', (id, direction, after) => expect(afterIdOf(ids, id, direction)).toBe(after))
})

test('progress is shown newest first, undated entries last, and of one day the later written first', () => {
  const { progress } = fileOf({
    progress: [
      { text: '甲' },
      { text: '乙', on: day('2024-03-01') },
      { text: '丙', on: day('2024-03-01') },
      { text: '丁', on: day('2024-05-01') },
    ],
  })
  expect(latestFirst(progress).map(({ text }) => text)).toEqual(['丁', '丙', '乙', '甲'])
})

describe('the fields of a form', () => {
  const money = recordOf('outcome', { id: 'o1', ownerId: 'p1', order: 'a0', kind: 'returned', amount: '12.5' as never })

  test('follow from the kind of 成效', () => {
    const names = (values: Record<string, string>) => outcomeFields(null)(values).map(({ name }) => name)
    expect(names({})).toEqual(['kind', 'title', 'documentNumber', 'regulation', 'on'])
    expect(names({ kind: '追缴资金' })).toEqual(['kind', 'amount', 'on', 'title'])
    expect(outcomeFields(money)({}).map(({ name, initial }) => [name, initial])).toContainEqual(['amount', '12.5'])
  })

  test('offer the usual measures of a category of 问责处理', () => {
    const offered = (category: string) => blameFields(null)({ category }).find(({ name }) => name === 'measure')?.suggestions
    expect(offered('党纪处分')).toContain('留党察看')
    expect(offered('谈话提醒等')).toContain('约谈')
    expect(offered('移送司法机关')).toEqual(['移送司法机关'])
  })

  test('say beside them what is wrong', () => {
    const [amount] = recordActFields('outcome', ['amount'], null)
    expect([amount?.fault?.(''), amount?.fault?.('1,250.5')]).toEqual([null, null])
    expect(amount?.fault?.('很多')).toBe('应填写：数字，如 565.25。')
  })

  test('write only what is another, and empty what the new kind has no place for', () => {
    const names = ['kind', 'amount', 'title']
    expect(changedFields('outcome', names, { ...money }, { kind: '制度', title: '办法' })).toEqual({
      kind: '制度',
      amount: '',
      title: '办法',
    })
    expect(changedFields('outcome', names, { ...money }, { kind: '清退追缴资金', amount: '12.5', title: '' })).toEqual({})
    expect(toldFields({ kind: '制度', title: '' })).toEqual({ kind: '制度' })
  })

  test('成效 reads as one line', () => {
    const regulation = recordOf('outcome', {
      id: 'o',
      ownerId: 'p1',
      order: 'a0',
      kind: 'regulation',
      title: '办法',
      documentNumber: '3号',
      regulation: 'made',
      on: day('2024-05-06'),
    })
    expect([outcomeText(regulation), outcomeText(money)]).toEqual(['办法（3号），制定，2024年5月6日', '12.5 万元'])
  })
})

describe('a form', () => {
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined }))
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })
  const fill = (label: string, value: string) =>
    act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }))
  const key = (label: string, init: object) => act(async () => void fireEvent.keyDown(screen.getByLabelText(label), init))

  test('is not sent while a field is faulty, names the fault to a screen reader, and is sent by Ctrl+Enter', async () => {
    const onSubmit = vi.fn(async () => true)
    render(
      <ActForm
        title="登记"
        fields={recordActFields('outcome', ['title', 'count'], null)}
        onSubmit={onSubmit}
        onClose={() => undefined}
      />,
    )
    await fill('数量', '几个')
    const fault = screen.getByRole('alert')
    expect(fault.textContent).toContain('整数')
    expect(screen.getByLabelText('数量').getAttribute('aria-describedby')).toBe(fault.id)
    await key('数量', { key: 'Enter', ctrlKey: true })
    expect(onSubmit).not.toHaveBeenCalled()
    await fill('数量', '3')
    await key('数量', { key: 'Enter', ctrlKey: true })
    expect(onSubmit).toHaveBeenCalledWith({ title: '', count: '3' })
  })

  test('is given up by Esc, which goes no further; two may be begun side by side', async () => {
    const [onClose, outer] = [vi.fn(), vi.fn()]
    const fields = recordActFields('outcome', ['title'], null)
    const form = (id: string) => (
      <ActForm key={id} id={id} title={id} fields={fields} onSubmit={async () => true} onClose={onClose} />
    )
    render(
      // biome-ignore lint/a11y/noStaticElementInteractions: stands for the window around it
      <div onKeyDown={outer}>
        {form('甲')}
        {form('乙')}
      </div>,
    )
    for (const input of screen.getAllByLabelText('名称'))
      await act(async () => void fireEvent.change(input, { target: { value: '办法' } }))
    expect(typing.drafts().length).toBe(2)
    const [first] = screen.getAllByLabelText('名称') as [HTMLElement]
    await act(async () => void fireEvent.keyDown(first, { key: 'Escape' }))
    expect([onClose.mock.calls.length, outer.mock.calls.length]).toEqual([1, 0])
  })
})

describe('what can be brought back out of 修改记录', () => {
  const file = fileOf({ target: '新', deadlineOn: day('2024-09-30'), deadlineWords: '9月底前', measures: [{ text: '换管' }] })
  const living = livingIn(file, [])
  const told = (more: Partial<ToldRecord>): ToldRecord => ({
    entity: 'problem:p1',
    what: '问题',
    title: '',
    life: 'changed',
    fields: [],
    ...more,
  })
  const field = (name: string, from: readonly string[], to = '') => ({ field: name, title: name, from, to })

  test('is an old value that does not stand there now', () => {
    const record = told({ fields: [field('target', ['旧'])] })
    expect(setBacksOf('p1', record, field('target', ['旧']), living)).toMatchObject([
      { words: '旧', command: { type: 'restore-fields', kind: 'problem', id: 'p1', fields: { target: '旧' } } },
    ])
    expect(setBacksOf('p1', record, field('target', ['新']), living)).toEqual([])
    expect(setBacksOf('p1', record, field('target', []), living)).toMatchObject([{ words: '' }])
    expect(setBacksOf('p1', record, field('target', ['甲', '乙', '新']), living).map(({ words }) => words)).toEqual(['甲', '乙'])
  })

  test('is a deadline whole: its day with its words', () => {
    const fields = [field('deadlineOn', ['2024-06-30']), field('deadlineWords', ['6月底前'])]
    const [back] = setBacksOf('p1', told({ fields }), fields[1] as never, living)
    expect(back?.command.fields).toEqual({ deadlineOn: '2024-06-30', deadlineWords: '6月底前' })
  })

  test('is no value of a record that is made, or gone', () => {
    const one = field('text', ['旧'])
    expect(setBacksOf('p1', told({ life: 'created', fields: [one] }), one, living)).toEqual([])
    expect(setBacksOf('p1', told({ entity: 'measure:gone', fields: [one] }), one, living)).toEqual([])
  })

  test('is a removed record that does not live again, out of the document it stood in', () => {
    const removed = (entity: ToldRecord['entity']) => broughtBackFrom('p1', told({ entity, life: 'removed' }), living)
    expect(removed('measure:gone')).toBe('problem:p1')
    expect(removed('accountability:gone')).toBe('office:p1')
    expect([removed('measure:p1-m1'), removed('extension:gone')]).toEqual([null, null])
  })
})

test('on paper only what is told has a row', () => {
  const rows = factRows(
    fileOf({ statement: '漏损。', target: '降', deadlineWords: '2024年6月底前', deadlineOn: day('2024-06-30') }),
  )
  expect(rows.map(([title]) => title)).toEqual(['序号', '反馈问题', '整改目标', '来源', '时限'])
})

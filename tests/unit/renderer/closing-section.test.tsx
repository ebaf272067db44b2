// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { App } from 'antd'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ActButtons, ClosingSection } from '../../../renderer/features/problem/closing-section.tsx'
import { typing } from '../../../renderer/state/typing.ts'
import { decideOnProblem, type OneProblemCommand } from '../../../shared/domain/commands/ledger-command.ts'
import { fileAfter } from '../../../shared/domain/file-after.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { aLedger, type ProblemSketch } from '../../support/a-ledger.ts'
import { countingIds, day } from '../../support/ports.ts'

/** A section on a problem that lives: what is sent is carried out, and drawn again. */
const shown = (sketch: ProblemSketch, part: 'closing' | 'deadline' = 'closing') => {
  let file = aLedger({ problems: [sketch] }).problems[0] as ProblemFile
  const today = day('2024-03-05')
  const context = { ids: countingIds('n'), year: 2024, today }
  const run = vi.fn(async (command: OneProblemCommand): Promise<boolean> => {
    const decided = decideOnProblem(file, command, context)
    if (decided.ok) file = fileAfter(file, decided.value.edits) as ProblemFile
    drawn.rerender(element())
    return decided.ok
  })
  const element = () =>
    part === 'closing' ? (
      <App>
        <ClosingSection file={file} acts={{ run }} today={today} />
      </App>
    ) : (
      <App>
        <ActButtons file={file} acts={{ run }} today={today} offered={['extend', 'correct']} />
      </App>
    )
  const drawn = render(element())
  return { run, file: () => file, drawn }
}

const buttons = () => screen.getAllByRole('button').map((button) => button.textContent?.replace(/\s/g, ''))
const press = (name: string) => {
  const found = screen.getAllByRole('button').find((button) => button.textContent?.replace(/\s/g, '') === name)
  if (!found) throw new Error(`no button ${name}: ${buttons().join()}`)
  return act(async () => void fireEvent.click(found))
}
const fill = (label: string, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }))

beforeEach(() => {
  // Ant Design asks for it; happy-dom draws nothing.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('销号 in the 问题档案', () => {
  test('goes from the application over an opinion and the closing to the reopening', async () => {
    const { run, file, drawn } = shown({
      status: 'done',
      responsibilities: [{ role: 'leadUnit', name: '县水利局' }],
    })
    expect(buttons()).toEqual(['申请销号', '登记销号'])
    await press('申请销号')
    await fill('销号申请', '已换管12公里。')
    await press('登记')
    expect(run).toHaveBeenLastCalledWith({
      type: 'apply-closure',
      problemId: 'p1',
      on: '2024-03-05',
      by: '县水利局',
      text: '已换管12公里。',
    })
    expect(buttons()).toEqual(['审核意见', '登记销号', '退回申请'])
    await press('审核意见')
    await fill('审核人', '何启明')
    await press('登记')
    await press('登记销号')
    await fill('销号结论', '同意销号')
    await press('登记')
    expect(file().problem.status).toBe('closed')
    expect(buttons()).toEqual(['审核意见', '重新启动整改'])
    await press('重新启动整改')
    await fill('重新整改原因', '漏损反弹')
    await fill('重新整改依据', '县委巡察“回头看”反馈')
    await press('登记')
    expect(file().problem.status).toBe('inProgress')
    const text = drawn.container.textContent ?? ''
    for (const words of ['第 1 轮', '已重新整改', '已换管12公里。', '同意，何启明', '2024年3月5日', '漏损反弹'])
      expect(text).toContain(words)
  })

  test('cannot be returned without a reason, and keeps the returned application in sight', async () => {
    const { run, drawn } = shown({ status: 'done' })
    await press('申请销号')
    await press('登记')
    await press('退回申请')
    await press('登记')
    expect(run).toHaveBeenCalledTimes(1)
    await fill('退回理由', '佐证材料不全')
    await press('登记')
    expect(drawn.container.textContent).toContain('佐证材料不全')
    expect(buttons()).toEqual(['申请销号', '登记销号'])
  })

  test('what was refused stays in its form', async () => {
    const { run } = shown({ status: 'done' })
    await press('申请销号')
    run.mockResolvedValueOnce(false)
    await fill('销号申请', '已换管12公里。')
    await press('登记')
    expect((screen.getByLabelText('销号申请') as HTMLTextAreaElement).value).toBe('已换管12公里。')
  })

  test('a form that was begun holds the window and is never sent by leaving', async () => {
    const { run } = shown({ status: 'done' })
    await press('登记销号')
    expect(typing.isAny()).toBe(false)
    await fill('销号结论', '同意')
    expect(await typing.commitAll()).toBe(false)
    await screen.findByText('“登记销号”已经填了一部分，还没有登记：请登记，或按 Esc 放弃，然后再离开。')
    expect(typing.drafts().map(({ what }) => what)).toEqual(['登记销号（请先登记或取消）'])
    await press('取消')
    expect([typing.isAny(), run.mock.calls.length]).toEqual([false, 0])
  })
})

describe('延期 in the 问题档案', () => {
  const dated: ProblemSketch = { status: 'inProgress', deadlineOn: day('2024-06-30'), deadlineWords: '2024年6月底前' }

  test('puts a deadline off with its reason', async () => {
    const { file } = shown(dated, 'deadline')
    await press('延期')
    await fill('新时限', '9月底前')
    await fill('延期理由', '汛期无法施工')
    await press('登记')
    expect(file().problem.deadlineOn).toBe('2024-09-30')
    expect(file().extensions).toMatchObject([{ fromWords: '2024年6月底前', reason: '汛期无法施工', approvedOn: '2024-03-05' }])
  })

  test('or puts a mistyped one right', async () => {
    const { file } = shown(dated, 'deadline')
    await press('更正时限')
    await fill('时限', '2024年7月底前')
    await press('登记')
    expect([file().problem.deadlineOn, file().extensions.length]).toEqual(['2024-07-31', 0])
  })
})

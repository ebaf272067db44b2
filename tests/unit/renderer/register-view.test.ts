import { expect, test } from 'vitest'
import { useRegisterView } from '../../../renderer/state/register-view.ts'

test('a figure of a register shows its lines where they stand; a figure of problems shows none', async () => {
  const { showFigure } = useRegisterView.getState()
  const figure = { label: '督办文书', counts: ['n1'] }
  expect(await showFigure({ ...figure, id: 'supervisionNotices.handling.issued' })).toBe(true)
  expect(useRegisterView.getState()).toMatchObject({ register: 'notices', only: { what: '督办文书', ids: new Set(['n1']) } })
  expect(await showFigure({ ...figure, id: 'problems.done' })).toBe(false)
  expect(useRegisterView.getState().register).toBe('notices')
})

// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { IntegrityList } from '../../../renderer/features/settings/integrity-list.tsx'
import { checkIntegrity } from '../../../shared/domain/integrity/check-integrity.ts'
import { integrityFindings } from '../../../shared/messages/integrity.ts'
import { aLedger, type LedgerSketch } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'

const shown = (sketch: LedgerSketch, onGo = vi.fn()) => {
  const raw = { records: aLedger(sketch).records, removed: new Set<string>() }
  render(<IntegrityList findings={integrityFindings(checkIntegrity(raw, day('2024-07-05')))} onGo={onGo} />)
  return onGo
}

describe('what a check of the ledger shows', () => {
  afterEach(cleanup)

  test('says so when nothing was found', () => {
    shown({})
    expect(screen.getByText('没有发现问题。')).toBeTruthy()
  })

  test('groups what was found by severity and leads to the problem by its number', () => {
    const onGo = shown({
      problems: [
        { status: 'done', completedOn: day('2024-02-01') },
        { id: 'late', completedOn: day('2030-01-01') },
      ],
      leads: [{ received: 1, closed: 2 }],
    })
    expect(within(screen.getByLabelText('必改')).getByText(/办结2件，多于受理1件/)).toBeTruthy()
    const doubtful = screen.getByLabelText('存疑')
    expect(within(doubtful).getByText(/^问题2：完成日期/)).toBeTruthy()
    fireEvent.click(within(doubtful).getByRole('button'))
    expect(onGo).toHaveBeenCalledWith('late')
  })

  test('shows a hundred of a severity and how many more there are', () => {
    shown({ leads: Array.from({ length: 130 }, () => ({ received: 1, closed: 2 })) })
    expect(screen.getAllByRole('listitem')).toHaveLength(100)
    expect(screen.getByText('还有 30 条，处理之后再检查一次。')).toBeTruthy()
  })
})

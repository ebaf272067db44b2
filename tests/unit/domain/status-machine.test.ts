import { describe, expect, test } from 'vitest'
import { STATUS_WORDS, STATUSES, type Status } from '../../../shared/domain/status.ts'
import { actOfSetting, STEPS } from '../../../shared/domain/status-machine.ts'
import { suggestedStatus } from '../../../shared/domain/suggested-status.ts'
import { aLedger } from '../../support/a-ledger.ts'

test('setting any status by hand stands for an act that leads there', () => {
  for (const from of STATUSES) for (const to of STATUSES) expect(STEPS[actOfSetting(from, to)].to, `${from} → ${to}`).toBe(to)
})

test('the usual way is the one of the field', () => {
  const way: readonly Status[] = ['notStarted', 'inProgress', 'basicallyDone', 'done', 'closed', 'inProgress']
  for (const [i, from] of way.slice(0, -1).entries()) {
    const to = way[i + 1] ?? from
    expect(STEPS[actOfSetting(from, to)].from, `${STATUS_WORDS[from]} → ${STATUS_WORDS[to]}`).toContain(from)
  }
})

describe('the measures of a problem speak for', () => {
  test.each<[readonly Status[], Status, Status | null]>([
    [[], 'inProgress', null],
    [['done', 'closed'], 'inProgress', 'done'],
    [['done', 'done'], 'done', null],
    [['done', 'basicallyDone'], 'inProgress', 'basicallyDone'],
    [['done', 'notStarted'], 'notStarted', 'inProgress'],
    [['done', 'inProgress'], 'done', 'inProgress'],
    [['notStarted', 'notStarted'], 'unstated', 'notStarted'],
    [['done', 'unstated'], 'inProgress', null],
    [['unstated', 'unstated'], 'inProgress', null],
    [['inProgress'], 'closed', null],
  ])('%j of a problem that is %s: %s', (measures, status, expected) => {
    const [file] = aLedger({ problems: [{ status, measures: measures.map((of) => ({ status: of })) }] }).problems
    expect(file && suggestedStatus(file)?.status).toBe(expected ?? undefined)
  })
})

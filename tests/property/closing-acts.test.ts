import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closureState } from '../../shared/domain/closing.ts'
import { decideOnProblem, type OneProblemCommand } from '../../shared/domain/commands/ledger-command.ts'
import { fileAfter } from '../../shared/domain/file-after.ts'
import type { ProblemFile } from '../../shared/domain/ledger.ts'
import { statusAt } from '../../shared/domain/status-at.ts'
import { aLedger } from '../support/a-ledger.ts'
import { countingIds, day } from '../support/ports.ts'

/** Any day of four months, in order. */
const DAYS = [1, 2, 3, 4].flatMap((month) =>
  Array.from({ length: 28 }, (_, i) => `2024-0${month}-${String(i + 1).padStart(2, '0')}`),
)

type Act = 'apply' | 'agree' | 'object' | 'close' | 'return' | 'reopen' | 'finish'

const problemId = 'p1'
const commandOf = (act: Act, on: ReturnType<typeof day>): readonly OneProblemCommand[] => {
  const status = { type: 'set-field', problemId, measureId: null } as const
  const review = { type: 'review-closure', problemId, reviewer: 'office', by: null, on, text: '' } as const
  const commands: Readonly<Record<Act, readonly OneProblemCommand[]>> = {
    apply: [{ type: 'apply-closure', problemId, on, by: null, text: on }],
    agree: [{ ...review, opinion: 'agreed' }],
    object: [{ ...review, opinion: 'returned' }],
    close: [{ type: 'close', problemId, on, result: null }],
    return: [{ type: 'return-closure', problemId, on, reason: '材料不全' }],
    reopen: [{ type: 'reopen', problemId, on, reason: '反弹', basis: '回头看' }],
    finish: [
      { ...status, field: 'completedOn', value: on },
      { ...status, field: 'status', value: 'done' },
    ],
  }
  return commands[act]
}

const histories = fc.array(
  fc.record({
    act: fc.constantFrom<Act>('apply', 'apply', 'agree', 'object', 'close', 'close', 'return', 'reopen', 'finish'),
    days: fc.integer({ min: 1, max: 6 }),
  }),
  { maxLength: 18 },
)

/** Carries out what is not refused, each act on a later day; tells every state on the way. */
const lived = (history: readonly { readonly act: Act; readonly days: number }[]) => {
  let file = aLedger({ problems: [{ id: problemId, status: 'inProgress' }] }).problems[0] as ProblemFile
  let at = 0
  const states: { readonly file: ProblemFile; readonly on: string }[] = []
  for (const { act, days } of history) {
    at += days
    const on = day(DAYS[at] ?? '2024-04-28')
    // Only work that is open is reported finished; a correction by hand has no day of its own.
    if (act === 'finish' && file.problem.status !== 'inProgress') continue
    for (const command of commandOf(act, on)) {
      const decided = decideOnProblem(file, command, { ids: countingIds(`n${at}`), year: 2024, today: on })
      if (decided.ok) file = fileAfter(file, decided.value.edits) as ProblemFile
    }
    states.push({ file, on })
  }
  return states
}

const SEED = { seed: 20_241_122, numRuns: 400 }

test('whatever is done in whatever order: one open application, cycles and attempts without gaps, 已销号 as long as a closing stands', () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const { file } of lived(history)) {
        const states = file.closures.map(closureState)
        expect(states.filter((state) => state === 'applied').length).toBeLessThanOrEqual(1)
        expect(states.slice(0, -1).every((state) => state === 'returned' || state === 'reopened')).toBe(true)
        expect(new Set(file.closures.map(({ id }) => id)).size).toBe(file.closures.length)
        let [cycle, attempt] = [1, 1]
        for (const closure of file.closures) {
          expect([closure.cycle, closure.attempt]).toEqual([cycle, attempt])
          if (closureState(closure) === 'returned') attempt += 1
          else [cycle, attempt] = [cycle + 1, 1]
        }
        expect(file.problem.status === 'closed').toBe(states.at(-1) === 'closed')
      }
    }),
    SEED,
  )
})

test('what a past day was does not change, whatever is done later', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const states = lived(history)
      const last = states.at(-1)
      for (const [i, { file }] of states.entries()) {
        // From the day of an act to the day before the next one, the problem was what the act made it.
        const next = states[i + 1]?.on
        for (const past of DAYS.filter((d) => next !== undefined && d < next))
          expect(last && statusAt(last.file, day(past)), `${past} after act ${i}`).toBe(statusAt(file, day(past)))
      }
    }),
    SEED,
  )
})

test('what was written of an application is never lost', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const states = lived(history)
      const last = states.at(-1)?.file
      for (const { file } of states) {
        for (const closure of file.closures)
          expect(last?.closures.find(({ id }) => id === closure.id)?.application).toSatisfy(
            (text) => text === closure.application || closure.application === '',
          )
        expect(last?.reviews).toEqual(expect.arrayContaining([...file.reviews]))
      }
    }),
    SEED,
  )
})

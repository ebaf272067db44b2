import type { z } from 'zod'
import { daysLeft, deadlineOf, printDeadline } from '../../../shared/domain/deadline.ts'
import { DUTY_WORDS, dutyDates } from '../../../shared/domain/duty-dates.ts'
import { extensionsOf, originalDeadline } from '../../../shared/domain/extensions.ts'
import { fileAt } from '../../../shared/domain/file-at.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import type { Measure, Problem } from '../../../shared/domain/records/record-kinds.ts'
import { thresholdsOf, warningAt } from '../../../shared/domain/warning.ts'
import { deadlinesOutput } from '../contract.ts'
import { openLedgerAtDate } from '../ledger-at-date.ts'
import { done, type Verb } from '../verb.ts'

export const deadlinesVerb: Verb = {
  name: 'deadlines',
  usage: 'deadlines LEDGER [--date YYYY-MM-DD]',
  summary: 'prints the duties after 反馈 and every deadline, with its original, its extensions and the days left at a date',
  positionals: 1,
  options: { date: { type: 'string' } },
  required: [],
  output: deadlinesOutput,
  run: async (given, ports) => {
    const opened = await openLedgerAtDate(given, ports)
    if (!opened.ok) return opened.error
    const { ledger, date } = opened.value
    const thresholds = thresholdsOf(ledger.ledger)
    const row = (number: string, file: ProblemFile, of: Problem | Measure) => {
      const deadline = deadlineOf(of)
      const words = printDeadline(deadline)
      if (words === '') return []
      return [
        {
          number,
          deadline: words,
          on: deadline.on,
          original: printDeadline(originalDeadline(file, of)),
          extensions: extensionsOf(file, of.id).length,
          daysLeft: daysLeft(deadline, date),
          warning: warningAt(deadline, of.status, date, thresholds),
        },
      ]
    }
    const output: z.infer<typeof deadlinesOutput> = {
      date,
      duties: dutyDates(ledger).map(({ duty, days, on }) => ({ duty, label: DUTY_WORDS[duty], days, on })),
      deadlines: ledger.problems
        .map((file) => fileAt(file, date))
        .flatMap((file) => [
          ...row(String(file.number), file, file.problem),
          ...file.measures.flatMap((measure, i) => row(`${file.number}.${i + 1}`, file, measure)),
        ]),
    }
    return done(output)
  },
}

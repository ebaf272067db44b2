import type { PlainDate } from '../../shared/base/plain-date.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { type Ledger, usualDate } from '../../shared/domain/ledger.ts'
import { dateOption } from './arguments.ts'
import { readLedgerFile } from './ledger-file.ts'
import { type CliPorts, misused, type Outcome, type ParsedArguments, refused } from './verb.ts'

export interface LedgerAtDate {
  readonly ledger: Ledger
  /** --date, else the date of the notice, else today. */
  readonly date: PlainDate
}

/** Opens the ledger a verb was given, to be looked at as of a day; the error is the verb's outcome. */
export const openLedgerAtDate = async (given: ParsedArguments, ports: CliPorts): Promise<Result<LedgerAtDate, Outcome>> => {
  const [path = ''] = given.positionals
  const chosen = dateOption(given)
  if (!chosen.ok) return err(misused(chosen.error))
  const opened = await readLedgerFile(path, ports)
  if (!opened.ok) return err(refused(opened.error))
  const { ledger } = opened.value
  return ok({ ledger, date: chosen.value ?? usualDate(ledger, ports.clock.today()) })
}

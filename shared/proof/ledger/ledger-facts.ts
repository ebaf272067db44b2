import type { PlainDate } from '../../base/plain-date.ts'
import { standingEntries } from '../../domain/directory.ts'
import type { Ledger } from '../../domain/ledger.ts'
import type { Status } from '../../domain/status.ts'
import { statusAt } from '../../domain/status-at.ts'
import { splitNames } from '../../domain/unit-names.ts'
import { type Figures, noticeFigures } from '../../notice/notice-figures.ts'

/** What a text is held against: the ledger at a day, as plain data. */
export interface LedgerFacts {
  readonly cutoff: PlainDate
  readonly figures: Figures
  readonly problems: readonly LedgerProblem[]
  readonly units: readonly { readonly name: string; readonly aliases: readonly string[] }[]
  readonly leaders: readonly { readonly name: string; readonly post: string }[]
}

export interface LedgerProblem {
  readonly id: string
  /** 序号 of display. */
  readonly number: number
  /** 原序号 of the feedback; empty where it had none. */
  readonly sourceNumber: string
  readonly statement: string
  readonly status: Status
}

/** `figures` are those the text is meant to tell, where they are not all of the ledger's: an edition that leaves problems out. */
export const ledgerFactsOf = (
  ledger: Ledger,
  cutoff: PlainDate,
  figures: Figures = noticeFigures(ledger, cutoff),
): LedgerFacts => {
  const { records } = ledger
  const [unitOf, leaderOf] = [standingEntries(records.unit), standingEntries(records.leader)]
  return {
    cutoff,
    figures,
    problems: ledger.problems.map((file) => ({
      id: file.problem.id,
      number: file.number,
      sourceNumber: file.problem.sourceNumber ?? '',
      statement: file.problem.statement,
      status: statusAt(file, cutoff),
    })),
    units: records.unit
      .filter(({ id }) => unitOf(id)?.id === id)
      .map(({ name, aliases }) => ({ name, aliases: splitNames(aliases) })),
    leaders: records.leader
      .filter(({ id }) => leaderOf(id)?.id === id)
      .flatMap(({ name, post }) => (post ? [{ name, post }] : [])),
  }
}

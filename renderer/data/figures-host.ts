import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { compareSnapshots } from '../../shared/domain/compare-snapshots.ts'
import { comparisonFigures } from '../../shared/domain/comparison-figures.ts'
import { burnUp } from '../../shared/domain/figures/burn-up.ts'
import { dueCalendar } from '../../shared/domain/figures/due-calendar.ts'
import { counted, type Figure } from '../../shared/domain/figures/figure.ts'
import { figuresOf } from '../../shared/domain/figures/figures-of.ts'
import type { Ledger } from '../../shared/domain/ledger.ts'
import { type Snapshot, snapshotOf } from '../../shared/domain/snapshot.ts'
import { openSnapshotFile } from '../../shared/exchange/snapshot-file.ts'
import type { LedgerDatabase } from './database.ts'
import { LedgerReader } from './ledger-reader.ts'
import type { MainPort } from './ports.ts'

/** A figure as a screen shows it: how many records it counts, and `ref`, by which they are asked for. */
export interface ShownFigure extends Omit<Figure, 'counts'> {
  readonly ref: string
  readonly count: number
  readonly cutoff: PlainDate
}

export interface ShownWeek {
  readonly on: PlainDate
  readonly planned: ShownFigure
  readonly done: ShownFigure | null
}

export interface ShownDay {
  readonly on: PlainDate
  readonly due: ShownFigure
  /** The first few of them, in words. */
  readonly first: readonly { readonly number: number; readonly statement: string }[]
}

/** Everything 总览 shows of a ledger at a cut-off date. */
export interface Overview {
  readonly ledgerId: string
  readonly title: string
  readonly cutoff: PlainDate
  readonly problems: number
  readonly figures: readonly ShownFigure[]
  readonly weeks: readonly ShownWeek[]
  readonly days: readonly ShownDay[]
}

/** One side of a comparison: `figures` of a period, or of the ledger as it is. */
export interface ShownPeriod {
  readonly cutoff: PlainDate
  readonly title: string
  readonly problems: number
  readonly figures: readonly ShownFigure[]
}

export interface ShownComparison {
  readonly before: ShownPeriod
  readonly after: ShownPeriod
  /** What became of problems in between. */
  readonly changes: readonly ShownFigure[]
}

/** What a figure counts: problems, as the lists show them, or records of the registers. */
export interface CountedRows {
  readonly holds: 'problems' | 'records'
  readonly ids: readonly string[]
}

/** A period that is compared: its file by hash, or the ledger as it is at a day. */
export type PeriodSide = { readonly sha256: string } | { readonly cutoff: PlainDate }

/**
 * Computes what 总览 shows, away from the window's thread. The ids a figure counts stay here until a person asks for them: those of
 * 20,000 problems would hold up the window. It reads the rows; only the store writes.
 */
export class FiguresHost {
  readonly #reader: LedgerReader
  #known: Ledger | null = null
  readonly #figures = new Map<string, Map<string, Figure>>()
  #owners: ReadonlyMap<string, string> = new Map()

  constructor(
    db: LedgerDatabase,
    readonly main: MainPort,
  ) {
    this.#reader = new LedgerReader(db)
  }

  /** Null where there is no such ledger. */
  async overview(ledgerId: string, cutoff: PlainDate): Promise<Overview | null> {
    const ledger = await this.#ledger(ledgerId)
    if (ledger === null) return null
    const show = this.#scope('now', cutoff)
    const byId = new Map(ledger.problems.map((file) => [file.problem.id, file]))
    return {
      ledgerId,
      title: ledger.ledger.title,
      cutoff,
      problems: ledger.problems.length,
      figures: figuresOf(ledger, cutoff).map(show),
      weeks: burnUp(ledger, cutoff).map(({ on, planned, done }) => ({ on, planned: show(planned), done: done && show(done) })),
      days: dueCalendar(ledger, cutoff).map(({ on, due }) => ({
        on,
        due: show(due),
        first: due.counts.slice(0, FIRST_DUE).map((id) => {
          const file = byId.get(id)
          return { number: file?.number ?? 0, statement: file?.problem.statement.slice(0, 60) ?? '' }
        }),
      })),
    }
  }

  /** 新增逾期 between two days, both as the ledger tells them now. */
  async newlyOverdue(ledgerId: string, before: PlainDate, cutoff: PlainDate): Promise<ShownFigure | null> {
    const ledger = await this.#ledger(ledgerId)
    if (ledger === null || before >= cutoff) return null
    const overdueAt = (day: PlainDate) => figuresOf(ledger, day).find(({ id }) => id === 'problems.overdue')?.counts ?? []
    const known = new Set(overdueAt(before))
    const words = {
      id: 'visit.newlyOverdue',
      label: '新增逾期问题数',
      unit: '个',
      formula: `截至${cutoff}逾期、截至${before}没有逾期的问题`,
    }
    return this.#scope(
      'visit',
      cutoff,
    )(
      counted(
        words,
        overdueAt(cutoff).filter((id) => !known.has(id)),
      ),
    )
  }

  /** A period as it was frozen. */
  async period(sha256: string): Promise<Result<ShownPeriod, Refusal>> {
    const opened = await this.#snapshot(sha256)
    return opened.ok ? ok(this.#shown('period', opened.value)) : opened
  }

  async compare(ledgerId: string, earlier: PeriodSide, later: PeriodSide): Promise<Result<ShownComparison, Refusal>> {
    const side = async (of: PeriodSide): Promise<Result<Snapshot, Refusal>> => {
      if ('sha256' in of) return this.#snapshot(of.sha256)
      const ledger = await this.#ledger(ledgerId)
      return ledger === null ? err({ type: 'no-such-ledger' }) : ok(snapshotOf(ledger, of.cutoff))
    }
    const before = await side(earlier)
    if (!before.ok) return before
    const after = await side(later)
    if (!after.ok) return after
    return ok({
      before: this.#shown('before', before.value),
      after: this.#shown('after', after.value),
      changes: comparisonFigures(compareSnapshots(before.value, after.value)).map(this.#scope('changes', after.value.cutoff)),
    })
  }

  /** What stands behind a figure shown last under this reference; a measure, a 延期 or a 销号 stands for its problem. */
  rows(ref: string): CountedRows {
    const [scope = '', id = ''] = [ref.slice(0, ref.indexOf('/')), ref.slice(ref.indexOf('/') + 1)]
    const counts = this.#figures.get(scope)?.get(id)?.counts ?? []
    if (REGISTERS.test(id)) return { holds: 'records', ids: counts }
    return { holds: 'problems', ids: [...new Set(counts.map((own) => this.#owners.get(own) ?? own))] }
  }

  #shown(scope: string, { cutoff, title, problems, figures }: Snapshot): ShownPeriod {
    return { cutoff, title, problems: problems.length, figures: figures.map(this.#scope(scope, cutoff)) }
  }

  /** Figures shown from now on in this place of the screen; those before are forgotten. */
  #scope(scope: string, cutoff: PlainDate): (figure: Figure) => ShownFigure {
    const known = new Map<string, Figure>()
    this.#figures.set(scope, known)
    return (figure) => {
      known.set(figure.id, figure)
      const { counts, ...words } = figure
      return { ...words, ref: `${scope}/${figure.id}`, count: counts.length, cutoff }
    }
  }

  async #snapshot(sha256: string): Promise<Result<Snapshot, Refusal>> {
    const found = await this.main.invoke('attachment.get', { sha256 })
    if (found.ok) return openSnapshotFile(found.value.bytes, sha256)
    return found.error.type === 'attachment-missing' ? err({ type: 'snapshot-missing' }) : err(found.error)
  }

  async #ledger(ledgerId: string): Promise<Ledger | null> {
    const ledger = await this.#reader.ledger(ledgerId)
    if (ledger !== null && ledger !== this.#known) {
      this.#known = ledger
      this.#owners = problemsByRecord(ledger)
    }
    return ledger
  }
}

/** As many problems of a day as a card has room for. */
const FIRST_DUE = 6

/** Figures that count records of the registers, not problems or what hangs on them. */
const REGISTERS = /^(?:leads|accountability|regulations|money|outcomes|meetings|supervisions|supervisionNotices)\./

const problemsByRecord = ({ problems }: Ledger): ReadonlyMap<string, string> =>
  new Map(
    problems.flatMap(({ problem, measures, extensions, closures }) =>
      [...measures, ...extensions, ...closures].map(({ id }): readonly [string, string] => [id, problem.id]),
    ),
  )

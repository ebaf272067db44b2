import { ZERO } from '../base/decimal.ts'
import type { PlainDate } from '../base/plain-date.ts'
import type { Figure } from '../domain/figures/figure.ts'
import { figuresOf } from '../domain/figures/figures-of.ts'
import { type Ledger, openLedger } from '../domain/ledger.ts'
import { type SumLine, sumLines } from '../domain/registers/sum-lines.ts'

export type Figures = ReadonlyMap<string, Figure>

/** The registers a notice's statistics are made of. */
const COUNTED = ['leads', 'accountability', 'regulations', 'money', 'meetings', 'supervisions', 'notices'] as const

/**
 * The figures a notice's text may name: those of the ledger, and what its registers leave of a total that their parts do not reach
 * (`accountability.party.total.persons.rest`). Where an edition shows only some of the problems, figures of problems, items and measures
 * count those; the registers stay whole, because they tell what was done in the whole inspection.
 */
export const noticeFigures = (ledger: Ledger, cutoff: PlainDate, shown: ReadonlySet<string> | null = null): Figures => {
  const whole = figuresOf(ledger, cutoff)
  const figures = shown === null ? whole : ofShown(whole, ledger, cutoff, shown)
  const rests = COUNTED.flatMap((register) => sumLines(register, figures)).flatMap(restOf)
  return new Map([...figures, ...rests].map((figure) => [figure.id, figure]))
}

/** What a total leaves to be told. */
const restOf = ({ total, parts }: SumLine): readonly Figure[] =>
  parts.flatMap(({ label, value, figure }) =>
    figure === null
      ? [{ ...total, id: restId(total.id), label: `${total.label}—${label}`, value, formula: `${total.label}减去已注明的各项` }]
      : [],
  )

export const restId = (totalId: string): string => `${totalId}.rest`

const ofShown = (whole: readonly Figure[], ledger: Ledger, cutoff: PlainDate, shown: ReadonlySet<string>): readonly Figure[] => {
  const problem = ledger.records.problem.filter(({ id }) => shown.has(id))
  const theirs = new Map(figuresOf(openLedger({ ...ledger.records, problem }), cutoff).map((figure) => [figure.id, figure]))
  return whole.flatMap((figure) => {
    if (!OF_PROBLEMS.test(figure.id)) return [figure]
    const own = theirs.get(figure.id)
    if (own) return [{ ...own, formula: `本版列出的问题中，${own.formula}` }]
    // A group that holds none of them counts none; a rate of none is nothing.
    return figure.unit === '%' ? [] : [{ ...figure, value: ZERO, counts: [], formula: `本版列出的问题中，${figure.formula}` }]
  })
}

const OF_PROBLEMS = /^(?:problems|items|measures|extensions|closures)\./

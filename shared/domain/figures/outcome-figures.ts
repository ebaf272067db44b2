import type { Decimal } from '../../base/decimal.ts'
import type { PlainDate } from '../../base/plain-date.ts'
import { OUTCOME_WORDS, type OutcomeKind, REGULATION_WORDS } from '../records/problem-records.ts'
import type { Outcome } from '../records/record-kinds.ts'
import { type Figure, isBy, summedIfAny, UNDATED_COUNTS } from './figure.ts'

/** 成效 at the cut-off date: 制度, 资金, and what else is counted. */
export const outcomeFigures = (register: readonly Outcome[], cutoff: PlainDate): readonly Figure[] => {
  const outcomes = register.filter(({ on }) => isBy(on, cutoff))
  return [...regulationFigures(outcomes), ...moneyFigures(outcomes), ...otherFigures(outcomes)]
}

/** The number of things a line stands for. */
const numberOf = (outcome: Outcome): number => outcome.count ?? 1

const ONE_EACH = `，未写数量的每条计一项${UNDATED_COUNTS}`

/** What was abolished is told apart: it is no 制定和修订. */
const regulationFigures = (outcomes: readonly Outcome[]): readonly Figure[] => {
  const regulations = outcomes.filter(({ kind }) => kind === 'regulation')
  const figure = (id: string, label: string, which: string, test: (outcome: Outcome) => boolean): readonly Figure[] => {
    const formula = `登记簿“制度”中${which}数量合计${ONE_EACH}`
    return summedIfAny({ id: `regulations.${id}`, label, unit: '项', formula }, regulations.filter(test), numberOf)
  }
  return [
    ...figure('total', '制定和修订制度数', '除注明废止以外的', ({ regulation }) => regulation !== 'abolished'),
    ...(['made', 'revised', 'abolished'] as const).flatMap((act) =>
      figure(act, `${REGULATION_WORDS[act]}制度数`, `注明${REGULATION_WORDS[act]}的`, ({ regulation }) => regulation === act),
    ),
    ...figure('unspecified', '未注明制修订的制度数', '未注明制定、修订或废止的', ({ regulation }) => regulation === null),
  ]
}

type Money = Outcome & { readonly amount: Decimal }

/** 清退 and 追缴 are money that came back and add up; 挽回 is a loss averted and stands apart. */
const moneyFigures = (outcomes: readonly Outcome[]): readonly Figure[] => {
  const told = outcomes.filter((outcome): outcome is Money => outcome.amount !== null)
  const sum = (id: string, label: string, kinds: readonly OutcomeKind[]): readonly Figure[] => {
    const formula = `登记簿中${kinds.map((kind) => `“${OUTCOME_WORDS[kind]}”`).join('与')}金额合计${UNDATED_COUNTS}`
    return summedIfAny(
      { id: `money.${id}`, label, unit: '万元', formula },
      told.filter(({ kind }) => kinds.includes(kind)),
      ({ amount }) => amount,
    )
  }
  return [
    ...sum('returned', OUTCOME_WORDS.returned, ['returned']),
    ...sum('collected', OUTCOME_WORDS.collected, ['collected']),
    ...sum('returnedAndCollected', '清退、追缴资金合计', ['returned', 'collected']),
    ...sum('recovered', OUTCOME_WORDS.recovered, ['recovered']),
  ]
}

const otherFigures = (outcomes: readonly Outcome[]): readonly Figure[] =>
  (['extended', 'special', 'other'] as const).flatMap((kind) => {
    const label = `${OUTCOME_WORDS[kind]}${kind === 'other' ? '成效' : ''}项数`
    const formula = `登记簿“${OUTCOME_WORDS[kind]}”数量合计${ONE_EACH}`
    return summedIfAny(
      { id: `outcomes.${kind}`, label, unit: '项', formula },
      outcomes.filter((outcome) => outcome.kind === kind),
      numberOf,
    )
  })

import type { PlacedProblem } from '../../data/queries.ts'
import { LIST_ACTS_WORDS as WORDS } from '../../messages/list-acts.ts'

/** Says which problems an act is about. */
export const ChosenProblems = ({ problems }: { readonly problems: readonly PlacedProblem[] }) => (
  <p className="label">
    {WORDS.chosenProblems(
      problems.length,
      problems.length > MOST_NAMED
        ? WORDS.andMore(numbersOf(problems.slice(0, MOST_NAMED)), problems.length)
        : numbersOf(problems),
    )}
  </p>
)

const numbersOf = (problems: readonly PlacedProblem[]): string => problems.map(({ number }) => number).join('、')

const MOST_NAMED = 20

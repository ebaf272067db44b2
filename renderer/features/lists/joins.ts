import { LIST_COLUMNS, type ListKey } from '../../../shared/domain/four-lists.ts'
import type { PlacedProblem } from '../../data/queries.ts'

/** For each column: does it say the same as the problem above, so that the two are drawn as one cell? */
export const joinsOf = (list: ListKey, above: PlacedProblem | undefined, problem: PlacedProblem): readonly boolean[] => {
  if (!above || !LIST_COLUMNS[list].some(({ joinsEqual }) => joinsEqual)) return NONE
  const isSameCategory = above.path[0]?.id === problem.path[0]?.id
  const isSameAspect = above.path.map(({ id }) => id).join() === problem.path.map(({ id }) => id).join()
  return isSameAspect ? BOTH : isSameCategory ? CATEGORY : NONE
}

const NONE: readonly boolean[] = []
const CATEGORY: readonly boolean[] = [false, true]
const BOTH: readonly boolean[] = [false, true, true]

import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import type { Progress } from '../../../shared/domain/records/record-kinds.ts'
import { PROGRESS_WORDS } from '../../messages/problem.ts'

/** Newest first, what has no day at the end; of one day, the later written first. */
export const latestFirst = (progress: readonly Progress[]): readonly Progress[] =>
  [...progress].reverse().sort((a, b) => (b.on ?? '').localeCompare(a.on ?? ''))

/** 措施 2, or nothing for an entry of the problem itself. */
export const ownerWords = (file: Pick<ProblemFile, 'measures'>, { ownerId }: Pick<Progress, 'ownerId'>): string => {
  const index = file.measures.findIndex(({ id }) => id === ownerId)
  return index < 0 ? '' : PROGRESS_WORDS.ofMeasure(index + 1)
}

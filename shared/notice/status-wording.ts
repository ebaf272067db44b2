import { deadlineOf, printDeadline } from '../domain/deadline.ts'
import type { StatusWords } from '../domain/notices/notice-template.ts'
import { fillStatusWords } from '../domain/notices/status-words.ts'
import type { Problem } from '../domain/records/record-kinds.ts'
import { statusLabel } from '../domain/status.ts'
import { parseStatusPhrase } from '../domain/status-phrase.ts'

/**
 * The status phrase at the end of an answer. The words of the source are printed as long as they still mean what the record says;
 * after any change of status, 长期坚持 or deadline the template's wording takes their place.
 */
export const statusPhrase = (problem: Problem, words: StatusWords): string => {
  if (sourceWordsHold(problem)) return problem.statusWords
  // The sentence says 完成 itself.
  const deadline = printDeadline(deadlineOf(problem)).replace(/(?:全面|全部)?完成(?:整改)?(?:任务|工作)?$/, '')
  return problem.status === 'unstated' ? '' : fillStatusWords(words[problem.status], deadline, problem.sustained)
}

/** The status as a short label (完成情况:已完成并长期坚持), in the words of the source while they hold. */
export const statusWordsOf = (problem: Problem): string =>
  sourceWordsHold(problem)
    ? problem.statusWords
    : problem.status === 'unstated'
      ? ''
      : statusLabel(problem.status, problem.sustained)

const sourceWordsHold = (problem: Problem): boolean => {
  if (problem.statusWords === '') return false
  const phrase = parseStatusPhrase(problem.statusWords, null)
  // Words nobody understood hold while nobody has set a status.
  if (!phrase) return problem.status === 'unstated'
  return (
    phrase.status === problem.status &&
    phrase.sustained === problem.sustained &&
    (phrase.deadline === null || phrase.deadline.words === problem.deadlineWords)
  )
}

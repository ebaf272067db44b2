import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { foldWidth } from '../../base/text.ts'
import type { NamedProblem } from './register-rows.ts'

/**
 * The problem a person means: by its number (12, 12 反馈问题…, 第12个), or by words that stand in one problem only. Null for nothing typed;
 * refused where none or several fit.
 */
export const problemNamed = (problems: readonly NamedProblem[], typed: string): Result<NamedProblem | null, Refusal> => {
  const text = foldWidth(typed).trim()
  if (text === '') return ok(null)
  const number = /^第?\s*(\d{1,6})(?=\D|$)/.exec(text)?.[1]
  const numbered = number === undefined ? undefined : problems.find((problem) => problem.number === Number(number))
  if (numbered) return ok(numbered)
  const found = problems.filter(({ statement }) => foldWidth(statement).includes(text))
  const exact = found.filter(({ statement }) => foldWidth(statement).trim() === text)
  const [only] = exact.length === 1 ? exact : found
  if (only && (exact.length === 1 || found.length === 1)) return ok(only)
  const expected = found.length > 1 ? '问题序号（这些字在几个问题里都有）' : '问题序号，如 12'
  return err({ type: 'value-not-understood', field: '所属问题', value: typed.slice(0, 100), expected })
}

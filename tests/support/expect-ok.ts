import type { Result } from '../../shared/base/result.ts'

/** The value of a result that a test knows to be ok; otherwise the test fails with the refusal. */
export const unwrapped = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

import { isSystemError } from './system-errors.ts'

/** What the system tells, or null where it refuses with one of these codes (any, without them); a bug goes on up. */
export const orNull = async <T>(asked: Promise<T>, codes: readonly string[] | null = null): Promise<T | null> => {
  try {
    return await asked
  } catch (thrown) {
    if (isSystemError(thrown) && (codes === null || codes.includes(thrown.code ?? ''))) return null
    throw thrown
  }
}

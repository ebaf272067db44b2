import type { Refusal } from '../../shared/base/refusal.ts'
import { err, type Result } from '../../shared/base/result.ts'
import { readRefusal, writeRefusal } from './system-errors.ts'

/** Runs file work; what the system refuses becomes a Refusal about this path, a bug goes on up. */
export const caught = async <T>(
  path: string,
  kind: 'read' | 'write',
  work: () => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> => {
  try {
    return await work()
  } catch (thrown) {
    return err(kind === 'read' ? readRefusal(path, thrown) : writeRefusal(path, thrown))
  }
}

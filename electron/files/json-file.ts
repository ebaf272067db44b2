import { readFile, rename } from 'node:fs/promises'
import type { z } from 'zod'
import { parseJson } from '../../shared/base/json.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { writeFileAtomically } from './atomic-write.ts'
import { isSystemError, readRefusal } from './system-errors.ts'

/** Reads a small file of the program's own. Missing is null; one that is not what it should be is null too and kept aside as `.bad`. */
export const readJsonFile = async <S extends z.ZodType>(
  path: string,
  schema: S,
): Promise<Result<z.output<S> | null, Refusal>> => {
  try {
    const value = schema.safeParse(parseJson(await readFile(path, 'utf8')))
    if (value.success) return ok(value.data)
    await rename(path, `${path}.bad`)
    return ok(null)
  } catch (thrown) {
    return isSystemError(thrown) && thrown.code === 'ENOENT' ? ok(null) : err(readRefusal(path, thrown))
  }
}

export const writeJsonFile = (path: string, value: unknown): Promise<Result<string, Refusal>> =>
  writeFileAtomically(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`))

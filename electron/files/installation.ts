import { join } from 'node:path'
import { z } from 'zod'
import type { Ids } from '../../shared/base/ports.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'

const schema = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) })

/**
 * This installation's name, made at random when it is first asked for. It stands before the name of every act of this PC, so that 撤销 takes
 * back nobody else's. A lost file makes a new name: what was done before can then no longer be taken back, and is history.
 */
export const installationId = async (folder: string, ids: Ids): Promise<Result<string, Refusal>> => {
  const path = join(folder, 'installation.json')
  const read = await readJsonFile(path, schema)
  if (!read.ok) return read
  if (read.value) return ok(read.value.id)
  const id = ids.id()
  const written = await writeJsonFile(path, { id })
  return written.ok ? ok(id) : written
}

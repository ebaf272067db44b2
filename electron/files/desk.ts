import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'
import { writeRefusal } from './system-errors.ts'

/** How the screens of a ledger are arranged on this PC, as the window wrote it; null when there is nothing yet or it is damaged (kept aside). */
export const readDesk = async (folder: string, place: string): Promise<Result<string | null, Refusal>> => {
  const read = await readJsonFile(deskPath(folder, place), z.object({ desk: z.string() }))
  return read.ok ? ok(read.value?.desk ?? null) : read
}

export const writeDesk = async (folder: string, place: string, desk: string): Promise<Result<string, Refusal>> => {
  const path = deskPath(folder, place)
  try {
    await mkdir(join(folder, DESK), { recursive: true })
  } catch (thrown) {
    return err(writeRefusal(path, thrown))
  }
  return writeJsonFile(path, { desk })
}

const DESK = 'desk'
/** `place` is an id: the contract allows letters, digits, `_` and `-` only. */
const deskPath = (folder: string, place: string): string => join(folder, DESK, `${place}.json`)

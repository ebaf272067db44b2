import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '../../shared/base/json.ts'
import { sha256Hex } from './sha256.ts'
import { isSystemError } from './system-errors.ts'

const completeSchema = z.object({
  sequence: z.number().int().min(0),
  files: z.array(z.object({ ledgerId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), sha256: z.string(), bytes: z.number().int() })),
})
export type Complete = z.output<typeof completeSchema>

/** One attempt at a snapshot; a second one at the same sequence has a folder of its own, so that the first stays until it is done. */
export interface SnapshotFolder {
  readonly path: string
  readonly sequence: number
  readonly attempt: number
}

export const COMPLETE = 'complete.json'

export const ledgerFileName = (ledgerId: string): string => `${ledgerId}.zgtz`

export const snapshotFolderName = (sequence: number, attempt: number): string =>
  `${String(sequence).padStart(16, '0')}${attempt === 1 ? '' : `.${attempt}`}`

/** Every snapshot folder, newest first. */
export const listSnapshots = async (folder: string): Promise<readonly SnapshotFolder[]> =>
  (await readdir(folder))
    .flatMap((name) => {
      const [whole, sequence, attempt] = /^(\d{16})(?:\.(\d+))?$/.exec(name) ?? []
      return whole === undefined ? [] : [{ path: join(folder, name), sequence: Number(sequence), attempt: Number(attempt ?? 1) }]
    })
    .sort((a, b) => b.sequence - a.sequence || b.attempt - a.attempt)

/** What a finished snapshot says it holds; null when it was not finished or says nothing readable. */
export const readComplete = async ({ path, sequence }: SnapshotFolder): Promise<Complete | null> => {
  const bytes = await readIfThere(join(path, COMPLETE))
  const complete = completeSchema.safeParse(bytes === null ? undefined : parseJson(bytes.toString('utf8')))
  return complete.success && complete.data.sequence === sequence ? complete.data : null
}

/** Whether every file is there with the bytes it was written with. A file the disk cannot read is damaged like one that was altered. */
export const isWhole = async (snapshot: SnapshotFolder, complete: Complete): Promise<boolean> => {
  for (const { ledgerId, sha256, bytes } of complete.files) {
    const read = await readIfThere(join(snapshot.path, ledgerFileName(ledgerId)))
    if (read === null || read.length !== bytes || sha256Hex(read) !== sha256) return false
  }
  return true
}

const readIfThere = async (path: string): Promise<Buffer | null> => {
  try {
    return await readFile(path)
  } catch (thrown) {
    if (isSystemError(thrown)) return null
    throw thrown
  }
}

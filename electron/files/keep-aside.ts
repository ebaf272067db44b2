import { copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { caught } from './caught.ts'
import { isSystemError } from './system-errors.ts'

/**
 * [Note: Keeping IndexedDB aside] Chromium deletes a damaged database before anybody can look at it. So its folder is copied before the
 * first window opens; the copy goes as soon as the window has found the database whole, and stays, dated, when it was not. LevelDB never
 * changes a finished table (`.ldb`): it is linked, which costs nothing. A copy left by a start that never got so far is older and
 * therefore better than what stands there now: it stays.
 */
export const keepDatabaseAside = (dataFolder: string): Promise<Result<null, Refusal>> =>
  caught(dataFolder, 'write', async () => {
    const database = join(dataFolder, DATABASE)
    const { atStart, unfinished } = places(dataFolder)
    await rm(unfinished, { recursive: true, force: true })
    if ((await isFolder(atStart)) || !(await isFolder(database))) return ok(null)
    await copyTree(database, unfinished)
    await rename(unfinished, atStart)
    return ok(null)
  })

/**
 * The database was found whole: its copy is not needed. Windows may refuse to remove a link to a table that is open; the next start, whose
 * copy would be the same, removes it then.
 */
export const dropKeptAside = (dataFolder: string): Promise<Result<null, Refusal>> =>
  caught(dataFolder, 'write', async () => {
    const { atStart, unfinished } = places(dataFolder)
    try {
      // Renamed first: a copy that is half removed must not be taken for a whole one.
      if (await isFolder(atStart)) await rename(atStart, unfinished)
      await rm(unfinished, { recursive: true, force: true })
    } catch (thrown) {
      if (!isSystemError(thrown) || !LOCKED.has(thrown.code ?? '')) throw thrown
    }
    return ok(null)
  })

/**
 * The database was damaged: its copy is kept under a dated name, which is answered (relative to the data folder); null when there is
 * nothing to keep. Without a copy from the start what stands there now is copied, files in use left out.
 */
export const keepDamaged = (dataFolder: string, stamp: string): Promise<Result<string | null, Refusal>> =>
  caught(dataFolder, 'write', async () => {
    const { atStart, damaged } = places(dataFolder)
    await mkdir(damaged, { recursive: true })
    const name = await freeName(damaged, stamp)
    const database = join(dataFolder, DATABASE)
    if (await isFolder(atStart)) await moveTree(atStart, join(damaged, name))
    else if (await isFolder(database)) await copyTree(database, join(damaged, name))
    else return ok(null)
    const old = (await readdir(damaged)).sort().slice(0, -KEPT)
    for (const one of old) await rm(join(damaged, one), { recursive: true, force: true })
    return ok(`damaged/${name}`)
  })

const DATABASE = 'IndexedDB'
const KEPT = 5

const places = (dataFolder: string) => ({
  atStart: join(dataFolder, 'aside', 'at-start'),
  unfinished: join(dataFolder, 'aside', 'unfinished'),
  damaged: join(dataFolder, 'damaged'),
})

/** Copies a folder as far as the system lets it be read. */
const copyTree = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyTree(source, target)
    else if (entry.isFile()) await copyUnlessLocked(source, target)
  }
}

/** Windows does not rename a folder one of whose files is open under another name; it is copied then and goes at the next start. */
const moveTree = async (from: string, to: string): Promise<void> => {
  try {
    await rename(from, to)
  } catch (thrown) {
    if (!isSystemError(thrown) || !LOCKED.has(thrown.code ?? '')) throw thrown
    await copyTree(from, to)
  }
}

/** A locked or vanished file is left out; a full disk or a folder that cannot be written is thrown. */
const copyUnlessLocked = async (source: string, target: string): Promise<void> => {
  if (source.endsWith('.ldb') && (await linked(source, target))) return
  try {
    await copyFile(source, target)
  } catch (thrown) {
    if (!isSystemError(thrown) || !LOCKED.has(thrown.code ?? '')) throw thrown
  }
}

const LOCKED: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES', 'ENOENT'])

/** Not every file system can link, and none across devices. */
const linked = async (source: string, target: string): Promise<boolean> => {
  try {
    await link(source, target)
    return true
  } catch (thrown) {
    if (isSystemError(thrown)) return false
    throw thrown
  }
}

const freeName = async (folder: string, stamp: string): Promise<string> => {
  const taken = new Set(await readdir(folder))
  let name = stamp
  for (let next = 2; taken.has(name); next++) name = `${stamp}-${next}`
  return name
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch (thrown) {
    if (isSystemError(thrown) && thrown.code === 'ENOENT') return false
    throw thrown
  }
}

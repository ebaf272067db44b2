import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Longer than any download: a lock so old belongs to nobody, whatever its process number says. */
const STALE_AFTER_MS = 20 * 60_000

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const isStale = async (path: string): Promise<boolean> => {
  try {
    const [pid, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)])
    return Date.now() - mtimeMs > STALE_AFTER_MS || (pid !== '' && !isAlive(Number(pid)))
  } catch {
    return false
  }
}

const take = async (path: string): Promise<boolean> => {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/** Does `work` while no other process of this PC does work under the same lock file. A lock whose process is gone is taken over. */
export const withLock = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  await mkdir(dirname(path), { recursive: true })
  while (!(await take(path))) {
    // Moved aside before it is removed, so that of two waiting processes one takes over.
    if (await isStale(path)) await rename(path, `${path}.${process.pid}`).catch(() => undefined)
    else await setTimeout(200)
    await rm(`${path}.${process.pid}`, { force: true })
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

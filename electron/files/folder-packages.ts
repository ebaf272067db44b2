import type { Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { PackageFile } from '../../shared/ipc/contract.ts'
import { caught } from './caught.ts'
import { orNull } from './or-null.ts'

const MOST_PACKAGES = 500
/** A stick may carry a person's whole collection of photographs. */
const MOST_FOLDERS = 1_000
/** What is closed to this person, or went meanwhile. */
const CLOSED = ['EACCES', 'EPERM', 'ENOENT']

/**
 * The .zgtz files in a folder and in the folders directly in it, by name. Links are not followed; what is hidden, the bins of
 * the systems and what is closed are left out. It stops at 500 files.
 */
export const folderPackages = (folder: string): Promise<Result<readonly PackageFile[], Refusal>> =>
  caught(folder, 'read', async () => {
    const entries = shown(await readdir(folder, { withFileTypes: true }))
    const packages = await packagesAmong(folder, '', entries)
    for (const { name } of entries.filter((entry) => entry.isDirectory()).slice(0, MOST_FOLDERS)) {
      if (packages.length >= MOST_PACKAGES) break
      const within = await orNull(readdir(join(folder, name), { withFileTypes: true }), CLOSED)
      packages.push(...(await packagesAmong(join(folder, name), `${name}/`, shown(within ?? []))))
    }
    return ok(packages.slice(0, MOST_PACKAGES))
  })

const packagesAmong = async (folder: string, before: string, entries: readonly Dirent[]): Promise<PackageFile[]> => {
  const packages: PackageFile[] = []
  for (const entry of entries.filter((one) => one.isFile() && /\.zgtz$/i.test(one.name)).slice(0, MOST_PACKAGES)) {
    const found = await orNull(lstat(join(folder, entry.name)), CLOSED)
    if (found) packages.push({ name: before + entry.name, size: found.size, modifiedAt: Math.floor(found.mtimeMs / 1000) })
  }
  return packages
}

/** Windows keeps what was deleted in `$RECYCLE.BIN`. */
const shown = (entries: readonly Dirent[]): readonly Dirent[] =>
  entries.filter(({ name }) => !/^[.$]/.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1))

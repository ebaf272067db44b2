import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { safeFileName } from '../platform/file-names.ts'
import { writeFileReadBack } from './atomic-write.ts'
import { deviceOf, type ListDrives } from './drives.ts'
import { folderPackages } from './folder-packages.ts'
import type { OpenFile } from './open-file.ts'
import { orNull } from './or-null.ts'
import { LARGEST_READING_MEGABYTES, readWholeFile } from './read-file.ts'

/**
 * [Note: Allowed folders] The window reads and writes in folders only that main named since the start: one a person chose, or the top of a
 * removable drive. Of a drive the device is kept too: once the stick was pulled out, its folder may be left on the system's own disk, and
 * what was meant for the stick must not silently land there.
 */
export interface AllowedFolders {
  readonly allow: (folder: string) => void
  readonly drives: () => Promise<Result<Output<'drives.list'>, Refusal>>
  readonly packages: (folder: string) => Promise<Result<Output<'folder.packages'>, Refusal>>
  readonly read: (input: Input<'folder.read'>) => Promise<Result<Output<'folder.read'>, Refusal>>
  readonly write: (input: Input<'folder.write'>) => Promise<Result<Output<'folder.write'>, Refusal>>
}

export interface AllowedFoldersDeps {
  readonly listDrives: ListDrives
  /** Hears the path of each file that was written. */
  readonly wrote: (path: string) => void
  readonly openFile?: OpenFile
}

export const createAllowedFolders = ({ listDrives, wrote, openFile = open }: AllowedFoldersDeps): AllowedFolders => {
  /** With the device of a drive; null for a folder that was chosen. */
  const allowed = new Map<string, number | null>()

  const isGone = async (folder: string): Promise<boolean> => {
    const device = allowed.get(folder) ?? null
    return device !== null && (await deviceOf(folder)) !== device
  }

  /** Work in an allowed folder. Whatever the system calls it when a stick is pulled out: when its drive is not there, that is what is said. */
  const inside = async <T>(
    folder: string,
    gone: Refusal,
    work: () => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>> => {
    if (!allowed.has(folder)) return err({ type: 'file-not-found', path: folder })
    if (await isGone(folder)) return err(gone)
    const done = await work()
    return !done.ok && (await isGone(folder)) ? err(gone) : done
  }

  return {
    allow: (folder) => {
      if (!allowed.has(folder)) allowed.set(folder, null)
    },
    drives: async () => {
      const drives = await listDrives()
      if (!drives.ok) return drives
      for (const { folder } of drives.value) allowed.set(folder, await deviceOf(folder))
      return ok([...drives.value])
    },
    packages: (folder) =>
      inside(folder, { type: 'drive-gone', path: folder }, async () => {
        const packages = await folderPackages(folder)
        return packages.ok ? ok([...packages.value]) : packages
      }),
    read: ({ folder, name }) =>
      inside(folder, { type: 'drive-gone', path: name }, async () => {
        const packages = await folderPackages(folder)
        if (!packages.ok) return packages
        if (!packages.value.some((one) => one.name === name)) return err({ type: 'file-not-found', path: name })
        const bytes = await readWholeFile(join(folder, ...name.split('/')), LARGEST_READING_MEGABYTES, openFile)
        return bytes.ok ? ok({ name, bytes: bytes.value }) : bytes
      }),
    write: async ({ folder, name, extension, bytes, replace }) => {
      const path = join(folder, safeFileName(name, extension))
      return inside<Output<'folder.write'>>(
        folder,
        { type: 'write-failed', path, reason: 'gone', detail: 'ENODEV' },
        async () => {
          if (!replace && (await orNull(stat(path))) !== null) return ok({ path: null })
          const written = await writeFileReadBack(path, bytes, openFile)
          if (!written.ok) return written
          wrote(written.value)
          return ok({ path: written.value })
        },
      )
    },
  }
}

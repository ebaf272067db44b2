import * as system from 'node:fs/promises'
import { orNull } from './or-null.ts'

/** Electron 22 has a Node without it. */
const { statfs }: Partial<typeof system> = system

/** How much may still be written at a folder; null where the system does not say. */
export const freeBytes = async (folder: string): Promise<number | null> => {
  if (statfs === undefined) return null
  const told = await orNull(statfs(folder))
  return told === null ? null : told.bavail * told.bsize
}

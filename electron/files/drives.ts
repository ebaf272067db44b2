import { stat } from 'node:fs/promises'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { Drive } from '../../shared/ipc/contract.ts'
import { linuxDrives } from './linux-drives.ts'
import { orNull } from './or-null.ts'
import { windowsDrives } from './windows-drives.ts'

/**
 * [Note: Removable drives] Asked of the system itself, in some hundred lines. systeminformation, the library that needs no native code,
 * starts two or three other programs a call, answers a failure with an empty list, and makes main's bundle nearly three times as large
 * (0.57 MB beside 0.32).
 */
export type ListDrives = () => Promise<Result<readonly Drive[], Refusal>>

const systemDrives: ListDrives = async () => {
  if (process.platform === 'win32') return windowsDrives()
  return process.platform === 'linux' ? linuxDrives() : ok([])
}

const LONGEST_SECONDS = 5

/**
 * Lists within time: a drive that does not answer is a refusal and no hanging window. One listing at a time: whoever asks meanwhile waits
 * for the same one, so that a dead drive holds one thread and not all.
 */
export const createDriveList = (list: ListDrives = systemDrives, seconds = LONGEST_SECONDS): ListDrives => {
  let underWay: ReturnType<ListDrives> | null = null
  return () => {
    underWay ??= list().finally(() => {
      underWay = null
    })
    return within(underWay, seconds)
  }
}

const within = async (listing: ReturnType<ListDrives>, seconds: number): ReturnType<ListDrives> => {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<Result<never, Refusal>>((resolve) => {
    timer = setTimeout(() => resolve(err({ type: 'drives-not-listed', detail: 'ETIMEDOUT' })), seconds * 1000)
  })
  const first = await Promise.race([listing, tooLong])
  clearTimeout(timer)
  return first
}

/** The device a folder stands on; null when there is none (any more). A stick that was pulled out leaves its folder on another one, or nothing. */
export const deviceOf = async (folder: string): Promise<number | null> => (await orNull(stat(folder)))?.dev ?? null

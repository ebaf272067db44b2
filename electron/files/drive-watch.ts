import { readFile } from 'node:fs/promises'
import type { Drive } from '../../shared/ipc/contract.ts'
import { type Log, thrownText } from '../log.ts'
import { deviceOf, type ListDrives } from './drives.ts'
import { LINUX_PLACES } from './linux-drives.ts'

/** A cheap text that is another one when a drive came or went; it may change for other reasons too. */
export type DriveSign = () => Promise<string>

export interface DriveWatchDeps {
  readonly sign: DriveSign
  readonly listDrives: ListDrives
  /** Hears that a drive came or went since the first look. */
  readonly changed: () => void
  readonly log: Log
}

/** Looks once, and lists the drives only when the sign is another. A look while one is under way is left out. */
export const createDriveWatch = ({ sign, listDrives, changed, log }: DriveWatchDeps): (() => Promise<void>) => {
  let lastSign: string | null = null
  let last: readonly Drive[] | null = null
  const look = async (): Promise<void> => {
    const now = await sign()
    if (now === lastSign) return
    lastSign = now
    const drives = await listDrives()
    if (!drives.ok) {
      log.report('warn', 'drive-watch', JSON.stringify(drives.error))
      return
    }
    if (last !== null && driveCameOrWent(last, drives.value)) changed()
    last = drives.value
  }
  let isLooking = false
  return async () => {
    if (isLooking) return
    isLooking = true
    try {
      await look()
    } catch (thrown) {
      log.report('error', 'drive-watch', thrownText(thrown))
    } finally {
      isLooking = false
    }
  }
}

/** Another folder, or another stick in the same one: what is written on a stick makes neither. */
export const driveCameOrWent = (before: readonly Drive[], now: readonly Drive[]): boolean => {
  const told = (drives: readonly Drive[]): string =>
    JSON.stringify(drives.map(({ folder, label, size, readOnly }) => [folder, label, size, readOnly]).sort())
  return told(before) !== told(now)
}

export const systemDriveSign = (): DriveSign => {
  if (process.platform === 'linux') return () => readFile(LINUX_PLACES.mountinfo, 'utf8')
  return process.platform === 'win32' ? lettersSign(async (root) => (await deviceOf(root)) !== null) : async () => ''
}

const LETTERS = [...'DEFGHIJKLMNOPQRSTUVWXYZ']
const SLOW_MS = 2_000

/**
 * The letters that answer. One after the other, and one that was slow to say no is never asked again: a network drive whose server is off takes many
 * seconds, and must not hold the threads every file needs.
 */
export const lettersSign = (
  answers: (root: string) => Promise<boolean>,
  now: () => number = () => performance.now(),
): DriveSign => {
  const slow = new Set<string>()
  return async () => {
    const there: string[] = []
    for (const letter of LETTERS.filter((one) => !slow.has(one))) {
      const asked = now()
      if (await answers(`${letter}:\\`)) there.push(letter)
      else if (now() - asked > SLOW_MS) slow.add(letter)
    }
    return there.join('')
  }
}

import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import electronLog from 'electron-log/node'

export type LogLevel = 'error' | 'warn' | 'info'

/**
 * The local log: what went wrong, for whoever looks after the program. Codes, file names of the program's own and system errors; never
 * a word of a ledger. At most three files of about a megabyte under `logs/`.
 */
export interface Log {
  readonly report: (level: LogLevel, code: string, detail: string) => void
}

const LARGEST_BYTES = 1_000_000
const OLDER_FILES = 2
const LONGEST_DETAIL = 4_000

/** Opens the log of a data folder; `echo` repeats it on the console, for development. */
export const openLog = (dataFolder: string, echo: boolean): Log => {
  const path = (age: number): string => join(dataFolder, 'logs', age === 0 ? 'main.log' : `main.${age}.log`)
  const logger = electronLog.create({ logId: dataFolder })
  logger.transports.console.level = echo ? 'info' : false
  logger.transports.file.level = 'info'
  logger.transports.file.maxSize = LARGEST_BYTES
  logger.transports.file.resolvePathFn = () => path(0)
  logger.transports.file.archiveLogFn = () => {
    rmSync(path(OLDER_FILES), { force: true })
    for (let age = OLDER_FILES; age > 0; age--) if (existsSync(path(age - 1))) renameSync(path(age - 1), path(age))
  }
  return {
    report: (level, code, detail) => logger[level](`${code}: ${detail.replaceAll(/\s+/g, ' ').slice(0, LONGEST_DETAIL)}`),
  }
}

/** What was thrown, for the log: its stack when there is one. */
export const thrownText = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)

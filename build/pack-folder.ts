import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ElectronRuntime } from './electron-runtime.ts'
import { libraryLicences } from './library-licences.ts'
import { runNode, toolScript } from './run-tool.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What a runtime's folder holds for `electron FOLDER` and a packaged program must not: electron-builder copies everything. */
const LEFTOVERS = ['.complete', 'version', 'resources/default_app.asar']

export interface ProgramVersion {
  readonly name: string
  readonly version: string
}

export const programVersion = async (): Promise<ProgramVersion> => {
  const { name, version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as ProgramVersion
  return { name, version }
}

/** Ends the name of everything made from a runtime that may not be shipped: see [Note: Development runtime]. */
export const runtimeSuffix = ({ kind }: ElectronRuntime): string => (kind === 'development' ? '-devruntime' : '')

/**
 * Runs electron-builder on dist/ as it stands, with this runtime instead of a download; `targets` as on its command line. Writes into
 * `output`. Throws with its last lines when it fails.
 */
export const runBuilder = async (targets: readonly string[], runtime: ElectronRuntime, output: string): Promise<void> => {
  if (!existsSync(join(ROOT, 'dist', 'main', 'main.cjs'))) throw new Error('dist/ is not built: npm run build')
  // electron-builder names the version in the program's resources and looks at it to know which fuses there are.
  if (!/^\d+\.\d+\.\d+/.test(runtime.version))
    throw new Error(`${runtime.dist} has no file \`version\` that says which Electron it is`)
  await writeFile(join(ROOT, 'dist', 'LICENSES.libraries.txt'), await libraryLicences())
  const { exitCode, output: printed } = await runNode(toolScript('electron-builder', 'electron-builder'), [
    ...targets,
    `--${process.arch}`,
    `--projectDir=${ROOT}`,
    '--publish=never',
    `-c.electronDist=${runtime.dist}`,
    `-c.electronVersion=${runtime.version}`,
    `-c.directories.output=${output}`,
  ])
  if (exitCode !== 0)
    throw new Error(`electron-builder ${targets.join(' ')} failed:\n${printed.trim().split('\n').slice(-20).join('\n')}`)
}

/** Packs dist/ and the runtime into a folder that starts by itself, inside `output`; answers with its path. An older one is replaced. */
export const packFolder = async (runtime: ElectronRuntime, output: string): Promise<string> => {
  const { name, version } = await programVersion()
  await mkdir(output, { recursive: true })
  // Beside the result, so that what appears under its name is whole.
  const work = await mkdtemp(join(output, '.packing-'))
  try {
    await runBuilder(['--linux', 'dir'], runtime, work)
    const packed = (await readdir(work)).find((entry) => entry.endsWith('unpacked'))
    if (packed === undefined) throw new Error('electron-builder made no folder')
    await Promise.all(LEFTOVERS.map((leftover) => rm(join(work, packed, leftover), { force: true })))
    const folder = join(output, `${name}-${version}-linux-${process.arch}${runtimeSuffix(runtime)}`)
    await rm(folder, { recursive: true, force: true })
    await rename(join(work, packed), folder)
    return folder
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

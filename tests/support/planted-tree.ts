import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TSX = import.meta.resolve('tsx')

/** A library that exports nothing, so that an import of it is found. */
const library = (name: string): readonly [string, string][] => [
  [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
  [`node_modules/${name}/index.js`, 'module.exports = {}\n'],
]

/** What the check of the boundaries says of a tree with these files: one line each violation, sorted. */
export const boundariesOf = (files: Readonly<Record<string, string>>, libraries: readonly string[] = []): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-planted-'))
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'renderer/tsconfig.json'])
      cpSync(join(ROOT, name), join(folder, name))
    for (const root of ['shared', 'electron', 'renderer', 'build', 'tests']) mkdirSync(join(folder, root), { recursive: true })
    const described = JSON.stringify({
      name: 'planted',
      dependencies: Object.fromEntries(libraries.map((name) => [name, '1.0.0'])),
    })
    for (const [path, text] of [['package.json', described], ...libraries.flatMap(library), ...Object.entries(files)] as const) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', TSX, join(ROOT, 'build', 'check-boundaries.ts')], {
      cwd: folder,
      encoding: 'utf8',
    })
    if (!stdout.includes('boundaries: ')) throw new Error(`the boundaries were not checked: ${stdout}${stderr}`)
    return stdout
      .split('\n')
      .filter((line) => line.startsWith('boundary '))
      .map((line) => line.replace(/^boundary /, ''))
      .sort()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

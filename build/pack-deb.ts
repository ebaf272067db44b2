import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { controlText, copyrightText, desktopText, mimeText } from './deb-texts.ts'
import type { ElectronRuntime } from './electron-runtime.ts'
import { programVersion, runtimeSuffix } from './pack-folder.ts'
import { run } from './run-tool.ts'

const ICONS = fileURLToPath(new URL('./icons/', import.meta.url))
const ICON_SIZES = [48, 128, 256, 512]

/** Debian's names of the machines Electron is built for. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' }

export interface DebOptions {
  /** gzip, because not every domestic desktop's dpkg reads newer ones; none is for tests that only look at it. */
  readonly compression?: 'gzip' | 'none'
}

export const hasDpkg = async (): Promise<boolean> => (await run('dpkg-deb', ['--version'])).exitCode === 0

const everyEntry = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).map((entry) => join(folder, entry))

/** Modes that do not depend on the builder's umask. Answers with the size in kilobytes, as Debian counts it. */
const settle = async (tree: string): Promise<number> => {
  let kilobytes = 0
  await chmod(tree, 0o755)
  for (const entry of await everyEntry(tree)) {
    const about = await lstat(entry)
    if (about.isSymbolicLink()) continue
    await chmod(entry, about.isDirectory() || (about.mode & 0o100) !== 0 ? 0o755 : 0o644)
    kilobytes += about.isDirectory() ? 1 : Math.ceil(about.size / 1024)
  }
  return kilobytes
}

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/**
 * Makes a .deb of a packed folder beside it; answers with its path. The program stands in /opt; the desktop's caches are brought up to
 * date by Debian's triggers, so the package has no scripts that run as root. Throws when dpkg-deb refuses.
 */
export const packDeb = async (
  folder: string,
  runtime: ElectronRuntime,
  { compression = 'gzip' }: DebOptions = {},
): Promise<string> => {
  const { name, version } = await programVersion()
  const architecture = ARCHITECTURES[process.arch] ?? process.arch
  const home = `/opt/${name}`
  const tree = await mkdtemp(join(dirname(folder), '.deb-'))
  const inTree = (path: string): string => join(tree, path)
  try {
    await cp(folder, inTree(home), { recursive: true })
    await write(inTree(`/usr/share/applications/${name}.desktop`), desktopText(name, `${home}/${name}`))
    await write(inTree(`/usr/share/mime/packages/${name}.xml`), mimeText())
    await write(inTree(`/usr/share/doc/${name}/copyright`), copyrightText(name, home))
    for (const size of ICON_SIZES) {
      const place = inTree(`/usr/share/icons/hicolor/${size}x${size}/apps`)
      await mkdir(place, { recursive: true })
      await cp(join(ICONS, `${size}x${size}.png`), join(place, `${name}.png`))
    }
    await mkdir(inTree('/usr/bin'))
    await symlink(`../..${home}/${name}`, inTree(`/usr/bin/${name}`))
    const installedKilobytes = await settle(tree)
    const facts = { name, version, architecture, installedKilobytes, isDevelopmentRuntime: runtime.kind === 'development' }
    await write(inTree('/DEBIAN/control'), controlText(facts))
    await chmod(inTree('/DEBIAN'), 0o755)
    await chmod(inTree('/DEBIAN/control'), 0o644)
    // Chromium's helper where the kernel gives ordinary users no namespaces: it refuses to work in any other mode.
    await chmod(inTree(`${home}/chrome-sandbox`), 0o4755)

    const path = join(dirname(folder), `${name}_${version}${runtimeSuffix(runtime)}_${architecture}.deb`)
    const packed = await run('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', tree, path])
    if (packed.exitCode !== 0) throw new Error(`dpkg-deb failed: ${packed.output.trim()}`)
    return path
  } finally {
    await rm(tree, { recursive: true, force: true })
  }
}

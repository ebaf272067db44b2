import { run } from './run-tool.ts'

/**
 * What the tests need beside Node: LibreOffice and poppler to look at documents, fonts to look at them in, and for the window a screen
 * (Xvfb) and the libraries Electron is linked to. As root on Debian or Ubuntu they are installed; elsewhere the command is named, and the
 * tests that need them say that they are skipped.
 */
const PROGRAMS = [
  { program: 'soffice', packages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'] },
  { program: 'pdftotext', packages: ['poppler-utils'] },
  { program: 'Xvfb', packages: ['xvfb', 'xauth'] },
] as const

const FONTS = [
  { family: 'Noto Serif CJK SC', packages: ['fonts-noto-cjk'] },
  { family: 'AR PL SungtiL GB', packages: ['fonts-arphic-gbsn00lp'] },
  { family: 'AR PL KaitiM GB', packages: ['fonts-arphic-gkai00mp'] },
  { family: 'WenQuanYi Zen Hei', packages: ['fonts-wqy-zenhei'] },
  { family: 'Liberation Serif', packages: ['fonts-liberation'] },
] as const

/** By the names the dynamic linker knows; the same on every distribution, other than the names of the packages. */
const LIBRARIES = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libasound.so.2', packages: ['libasound2'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
  { library: 'libXss.so.1', packages: ['libxss1'] },
  { library: 'libatk-bridge-2.0.so.0', packages: ['libatk-bridge2.0-0'] },
  { library: 'libdrm.so.2', packages: ['libdrm2'] },
  { library: 'libxkbcommon.so.0', packages: ['libxkbcommon0'] },
] as const

const has = async (program: string): Promise<boolean> => (await run('which', [program])).exitCode === 0

const hasFont = async (family: string): Promise<boolean> => (await run('fc-list', [family])).output.trim() !== ''

const missingPackages = async (): Promise<readonly string[]> => {
  const programs = await Promise.all(PROGRAMS.map(async ({ program, packages }) => ((await has(program)) ? [] : packages)))
  const fonts = await Promise.all(FONTS.map(async ({ family, packages }) => ((await hasFont(family)) ? [] : packages)))
  // Its folder is not on the PATH of an ordinary user.
  const { output: known } = await run('/sbin/ldconfig', ['-p'])
  const libraries = LIBRARIES.map(({ library, packages }) => (known.includes(`\t${library} (`) ? [] : packages))
  return [...programs, ...fonts, ...libraries].flat()
}

/** The name this release has for a package: newer ones say that times have 64 bits (libgtk-3-0t64). */
const nameHere = async (name: string): Promise<string> =>
  (await run('apt-cache', ['show', '--quiet=2', `${name}t64`])).exitCode === 0 ? `${name}t64` : name

const install = async (packages: readonly string[]): Promise<boolean> => {
  await run('apt-get', ['update', '-qq'])
  const names = await Promise.all(packages.map(nameHere))
  process.stdout.write(`installing for the tests: ${names.join(' ')}\n`)
  const installed = await run('env', [
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    ...names,
  ])
  if (installed.exitCode !== 0) process.stdout.write(installed.output)
  return installed.exitCode === 0
}

if (process.platform === 'linux') {
  const missing = await missingPackages()
  const isRoot = process.getuid?.() === 0
  if (missing.length > 0 && isRoot && (await has('apt-get'))) {
    if (!(await install(missing))) process.exitCode = 1
  } else if (missing.length > 0) {
    const names = (await has('apt-cache')) ? await Promise.all(missing.map(nameHere)) : missing
    process.stdout.write(
      `Tests of rendered pages and of the window are skipped until these are installed:\n  sudo apt-get install --no-install-recommends ${names.join(' ')}\n`,
    )
  }
} else {
  process.stdout.write('Tests of rendered pages run where soffice and pdftotext are on the PATH.\n')
}

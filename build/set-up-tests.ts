import { run } from './run-tool.ts'

/**
 * What the tests need beside Node: LibreOffice and poppler to look at documents, and fonts to look at them in. As root on Debian or
 * Ubuntu they are installed; elsewhere the command is named, and the tests that need them say that they are skipped.
 */
const PROGRAMS = [
  { program: 'soffice', packages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'] },
  { program: 'pdftotext', packages: ['poppler-utils'] },
] as const

const FONTS = [
  { family: 'Noto Serif CJK SC', packages: ['fonts-noto-cjk'] },
  { family: 'AR PL SungtiL GB', packages: ['fonts-arphic-gbsn00lp'] },
  { family: 'AR PL KaitiM GB', packages: ['fonts-arphic-gkai00mp'] },
  { family: 'WenQuanYi Zen Hei', packages: ['fonts-wqy-zenhei'] },
  { family: 'Liberation Serif', packages: ['fonts-liberation'] },
] as const

const has = async (program: string): Promise<boolean> => (await run('which', [program])).exitCode === 0

const hasFont = async (family: string): Promise<boolean> => (await run('fc-list', [family])).output.trim() !== ''

const missingPackages = async (): Promise<readonly string[]> => {
  const programs = await Promise.all(PROGRAMS.map(async ({ program, packages }) => ((await has(program)) ? [] : packages)))
  const fonts = await Promise.all(FONTS.map(async ({ family, packages }) => ((await hasFont(family)) ? [] : packages)))
  return [...programs, ...fonts].flat()
}

const install = async (packages: readonly string[]): Promise<boolean> => {
  process.stdout.write(`installing for the tests: ${packages.join(' ')}\n`)
  await run('apt-get', ['update', '-qq'])
  const installed = await run('env', [
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    ...packages,
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
    process.stdout.write(
      `Tests of rendered pages are skipped until these are installed:\n  sudo apt-get install --no-install-recommends ${missing.join(' ')}\n`,
    )
  }
} else {
  process.stdout.write('Tests of rendered pages run where soffice and pdftotext are on the PATH.\n')
}

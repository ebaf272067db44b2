import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FONTS_CONF = fileURLToPath(new URL('./fonts.conf', import.meta.url))

const answers = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).error === undefined

/** Are LibreOffice and poppler here? CI must have them; elsewhere the tests that need them say that they are skipped. */
export const NO_OFFICE = !answers('soffice', '--version') || !answers('pdftotext', '-v')
if (NO_OFFICE && process.env['CI']) throw new Error('soffice and pdftotext are needed: see build/set-up-tests.ts')
if (NO_OFFICE) process.stdout.write('skipped: the tests of rendered pages (npm test names what to install)\n')

/** Files turned into PDF by LibreOffice, in one run, with stand-ins for the fonts of official documents. */
export const toPdf = (files: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Uint8Array>> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-office-'))
  try {
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    })
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths], {
      stdio: 'ignore',
      env: { ...process.env, FONTCONFIG_FILE: FONTS_CONF },
      timeout: 110_000,
    })
    return Object.fromEntries(
      Object.keys(files).map((name) => [name, readFileSync(join(folder, name.replace(/\.\w+$/, '.pdf')))]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The lines of each page as they are laid out, blank lines left out. */
export const pagesOf = (pdf: Uint8Array): readonly (readonly string[])[] => {
  const text = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  const pages = text.split('\f')
  return pages.slice(0, -1).map((page) => page.split('\n').filter((line) => line.trim() !== ''))
}

/** Names of the fonts a PDF was set in. */
export const fontsOf = (pdf: Uint8Array): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-fonts-'))
  try {
    const path = join(folder, 'a.pdf')
    writeFileSync(path, pdf)
    const lines = execFileSync('pdffonts', [path], { encoding: 'utf8' }).split('\n').slice(2)
    return lines.map((line) => line.split(/\s+/)[0] ?? '').filter((name) => name !== '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

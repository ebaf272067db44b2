import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
import { endWithTests, environment } from './electron-app.ts'

/** The order of the switches in Electron's executable, version 1 of its wire format. */
const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'embeddedAsarIntegrity',
  'onlyLoadAppFromAsar',
] as const
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The fuses as they stand in an executable: after the sentinel a version, a count, and a digit each. */
export const fusesOf = (executable: string): Readonly<Record<(typeof FUSES)[number], boolean>> => {
  const bytes = readFileSync(executable)
  const at = bytes.indexOf(SENTINEL)
  if (at < 0 || bytes[at + SENTINEL.length] !== 1) throw new Error(`no fuses in ${executable}`)
  const first = at + SENTINEL.length + 2
  const entries = FUSES.map((name, i) => [name, String.fromCharCode(bytes[first + i] ?? 0) === '1'] as const)
  return Object.fromEntries(entries) as Record<(typeof FUSES)[number], boolean>
}

export interface PackedProgram {
  readonly window: Page
  /** Ends it as a power cut does. */
  readonly kill9: () => Promise<void>
}

export interface PackedLaunch {
  readonly executable: string
  readonly userData: string
  readonly display: string | null
}

/**
 * Starts a packed program and waits until its window is ready. Playwright's own way in goes through Node's inspector, which the fuses
 * close; Chromium's remote debugging is another door, opened by a switch only.
 */
export const launchPacked = async ({ executable, userData, display }: PackedLaunch): Promise<PackedProgram> => {
  const child = spawn(
    executable,
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${userData}`,
      '--disable-gpu',
      '--lang=zh-CN',
      '--remote-debugging-port=0',
    ],
    { env: environment(display, {}), stdio: ['ignore', 'ignore', 'pipe'] },
  )
  endWithTests(child)
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  let printed = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
      const found = /DevTools listening on (ws:\S+)/.exec(printed)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the packed program ended with ${code}:\n${printed}`)))
  })
  const kill9 = async (): Promise<void> => {
    child.kill('SIGKILL')
    await gone
  }
  try {
    const browser = await chromium.connectOverCDP(address, { noDefaults: true })
    const [context] = browser.contexts()
    if (context === undefined) throw new Error('the packed program has no window')
    const window = context.pages()[0] ?? (await context.waitForEvent('page'))
    await window.waitForSelector('[data-ready]', { state: 'attached', timeout: 45_000 })
    return { window, kill9 }
  } catch (cause) {
    await kill9()
    throw new Error(`the packed program did not become ready; it printed:\n${printed}`, { cause })
  }
}

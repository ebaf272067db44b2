import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type Page } from 'playwright-core'
import { build } from 'vite'
import { BUNDLE, bundle } from '../../build/bundle.ts'
import { ensureElectron } from '../../build/electron-runtime.ts'
import { startScreen } from '../support/screen.ts'

/** What the benches of the window share: the built program, applications beside it, and how one is started. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const folder = mkdtempSync(join(tmpdir(), 'zhenggai-bench-'))

/** An application folder: main process, page, and which file begins. */
export const application = (name: string, main: string, fill: (at: string) => void): string => {
  const at = join(folder, name)
  mkdirSync(at, { recursive: true })
  fill(at)
  writeFileSync(join(at, 'package.json'), JSON.stringify({ name, version: '0.0.0', main }))
  return at
}

const [runtime, screen] = await Promise.all([ensureElectron(), startScreen(), bundle({ mode: 'production' })])
const display = screen?.display ?? process.env['DISPLAY']
export const stopScreen = (): void => screen?.stop()

export interface Opened {
  readonly page: Page
  readonly ms: number
  /** What the window's process holds, in MB. */
  readonly memory: () => Promise<number>
  readonly close: () => Promise<void>
}

export const open = async (at: string, userData: string): Promise<Opened> => {
  const started = performance.now()
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), at, `--user-data-dir=${userData}`, '--disable-gpu'],
    env: { ...(process.env as Record<string, string>), ...(display ? { DISPLAY: display } : {}) },
  })
  const page = await app.firstWindow()
  await page.waitForSelector('[data-ready=true]', { state: 'attached' })
  const ms = performance.now() - started
  const memory = async (): Promise<number> => {
    const kilobytes = await app.evaluate(
      ({ app: electron }) => electron.getAppMetrics().find(({ type }) => type === 'Tab')?.memory.workingSetSize ?? 0,
    )
    return Math.round(kilobytes / 1024)
  }
  return { page, ms, memory, close: () => app.close() }
}

/** The page that works the store without screens (tests/bench/window), as an application of its own. */
export const storeApplication = async (): Promise<string> => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'tests/bench/window'),
    base: './',
    publicDir: false,
    worker: { format: 'es' },
    build: { outDir: join(folder, 'page'), target: 'chrome108', emptyOutDir: true },
  })
  return application('store', 'main/main.cjs', (to) => {
    cpSync(join(BUNDLE, 'main'), join(to, 'main'), { recursive: true })
    cpSync(join(folder, 'page'), join(to, 'renderer'), { recursive: true })
  })
}

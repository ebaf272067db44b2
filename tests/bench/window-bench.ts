import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type Page } from 'playwright-core'
import { build } from 'vite'
import { BUNDLE, bundle } from '../../build/bundle.ts'
import { ensureElectron } from '../../build/electron-runtime.ts'
import { startScreen } from '../support/screen.ts'
import { sampleText } from '../support/texts.ts'
import type { WindowBench } from './window/page.ts'

/**
 * The window's part of `npm run bench`, as ratios in one run: a start against an empty window, an edit until it is durable against the same
 * bytes put bare, a list of fifty in 20,000 rows against the rows read bare. Nothing fails here.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const STARTS = 7
const EDITS = 100
const ROWS = 20_000

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-bench-'))

/** An application folder: main process, page, and which file begins. */
const application = (name: string, main: string, fill: (at: string) => void): string => {
  const at = join(folder, name)
  mkdirSync(at, { recursive: true })
  fill(at)
  writeFileSync(join(at, 'package.json'), JSON.stringify({ name, version: '0.0.0', main }))
  return at
}

const [runtime, screen] = await Promise.all([ensureElectron(), startScreen(), bundle({ mode: 'production' })])
const display = screen?.display ?? process.env['DISPLAY']

const open = async (
  at: string,
  userData: string,
): Promise<{ readonly page: Page; readonly ms: number; readonly close: () => Promise<void> }> => {
  const started = performance.now()
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), at, `--user-data-dir=${userData}`, '--disable-gpu'],
    env: { ...(process.env as Record<string, string>), ...(display ? { DISPLAY: display } : {}) },
  })
  const page = await app.firstWindow()
  await page.waitForSelector('[data-ready=true]', { state: 'attached' })
  return { page, ms: performance.now() - started, close: () => app.close() }
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const say = (name: string, own: number, other: number, baseline: string): void => {
  process.stdout.write(
    `${name.padEnd(42)} ${own.toFixed(1).padStart(8)} ms   ${(own / other).toFixed(2).padStart(7)} × ${baseline} (${other.toFixed(1)} ms)\n`,
  )
}

const starts = async (): Promise<void> => {
  const empty = application('empty', 'main.cjs', (at) =>
    cpSync(join(ROOT, 'tests/bench/window/empty-main.cjs'), join(at, 'main.cjs')),
  )
  const own: number[] = []
  const bare: number[] = []
  for (let turn = 0; turn < STARTS; turn++) {
    for (const [at, times] of [
      [ROOT, own],
      [empty, bare],
    ] as const) {
      const opened = await open(at, join(folder, at === ROOT ? 'data-program' : 'data-empty'))
      times.push(opened.ms)
      await opened.close()
    }
  }
  say('start until usable', median(own), median(bare), 'an empty window')
}

const store = async (): Promise<void> => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'tests/bench/window'),
    base: './',
    publicDir: false,
    worker: { format: 'es' },
    build: { outDir: join(folder, 'page'), target: 'chrome108', emptyOutDir: true },
  })
  const at = application('store', 'main/main.cjs', (to) => {
    cpSync(join(BUNDLE, 'main'), join(to, 'main'), { recursive: true })
    cpSync(join(folder, 'page'), join(to, 'renderer'), { recursive: true })
  })
  const { page, close } = await open(at, join(folder, 'data-store'))
  const call = <T>(method: keyof WindowBench, argument: string | number): Promise<T> =>
    page.evaluate(`window.bench.${method}(${JSON.stringify(argument)})`)
  await call('create', sampleText())
  const { edit, bare } = await call<{ edit: number; bare: number }>('edits', EDITS)
  say('edit until durable', edit, bare, 'its bytes in one strict IndexedDB put')
  const rows = await call<{ list: number; bare: number }>('lists', ROWS)
  say(`list of 50 in ${ROWS} rows`, rows.list, rows.bare, 'the rows read bare')
  await close()
}

await starts()
await store()
screen?.stop()
rmSync(folder, { recursive: true, force: true })

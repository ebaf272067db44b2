import { type ChildProcess, spawn } from 'node:child_process'
import { chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { environment } from './electron-app.ts'
import { ownDisplay } from './screen.ts'

/** A cold start of 200 MB beside a busy neighbour. */
const READY_MS = 60_000

export interface PackagedProgram {
  readonly window: Page
  /** Asks the program to end, as the system does when a person logs out; answers when the process is gone. */
  readonly end: () => Promise<void>
}

const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = ''
    const late = setTimeout(() => reject(new Error(`no debugger after ${READY_MS} ms; printed:\n${printed}`)), READY_MS)
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1]
      if (address === undefined) return
      clearTimeout(late)
      resolve(address)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}; printed:\n${printed}`)))
  })

/**
 * Starts a packed program and waits until its window is ready. Playwright's own launcher cannot: it speaks to Node's inspector, which a
 * fuse has switched off. Chromium's debugger is still there for whoever starts the program.
 */
export const startPackaged = async (executable: string, userData: string): Promise<PackagedProgram> => {
  const setUp = inject('windowSetUp')
  if (!setUp.possible) throw new Error(setUp.reason)
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(executable, [...asRoot, '--remote-debugging-port=0', '--disable-gpu', `--user-data-dir=${userData}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment(ownDisplay(setUp.displays), {}),
  })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  try {
    const browser = await chromium.connectOverCDP(await listening(child), { noDefaults: true })
    const [context] = browser.contexts()
    if (context === undefined) throw new Error('the program shows nothing to Chromium’s debugger')
    const window = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: READY_MS }))
    await window.waitForSelector('[data-ready]', { state: 'attached', timeout: READY_MS })
    return {
      window,
      end: async () => {
        child.kill('SIGTERM')
        await gone
        await browser.close()
      },
    }
  } catch (cause) {
    child.kill('SIGKILL')
    throw cause
  }
}

import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { inject } from 'vitest'
import './e2e-set-up.ts'
import { killTree } from './process-tree.ts'
import { ownDisplay } from './screen.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const setUp = inject('windowSetUp')

/** A cold start beside a busy neighbour takes some seconds. */
const READY_MS = 45_000

/** Can a window be opened here? The set-up has said why not; CI must be able to. */
export const NO_WINDOW = !setUp.possible

export interface LaunchOptions {
  /** The program's data folder: of an earlier launch, or a new one. */
  readonly userData?: string
  /** The folder of the program; without it the one that is built here. */
  readonly application?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface RunningProgram {
  readonly app: ElectronApplication
  readonly window: Page
  readonly userData: string
  /** Ends the program as closing its window does; answers when the process is gone. */
  readonly close: () => Promise<void>
  /** Ends it and every process of it as a power cut does: nothing is flushed. */
  readonly kill9: () => Promise<void>
  /** Keeps what the window shows as out/screenshots/NAME.png; answers with the path. */
  readonly screenshot: (name: string) => Promise<string>
}

export const newUserData = (): string => mkdtempSync(join(tmpdir(), 'zhenggai-window-'))

/** What a started program sees of the tests' own surroundings. */
export const environment = (display: string | null, added: Readonly<Record<string, string>>): Record<string, string> => {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  // The desktop of whoever runs the tests is left alone.
  const own = inherited.filter(([name]) => !['WAYLAND_DISPLAY', 'ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS'].includes(name))
  return {
    ...Object.fromEntries(own),
    ...(display === null ? {} : { DISPLAY: display }),
    LANG: 'zh_CN.UTF-8',
    TZ: 'Asia/Shanghai',
    ...added,
  }
}

/** The first window once it says that it is ready. When it never does, the program is ended and the error says what it printed. */
const readyWindow = async (app: ElectronApplication): Promise<Page> => {
  const printed: string[] = []
  app.process().stderr?.on('data', (chunk: Buffer) => printed.push(chunk.toString('utf8')))
  app.context().on('console', (message) => printed.push(`${message.type()}: ${message.text()}\n`))
  app.context().on('weberror', (error) => printed.push(`page error: ${error.error().stack ?? error.error().message}\n`))
  try {
    const window = await app.firstWindow()
    await window.waitForSelector('[data-ready]', { state: 'attached', timeout: READY_MS })
    return window
  } catch (cause) {
    app.process().kill('SIGKILL')
    throw new Error(`the window did not become ready; the program printed:\n${printed.join('')}`, { cause })
  }
}

/** Starts the built program in the real Electron, on a data folder of its own, and waits until its window says that it is ready. */
export const launchProgram = async (options: LaunchOptions = {}): Promise<RunningProgram> => {
  if (!setUp.possible) throw new Error(setUp.reason)
  const userData = options.userData ?? newUserData()
  const app = await _electron.launch({
    executablePath: setUp.runtime.executable,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      options.application ?? ROOT,
      `--user-data-dir=${userData}`,
      '--disable-gpu',
      '--lang=zh-CN',
      ...(options.args ?? []),
    ],
    env: environment(ownDisplay(setUp.displays), options.env ?? {}),
    timeout: 60_000,
  })
  const gone = new Promise<void>((resolve) => {
    app.process().once('exit', () => resolve())
  })
  const window = await readyWindow(app)
  return {
    app,
    window,
    userData,
    close: async () => {
      await app.close()
      await gone
    },
    kill9: async () => {
      const { pid } = app.process()
      if (pid !== undefined) await killTree(pid)
      await gone
    },
    screenshot: async (name) => {
      const path = join(ROOT, 'out', 'screenshots', `${name}.png`)
      mkdirSync(dirname(path), { recursive: true })
      await window.screenshot({ path })
      return path
    },
  }
}

/** The next save dialogs answer with this path, or as cancelled with null; nothing is shown. */
export const answerSaveDialog = (app: ElectronApplication, path: string | null): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve(filePath === null ? { canceled: true } : { canceled: false, filePath })
  }, path)

/** The next open dialogs answer with this path, or as cancelled with null; nothing is shown. */
export const answerOpenDialog = (app: ElectronApplication, path: string | null): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () =>
      Promise.resolve(filePath === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [filePath] })
  }, path)

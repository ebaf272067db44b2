import type { TestProject } from 'vitest/node'
import { bundle } from '../../build/bundle.ts'
import { type ElectronRuntime, ensureElectron } from '../../build/electron-runtime.ts'
import { type Screen, startScreen } from './screen.ts'

/** What the tests of the window are given: a built program and a screen, or why there is none. */
export type WindowSetUp =
  | { readonly possible: true; readonly runtime: ElectronRuntime; readonly displays: readonly (string | null)[] }
  | { readonly possible: false; readonly reason: string }

declare module 'vitest' {
  interface ProvidedContext {
    windowSetUp: WindowSetUp
  }
}

const INSTALL = 'sudo apt-get install --no-install-recommends xvfb (npm test names all that is missing)'

interface Screens {
  readonly displays: readonly (string | null)[]
  readonly servers: readonly Screen[]
}

/** One for each test file that runs at the same time: two windows on one screen would take the keyboard and the clipboard from each other. */
const screensOf = async (workers: number): Promise<Screens | null> => {
  if (process.platform !== 'linux') return { displays: [null], servers: [] }
  // Always screens of their own where that is possible: tests must not pop up on anybody's desktop.
  const started = await Promise.all(Array.from({ length: workers }, startScreen))
  const servers = started.filter((server) => server !== null)
  if (servers.length > 0) return { displays: servers.map(({ display }) => display), servers }
  return process.env['DISPLAY'] ? { displays: [process.env['DISPLAY']], servers: [] } : null
}

/** Builds the program once, finds an Electron, starts the screens. Answers with the tear-down. */
export const setup = async ({ provide, config }: TestProject): Promise<() => void> => {
  const impossible = (reason: string): void => {
    if (process.env['CI']) throw new Error(reason)
    process.stdout.write(`skipped: the tests of the window: ${reason}\n`)
    provide('windowSetUp', { possible: false, reason })
  }
  const screens = await screensOf(config.maxWorkers)
  if (screens === null) {
    impossible(`there is no screen and no Xvfb: ${INSTALL}`)
    return () => undefined
  }
  const [runtime] = await Promise.all([
    ensureElectron().catch((error: unknown) => (error instanceof Error ? error.message : String(error))),
    bundle({ mode: 'production' }),
  ])
  if (typeof runtime === 'string') impossible(runtime)
  else provide('windowSetUp', { possible: true, runtime, displays: screens.displays })
  return () => {
    for (const server of screens.servers) server.stop()
  }
}

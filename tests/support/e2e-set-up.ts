import type { TestProject } from 'vitest/node'
import { bundle } from '../../build/bundle.ts'
import { type ElectronRuntime, ensureElectron } from '../../build/electron-runtime.ts'
import { type Screen, startScreen } from './screen.ts'

/** What the tests of the window are given: a built program and a screen, or why there is none. */
export type WindowSetUp =
  | { readonly possible: true; readonly runtime: ElectronRuntime; readonly display: string | null }
  | { readonly possible: false; readonly reason: string }

declare module 'vitest' {
  interface ProvidedContext {
    windowSetUp: WindowSetUp
  }
}

const INSTALL = 'sudo apt-get install --no-install-recommends xvfb (npm test names all that is missing)'

const screenOf = async (): Promise<{ readonly display: string | null; readonly server: Screen | null } | null> => {
  if (process.platform !== 'linux') return { display: null, server: null }
  // Always a screen of its own where that is possible: tests must not pop up on anybody's desktop.
  const server = await startScreen()
  if (server !== null) return { display: server.display, server }
  return process.env['DISPLAY'] ? { display: process.env['DISPLAY'], server: null } : null
}

/** Builds the program once, finds an Electron, starts a screen. Answers with the tear-down. */
export const setup = async ({ provide }: TestProject): Promise<() => void> => {
  const impossible = (reason: string): void => {
    if (process.env['CI']) throw new Error(reason)
    process.stdout.write(`skipped: the tests of the window: ${reason}\n`)
    provide('windowSetUp', { possible: false, reason })
  }
  const screen = await screenOf()
  if (screen === null) {
    impossible(`there is no screen and no Xvfb: ${INSTALL}`)
    return () => undefined
  }
  const [runtime] = await Promise.all([
    ensureElectron().catch((error: unknown) => (error instanceof Error ? error.message : String(error))),
    bundle({ mode: 'production' }),
  ])
  if (typeof runtime === 'string') impossible(runtime)
  else provide('windowSetUp', { possible: true, runtime, display: screen.display })
  return () => {
    screen.server?.stop()
  }
}

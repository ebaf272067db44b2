import { spawn } from 'node:child_process'

/** A screen nobody looks at. */
export interface Screen {
  readonly display: string
  readonly stop: () => void
}

/** The screen of this worker among those that were started. */
export const ownDisplay = (displays: readonly (string | null)[]): string | null =>
  displays[Number(process.env['VITEST_POOL_ID'] ?? 0) % displays.length] ?? null

/** A screen of its own, of the size most clerks have; null without Xvfb. The server chooses a free number. */
export const startScreen = (): Promise<Screen | null> =>
  new Promise((resolve) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    let written = ''
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      written += chunk.toString()
      if (written.endsWith('\n')) resolve({ display: `:${written.trim()}`, stop: () => server.kill() })
    })
    server.on('error', () => resolve(null))
    server.on('exit', () => resolve(null))
  })

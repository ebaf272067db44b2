import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MODULES = fileURLToPath(new URL('../node_modules/', import.meta.url))

/** The script behind a tool of node_modules, by the `bin` of its package. */
export const toolScript = (packageName: string, bin: string): string => {
  const folder = join(MODULES, packageName)
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: string | Record<string, string> }
  return join(folder, typeof bins === 'string' ? bins : (bins[bin] ?? ''))
}

export interface Ran {
  readonly exitCode: number
  readonly output: string
}

/** Runs a Node script and collects what it prints. */
export const runNode = (script: string, args: readonly string[]): Promise<Ran> => run(process.execPath, [script, ...args])

/** Runs a program and collects what it prints on both streams; a program that is not there ends with 127. */
export const run = (program: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ exitCode: 127, output: error.message }))
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }))
  })

import { availableParallelism } from 'node:os'
import { type Ran, runNode, toolScript } from './run-tool.ts'

/**
 * One strict compiler project per process; each sees only the library it runs on. The main process is read twice: with the typings of the
 * Electron it is built for and with those of Electron 22, the last for Windows 7.
 */
const PROJECTS = [
  'shared',
  'shared/tsconfig.libraries.json',
  'electron',
  'electron/tsconfig.electron22.json',
  'renderer',
  'build',
  'tests',
]

const tsc = toolScript('typescript', 'tsc')

/** What was found last time is kept, so that a second run reads only what has changed. */
const check = (project: string): Promise<Ran> => {
  const memory = `node_modules/.cache/types/${project.replaceAll('/', '-')}.tsbuildinfo`
  return runNode(tsc, ['-p', project, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', memory])
}

const waiting = [...PROJECTS]
const results = new Map<string, Ran>()
// A compiler needs a core and some hundred megabytes for itself: as many at once as there are cores.
const checkNext = async (): Promise<void> => {
  for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) results.set(project, await check(project))
}
await Promise.all(Array.from({ length: availableParallelism() }, checkNext))

for (const project of PROJECTS) {
  const { exitCode, output } = results.get(project) ?? { exitCode: 1, output: 'not checked' }
  process.stdout.write(`types ${project}: ${exitCode === 0 ? 'ok' : `failed\n${output}`}\n`)
  if (exitCode !== 0) process.exitCode = 1
}

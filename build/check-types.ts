import { runNode, toolScript } from './run-tool.ts'

/** One strict compiler project per process; each sees only the library it runs on. */
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
const results = await Promise.all(
  PROJECTS.map(async (project) => ({ project, ...(await runNode(tsc, ['-p', project, '--pretty', 'false'])) })),
)
for (const { project, exitCode, output } of results)
  process.stdout.write(`types ${project}: ${exitCode === 0 ? 'ok' : `failed\n${output}`}\n`)
process.exitCode = results.some(({ exitCode }) => exitCode !== 0) ? 1 : 0

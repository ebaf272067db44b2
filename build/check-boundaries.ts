import { readdirSync } from 'node:fs'
import { runNode, toolScript } from './run-tool.ts'

/** Folders, and the configurations that stand beside them. */
const ROOTS = ['shared', 'electron', 'renderer', 'build', 'tests']
const CONFIGURATIONS = readdirSync('.').filter((name) => name.endsWith('.config.ts'))

interface Cruise {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { readonly name: string; readonly severity: string }
    }[]
  }
}

/** Our own modules, counted without the cruiser. */
const modulesIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${root}/${path.replaceAll('\\', '/')}`)
const files = [...ROOTS.flatMap(modulesIn), ...CONFIGURATIONS]

const script = toolScript('dependency-cruiser', 'depcruise')
const { output } = await runNode(script, [
  '--config',
  '.dependency-cruiser.cjs',
  '--output-type',
  'json',
  ...ROOTS,
  ...CONFIGURATIONS,
])
const { modules, summary } = JSON.parse(output) as Cruise
const seen = new Set(modules.map(({ source }) => source))
const missed = files.filter((file) => !seen.has(file))
const violations = summary.violations.filter(({ rule }) => rule.severity === 'error')

for (const { rule, from, to } of violations) process.stdout.write(`boundary ${rule.name}: ${from} → ${to}\n`)
// A cruiser that cannot parse a file leaves it out and reports success: every module must have been seen.
for (const file of missed) process.stdout.write(`boundary not checked: ${file}\n`)
process.stdout.write(`boundaries: ${files.length - missed.length} of ${files.length} modules, ${violations.length} violations\n`)
process.exitCode = files.length === 0 || missed.length > 0 || violations.length > 0 ? 1 : 0

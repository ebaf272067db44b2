import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { boundariesOf } from '../support/planted-tree.ts'
import { NO_SEEDS, SEEDS } from '../support/texts.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const filesUnder = (folder: string, ends: RegExp): readonly string[] =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => ends.test(path))

const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8')

describe('shared code', () => {
  const sources = filesUnder('shared', /\.ts$/)

  test('is there to be looked at', () => expect(sources.length).toBeGreaterThan(60))

  test('takes randomness and time from outside', () => {
    for (const path of sources) expect(read(path), path).not.toMatch(/Math\.random|Date\.now|performance\.now|randomUUID/)
  })

  test('logs nothing', () => {
    for (const path of sources) expect(read(path), path).not.toMatch(/console\./)
  })
})

describe('the program reaches no network', () => {
  test('no source asks for one', () => {
    for (const path of [...filesUnder('shared', /\.ts$/), ...filesUnder('electron', /\.ts$/)])
      expect(read(path), path).not.toMatch(/from 'node:(?:https?|net|dgram|tls)'|\bfetch\(|XMLHttpRequest|WebSocket/)
  })
})

describe('the walls of the window', () => {
  const lib = (name: string) => `import '${name}'\n`

  test('stand between features, rooms and processes', () => {
    const violations = boundariesOf({
      'renderer/main.tsx': lib('./features/lists/page.tsx'),
      'renderer/app/shell.tsx': lib('../features/lists/page.tsx'),
      'renderer/features/lists/page.tsx': [lib('../problem/drawer.tsx'), lib('./row.tsx')].join(''),
      'renderer/features/lists/row.tsx': 'export const row = 1\n',
      'renderer/features/problem/drawer.tsx': lib('../../workers/engine.ts'),
      'renderer/data/rows.ts': "import type { Engine } from '../workers/engine.ts'\nexport type Known = Engine\n",
      'renderer/workers/engine.ts': 'export interface Engine {}\nexport const engine = 1\n',
      'renderer/ui/button.tsx': [lib('../data/rows.ts'), lib('node:fs'), lib('../../electron/files/files.ts')].join(''),
      'renderer/cellar/stock.ts': 'export const stock = 1\n',
      'renderer/messages/words.ts': lib('../cellar/stock.ts'),
      'electron/files/files.ts': lib('../../renderer/messages/words.ts'),
    })
    expect(violations).toEqual(
      [
        'entry-opens-app: renderer/main.tsx → renderer/features/lists/page.tsx',
        'a-feature-imports-no-other: renderer/features/lists/page.tsx → renderer/features/problem/drawer.tsx',
        'workers-are-started: renderer/features/problem/drawer.tsx → renderer/workers/engine.ts',
        'window-ui: renderer/ui/button.tsx → renderer/data/rows.ts',
        'window-is-no-node: renderer/ui/button.tsx → fs',
        'window-ui: renderer/ui/button.tsx → electron/files/files.ts',
        'window-messages: renderer/messages/words.ts → renderer/cellar/stock.ts',
        'window-has-named-rooms: renderer/messages/words.ts → renderer/cellar/stock.ts',
        'electron-not-renderer: electron/files/files.ts → renderer/messages/words.ts',
      ].sort(),
    )
  })

  test('leave each library one door', () => {
    const everything = ['react', 'antd', 'dexie', 'comlink', 'zustand'].map(lib).join('')
    const violations = boundariesOf(
      { 'renderer/ui/button.tsx': everything, 'shared/base/result.ts': everything, 'electron/main.ts': everything },
      ['react', 'antd', 'dexie', 'comlink', 'zustand'],
    )
    const found = violations.map((line) => line.replace(/^[a-z-]+: /, ''))
    const closed = ['comlink', 'dexie', 'zustand'].map((name) => `renderer/ui/button.tsx → node_modules/${name}/index.js`)
    for (const path of ['shared/base/result.ts', 'electron/main.ts'])
      for (const name of ['react', 'antd', 'dexie', 'comlink', 'zustand']) closed.push(`${path} → node_modules/${name}/index.js`)
    expect(found).toEqual(expect.arrayContaining(closed))
    expect(found.filter((line) => line.startsWith('renderer/'))).toHaveLength(3)
  })
})

describe('dependencies', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
  const all = { ...dependencies, ...devDependencies }

  test('each has its line in docs/dependencies.md', () => {
    const docs = read('docs/dependencies.md')
    for (const name of Object.keys(all)) expect(docs, name).toMatch(new RegExp(`^\\|[^|]*\`${name}\`[^|]*\\|`, 'm'))
  })

  test('are pinned', () => {
    for (const [name, version] of Object.entries(all)) expect(version, name).toMatch(/^(?:npm:[@\w/-]+@)?\d+(?:\.\d+\.\d+)?$/)
  })
})

describe.skipIf(NO_SEEDS)('what the project contains, we wrote', () => {
  /** Runs of so many characters are a sentence of somebody's and no set phrase of the genre. */
  const RUN = 24
  const bare = (text: string): string => text.replace(/[^\u4e00-\u9fff\d]/g, '')

  const runsOf = function* (text: string): Generator<string> {
    for (let i = 0; i + RUN <= text.length; i++) yield text.slice(i, i + RUN)
  }

  test('no run of a published text stands in a file of ours', () => {
    const published = new Set([...SEEDS.values()].flatMap(({ text }) => [...runsOf(bare(text))]))
    const own = ['shared', 'electron', 'build', 'tests', 'docs'].flatMap((folder) => filesUnder(folder, /\.(?:ts|txt|json|md)$/))
    for (const path of own) for (const run of runsOf(bare(read(path)))) if (published.has(run)) expect.fail(`${path}: ${run}`)
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
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

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const TWINS_FOLDER = `${ROOT}tests/fixtures/twins/`
export const SAMPLE_FILE = `${ROOT}shared/sample/notice.txt`
/** The published 通报 are not part of the project; tests that read them say so when they are not there. */
const SEEDS_FOLDER = `${ROOT}../shared/seeds/`

export interface ExpectedCounts {
  readonly title: string | null
  readonly rectifyingParty: string
  readonly signedDate: string
  readonly problems: number
  readonly items: number
  readonly done: number
  readonly sustained: number
  readonly basicallyDone: number
  readonly open: number
  readonly unstated: number
}

export interface Slip {
  readonly quote: string
  readonly stated: string
  readonly expected: string
}

export interface Twin extends ExpectedCounts {
  readonly name: string
  readonly path: string
  readonly text: string
  readonly registers: readonly { readonly figure: string; readonly value: string; readonly unit: string }[]
  readonly sections?: readonly { readonly statement: string; readonly items: number }[]
  readonly statements?: readonly string[]
  readonly deadlines?: readonly { readonly problem: number; readonly words: string; readonly on: string }[]
  readonly slips: readonly Slip[]
}

const twin = (name: string): Twin => ({
  ...(JSON.parse(readFileSync(`${TWINS_FOLDER}${name}.json`, 'utf8')) as Twin),
  name,
  path: `${TWINS_FOLDER}${name}.txt`,
  text: readFileSync(`${TWINS_FOLDER}${name}.txt`, 'utf8'),
})

/** Five invented texts, one of each build of the five published ones. */
export const TWINS: readonly Twin[] = ['qiling', 'jichuan', 'lanji', 'yingjiang', 'wangxi'].map(twin)

export interface SampleExpectation extends ExpectedCounts {
  readonly measures: number
  readonly progress: number
  readonly units: readonly string[]
  readonly unitAliases: Readonly<Record<string, readonly string[]>>
  readonly leaders: readonly string[]
}

export const SAMPLE = JSON.parse(readFileSync(`${ROOT}tests/fixtures/sample.json`, 'utf8')) as SampleExpectation

export const sampleText = (): string => readFileSync(SAMPLE_FILE, 'utf8')

export interface Seed {
  readonly name: string
  readonly path: string
  readonly text: string
}

/** The published texts by the number their file begins with; empty where they are not at hand. */
export const SEEDS: ReadonlyMap<string, Seed> = new Map(
  existsSync(SEEDS_FOLDER)
    ? readdirSync(SEEDS_FOLDER)
        .filter((file) => file.endsWith('.txt'))
        .map((file) => [
          file.slice(0, 3),
          { name: file.slice(0, 3), path: `${SEEDS_FOLDER}${file}`, text: readFileSync(`${SEEDS_FOLDER}${file}`, 'utf8') },
        ])
    : [],
)

export const NO_SEEDS = SEEDS.size === 0
if (NO_SEEDS) process.stdout.write('skipped: the tests on published texts (they are not part of the repository)\n')

/**
 * A text without its web page: everything but the title above the first paragraph, and what stands below the date, told by the first
 * characters of lines and not by the program.
 */
export const withoutShell = (text: string, shellLines: readonly string[]): string =>
  text
    .split('\n')
    .filter((line) => !shellLines.some((start) => line.trim().startsWith(start)))
    .join('\n')

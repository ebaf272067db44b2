import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW } from '../support/electron-app.ts'
import { chooseStatus, createFromSample, storedStatuses } from '../support/window-acts.ts'

/**
 * Chromium answers a damaged LevelDB by deleting it, often without an error. Whatever is done to its files between two starts: every
 * accepted change is there again, and where something had to be brought back the person is told.
 */
const LEVELDB = 'IndexedDB/app_local_0.indexeddb.leveldb'

let userData = ''
let saved: Readonly<Record<string, string>> = {}
/** In how many cases something had to be brought back. */
let told = 0

beforeAll(async () => {
  if (NO_WINDOW) return
  const program = await launchProgram()
  await createFromSample(program)
  await chooseStatus(program, 1, '已销号')
  saved = await storedStatuses(program)
  userData = program.userData
  await program.close()
  // A second session: LevelDB has written a table by now, and there is a log again.
  const again = await launchProgram({ userData })
  await again.close()
})

const files = (folder: string): readonly string[] => readdirSync(join(folder, LEVELDB)).map((name) => join(folder, LEVELDB, name))

const largest = (folder: string, ending: RegExp): string => {
  const [found] = files(folder)
    .filter((path) => ending.test(path))
    .sort((a, b) => statSync(b).size - statSync(a).size)
  if (found === undefined) throw new Error(`no ${ending} among ${files(folder).join(' ')}`)
  return found
}

const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path)
  const place = Math.min(bytes.length - 1, Math.floor(bytes.length * at))
  bytes[place] = (bytes[place] ?? 0) ^ 0x10
  writeFileSync(path, bytes)
}
const cut = (path: string, at: number): void => truncateSync(path, Math.floor(statSync(path).size * at))

/** LevelDB keeps its data in the log until it writes a table. */
const DATA = /\.(?:ldb|log)$/
const DAMAGES: readonly (readonly [string, (folder: string) => void])[] = [
  ['a bit of the data is flipped near its beginning', (f) => flip(largest(f, DATA), 0.01)],
  ['a bit of the data is flipped in its middle', (f) => flip(largest(f, DATA), 0.5)],
  ['a bit of the data is flipped near its end', (f) => flip(largest(f, DATA), 0.97)],
  ['the data is cut in half', (f) => cut(largest(f, DATA), 0.5)],
  ['the data is cut to nothing', (f) => cut(largest(f, DATA), 0)],
  ['the data file is deleted', (f) => rmSync(largest(f, DATA))],
  ['the manifest is flipped', (f) => flip(largest(f, /MANIFEST/), 0.5)],
  ['the manifest is cut', (f) => cut(largest(f, /MANIFEST/), 0.3)],
  ['the manifest is deleted', (f) => rmSync(largest(f, /MANIFEST/))],
  ['CURRENT is flipped', (f) => flip(largest(f, /CURRENT/), 0.5)],
  ['CURRENT is deleted', (f) => rmSync(largest(f, /CURRENT/))],
  [
    'every file is cut',
    (f) =>
      files(f)
        .filter((path) => !path.endsWith('LOCK'))
        .forEach((path) => {
          cut(path, 0.5)
        }),
  ],
  ['the whole folder is deleted', (f) => rmSync(join(f, 'IndexedDB'), { recursive: true })],
  ['the data is a stranger’s', (f) => writeFileSync(largest(f, DATA), Buffer.alloc(40_000, 0x5a))],
]

describe.skipIf(NO_WINDOW)('a damaged database', () => {
  test.each(DAMAGES)('%s', async (_, damage) => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenggai-damage-'))
    cpSync(userData, folder, { recursive: true })
    damage(folder)
    const program = await launchProgram({ userData: folder })
    expect(await storedStatuses(program)).toEqual(saved)
    // Chromium mends some damage by itself. Where something was brought back the person is told; where the files had to go, they are kept.
    const [sentence] = await program.window.locator('.incident').allInnerTexts()
    if (sentence !== undefined) told += 1
    if (existsSync(join(folder, 'damaged'))) expect(sentence).toContain('已从快照和修改日志恢复')
    else if (sentence !== undefined) expect(sentence).toContain('内容完整')
    await program.close()
    const healed = await launchProgram({ userData: folder })
    expect(await storedStatuses(healed)).toEqual(saved)
    await healed.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is told of in nearly every case', () => expect(told).toBeGreaterThanOrEqual(DAMAGES.length - 2))
})

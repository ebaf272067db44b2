import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { safeFileName, withExtension } from '../../../electron/platform/file-names.ts'
import { candidatePaths, createHandedFiles, readChosenPackages } from '../../../electron/platform/handed-files.ts'
import { placeOnDisplay, type WindowState } from '../../../electron/platform/window-place.ts'
import { refusalText } from '../../../shared/messages/refusals.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { tempFolder } from '../../support/temp-folder.ts'

describe('the arguments of a start', () => {
  test('are files only when they look like ours', () => {
    const argv = [
      '/opt/zhenggai.txt',
      '--user-data-dir=/tmp/a.txt',
      '--inspect=0',
      '.',
      '台账.zgtz',
      '/u/通报.TXT',
      'run.exe',
      '-psn_0',
    ]
    expect(candidatePaths(argv, '/home/a')).toEqual([resolve('/home/a/台账.zgtz'), resolve('/u/通报.TXT')])
  })

  test('may be file addresses', () => {
    const path = resolve('/u/台账 1.zgtz')
    expect(candidatePaths(['program', pathToFileURL(path).href], '/')).toEqual([path])
    expect(candidatePaths(['program', 'file://elsewhere:x/a.zgtz'], '/')).toEqual([])
  })

  test('are handed over one at a time, those that exist', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'a.txt'), '甲')
    writeFileSync(join(folder, 'b.zgtz'), '乙')
    mkdirSync(join(folder, 'c.txt'))
    const handed = createHandedFiles()
    expect(await handed.put(['program', 'missing.txt', 'c.txt', 'a.txt'], folder)).toBe(1)
    expect(await handed.put(['program', 'b.zgtz'], folder)).toBe(2)
    const first = unwrapped(await handed.take())
    expect([first?.name, new TextDecoder().decode(first?.bytes)]).toEqual(['a.txt', '甲'])
    expect(unwrapped(await handed.take())?.name).toBe('b.zgtz')
    expect(unwrapped(await handed.take())).toBeNull()
  })

  test('a text beyond the limit is refused by its size', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'big.txt'), Buffer.alloc(51_000_000))
    const handed = createHandedFiles()
    await handed.put(['program', 'big.txt'], folder)
    expect(await handed.take()).toMatchObject({ ok: false, error: { type: 'file-too-large' } })
  })
})

describe('packages that were chosen together', () => {
  const planted = (sizes: readonly number[]): readonly string[] => {
    const folder = tempFolder()
    return sizes.map((size, at) => {
      const path = join(folder, `${at}.zgtz`)
      writeFileSync(path, '')
      truncateSync(path, size)
      return path
    })
  }

  test('are read in the order they were chosen', async () => {
    const files = unwrapped(await readChosenPackages(planted([3, 0, 5])))
    expect(files.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['0.zgtz', 3],
      ['1.zgtz', 0],
      ['2.zgtz', 5],
    ])
  })

  test('are refused by their sum, in a sentence that says what to do', async () => {
    const refused = await readChosenPackages(planted([250_000_000, 250_000_000, 12_000_001]))
    if (refused.ok) throw new Error('they were read')
    expect(refused.error).toEqual({ type: 'files-too-large', count: 3, megabytes: 513, limit: 512 })
    expect(refusalText(refused.error)).toMatch(/3 个文件合计太大（513 MB）.*都没有读入。.*分几次选择/)
  })

  test('are refused together when one cannot be read or is too large by itself', async () => {
    const [first = ''] = planted([3])
    expect(await readChosenPackages([first, `${first}.gone.zgtz`])).toMatchObject({ error: { type: 'file-not-found' } })
    expect(await readChosenPackages(planted([3, 257_000_000]))).toMatchObject({ error: { type: 'file-too-large' } })
  })
})

describe('names of files', () => {
  test.each([
    ['青梧县整改通报', '青梧县整改通报.docx'],
    ['通报.docx', '通报.docx'],
    ['关于A/B:C*的"通报"?', '关于A B C 的 通报.docx'],
    ['../../etc/passwd', 'etc passwd.docx'],
    ['CON', '_CON.docx'],
    ['...', 'file.docx'],
  ])('%s becomes %s', (suggested, name) => expect(safeFileName(suggested, 'docx')).toBe(name))

  test('a long one fits into what Linux takes', () => {
    expect(Buffer.byteLength(safeFileName('整'.repeat(200), 'docx'))).toBeLessThan(220)
  })

  test('an extension that was left out is added, one that is there stays', () => {
    expect(withExtension('/a/通报', 'docx')).toBe('/a/通报.docx')
    expect(withExtension('/a/通报.DOCX', 'docx')).toBe('/a/通报.DOCX')
    expect(withExtension('/a/通报.2026', 'docx')).toBe('/a/通报.2026.docx')
    expect(withExtension('/a.docx/通报', 'docx')).toBe('/a.docx/通报.docx')
  })
})

describe('the place of the window', () => {
  const display = { x: 0, y: 0, width: 1920, height: 1080 }
  const at = (x: number, y: number): WindowState => ({ bounds: { x, y, width: 1366, height: 768 }, isMaximized: false })

  test('is kept on a display that is there', () => {
    expect(placeOnDisplay(at(100, 50), [display])).toEqual({ x: 100, y: 50, width: 1366, height: 768 })
    expect(placeOnDisplay(at(-1200, 50), [display])).not.toBeNull()
  })

  test.each([
    [2000, 50],
    [-1300, 50],
    [100, -20],
    [100, 1050],
  ])('is forgotten at %i, %i, where nobody could take hold of it', (x, y) => {
    expect(placeOnDisplay(at(x, y), [display])).toBeNull()
    expect(placeOnDisplay(at(x, y), [])).toBeNull()
  })

  test('there is none at first', () => expect(placeOnDisplay(null, [display])).toBeNull())
})

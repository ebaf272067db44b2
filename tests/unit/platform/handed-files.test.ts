import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { safeFileName, withExtension } from '../../../electron/platform/file-names.ts'
import { candidatePaths, createHandedFiles } from '../../../electron/platform/handed-files.ts'
import { placeOnDisplay, type WindowState } from '../../../electron/platform/window-place.ts'
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

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  extensionOf,
  fileKindOf,
  fileNameToShow,
  mayBeOpened,
  pastedPictureName,
  printFileSize,
  UNNAMED,
} from '../../../shared/domain/attached-files.ts'

describe('a file name from elsewhere', () => {
  test.each([
    ['验收 意见.pdf', '验收 意见.pdf'],
    ['C:\\用户\\照片.png', '照片.png'],
    ['../../etc/passwd', 'passwd'],
    ['表\u202egnp.exe', '表gnp.exe'],
    ['a\u0000b\n.txt', 'ab.txt'],
    ['\u200b\u2066', UNNAMED],
    ['', UNNAMED],
  ])('%j is shown as %j', (name, shown) => expect(fileNameToShow(name)).toBe(shown))

  test('is never a path, never longer than a record keeps, and shown again is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (name) => {
        const shown = fileNameToShow(name)
        expect(shown).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u)
        expect(shown.length).toBeGreaterThan(0)
        expect(shown.length).toBeLessThanOrEqual(255)
        expect(fileNameToShow(shown)).toBe(shown)
      }),
      { seed: 20261122, numRuns: 500 },
    )
  })

  test('keeps its extension when it is cut', () => expect(fileNameToShow(`${'长'.repeat(400)}.docx`)).toMatch(/^长+….docx$/))
})

describe('what the system may open', () => {
  test.each(['a.docx', '扫描.PDF', 'x.tif', '表.et', 'y.zip'])('%s may', (name) => expect(mayBeOpened(name)).toBe(true))
  test.each([
    'a.exe',
    'a.pdf.exe',
    'a.EXE. . ',
    'a.lnk',
    'a.html',
    'a.js',
    'a.ps1',
    'a.desktop',
    'a.sh',
    'a.docm',
    'a.jar',
    'a.vbs',
    'noextension',
  ])('%s may not', (name) => expect(mayBeOpened(name)).toBe(false))
  test('dots and spaces behind an extension count for nothing', () => expect(extensionOf('a.Exe. ')).toBe('exe'))
})

describe('the kind of a file', () => {
  const bytes = (words: string): Uint8Array => Uint8Array.from(words, (sign) => sign.charCodeAt(0))
  test.each([
    ['照片.txt', '\x89PNG\r\n', 'picture'],
    ['a.dat', 'RIFF\0\0\0\0WEBP', 'picture'],
    ['a.pdf.doc', '%PDF-1.4', 'pdf'],
    ['a.docx', 'PK\x03\x04', 'office'],
    ['a.zip', 'PK\x03\x04', 'other'],
    ['a.doc', '\xd0\xcf\x11\xe0', 'office'],
    ['说明.txt', '\xcf\xd6', 'text'],
    ['broken.pdf', 'nothing', 'pdf'],
    ['a.exe', 'MZ', 'other'],
  ])('of %s that begins with %j is %s', (name, head, kind) => expect(fileKindOf(name, bytes(head))).toBe(kind))
})

test('sizes are told in the unit a person thinks in', () =>
  expect([12, 1_500, 34_000, 1_250_000, 48_000_000].map(printFileSize)).toEqual([
    '12 字节',
    '1.5 KB',
    '34 KB',
    '1.3 MB',
    '48 MB',
  ]))

test('a pasted picture takes the first free number of its day', () =>
  expect(pastedPictureName('2026-11-22', 'png', ['截图2026-11-22-1.png', '截图2026-11-22-3.png'])).toBe('截图2026-11-22-2.png'))

import { describe, expect, test } from 'vitest'
import { readTextBytes } from '../../../shared/intake/readers/read-text.ts'

const TEXT = '中共青梧县委关于整改情况的通报\n一、甲\n（一）乙。'
const bytesOf = (...bytes: readonly number[]) => new Uint8Array(bytes)

/** GB18030 bytes of the text, written out: Node can read this encoding but not write it. */
const GBK = Buffer.from('d6d0b9b2c7e0cee0cfd8ceafb9d8d3dad5fbb8c4c7e9bff6b5c4cda8b1a80ad2bba1a2bcd70aa3a8d2bba3a9d2d2a1a3', 'hex')

const utf16 = (text: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? '\ufeff' : ''), ...text].join('')
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), !bigEndian)
  return bytes
}

const read = (bytes: Uint8Array) => {
  const result = readTextBytes(bytes)
  return result.ok
    ? [result.value.encoding, result.value.text]
    : [result.error.type, 'looksLike' in result.error ? result.error.looksLike : null]
}

describe('a text file is read right', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${TEXT}`), 'utf-8'],
    ['GBK', new Uint8Array(GBK), 'gb18030'],
    ['UTF-16 LE with a mark', utf16(TEXT, false, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(TEXT, true, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(TEXT, false, false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(TEXT, true, false), 'utf-16be'],
  ])('in %s', (_, bytes, encoding) => {
    expect(read(bytes)).toEqual([encoding, TEXT])
  })

  test('with Windows line ends', () => {
    expect(read(new TextEncoder().encode('甲\r\n乙\r丙'))).toEqual(['utf-8', '甲\n乙\n丙'])
  })
})

describe('what is no text is refused', () => {
  test('empty, or nothing but blanks', () => {
    expect(read(bytesOf())[0]).toBe('file-empty')
    expect(read(new TextEncoder().encode(' \n\u3000\r\n'))[0]).toBe('file-empty')
  })

  test('a binary file under another name, by its first bytes', () => {
    expect(read(bytesOf(0x50, 0x4b, 3, 4, 20, 0))).toEqual(['file-not-text', ' Word/Excel 文档或压缩包'])
    expect(read(bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toEqual(['file-not-text', '旧版 Word/Excel/WPS 文档'])
    expect(read(bytesOf(0x25, 0x50, 0x44, 0x46, 0x2d))).toEqual(['file-not-text', ' PDF 文件'])
  })

  test('noise', () => {
    let state = 42
    const noise = Uint8Array.from({ length: 5000 }, () => {
      state = (state * 1103515245 + 12345) & 0x7fffffff
      return state >> 16
    })
    expect(read(noise)[0]).toBe('file-not-text')
    expect(read(Uint8Array.from({ length: 3000 }, (_, i) => i % 32))[0]).toBe('file-not-text')
  })

  test('a file beyond the limit', () => {
    expect(readTextBytes(new Uint8Array(10_000_001).fill(0x61))).toMatchObject({ error: { type: 'file-too-large', limit: 10 } })
  })
})

import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'

/** The most a text file may hold: a 通报 of 30,000 characters is 90 KB. */
export const LARGEST_TEXT_MEGABYTES = 10

export interface ReadText {
  /** Line feeds only, no byte order mark; nothing else is changed. */
  readonly text: string
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'
}

/**
 * Reads the bytes of a text file by content, not by name: byte order mark, then UTF-16 by its zeros, strict UTF-8, strict GB18030.
 * Refused are empty files, files beyond the limit, and what is no text.
 */
export const readTextBytes = (bytes: Uint8Array): Result<ReadText, Refusal> => {
  const megabytes = bytes.length / 1_000_000
  if (megabytes > LARGEST_TEXT_MEGABYTES)
    return err({ type: 'file-too-large', megabytes: Math.ceil(megabytes), limit: LARGEST_TEXT_MEGABYTES })
  const magic = MAGIC.find(([signature]) => signature.every((byte, i) => bytes[i] === byte))
  if (magic) return err({ type: 'file-not-text', looksLike: magic[1] })
  const decoded = decode(bytes)
  if (!decoded || !isReadable(decoded.text)) return err({ type: 'file-not-text', looksLike: null })
  const text = decoded.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  return text.trim() === '' ? err({ type: 'file-empty' }) : ok({ ...decoded, text })
}

const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], ' Word/Excel 文档或压缩包'],
  [[0xd0, 0xcf, 0x11, 0xe0], '旧版 Word/Excel/WPS 文档'],
  [[0x25, 0x50, 0x44, 0x46], ' PDF 文件'],
  [[0x89, 0x50, 0x4e, 0x47], '图片'],
  [[0xff, 0xd8, 0xff], '图片'],
  [[0x47, 0x49, 0x46, 0x38], '图片'],
  [[0x7f, 0x45, 0x4c, 0x46], '可执行程序'],
  [[0x4d, 0x5a, 0x90], '可执行程序'],
  [[0x52, 0x61, 0x72, 0x21], '压缩包'],
  [[0x37, 0x7a, 0xbc, 0xaf], '压缩包'],
  [[0x1f, 0x8b], '压缩包'],
]

const decode = (bytes: Uint8Array): ReadText | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be')
  const utf8 = bytes.includes(0) ? null : decodeAs(bytes, 'utf-8')
  if (utf8) return utf8
  const others = (['gb18030', 'utf-16le', 'utf-16be'] as const).flatMap((encoding) => decodeAs(bytes, encoding) ?? [])
  return others.reduce<ReadText | null>(
    (best, next) => (best && familiarity(best.text) >= familiarity(next.text) ? best : next),
    null,
  )
}

const decodeAs = (bytes: Uint8Array, encoding: ReadText['encoding']): ReadText | null => {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    // Not this encoding: the next one is tried.
    return null
  }
}

const FAMILIAR = /[的一是了在有和整改问题工作县市委党，。、；：\n ]/g

/** Share of characters that every notice is full of: tells GB18030 from UTF-16 without a byte order mark. */
const familiarity = (text: string): number =>
  (text.slice(0, 20_000).match(FAMILIAR)?.length ?? 0) / Math.max(1, Math.min(text.length, 20_000))

/** Text has hardly any control characters, and no run of characters that no one has assigned. */
const isReadable = (text: string): boolean => {
  const sample = text.slice(0, 200_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd\ue000-\uf8ff]/g)?.length ?? 0
  return odd * 200 <= sample.length
}

/** The most one file of 佐证材料 may weigh: a scan of a hundred pages has 20 MB, and every package carries it again. */
export const LARGEST_ATTACHMENT_MEGABYTES = 50
export const LARGEST_ATTACHMENT_BYTES = LARGEST_ATTACHMENT_MEGABYTES * 1_000_000

/** Longest name that is kept: the limit of the record's field. */
const LONGEST_NAME = 255

/**
 * A file's name as it may be shown and kept. It is data from elsewhere: control characters and marks that turn the direction of reading
 * (they let 表.exe look like 表exe.png) are left out, folders before it too; where nothing stays, it is called 未命名文件.
 */
export const fileNameToShow = (name: string): string => {
  const clean = name
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return shortened(clean) || UNNAMED
}

export const UNNAMED = '未命名文件'

/** The end of a name tells the kind of file: the middle goes when it is too long. */
const shortened = (name: string): string => {
  if (name.length <= LONGEST_NAME) return name
  const extension = extensionOf(name)
  const end = extension === '' ? '' : `.${extension}`
  return `${[...name].slice(0, LONGEST_NAME - end.length - 60).join('')}…${end}`
}

/** docx, png …: in small letters, without the dot; empty where a name has none. Dots and spaces behind it count for nothing, as on Windows. */
export const extensionOf = (name: string): string => /\.([\p{L}\p{N}_-]{1,20})[. ]*$/u.exec(name)?.[1]?.toLowerCase() ?? ''

/**
 * Files the system may open: papers, tables, pictures, recordings, archives. Everything else could run, and is only saved elsewhere. The
 * list names what is harmless, because a list of what is dangerous is never whole.
 */
const OPENABLE: ReadonlySet<string> = new Set(
  [
    'doc docx dot dotx rtf wps wpt odt ofd pdf txt csv xls xlsx et ett ods ppt pptx pps ppsx dps odp',
    'png jpg jpeg gif bmp webp tif tiff heic mp3 wav m4a amr wma mp4 mov avi wmv mkv zip rar 7z eml',
  ].flatMap((line) => line.split(' ')),
)

export const mayBeOpened = (name: string): boolean => OPENABLE.has(extensionOf(name))

export type FileKind = 'picture' | 'pdf' | 'text' | 'office' | 'other'

/** What a file is by its first bytes, not by its name; text is what is called so and begins like none of the others. */
export const fileKindOf = (name: string, head: Uint8Array): FileKind => {
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, i) => head[i] === byte)
  const ascii = (from: number, words: string): boolean => [...words].every((sign, i) => head[from + i] === sign.charCodeAt(0))
  const extension = extensionOf(name)
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || ascii(0, 'GIF8')) return 'picture'
  if (ascii(0, 'RIFF') && ascii(8, 'WEBP')) return 'picture'
  if (ascii(0, 'BM') && extension === 'bmp') return 'picture'
  if (ascii(0, '%PDF')) return 'pdf'
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'office'
  if (begins(0x50, 0x4b, 0x03, 0x04)) return OFFICE.has(extension) ? 'office' : 'other'
  if (PICTURES.has(extension)) return 'picture'
  if (extension === 'pdf') return 'pdf'
  return TEXTS.has(extension) ? 'text' : OFFICE.has(extension) ? 'office' : 'other'
}

const OFFICE: ReadonlySet<string> = new Set('doc docx wps xls xlsx et ppt pptx dps ofd odt ods odp rtf'.split(' '))
const PICTURES: ReadonlySet<string> = new Set('png jpg jpeg gif bmp webp'.split(' '))
const TEXTS: ReadonlySet<string> = new Set('txt csv tsv log md json xml ini'.split(' '))

/** 1.2 MB, 34 KB, 12 字节. */
export const printFileSize = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} 字节`
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`
}

/** 截图2026-11-22-1.png: the first that is free among these names. */
export const pastedPictureName = (today: string, extension: string, taken: readonly string[]): string => {
  const nameAt = (n: number): string => `截图${today}-${n}.${extension}`
  let n = 1
  while (taken.includes(nameAt(n))) n++
  return nameAt(n)
}

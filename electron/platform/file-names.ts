import { basename, extname } from 'node:path'

/** A name every file system here takes: no separators or reserved signs, no trailing dot or space, not too long, never empty. */
export const safeFileName = (suggested: string, extension: string): string => {
  const stem = suggested.toLowerCase().endsWith(`.${extension}`) ? suggested.slice(0, -extension.length - 1) : suggested
  const clean = stem
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const name = shortened(clean) || 'file'
  return `${/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `_${name}` : name}.${extension}`
}

/** The path a person chose, with the extension of its kind when they left it out. */
export const withExtension = (path: string, extension: string): string =>
  extname(basename(path)).toLowerCase() === `.${extension}` ? path : `${path}.${extension}`

/** Linux counts bytes: 255 for a name, of which the temporary file beside it needs some. */
const LONGEST_BYTES = 200

const shortened = (name: string): string => {
  let short = name
  while (Buffer.byteLength(short) > LONGEST_BYTES) short = [...short].slice(0, -1).join('')
  return short.trimEnd()
}

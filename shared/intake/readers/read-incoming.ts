import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { IncomingDocument, IncomingFormat } from '../incoming.ts'
import { compoundKind } from './compound-file.ts'
import { LARGEST_INCOMING_MEGABYTES } from './limits.ts'
import { readDelimited } from './read-delimited.ts'
import { readDocx } from './read-docx.ts'
import { readTextBytes } from './read-text.ts'
import { readWorkbook, workbookFormatOf } from './read-workbook.ts'
import { openZip } from './zip-parts.ts'

type Answer = Result<IncomingDocument, Refusal> | Promise<Result<IncomingDocument, Refusal>>

/** The binary kinds of the old offices. */
export type OldFormat = Extract<IncomingFormat, 'doc' | 'wps' | 'xls' | 'et'>

/**
 * What reads the old kinds in a process of its own: one library needs Node, and both can be held up for ever by a damaged file. Absent:
 * old Word files are refused with advice, old workbooks are read here.
 */
export interface OtherReaders {
  readonly old?: (bytes: Uint8Array, format: OldFormat) => Answer
}

/** Reads any file that comes in, by its content; the name only tells apart what is the same inside (doc/wps, xls/et, txt/csv). */
export const readIncoming = async (
  bytes: Uint8Array,
  name: string,
  readers: OtherReaders,
): Promise<Result<IncomingDocument, Refusal>> => {
  if (bytes.length === 0) return err({ type: 'file-empty' })
  const megabytes = Math.ceil(bytes.length / 1_000_000)
  if (bytes.length > LARGEST_INCOMING_MEGABYTES * 1_000_000)
    return err({ type: 'file-too-large', megabytes, limit: LARGEST_INCOMING_MEGABYTES })
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) return readZip(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const kind = compoundKind(bytes)
    if (kind === 'encrypted') return err({ type: 'incoming-encrypted' })
    if (kind === 'damaged') return err({ type: 'incoming-damaged' })
    if (kind === 'doc')
      return readers.old?.(bytes, extension === 'wps' ? 'wps' : 'doc') ?? unsupported('旧版 Word 文档（.doc、.wps）')
    if (kind === 'workbook') return oldWorkbook(bytes, extension === 'et' ? 'et' : 'xls', readers)
    return unsupported('旧版 Office 的其他文件（如演示文稿）')
  }
  // A table of a web page, of XML or of the first Excels, whatever it is called.
  const bare = workbookFormatOf(bytes, name)
  if (bare !== null) return readWorkbook(bytes, bare)
  const read = readTextBytes(bytes)
  return read.ok ? readPlain(read.value.text, extension === 'csv' || extension === 'tsv') : read
}

/** Text as it was pasted or stands in a file; one that looks like rows is told as a table too, and named so it is nothing else. */
export const readPlain = (text: string, isNamedTable = false): Result<IncomingDocument, Refusal> => {
  if (isNamedTable) return readDelimited(text)
  const rows = looksLikeRows(text) ? readDelimited(text) : null
  return ok({ format: 'txt', text, tables: rows?.ok === true ? rows.value.tables : [], asides: [], findings: [] })
}

const oldWorkbook = (bytes: Uint8Array, format: 'xls' | 'et', { old }: OtherReaders): Answer =>
  old ? old(bytes, format) : readWorkbook(bytes, format)

const readZip = async (bytes: Uint8Array): Promise<Result<IncomingDocument, Refusal>> => {
  const zip = openZip(bytes)
  if (!zip.ok) return zip
  const has = (name: string): boolean => zip.value.names.includes(name)
  if (has('xl/workbook.bin')) return unsupported('Excel 二进制表格（.xlsb）')
  if (has('word/document.xml') || has('word/document2.xml')) return readDocx(zip.value)
  const mimetype = zip.value.read('mimetype')
  if (!mimetype.ok) return mimetype
  const type = mimetype.value ? new TextDecoder().decode(mimetype.value.subarray(0, 100)) : ''
  if (type.includes('opendocument.text')) return unsupported('ODF 文字（.odt）')
  const isOds = type.includes('opendocument.spreadsheet')
  if (!isOds && !has('xl/workbook.xml')) return unsupported('压缩包或其他文件')
  return readWorkbook(bytes, isOds ? 'ods' : 'xlsx')
}

const unsupported = (what: string): Result<never, Refusal> => err({ type: 'incoming-unsupported', what })

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte)

/** Rows: most of the first lines hold the same number of commas or tabs. */
const looksLikeRows = (text: string): boolean => {
  const lines = text
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  return ['\t', ','].some((mark) => {
    const counts = lines.map((line) => line.split(mark).length - 1)
    const [first = 0] = counts
    return lines.length >= 2 && first >= 2 && counts.filter((count) => count === first).length * 5 >= counts.length * 4
  })
}

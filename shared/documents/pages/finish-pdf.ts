import type { PlainDate } from '../../base/plain-date.ts'

/** What Chromium leaves out of the PDF of a page: see [Note: Turned pages] for `turned`. */
export interface PdfFinish {
  readonly title: string
  /** The day it is of: its making tells no clock. */
  readonly on: PlainDate
  /** Numbers, from 1, of upright pages that are shown turned by a quarter to the right. */
  readonly turned: readonly number[]
}

/**
 * A PDF as Chromium writes it with its title, a day that is told and its wide pages shown upright, as a later version in the same file
 * (ISO 32000-1 7.5.6). Null for a PDF built in another way: it is good as it stands, without these.
 */
export const finishPdf = (pdf: Uint8Array, { title, on, turned }: PdfFinish): Uint8Array | null => {
  const file = readPdf(pdf)
  if (file === null) return null
  const pages = turned.length === 0 ? [] : pagesOf(file, file.root, 0)
  const day = `D:${on.replaceAll('-', '')}000000+00'00'`
  const bytes = withDay(pdf, file, day)
  const objects = [`${file.size} 0 obj\n<</Title <${utf16(title)}>\n/CreationDate (${day})\n/ModDate (${day})>>\nendobj\n`]
  const numbers = [file.size]
  for (const number of turned) {
    const page = pages[number - 1]
    if (page === undefined) return null
    objects.push(`${page} 0 obj\n${file.object(page).replace('<<', '<</Rotate 90\n')}\nendobj\n`)
    numbers.push(page)
  }
  let at = bytes.length + 1
  const table = numbers.map((number, i) => {
    const entry = `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`
    at += objects[i]?.length ?? 0
    return entry
  })
  const trailer = `trailer\n<</Size ${file.size + 1}\n/Root ${file.root} 0 R\n/Info ${file.size} 0 R\n/Prev ${file.start}>>\n`
  const added = latin1Bytes(`\n${objects.join('')}xref\n${table.join('')}${trailer}startxref\n${at}\n%%EOF\n`)
  const finished = new Uint8Array(bytes.length + added.length)
  finished.set(bytes)
  finished.set(added, bytes.length)
  return finished
}

interface PdfFile {
  /** Where its table of objects begins, how many there are, and the first of all. */
  readonly start: number
  readonly size: number
  readonly root: number
  readonly info: number
  readonly offsets: readonly number[]
  /** What stands between `obj` and `endobj`. */
  readonly object: (number: number) => string
}

const TAIL = 1_024
const ENTRY = 20
/** A page or a list of pages is short; what is longer is neither. */
const LONGEST_OBJECT = 100_000

const readPdf = (pdf: Uint8Array): PdfFile | null => {
  const tail = latin1(pdf, Math.max(0, pdf.length - TAIL), pdf.length)
  const found = /trailer\s*<<\/Size (\d+)\s*\/Root (\d+) 0 R\s*\/Info (\d+) 0 R>>\s*startxref\s*(\d+)\s*%%EOF\s*$/.exec(tail)
  if (found === null) return null
  const [size = 0, root = 0, info = 0, start = 0] = found.slice(1).map(Number)
  const head = /^xref\s*0 (\d+)\s*\n/.exec(latin1(pdf, start, start + 40))
  if (head === null || Number(head[1]) !== size) return null
  const table = latin1(pdf, start + head[0].length, start + head[0].length + size * ENTRY)
  const offsets = Array.from({ length: size }, (_, i) => Number(table.slice(i * ENTRY, i * ENTRY + 10)))
  const object = (number: number): string => {
    const from = offsets[number] ?? pdf.length
    const text = latin1(pdf, from, Math.min(pdf.length, from + LONGEST_OBJECT))
    return /^\d+ 0 obj\s*([\s\S]*?)\s*endobj/.exec(text)?.[1] ?? ''
  }
  return { start, size, root, info, offsets, object }
}

/** Chromium's trees of pages are three deep for some hundred pages. */
const DEEPEST = 20

/** The pages under an object, in their order. */
const pagesOf = (file: PdfFile, number: number, depth: number): readonly number[] => {
  const text = file.object(number)
  if (depth > DEEPEST) return []
  if (/\/Type \/Page\b/.test(text)) return [number]
  const below = /\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? /\/Pages (\d+ 0 R)/.exec(text)?.[1] ?? ''
  return [...below.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesOf(file, Number(kid), depth + 1))
}

/** The same file with the day in place of the time it was written: as long as before. */
const withDay = (pdf: Uint8Array, file: PdfFile, day: string): Uint8Array => {
  const bytes = pdf.slice()
  const from = file.offsets[file.info] ?? 0
  const info = latin1(pdf, from, from + 2_000)
  for (const { index } of info.matchAll(/D:\d{14}\+00'00'/g)) bytes.set(latin1Bytes(day), from + index)
  return bytes
}

const latin1 = (bytes: Uint8Array, from: number, to: number): string => {
  let text = ''
  for (let i = from; i < Math.min(to, bytes.length); i++) text += String.fromCharCode(bytes[i] ?? 0)
  return text
}

const latin1Bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

const utf16 = (text: string): string => {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  return `FEFF${units.map((unit) => unit.toString(16).padStart(4, '0')).join('')}`.toUpperCase()
}

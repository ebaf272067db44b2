import { strToU8, unzipSync, zipSync } from 'fflate'
import type { PlainDate } from '../../base/plain-date.ts'
import { XML_HEAD, xml } from './xml.ts'

/** What a document says of itself; the date is given, so that the same input makes the same bytes. */
export interface DocumentProperties {
  readonly title: string
  readonly creator: string
  readonly on: PlainDate
}

/**
 * The one pass over what the docx library wrote: replaces whole parts by ours (styles, settings, fonts, properties), sorts the parts
 * and fixes the times in the zip. The same input gives the same bytes on any day and in any time zone.
 */
export const finishDocx = (
  bytes: Uint8Array,
  parts: Readonly<Record<string, string>>,
  properties: DocumentProperties,
): Uint8Array => {
  const written = unzipSync(bytes)
  const replaced = { ...parts, 'docProps/core.xml': coreProperties(properties) }
  const all = { ...written, ...Object.fromEntries(Object.entries(replaced).map(([name, text]) => [name, strToU8(text)])) }
  // [Content_Types].xml comes first by custom; the rest in the order of their names.
  const names = Object.keys(all).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(names.map((name) => [name, all[name] ?? new Uint8Array()])), { level: 6, mtime: FIXED_TIME })
}

/** Read by fflate with local getters, so a local time without a zone. */
const FIXED_TIME = '1980-01-02T00:00:00'

const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2)

const coreProperties = ({ title, creator, on }: DocumentProperties): string =>
  `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${xml(title)}</dc:title><dc:creator>${xml(creator)}</dc:creator><cp:lastModifiedBy>${xml(creator)}</cp:lastModifiedBy>` +
  `<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:created>` +
  `<dcterms:modified xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:modified></cp:coreProperties>`

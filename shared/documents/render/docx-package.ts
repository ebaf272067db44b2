import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { PlainDate } from '../../base/plain-date.ts'
import { repackStably } from './stable-zip.ts'
import { XML_HEAD, xml } from './xml.ts'

/** What a document says of itself; the date is given, so that the same input makes the same bytes. */
export interface DocumentProperties {
  readonly title: string
  readonly creator: string
  readonly on: PlainDate
}

/** The one pass over what the docx library wrote: whole parts (styles, settings, fonts, properties) are replaced by ours; `changes` mend others. */
export const finishDocx = (
  bytes: Uint8Array,
  parts: Readonly<Record<string, string>>,
  properties: DocumentProperties,
  changes: Readonly<Record<string, (xml: string) => string>> = {},
): Uint8Array => {
  const replaced = { ...parts, 'docProps/core.xml': coreProperties(properties) }
  const changing = Object.keys(changes)
  const standing = changing.length === 0 ? {} : unzipSync(bytes, { filter: ({ name }) => changing.includes(name) })
  const changed = Object.entries(standing).map(([name, part]) => [name, strToU8(changes[name]?.(strFromU8(part)) ?? '')])
  return repackStably(bytes, {
    ...Object.fromEntries(changed),
    ...Object.fromEntries(Object.entries(replaced).map(([name, text]) => [name, strToU8(text)])),
  })
}

const coreProperties = ({ title, creator, on }: DocumentProperties): string =>
  `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${xml(title)}</dc:title><dc:creator>${xml(creator)}</dc:creator><cp:lastModifiedBy>${xml(creator)}</cp:lastModifiedBy>` +
  `<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:created>` +
  `<dcterms:modified xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:modified></cp:coreProperties>`

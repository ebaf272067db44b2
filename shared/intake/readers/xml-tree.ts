import { SaxesParser } from 'saxes'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { DEEPEST_XML, LARGEST_XML_BYTES } from './limits.ts'
import { DAMAGED } from './zip-parts.ts'

/**
 * An element of Word's XML. Names carry the usual prefix of their namespace whatever the file calls it (`w:p`, also of strict files);
 * attributes of WordprocessingML and those without a namespace have none (`val`).
 */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[]
}

/** Namespaces end alike in transitional and strict files. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\/(2006\/)?main$/, 'w'],
  [/officeDocument\/(2006\/)?relationships$/, 'r'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/package\/2006\/relationships$/, 'rel'],
  [/officeDocument\/(2006\/)?math$/, 'm'],
  [/XML\/1998\/namespace$/, 'xml'],
]

/** Reads one part. A document type is refused: office programs write none, and entities are how XML bursts. */
export const readXml = (bytes: Uint8Array): Result<XmlElement, Refusal> => {
  if (bytes.length > LARGEST_XML_BYTES) return err({ type: 'incoming-bursts', limit: LARGEST_XML_BYTES / 1_000_000 })
  const prefixes = new Map<string, string>()
  const prefixOf = (uri: string): string => {
    const known = prefixes.get(uri)
    if (known !== undefined) return known
    const prefix = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1] ?? (uri === '' ? '' : 'x')
    prefixes.set(uri, prefix)
    return prefix
  }
  const named = (uri: string, local: string): string => (prefixOf(uri) === '' ? local : `${prefixOf(uri)}:${local}`)
  const root: Open = { name: '', attributes: NO_ATTRIBUTES, children: [] }
  const open: Open[] = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('doctype', () => {
    throw new Error('a document type')
  })
  parser.on('opentag', (tag) => {
    if (open.length > DEEPEST_XML) throw new Error('too deep')
    const attributes = new Map<string, string>()
    for (const { prefix, uri, local, value } of Object.values(tag.attributes))
      if (prefix !== 'xmlns' && local !== 'xmlns') attributes.set(named(uri, local).replace(/^w:/, ''), value)
    const element: Open = {
      name: named(tag.uri, tag.local),
      attributes: attributes.size === 0 ? NO_ATTRIBUTES : attributes,
      children: [],
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    open.at(-1)?.children.push(text)
  })
  parser.on('cdata', (text) => {
    open.at(-1)?.children.push(text)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  try {
    parser.write(textOfXml(bytes)).close()
  } catch {
    // The parser throws for XML that is none: the file is damaged, nothing else is known.
    return err(DAMAGED)
  }
  const top = root.children.find((child) => typeof child !== 'string')
  return top === undefined || typeof top === 'string' ? err(DAMAGED) : ok(top)
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

const textOfXml = (bytes: Uint8Array): string => {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { fatal: true }).decode(bytes)
}

export const elementsOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string')

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => {
  for (const child of element?.children ?? []) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

/** `val` of a child: what most of Word's properties are. */
export const propertyOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes.get('val')

/** A property that is on by standing there; `0`, `false` and `off` turn it off. */
export const isOn = (element: XmlElement | undefined, name: string): boolean => {
  const property = childOf(element, name)
  return property !== undefined && !['0', 'false', 'off'].includes(property.attributes.get('val') ?? '1')
}

export const wordsOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : '')).join('')

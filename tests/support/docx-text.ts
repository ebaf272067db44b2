import { strFromU8, unzipSync } from 'fflate'

/** The parts of a Word file by name, as text. */
export const docxParts = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (xml: string): string =>
  xml.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.replace('#x', '0x').replace('#', ''))) : (ENTITIES[name] ?? whole),
  )

export interface DocxParagraph {
  readonly style: string
  readonly text: string
}

/** The paragraphs of the body, read without the program: style id and text. */
export const docxParagraphs = (bytes: Uint8Array): readonly DocxParagraph[] => {
  const body = docxParts(bytes).get('word/document.xml') ?? ''
  return [...body.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? '',
    text: unescaped([...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')),
  }))
}

export const docxText = (bytes: Uint8Array): string =>
  docxParagraphs(bytes)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n')

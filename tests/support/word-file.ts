import { strToU8, zipSync } from 'fflate'

const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

export interface WordParts {
  readonly body: string
  readonly numbering?: string
  readonly styles?: string
  readonly footnotes?: string
  readonly comments?: string
}

/** A Word file with exactly these parts, as Word lays them out. */
export const wordFile = ({ body, ...parts }: WordParts): Uint8Array => {
  const others = Object.entries(parts)
  const root = (name: string, content: string): Uint8Array =>
    strToU8(`<?xml version="1.0"?><w:${name} ${SPACES}>${content}</w:${name}>`)
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = (rows: readonly (readonly [string, string])[]): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
        .map(([type, target], i) => `<Relationship Id="r${i}" Type="${office}/${type}" Target="${target}"/>`)
        .join('')}</Relationships>`,
    )
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/>` +
        others.map(([name]) => `<Override PartName="/word/${name}.xml" ContentType="${types}.${name}+xml"/>`).join('') +
        '</Types>',
    ),
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': root('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relations(others.map(([name]) => [name, `${name}.xml`])),
    ...Object.fromEntries(others.map(([name, content]) => [`word/${name}.xml`, root(name, content)])),
  })
}

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

export const paragraph = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`

export const numbered = (text: string, level: number, numId = 1): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)

export const listLevel = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

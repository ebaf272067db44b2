import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { IncomingAside, IncomingDocument } from '../incoming.ts'
import { createNumbering } from './docx-numbering.ts'
import { readStyles } from './docx-styles.ts'
import { walkStory } from './docx-walk.ts'
import { readingFinding } from './reading-findings.ts'
import { childOf, elementsOf, readXml, type XmlElement } from './xml-tree.ts'
import { DAMAGED, type ZipParts } from './zip-parts.ts'

/** Reads a Word file as its reader sees it: automatic numbers written out, insertions taken in, deletions left out. */
export const readDocx = (zip: ZipParts): Result<IncomingDocument, Refusal> => {
  const relations = readRelations(zip, '_rels/.rels', '')
  if (!relations.ok) return relations
  const main = relations.value.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml'
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const own = readRelations(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  if (!own.ok) return own
  const part = (name: string | undefined): Result<XmlElement | null, Refusal> => {
    if (name === undefined) return ok(null)
    const bytes = zip.read(name)
    return !bytes.ok ? bytes : bytes.value === null ? ok(null) : readXml(bytes.value)
  }
  const of = (type: string): Result<XmlElement | null, Refusal> =>
    part(own.value.find((relation) => relation.type === type)?.target)

  const body = part(main)
  if (!body.ok) return body
  const root = body.value && childOf(body.value, 'w:body')
  if (!root) return err(DAMAGED)
  const [stylesPart, numberingPart, notes, ends, comments] = [
    of('styles'),
    of('numbering'),
    of('footnotes'),
    of('endnotes'),
    of('comments'),
  ]
  for (const read of [stylesPart, numberingPart, notes, ends, comments]) if (!read.ok) return read
  const value = (read: Result<XmlElement | null, Refusal>): XmlElement | null => (read.ok ? read.value : null)
  const styles = readStyles(value(stylesPart))
  const story = walkStory(root, styles, createNumbering(value(numberingPart), styles))
  if (!story.ok) return story
  const { text, tables, marks, counts } = story.value
  const asides: IncomingAside[] = [...story.value.asides]
  const plainly = (element: XmlElement): string => {
    const read = walkStory(element, styles, createNumbering(null, styles))
    return read.ok ? read.value.text.trim() : ''
  }
  const besides = (kind: 'footnote' | 'endnote' | 'comment', holder: XmlElement | null): void => {
    for (const element of holder ? elementsOf(holder) : []) {
      const type = element.attributes.get('type') ?? 'normal'
      if (element.name !== `w:${kind}` || type !== 'normal') continue
      const words = plainly(element)
      const at = marks.get(`${kind}:${element.attributes.get('id') ?? ''}`) ?? null
      if (words !== '') asides.push({ kind, text: words, author: element.attributes.get('author') ?? null, at })
    }
  }
  besides('footnote', value(notes))
  besides('endnote', value(ends))
  besides('comment', value(comments))
  const seen = new Set<string>()
  for (const { type, target } of own.value) {
    if (type !== 'header' && type !== 'footer') continue
    const read = part(target)
    if (!read.ok) return read
    const words = read.value ? plainly(read.value) : ''
    if (words !== '' && !seen.has(`${type}${words}`)) asides.push({ kind: type, text: words, author: null, at: null })
    seen.add(`${type}${words}`)
  }
  if (text.trim() === '' && asides.every(({ kind }) => kind !== 'textBox')) return err({ type: 'file-empty' })
  const revisions = asides.filter(({ kind }) => kind === 'inserted' || kind === 'deleted').length
  const commented = asides.filter(({ kind }) => kind === 'comment').length
  const boxes = asides.filter(({ kind }) => kind === 'textBox').length
  const findings = [
    ...(revisions > 0 ? [readingFinding('intake.revisions', { count: revisions })] : []),
    ...(commented > 0 ? [readingFinding('intake.comments', { count: commented })] : []),
    ...(boxes > 0 ? [readingFinding('intake.text-boxes', { count: boxes })] : []),
    ...(counts.hidden > 0 ? [readingFinding('intake.hidden-text', { count: counts.hidden })] : []),
    ...(counts.foreign > 0 ? [readingFinding('intake.part-embedded', { count: counts.foreign })] : []),
  ]
  return ok({ format: 'docx', text, tables, asides, findings })
}

interface Relation {
  readonly type: string
  readonly target: string
}

const readRelations = (zip: ZipParts, name: string, folder: string): Result<readonly Relation[], Refusal> => {
  const bytes = zip.read(name)
  if (!bytes.ok) return bytes
  if (bytes.value === null) return ok([])
  const root = readXml(bytes.value)
  if (!root.ok) return root
  return ok(
    elementsOf(root.value)
      .filter(({ attributes }) => attributes.get('TargetMode') !== 'External')
      .map(({ attributes }) => {
        const target = attributes.get('Target') ?? ''
        return {
          type: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
          target: target.startsWith('/') ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, ''),
        }
      }),
  )
}

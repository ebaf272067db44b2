/// <reference path="./word-extractor.d.ts" />
import WordExtractor from 'word-extractor'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { IncomingAside, IncomingDocument } from '../../shared/intake/incoming.ts'
import { readingFinding } from '../../shared/intake/readers/reading-findings.ts'

/** Reads an old Word or WPS file; automatic numbers are not in it, which is said. May take any time: it runs in a process of its own. */
export const readDoc = async (bytes: Uint8Array, format: 'doc' | 'wps'): Promise<Result<IncomingDocument, Refusal>> => {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes))
    const options = { filterUnicode: false }
    const text = clean(document.getBody(options)).replace(/\n+$/, '')
    if (text.trim() === '') return err({ type: 'file-empty' })
    const asides: readonly (readonly [IncomingAside['kind'], string])[] = [
      ['footnote', document.getFootnotes(options)],
      ['endnote', document.getEndnotes(options)],
      ['comment', document.getAnnotations(options)],
      ['textBox', document.getTextboxes(options)],
      ['header', document.getHeaders({ ...options, includeFooters: false })],
      ['footer', document.getFooters(options)],
    ]
    return ok({
      format,
      text,
      tables: [],
      asides: asides.flatMap(([kind, words]) => {
        const own = clean(words).trim()
        return own === '' ? [] : [{ kind, text: own, author: null, at: null }]
      }),
      findings: [readingFinding('intake.numbers-lost')],
    })
  } catch {
    // The library throws anything for a damaged file; nothing more is known about it.
    return err({ type: 'incoming-damaged' })
  }
}

/** Line feeds only, without the control characters of the old format. */
const clean = (text: string): string => text.replace(/\r\n?|[\v\f]/g, '\n').replace(CONTROLS, '')

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const CONTROLS = /[\u0000-\u0008\u000e-\u001f]/g

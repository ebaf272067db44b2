import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readIncoming } from '../../../shared/intake/readers/read-incoming.ts'
import { paragraph, wordFile } from '../../support/word-file.ts'

const FOLDER = new URL('../../fixtures/twins/', import.meta.url)
const escaped = (line: string): string => line.replace(/&/g, '&amp;').replace(/</g, '&lt;')

describe('a notice kept as a Word file', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))('gives the text of %s to the letter', async (name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8').replace(/\n$/, '')
    const body = text
      .split('\n')
      .map((line) => paragraph(escaped(line)))
      .join('')
    expect(await readIncoming(wordFile({ body }), name, {})).toMatchObject({ ok: true, value: { format: 'docx', text } })
  })
})

import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { describe, expect, test } from 'vitest'
import { readDoc } from '../../../electron/old-files/read-doc.ts'
import { figuresOf } from '../../../shared/domain/figures/figures-of.ts'
import { readIncoming } from '../../../shared/intake/readers/read-incoming.ts'
import { suggestFromText } from '../../../shared/intake/suggest-text.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { countingIds, day } from '../../support/ports.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { NO_SEEDS, SEEDS, TWINS } from '../../support/texts.ts'
import { paragraph, wordFile } from '../../support/word-file.ts'

const TODAY = day('2024-07-05')
const TEXTS = [
  ...TWINS.map(({ name, path }) => ({ name, text: readFileSync(path, 'utf8') })),
  ...(NO_SEEDS ? [] : [...SEEDS.values()].map(({ name, text }) => ({ name, text }))),
]
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const asWord = (text: string): Uint8Array =>
  wordFile({
    body: text
      .split(/\r?\n/)
      .map((line) => paragraph(escaped(line)))
      .join(''),
  })

/** Every figure of the ledger a text becomes: counts of problems, items and statuses among them. */
const figures = (text: string) => {
  const read = unwrapped(suggestFromText(text, { ids: countingIds(), today: TODAY }))
  return figuresOf(read.suggestion.ledger, TODAY).map(({ id, value }) => `${id} ${value}`)
}

describe('a 通报 that comes as a Word file', () => {
  test.each(TEXTS)('$name as .docx becomes the ledger its text does', async ({ text }) => {
    const read = unwrapped(await readIncoming(asWord(text), '通报.docx', {}))
    expect(read.format).toBe('docx')
    expect(figures(read.text)).toEqual(figures(text))
  })

  const noOffice = spawnSync('soffice', ['--version']).error !== undefined
  if (noOffice) process.stdout.write('skipped: old Word files (LibreOffice is not here to write them)\n')
  test.skipIf(noOffice)('as .doc it becomes the same ledger, and the loss of numbers is said', async () => {
    const folder = tempFolder()
    const paths = await Promise.all(
      TEXTS.map(async ({ name, text }) => {
        const path = join(folder, `${name}.docx`)
        const children = text.split(/\r?\n/).map((line) => new Paragraph(line))
        writeFileSync(path, await Packer.toBuffer(new Document({ sections: [{ children }] })))
        return path
      }),
    )
    const profile = `-env:UserInstallation=file://${folder}/office`
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'doc', '--outdir', folder, ...paths], { stdio: 'ignore' })
    for (const { name, text } of TEXTS) {
      const read = unwrapped(await readDoc(new Uint8Array(readFileSync(join(folder, `${name}.doc`))), 'doc'))
      expect(read.findings.map(({ rule }) => rule)).toContain('intake.numbers-lost')
      expect([name, ...figures(read.text)]).toEqual([name, ...figures(text)])
    }
  })
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { recordsPage } from '../../../build/records-page.ts'
import { ledgerCommandSchema } from '../../../shared/domain/commands/ledger-command.ts'

const docs = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')

test('docs/records.md says what the schemas say', () => {
  expect(docs('records.md')).toBe(recordsPage())
})

test('docs/cli.md names every act with its fields', () => {
  const table = docs('cli.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  for (const { shape } of ledgerCommandSchema.options) {
    const [type = ''] = [...shape.type.values]
    const line = table.find((row) => row.split('|')[1]?.includes(`\`${type}\``)) ?? ''
    for (const field of Object.keys(shape))
      if (field !== 'type' && !(field === 'problemId' && type.includes('record'))) expect(line, type).toContain(`\`${field}\``)
  }
})

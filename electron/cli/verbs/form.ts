import type { z } from 'zod'
import { readTemplate } from '../../../shared/documents/render/own-template.ts'
import { ALL_PROBLEMS, LEDGER_FIELDS, PROBLEM_FIELDS, PROBLEM_LOOPS } from '../../../shared/messages/template-fields.ts'
import { readWholeFile } from '../../files/read-file.ts'
import { formOutput } from '../contract.ts'
import { done, refused, type Verb } from '../verb.ts'

const LARGEST_MEGABYTES = 20

export const formVerb: Verb = {
  name: 'form',
  usage: 'form X.docx',
  summary: 'checks a form of one’s own: its fields, what is wrong with it, and every field there is',
  positionals: 1,
  options: {},
  required: [],
  opensNoPackage: true,
  output: formOutput,
  run: async ({ positionals: [path = ''] }) => {
    const bytes = await readWholeFile(path, LARGEST_MEGABYTES)
    if (!bytes.ok) return refused(bytes.error)
    const { scope, fields, faults } = readTemplate(bytes.value)
    const named = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([name, meaning]) => ({ name, meaning }))
    const output: z.infer<typeof formOutput> = {
      scope,
      fields: [...fields],
      faults: [...faults],
      known: {
        ledger: named(LEDGER_FIELDS),
        problem: named(PROBLEM_FIELDS),
        lists: Object.entries(PROBLEM_LOOPS).map(([name, words]) => ({ name, fields: named(words) })),
        allProblems: ALL_PROBLEMS,
      },
    }
    return done(output, faults, faults.length > 0)
  },
}

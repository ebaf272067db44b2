import { LARGEST_TEXT_MEGABYTES, readTextBytes } from '../../../shared/intake/readers/read-text.ts'
import { readWholeFile } from '../../files/read-file.ts'
import { refused, type Verb } from '../verb.ts'

export const textVerb: Verb = {
  name: 'text',
  usage: 'text FILE',
  summary: 'prints what the program reads: numbering included, nothing mended',
  positionals: 1,
  options: {},
  required: [],
  output: null,
  run: async ({ positionals: [path = ''] }) => {
    const bytes = await readWholeFile(path, LARGEST_TEXT_MEGABYTES)
    if (!bytes.ok) return refused(bytes.error)
    const read = readTextBytes(bytes.value)
    return read.ok ? { type: 'text', text: read.value.text } : refused(read.error)
  },
}

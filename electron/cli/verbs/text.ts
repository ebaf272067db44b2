import { readIncomingFile } from '../read-incoming-file.ts'
import { refused, type Verb } from '../verb.ts'

export const textVerb: Verb = {
  name: 'text',
  usage: 'text FILE',
  summary: 'prints what the program reads: numbering included, nothing mended',
  positionals: 1,
  options: {},
  required: [],
  opensNoPackage: true,
  output: null,
  run: async ({ positionals: [path = ''] }) => {
    const read = await readIncomingFile(path)
    return read.ok ? { type: 'text', text: read.value.text } : refused(read.error)
  },
}

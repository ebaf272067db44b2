import { readDoc } from './read-doc.ts'

/** Reads one old Word file and ends: a process of its own, so that a file that hangs or crashes the library takes nothing with it. */
process.once('message', (message) => {
  const { bytes, format } = message as { readonly bytes: Uint8Array; readonly format: 'doc' | 'wps' }
  void readDoc(bytes, format).then((answer) => {
    process.send?.(answer, () => process.exit(0))
  })
})

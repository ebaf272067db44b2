import type { OldFileTask } from './read-apart.ts'
import { readOldFile } from './read-old-file.ts'

/** The other side, as Electron calls it for a utility process; a plain child process has `process.send`. */
interface ParentPort {
  readonly once: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
  readonly postMessage: (message: unknown) => void
}

/** Reads one file of an old kind and ends: a process of its own, so that a file that hangs or crashes a library takes nothing with it. */
const { parentPort } = process as unknown as { readonly parentPort?: ParentPort }
const answer = async (task: unknown, send: (message: unknown) => void): Promise<void> => {
  const { bytes, format } = task as OldFileTask
  send(await readOldFile(bytes, format))
}
if (parentPort) parentPort.once('message', ({ data }) => void answer(data, (message) => parentPort.postMessage(message)))
else process.once('message', (task) => void answer(task, (message) => process.send?.(message, () => process.exit(0))))

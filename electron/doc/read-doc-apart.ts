import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, type Result } from '../../shared/base/result.ts'
import type { IncomingDocument } from '../../shared/intake/incoming.ts'

/** A sound file of 50 MB takes some seconds. */
const LONGEST_SECONDS = 60
/** The library keeps a file some ten times over. */
const MEMORY_MEGABYTES = 1024

/** Reads an old Word file in a process of its own, with bounded time and memory; for the program without a window. */
export const readDocApart = (bytes: Uint8Array, format: 'doc' | 'wps'): Promise<Result<IncomingDocument, Refusal>> =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('./doc-process.ts', import.meta.url)), [], {
      execArgv: ['--import', import.meta.resolve('tsx'), `--max-old-space-size=${MEMORY_MEGABYTES}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const finish = (answer: Result<IncomingDocument, Refusal>): void => {
      clearTimeout(timer)
      child.kill()
      resolve(answer)
    }
    const timer = setTimeout(() => finish(err({ type: 'incoming-too-slow', seconds: LONGEST_SECONDS })), LONGEST_SECONDS * 1000)
    child.once('message', (answer) => finish(answer as Result<IncomingDocument, Refusal>))
    child.once('error', () => finish(err({ type: 'incoming-damaged' })))
    child.once('exit', () => finish(err({ type: 'incoming-damaged' })))
    child.send({ bytes, format }, (failure) => {
      if (failure) finish(err({ type: 'incoming-damaged' }))
    })
  })

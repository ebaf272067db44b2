import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, type Result } from '../../shared/base/result.ts'
import type { IncomingDocument } from '../../shared/intake/incoming.ts'
import { type ApartProcess, MEMORY_MEGABYTES, type OldFileTask, readApart } from '../old-files/read-apart.ts'

const startUtilityProcess = (): ApartProcess => {
  const child = utilityProcess.fork(join(__dirname, 'old-file-process.cjs'), [], {
    execArgv: [`--max-old-space-size=${MEMORY_MEGABYTES}`],
    stdio: 'ignore',
    serviceName: 'old-file',
  })
  return {
    send: (task) => child.postMessage(task),
    onAnswer: (listener) => child.once('message', listener),
    onEnd: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  }
}

/** Reads files of the old binary kinds for the window, one at a time; another one, or `stop`, ends the one before. */
export const createOldFiles = () => {
  let running: AbortController | null = null
  const stop = (): void => running?.abort()
  return {
    read: async (task: OldFileTask): Promise<Result<IncomingDocument, Refusal>> => {
      stop()
      const own = new AbortController()
      running = own
      const answer = await readApart(startUtilityProcess, task, { signal: own.signal })
      return own.signal.aborted ? err<Refusal>({ type: 'incoming-damaged' }) : answer
    },
    stop,
  }
}

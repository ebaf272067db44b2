import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type ApartProcess, MEMORY_MEGABYTES } from './read-apart.ts'

/** Starts the reader of old files as a plain child process: for the program without a window. */
export const startChildProcess = (): ApartProcess => {
  const child = fork(fileURLToPath(new URL('./old-file-process.ts', import.meta.url)), [], {
    execArgv: ['--import', import.meta.resolve('tsx'), `--max-old-space-size=${MEMORY_MEGABYTES}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let ended: () => void = () => undefined
  return {
    send: (task) =>
      child.send(task, (failure) => {
        if (failure) ended()
      }),
    onAnswer: (listener) => child.once('message', listener),
    onEnd: (listener) => {
      ended = listener
      child.once('error', listener)
      child.once('exit', listener)
    },
    kill: () => child.kill('SIGKILL'),
  }
}

import { describe, expect, test } from 'vitest'
import { type ApartProcess, type OldFileTask, readApart } from '../../../electron/old-files/read-apart.ts'

const TASK: OldFileTask = { bytes: new Uint8Array([1]), format: 'xls' }

/** A process that does what the test says, and remembers whether it was ended. */
const aProcess = (act: (on: { readonly answer: (answer: unknown) => void; readonly end: () => void }) => void) => {
  const state = { killed: 0 }
  let answer: (answer: unknown) => void = () => undefined
  let end: () => void = () => undefined
  const start = (): ApartProcess => ({
    send: () => act({ answer, end }),
    onAnswer: (listener) => {
      answer = listener
    },
    onEnd: (listener) => {
      end = listener
    },
    kill: () => {
      state.killed += 1
    },
  })
  return { start, state }
}

describe('a file that is read in a process of its own', () => {
  test('is answered, and the process is gone', async () => {
    const { start, state } = aProcess(({ answer }) => answer({ ok: true, value: 'read' }))
    expect(await readApart(start, TASK)).toEqual({ ok: true, value: 'read' })
    expect(state.killed).toBe(1)
  })

  test('and holds it up is given up after its time', async () => {
    const { start, state } = aProcess(() => undefined)
    expect(await readApart(start, TASK, { seconds: 0.05 })).toMatchObject({ error: { type: 'incoming-too-slow' } })
    expect(state.killed).toBe(1)
  })

  test('and crashes it is said to be damaged', async () => {
    const { start } = aProcess(({ end }) => end())
    expect(await readApart(start, TASK)).toMatchObject({ error: { type: 'incoming-damaged' } })
  })

  test('is not waited for any more once it was cancelled', async () => {
    const cancel = new AbortController()
    const { start, state } = aProcess(() => cancel.abort())
    await readApart(start, TASK, { signal: cancel.signal })
    expect(state.killed).toBe(1)
  })
})

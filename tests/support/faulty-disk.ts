import { type FileHandle, open } from 'node:fs/promises'
import type { OpenFile } from '../../electron/files/open-file.ts'

const refusedWith = (code: string): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }))

/** Opens real files whose handles behave otherwise where `change` says so. */
const changed =
  (change: (file: FileHandle) => Partial<FileHandle>): OpenFile =>
  async (path, flags) => {
    const file = await open(path, flags)
    return Object.assign(file, change(file))
  }

/** Takes so many bytes of a file, then every write is refused with this error. */
export const failingAfter = (bytes: number, code: string): OpenFile =>
  changed((file) => ({
    writeFile: async (data) => {
      await file.write(data as Uint8Array, 0, bytes)
      return refusedWith(code)
    },
  }))

/** Takes everything; the flush or the reading is refused. */
export const failingIn = (method: 'sync' | 'read' | 'readFile', code: string): OpenFile =>
  changed(() => ({ [method]: () => refusedWith(code) }))

/** Refuses to open anything. */
export const notOpening =
  (code: string): OpenFile =>
  () =>
    refusedWith(code)

/** Keeps one byte otherwise than it was given, as a worn stick does. */
export const keepingOtherwise = (at: number): OpenFile =>
  changed((file) => {
    const write = file.writeFile.bind(file)
    return {
      writeFile: (data) => write(Uint8Array.from(data as Uint8Array, (byte, index) => (index === at ? byte ^ 1 : byte))),
    }
  })

/** Keeps less than it was given and says nothing. */
export const keepingOnly = (bytes: number): OpenFile =>
  changed((file) => {
    const write = file.writeFile.bind(file)
    return { writeFile: (data) => write((data as Uint8Array).subarray(0, bytes)) }
  })

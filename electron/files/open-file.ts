import type { FileHandle } from 'node:fs/promises'

/** How files are opened; a test stands in for a disk that is full, damaged or pulled out. */
export type OpenFile = (path: string, flags: string) => Promise<FileHandle>

import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { digestOf } from './digest.ts'
import type { FileEntry, Manifest } from './manifest.ts'

/** Files that records name by their SHA-256: 佐证材料 and 期报. They stand in the package as `files/<sha256>`, since format 1.1. */
export type FilesByHash = ReadonlyMap<string, Uint8Array>

/** How the files are listed and stored, each once, in an order that does not depend on how they came. */
export const listFiles = (files: Iterable<Uint8Array>): readonly { readonly entry: FileEntry; readonly bytes: Uint8Array }[] => {
  const byHash = new Map([...files].map((bytes) => [digestOf(bytes), bytes]))
  return [...byHash]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sha256, bytes]) => ({ entry: { path: pathOf(sha256), sha256, size: bytes.length }, bytes }))
}

/** A 期报 is text and shrinks to a tenth; scans and office files are compressed already. */
export const isText = (bytes: Uint8Array): boolean => bytes[0] === '{'.charCodeAt(0)

/**
 * The files a manifest names, checked as strictly as documents: each once, under the name of its own content. What is taken is struck
 * from `left`. Before 1.1 there were none.
 */
export const takeFiles = (
  manifest: Pick<Manifest, 'files' | 'format'>,
  contents: Readonly<Record<string, Uint8Array>>,
  left: Set<string>,
): Result<FilesByHash, Refusal> => {
  const files = new Map<string, Uint8Array>()
  for (const { path, sha256, size } of manifest.files) {
    const content = contents[path]
    if (!content || content.length !== size || digestOf(content) !== sha256) return err({ type: 'package-damaged', entry: path })
    if (path !== pathOf(sha256) || manifest.format.minor < 1 || !left.delete(path))
      return err({ type: 'package-foreign', entry: path })
    files.set(sha256, content)
  }
  return ok(files)
}

const pathOf = (sha256: string): string => `files/${sha256}`

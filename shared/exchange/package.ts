import { strFromU8, strToU8, zipSync } from 'fflate'
import { parseJson } from '../base/json.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { DOCUMENT_KINDS, type DocumentKey, documentKey, documentParts } from '../merge/document-boundaries.ts'
import type { Author, MergeEngine } from '../merge/engine.ts'
import type { LedgerDocuments } from '../merge/ledger-documents.ts'
import { digestOf } from './digest.ts'
import { isLocked } from './locked-package.ts'
import { type DocumentEntry, FORMAT, formatSchema, MANIFEST_PATH, type Manifest, manifestSchema } from './manifest.ts'
import { type FilesByHash, isText, listFiles, takeFiles } from './package-files.ts'
import { isSealed, seal, unzip } from './sealed-zip.ts'

export interface PackageFacts {
  readonly ledger: { readonly id: string; readonly title: string }
  readonly sender: Author
  /** Seconds since 1970. */
  readonly writtenAt: number
  readonly programVersion: string
  /** `slice` for the part of a unit; `whole` where nothing else is said. */
  readonly purpose?: string
  /** What a package of a newer minor version held beside what this program knows: it goes out again as it came in. */
  readonly unknown?: UnknownParts
  /** What the ledger's records name by hash; what they name and is not here is missing for whoever opens the package. */
  readonly files?: FilesByHash
}

/** Entries, manifest fields and document kinds of a newer minor version. */
export interface UnknownParts {
  readonly manifest: Manifest
  readonly files: Readonly<Record<string, Uint8Array>>
}

/** One document as it travels: its whole bytes, and the heads that name its state. */
export interface DocumentFile {
  readonly key: DocumentKey
  readonly bytes: Uint8Array
  readonly heads: readonly string[]
}

/** Writes a ledger's documents as one .zgtz file: a zip of whole documents, the files their records
 * name, and a manifest that names each with its SHA-256. */
export const encodePackage = <Doc>(engine: MergeEngine<Doc>, documents: LedgerDocuments<Doc>, facts: PackageFacts): Uint8Array =>
  encodeFiles(
    [...documents].map(([key, doc]) => ({ key, bytes: engine.save(doc), heads: engine.heads(doc) })),
    facts,
  )

/** The same from bytes that were saved before: nothing is loaded. */
export const encodeFiles = (documents: readonly DocumentFile[], facts: PackageFacts): Uint8Array => {
  const files: Record<string, Uint8Array> = {}
  const entries = documents.map(({ key, bytes, heads }): DocumentEntry => {
    const { kind, id } = documentParts(key)
    const path = pathOf(kind, id)
    files[path] = bytes
    return { path, kind, id, sha256: digestOf(bytes), heads: [...heads] }
  })
  const listed = listFiles(facts.files?.values() ?? [])
  const before = facts.unknown?.manifest
  const unlisted = before?.documents.filter(({ path }) => path in (facts.unknown?.files ?? {})) ?? []
  const manifest: Manifest = {
    ...before,
    format: { ...before?.format, ...FORMAT, minor: Math.max(before?.format.minor ?? 0, FORMAT.minor) },
    program: { name: '整改台账', version: facts.programVersion },
    ledger: { ...before?.ledger, ...facts.ledger },
    sender: { ...facts.sender },
    writtenAt: facts.writtenAt,
    purpose: facts.purpose ?? 'whole',
    documents: [
      ...entries.map((entry) => ({ ...before?.documents.find(({ path }) => path === entry.path), ...entry })),
      ...unlisted,
    ],
    files: listed.map(({ entry }) => ({ ...before?.files.find(({ path }) => path === entry.path), ...entry })),
  }
  // Documents are compressed already; the time is fixed, so that the same ledger gives the same bytes.
  const zip = zipSync(
    {
      [MANIFEST_PATH]: [strToU8(JSON.stringify(manifest, null, 1)), { level: 6 }],
      ...files,
      ...Object.fromEntries(listed.map(({ entry, bytes }) => [entry.path, [bytes, { level: isText(bytes) ? 6 : 0 }] as const])),
      ...facts.unknown?.files,
    },
    { level: 0, mtime: '1980-01-02T00:00:00' },
  )
  return seal(zip)
}

export interface OpenedPackage<Doc> {
  readonly manifest: Manifest
  readonly documents: LedgerDocuments<Doc>
  readonly filesByHash: FilesByHash
  readonly unknown: UnknownParts
}

/** Opens a package whole or not at all: `decodeFiles`, then every document through the engine. */
export const decodePackage = <Doc>(engine: MergeEngine<Doc>, bytes: Uint8Array): Result<OpenedPackage<Doc>, Refusal> => {
  const opened = decodeFiles(bytes)
  if (!opened.ok) return opened
  const documents = loadFiles(engine, opened.value.files)
  if (!documents.ok) return documents
  const { manifest, filesByHash, unknown } = opened.value
  return ok({ manifest, documents: documents.value, filesByHash, unknown })
}

/** The documents of a package through the engine, all or none. */
export const loadFiles = <Doc>(
  engine: MergeEngine<Doc>,
  files: readonly DocumentFile[],
): Result<LedgerDocuments<Doc>, Refusal> => {
  const documents = new Map<DocumentKey, Doc>()
  for (const { key, bytes: content } of files) {
    const loaded = engine.load(content)
    if (!loaded.ok)
      return err({ type: loaded.error.type === 'document-damaged' ? 'package-damaged' : 'package-foreign', entry: key })
    documents.set(key, loaded.value)
  }
  return ok(documents)
}

/** A package taken apart: its documents as bytes, and what this program does not know. */
export interface PackageFiles {
  readonly manifest: Manifest
  readonly files: readonly DocumentFile[]
  readonly filesByHash: FilesByHash
  readonly unknown: UnknownParts
}

/**
 * Checks a package and takes it apart. Seal, sizes, names and checksums are checked before the engine sees a byte; entries are never used
 * as paths. Refused with their own reasons: what is no package, a locked one (`unlockPackage` opens it), a cut one, a damaged or foreign entry, a newer major format.
 */
export const decodeFiles = (bytes: Uint8Array): Result<PackageFiles, Refusal> => {
  if (bytes.length === 0) return err({ type: 'file-empty' })
  if (isLocked(bytes)) return err({ type: 'package-locked' })
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return err({ type: 'not-a-package' })
  if (!isSealed(bytes)) return err(reasonWithoutSeal(bytes))
  const unzipped = unzip(bytes)
  if (!unzipped.ok) return unzipped
  const { [MANIFEST_PATH]: manifestBytes, ...contents } = unzipped.value
  const read = readManifest(manifestBytes)
  if (!read.ok) return read
  const manifest = read.value
  if (manifest.purpose === 'reply' || manifest.purpose === 'receipt') return err({ type: 'not-a-ledger' })
  const isNewer = manifest.format.minor > FORMAT.minor
  const files = new Map<DocumentKey, DocumentFile>()
  const unknown: Record<string, Uint8Array> = {}
  const left = new Set(Object.keys(contents))
  for (const entry of manifest.documents) {
    const { path, kind, id, heads } = entry
    const content = contents[path]
    if (!content || digestOf(content) !== entry.sha256) return err({ type: 'package-damaged', entry: path })
    // Each document once, under its own name: of two that claim one name neither may win in silence.
    if (path !== pathOf(kind, id) || !left.delete(path)) return err({ type: 'package-foreign', entry: path })
    const known = DOCUMENT_KINDS.find((name) => name === kind)
    if (known) files.set(documentKey(known, id), { key: documentKey(known, id), bytes: content, heads })
    else if (isNewer) unknown[path] = content
    else return err({ type: 'package-foreign', entry: path })
  }
  const filesByHash = takeFiles(manifest, contents, left)
  if (!filesByHash.ok) return filesByHash
  for (const path of left) {
    if (!isNewer) return err({ type: 'package-foreign', entry: path })
    unknown[path] = contents[path] ?? new Uint8Array()
  }
  if (!files.has(documentKey('outline', manifest.ledger.id))) return err({ type: 'package-foreign', entry: MANIFEST_PATH })
  return ok({ manifest, files: [...files.values()], filesByHash: filesByHash.value, unknown: { manifest, files: unknown } })
}

const pathOf = (kind: string, id: string): string => `documents/${kind}/${id}.automerge`

/** Why a zip without our seal is refused: it was cut, a newer program seals otherwise, or bytes of it were changed. */
const reasonWithoutSeal = (bytes: Uint8Array): Refusal => {
  const manifest = unzip(bytes, MANIFEST_PATH)
  if (!manifest.ok) return manifest.error
  const read = readManifest(manifest.value[MANIFEST_PATH])
  return !read.ok && read.error.type === 'package-newer' ? read.error : { type: 'package-damaged', entry: 'zgtz' }
}

const readManifest = (content: Uint8Array | undefined): Result<Manifest, Refusal> => {
  if (!content) return err({ type: 'not-a-package' })
  const parsed = parseJson(strFromU8(content))
  if (parsed === undefined) return err({ type: 'package-damaged', entry: MANIFEST_PATH })
  const format = formatSchema.safeParse(parsed)
  if (!format.success) return err({ type: 'not-a-package' })
  const { major } = format.data.format
  if (major > FORMAT.major) return err({ type: 'package-newer', major, known: FORMAT.major })
  const manifest = manifestSchema.safeParse(parsed)
  return manifest.success ? ok(manifest.data) : err({ type: 'package-damaged', entry: MANIFEST_PATH })
}

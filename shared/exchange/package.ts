import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { type DocumentKey, type DocumentKind, documentKey, documentParts } from '../merge/document-boundaries.ts'
import type { Author, MergeEngine } from '../merge/engine.ts'
import type { LedgerDocuments } from '../merge/ledger-documents.ts'
import { type DocumentEntry, FORMAT, formatSchema, MANIFEST_PATH, type Manifest, manifestSchema } from './manifest.ts'

export interface PackageFacts {
  readonly ledger: { readonly id: string; readonly title: string }
  readonly sender: Author
  /** Seconds since 1970. */
  readonly writtenAt: number
  readonly programVersion: string
}

/** One document as it travels: its whole bytes, and the heads that name its state. */
export interface DocumentFile {
  readonly key: DocumentKey
  readonly bytes: Uint8Array
  readonly heads: readonly string[]
}

/** Writes a ledger's documents as one .zgtz file: a zip of whole documents and a manifest that names each with its SHA-256. */
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
    const path = `documents/${kind}/${id}.automerge`
    files[path] = bytes
    return { path, kind, id, sha256: digestOf(bytes), heads: [...heads] }
  })
  const manifest: Manifest = {
    format: { ...FORMAT },
    program: { name: '整改台账', version: facts.programVersion },
    ledger: { ...facts.ledger },
    sender: { ...facts.sender },
    writtenAt: facts.writtenAt,
    purpose: 'whole',
    documents: entries,
  }
  // Documents are compressed already; the time is fixed, so that the same ledger gives the same bytes.
  const zip = zipSync(
    { [MANIFEST_PATH]: [strToU8(JSON.stringify(manifest, null, 1)), { level: 6 }], ...files },
    { level: 0, mtime: '1980-01-02T00:00:00' },
  )
  return seal(zip)
}

export interface OpenedPackage<Doc> {
  readonly manifest: Manifest
  readonly documents: LedgerDocuments<Doc>
}

/** Opens a package whole or not at all: `decodeFiles`, then every document through the engine. */
export const decodePackage = <Doc>(engine: MergeEngine<Doc>, bytes: Uint8Array): Result<OpenedPackage<Doc>, Refusal> => {
  const opened = decodeFiles(bytes)
  if (!opened.ok) return opened
  const documents = new Map<DocumentKey, Doc>()
  for (const { key, bytes: content } of opened.value.files) {
    const loaded = engine.load(content)
    if (!loaded.ok)
      return err({ type: loaded.error.type === 'document-damaged' ? 'package-damaged' : 'package-foreign', entry: key })
    documents.set(key, loaded.value)
  }
  return ok({ manifest: opened.value.manifest, documents })
}

/**
 * Checks a package and takes it apart. Size, names and checksums are checked before the engine sees a byte; entries are never used as
 * paths. Refused with their own reasons: what is no package, a cut one, a damaged or foreign entry, a newer major format.
 */
export const decodeFiles = (
  bytes: Uint8Array,
): Result<{ readonly manifest: Manifest; readonly files: readonly DocumentFile[] }, Refusal> => {
  const unzipped = unzip(bytes)
  if (!unzipped.ok) return unzipped
  if (!isSealed(bytes)) return err({ type: 'package-damaged', entry: 'zgtz' })
  const manifest = readManifest(unzipped.value[MANIFEST_PATH])
  if (!manifest.ok) return manifest
  const files: DocumentFile[] = []
  for (const entry of manifest.value.documents) {
    const content = unzipped.value[entry.path]
    if (!content || digestOf(content) !== entry.sha256) return err({ type: 'package-damaged', entry: entry.path })
    files.push({ key: documentKey(entry.kind as DocumentKind, entry.id), bytes: content, heads: entry.heads })
  }
  const listed = new Set(manifest.value.documents.map((entry) => entry.path))
  const unlisted = Object.keys(unzipped.value).find((path) => path !== MANIFEST_PATH && !listed.has(path))
  if (unlisted !== undefined && manifest.value.format.minor <= FORMAT.minor)
    return err({ type: 'package-foreign', entry: unlisted })
  return ok({ manifest: manifest.value, files })
}

/**
 * The seal is the comment of the zip: `zgtz sha256 ` and the digest of everything before it. Zip readers do not check the bytes
 * between the entries, and fflate checks none; with the seal no single flipped bit goes unseen.
 */
const SEAL = 'zgtz sha256 '
const SEAL_LENGTH = SEAL.length + 64

const seal = (zip: Uint8Array): Uint8Array => {
  const sealed = new Uint8Array(zip.length + SEAL_LENGTH)
  sealed.set(zip)
  // The length of the comment is the last field of the end record.
  sealed[zip.length - 2] = SEAL_LENGTH
  sealed[zip.length - 1] = 0
  sealed.set(strToU8(SEAL + digestOf(sealed.subarray(0, zip.length))), zip.length)
  return sealed
}

const isSealed = (bytes: Uint8Array): boolean => {
  const end = bytes.length - SEAL_LENGTH
  return end > 0 && strFromU8(bytes.subarray(end)) === SEAL + digestOf(bytes.subarray(0, end))
}

const digestOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** Limits against bombs: a 20,000-problem ledger is some 120 MB unzipped. */
const LARGEST_MEGABYTES = 512
const MOST_ENTRIES = 100_000

const unzip = (bytes: Uint8Array): Result<Record<string, Uint8Array>, Refusal> => {
  if (bytes.length === 0) return err({ type: 'file-empty' })
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return err({ type: 'not-a-package' })
  let megabytes = 0
  let entries = 0
  const tooLarge = (): boolean => megabytes > LARGEST_MEGABYTES || entries > MOST_ENTRIES
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        megabytes += originalSize / 1_000_000
        entries += 1
        return !tooLarge()
      },
    })
    return tooLarge() ? err({ type: 'package-too-large', megabytes: Math.round(megabytes), limit: LARGEST_MEGABYTES }) : ok(files)
  } catch {
    // fflate gives no reason a person could use: the end of the zip is missing, or what stands in it cannot be unpacked.
    return err({ type: 'package-truncated' })
  }
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

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

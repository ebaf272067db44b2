import { strFromU8, strToU8, zipSync } from 'fflate'
import { z } from 'zod'
import { parseJson } from '../base/json.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Author } from '../merge/engine.ts'
import { digestOf } from './digest.ts'
import { isLocked } from './locked-package.ts'
import { FORMAT, fileEntrySchema, formatSchema, MANIFEST_PATH } from './manifest.ts'
import { type FilesByHash, isText, listFiles, takeFiles } from './package-files.ts'
import { isSealed, seal, unzip } from './sealed-zip.ts'

/** What travels as JSON and holds no documents: a unit's answer (上报), and the word that something has arrived (签收回执). */
export type JsonPurpose = 'reply' | 'receipt'

const pathOf = (purpose: JsonPurpose): string => `${purpose}.json`

const manifestSchema = z.looseObject({
  format: formatSchema.shape.format,
  purpose: z.enum(['reply', 'receipt']),
  ledger: z.looseObject({ id: z.string(), title: z.string().max(300) }),
  sender: z.looseObject({ clerk: z.string().max(100), unit: z.string().max(200), pc: z.string().max(100) }),
  writtenAt: z.number().int(),
  files: z.array(fileEntrySchema).max(100_000).default([]),
})
export type JsonManifest = Readonly<z.infer<typeof manifestSchema>>

const partSchema = z.looseObject({ path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export interface JsonPackageFacts {
  readonly ledger: { readonly id: string; readonly title: string }
  readonly sender: Author
  /** Seconds since 1970. */
  readonly writtenAt: number
  readonly programVersion: string
  /** 佐证材料 that go along. */
  readonly files?: FilesByHash
}

/** One sealed .zgtz file: a manifest and the content as JSON. */
export const encodeJsonPackage = (purpose: JsonPurpose, value: unknown, facts: JsonPackageFacts): Uint8Array => {
  const content = strToU8(JSON.stringify(value))
  const listed = listFiles(facts.files?.values() ?? [])
  const manifest = {
    format: FORMAT,
    program: { name: '整改台账', version: facts.programVersion },
    ledger: facts.ledger,
    sender: { ...facts.sender },
    writtenAt: facts.writtenAt,
    purpose,
    documents: [],
    files: listed.map(({ entry }) => entry),
    [purpose]: { path: pathOf(purpose), sha256: digestOf(content) },
  }
  return seal(
    zipSync(
      {
        [MANIFEST_PATH]: strToU8(JSON.stringify(manifest, null, 1)),
        [pathOf(purpose)]: content,
        ...Object.fromEntries(listed.map(({ entry, bytes }) => [entry.path, [bytes, { level: isText(bytes) ? 6 : 0 }] as const])),
      },
      { level: 6, mtime: '1980-01-02T00:00:00' },
    ),
  )
}

export interface OpenedJsonPackage {
  readonly manifest: JsonManifest
  /** Parsed and checked by nothing but its digest. */
  readonly value: unknown
  readonly filesByHash: FilesByHash
}

/** Opens such a file, whole or not at all; null for a package that holds documents, which is not looked at further. */
export const decodeJsonPackage = (bytes: Uint8Array): Result<OpenedJsonPackage | null, Refusal> => {
  if (bytes.length === 0) return err({ type: 'file-empty' })
  if (isLocked(bytes)) return err({ type: 'package-locked' })
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return err({ type: 'not-a-package' })
  const first = unzip(bytes, MANIFEST_PATH)
  if (!first.ok) return first
  const parsed = parseJson(strFromU8(first.value[MANIFEST_PATH] ?? new Uint8Array()))
  const format = formatSchema.safeParse(parsed)
  if (!format.success) return ok(null)
  const { major } = format.data.format
  if (major > FORMAT.major) return err({ type: 'package-newer', major, known: FORMAT.major })
  const manifest = manifestSchema.safeParse(parsed)
  if (!manifest.success) return ok(null)
  if (!isSealed(bytes)) return err({ type: 'package-damaged', entry: 'zgtz' })
  const { purpose } = manifest.data
  const part = partSchema.safeParse(manifest.data[purpose])
  const path = pathOf(purpose)
  if (!part.success || part.data.path !== path) return err({ type: 'package-foreign', entry: MANIFEST_PATH })
  const whole = unzip(bytes)
  if (!whole.ok) return whole
  const { [MANIFEST_PATH]: _, [path]: content, ...others } = whole.value
  if (!content || digestOf(content) !== part.data.sha256) return err({ type: 'package-damaged', entry: path })
  const left = new Set(Object.keys(others))
  const filesByHash = takeFiles(manifest.data, others, left)
  if (!filesByHash.ok) return filesByHash
  const [unlisted] = left
  if (unlisted !== undefined && format.data.format.minor <= FORMAT.minor) return err({ type: 'package-foreign', entry: unlisted })
  return ok({ manifest: manifest.data, filesByHash: filesByHash.value, value: parseJson(strFromU8(content)) })
}

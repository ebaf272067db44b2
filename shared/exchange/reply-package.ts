import { strFromU8, strToU8, zipSync } from 'fflate'
import { z } from 'zod'
import { parseJson } from '../base/json.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { documentParts } from '../merge/document-boundaries.ts'
import type { Author } from '../merge/engine.ts'
import { parseFieldKey } from '../merge/flat-map.ts'
import { digestOf } from './digest.ts'
import { isLocked } from './locked-package.ts'
import { FORMAT, formatSchema, MANIFEST_PATH } from './manifest.ts'
import { type Reply, replySchema } from './reply.ts'
import { isSealed, seal, unzip } from './sealed-zip.ts'

const REPLY_PATH = 'reply.json'

const replyManifestSchema = z.looseObject({
  format: formatSchema.shape.format,
  purpose: z.literal('reply'),
  ledger: z.looseObject({ id: z.string(), title: z.string().max(300) }),
  sender: z.looseObject({ clerk: z.string().max(100), unit: z.string().max(200), pc: z.string().max(100) }),
  writtenAt: z.number().int(),
  reply: z.looseObject({ path: z.literal(REPLY_PATH), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
})
export type ReplyManifest = Readonly<z.infer<typeof replyManifestSchema>>

export interface ReplyFacts {
  readonly title: string
  readonly sender: Author
  /** Seconds since 1970. */
  readonly writtenAt: number
  readonly programVersion: string
}

/** A unit's answer as one sealed .zgtz file: a manifest and the changes as JSON. */
export const encodeReply = (reply: Reply, { title, sender, writtenAt, programVersion }: ReplyFacts): Uint8Array => {
  const content = strToU8(JSON.stringify(reply))
  const manifest = {
    format: FORMAT,
    program: { name: '整改台账', version: programVersion },
    ledger: { id: reply.ledgerId, title },
    sender: { ...sender },
    writtenAt,
    purpose: 'reply',
    documents: [],
    reply: { path: REPLY_PATH, sha256: digestOf(content) },
  }
  return seal(
    zipSync(
      { [MANIFEST_PATH]: strToU8(JSON.stringify(manifest, null, 1)), [REPLY_PATH]: content },
      { level: 6, mtime: '1980-01-02T00:00:00' },
    ),
  )
}

export interface OpenedReply {
  readonly manifest: ReplyManifest
  readonly reply: Reply
}

/**
 * Opens a unit's answer, whole or not at all; null for a package of another purpose, which is not looked at further. Changes may write only
 * records of the problem they belong to.
 */
export const decodeReply = (bytes: Uint8Array): Result<OpenedReply | null, Refusal> => {
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
  const manifest = replyManifestSchema.safeParse(parsed)
  if (!manifest.success) return ok(null)
  if (!isSealed(bytes)) return err({ type: 'package-damaged', entry: 'zgtz' })
  const whole = unzip(bytes)
  if (!whole.ok) return whole
  const content = whole.value[REPLY_PATH]
  if (!content || digestOf(content) !== manifest.data.reply.sha256) return err({ type: 'package-damaged', entry: REPLY_PATH })
  const reply = replySchema.safeParse(parseJson(strFromU8(content)))
  if (!reply.success || !isOfItsProblems(reply.data)) return err({ type: 'package-foreign', entry: REPLY_PATH })
  return ok({ manifest: manifest.data, reply: reply.data })
}

/** Records that live in the document of a problem. */
const OF_PROBLEM = new Set([
  'problem',
  'measure',
  'responsibility',
  'progress',
  'outcome',
  'extension',
  'closure',
  'review',
  'attachment',
])

const isOfItsProblems = ({ documents }: Reply): boolean =>
  documents.every(({ key, changes }) => {
    const { id } = documentParts(key)
    const isOwn = (entity: string): boolean => {
      const [kind = '', own = ''] = entity.split(':')
      return OF_PROBLEM.has(kind) && (kind !== 'problem' || own === id)
    }
    return changes.every(
      ({ fields, alive, removed }) =>
        fields.every(([field]) => isOwn(parseFieldKey(field)?.entity ?? '')) && [...alive, ...removed].every(isOwn),
    )
  })

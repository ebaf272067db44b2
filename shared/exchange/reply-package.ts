import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { documentParts } from '../merge/document-boundaries.ts'
import { parseFieldKey } from '../merge/flat-map.ts'
import { encodeJsonPackage, type JsonPackageFacts } from './json-package.ts'
import { type Reply, replySchema } from './reply.ts'

export interface ReplyFacts extends Omit<JsonPackageFacts, 'ledger'> {
  readonly title: string
}

/** A unit's answer as one sealed .zgtz file. */
export const encodeReply = (reply: Reply, { title, ...facts }: ReplyFacts): Uint8Array =>
  encodeJsonPackage('reply', reply, { ...facts, ledger: { id: reply.ledgerId, title } })

/** What a package of the purpose `reply` holds. Changes may write only records of the problem they belong to. */
export const readReply = (value: unknown): Result<Reply, Refusal> => {
  const reply = replySchema.safeParse(value)
  return reply.success && isOfItsProblems(reply.data) ? ok(reply.data) : err({ type: 'package-foreign', entry: 'reply.json' })
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

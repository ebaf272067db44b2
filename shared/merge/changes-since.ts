import { STATUSES, type Status } from '../domain/status.ts'
import type { ChangeEntry, DocumentChange } from './engine.ts'
import { entityKey, fieldKey, type Scalar } from './flat-map.ts'

/** What became of one problem through some changes of its document. */
export interface ProblemSince {
  readonly id: string
  /** It was made; taken to the 回收站; brought back. Null where it lived before and lives now. */
  readonly life: 'created' | 'removed' | 'restored' | null
  /** Null where the status was not written, or stands as it stood. */
  readonly status: { readonly before: Status; readonly after: Status } | null
}

/** What the changes that pass `isSince` did to a problem, from its history, oldest first; null where they made it and took it out again. */
export const problemSince = (
  id: string,
  changes: readonly DocumentChange[],
  isSince: (entry: ChangeEntry) => boolean,
): ProblemSince | null => {
  const since = changes.filter(isSince)
  const entity = entityKey('problem', id)
  const lives = since.flatMap((change) => change.lives.filter((own) => own.entity === entity).map(({ what }) => what))
  const key = fieldKey(entity, 'status')
  const writes = since.flatMap(({ fields }) => fields.filter((field) => field.key === key))
  const before = statusOf(writes[0]?.from[0])
  const after = statusOf(writes.at(-1)?.to)
  const wasMade = lives.includes('created')
  if (wasMade && lives.at(-1) === 'removed') return null
  return {
    id,
    life: lifeOver(lives),
    status: writes.length === 0 || wasMade || before === after ? null : { before, after },
  }
}

const lifeOver = (lives: readonly DocumentChange['lives'][number]['what'][]): ProblemSince['life'] => {
  const last = lives.at(-1)
  if (last === 'removed') return 'removed'
  if (lives.includes('created')) return 'created'
  // Taken out and brought back again is as it was.
  return lives[0] === 'restored' ? 'restored' : null
}

/** What was never written stands as the schema begins it. */
const statusOf = (value: Scalar | undefined): Status => STATUSES.find((status) => status === value) ?? 'unstated'

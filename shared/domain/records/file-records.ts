import { z } from 'zod'
import { choice, count, date, id, optionalText, order, reference, sha256, text } from './fields.ts'

/** 密级 as a file is marked. What is 秘密 or above belongs on no ordinary computer; the mark says so, it permits nothing. */
export const SECRECY_WORDS = { none: '无', internal: '内部', secret: '秘密', confidential: '机密', topSecret: '绝密' } as const

/** 佐证材料: a file kept under its SHA-256 outside the documents. `ownerId` is what it proves; null where it belongs to the whole ledger. */
export const attachmentSchema = z.object({
  id: id(),
  ownerId: reference('所属'),
  order: order(),
  name: text('文件名', 255),
  /** Bytes. */
  size: count('大小'),
  sha256: sha256(),
  secrecy: choice('密级', SECRECY_WORDS, 'none'),
  addedOn: date('添加日期'),
  note: optionalText('说明', 2_000),
})

/**
 * 期报: all figures of the ledger and the state of every problem, frozen at a cut-off date, so that last month's report stays what it was.
 * The content is a file under its SHA-256 (shared/domain/snapshot.ts); this record names it.
 */
export const snapshotSchema = z.object({
  id: id(),
  order: order(),
  cutoff: date('截至日期'),
  takenOn: date('冻结日期'),
  title: text('期次', 200),
  sha256: sha256(),
  note: optionalText('说明', 2_000),
})

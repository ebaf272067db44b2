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

/** What a file on a stick is for. */
export const TRANSFER_WORDS = {
  slice: '分发任务',
  reply: '上报进展',
  whole: '全量台账',
  receipt: '签收回执',
  related: '关联台账',
} as const
export type TransferPurpose = keyof typeof TRANSFER_WORDS

/**
 * 收发登记: a file that was handed out or taken in. `digest` is the SHA-256 of the file (empty for what several files brought); a 回执 names
 * that of the file it is for.
 */
export const transferSchema = z.object({
  id: id(),
  order: order(),
  direction: choice('收发', { out: '发出', in: '收到' }, 'out'),
  purpose: choice('用途', TRANSFER_WORDS, 'slice'),
  unit: text('单位', 200),
  clerk: text('经办人', 100),
  on: date('日期'),
  digest: sha256(),
  problems: count('问题数'),
  changes: count('修改数'),
  note: text('说明', 20_000),
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

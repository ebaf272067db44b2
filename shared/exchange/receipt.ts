import { z } from 'zod'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { TRANSFER_WORDS, type TransferPurpose } from '../domain/records/file-records.ts'
import type { FieldKey } from '../merge/flat-map.ts'
import { encodeJsonPackage, type JsonPackageFacts } from './json-package.ts'
import type { Rejections } from './take-in.ts'
import type { ToldDocument, ToldPlace } from './told-plan.ts'

/** More than anybody reads of one file. */
const MOST_PLACES = 5_000

const place = {
  /** The number of the problem as the receiver counts; null beside the problems. */
  number: z.number().int().nullable(),
  title: z.string().max(300),
}

/** 签收回执: what became of a file, for whoever sent it. Texts are cut to what a person needs to find the place. */
const receiptSchema = z.object({
  format: z.object({ name: z.literal('zgtz-receipt'), version: z.literal(1) }),
  /** The file that was received, by its SHA-256. */
  of: z.object({
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    purpose: z.enum(Object.keys(TRANSFER_WORDS) as [TransferPurpose, ...TransferPurpose[]]),
    title: z.string().max(300),
    writtenAt: z.number().int(),
  }),
  receiver: z.object({ clerk: z.string().max(100), unit: z.string().max(200), pc: z.string().max(100) }),
  /** Seconds since 1970 by the receiver's clock; shown, never trusted. */
  at: z.number().int(),
  /** How many problems were in it, were taken in with news, and stand in conflict. */
  problems: z.number().int().min(0),
  taken: z.number().int().min(0),
  conflicts: z.array(z.object({ ...place, what: z.string().max(300) })).max(MOST_PLACES),
  rejected: z.array(z.object({ ...place, what: z.string().max(300), reason: z.string().max(2_000) })).max(MOST_PLACES),
})
export type Receipt = Readonly<z.infer<typeof receiptSchema>>

/** What became of the documents of one package: what a 回执 tells beside who and when. `numbers` are the problems' as the receiver counts. */
export const whatBecame = (
  told: readonly ToldDocument[],
  rejections: Rejections,
  numbers: ReadonlyMap<string, number>,
): Pick<Receipt, 'taken' | 'conflicts' | 'rejected'> => {
  const placeOf = ({ problemId, title }: ToldDocument) => ({
    number: numbers.get(problemId ?? '') ?? null,
    title: title.slice(0, 300),
  })
  const isOut = (document: ToldDocument, item: FieldKey): boolean => {
    const items = rejections.get(document.key)?.items
    return items === 'all' || items?.has(item) === true
  }
  const rejected = told.flatMap((document) => {
    const rejection = rejections.get(document.key)
    if (rejection === undefined) return []
    const words = [
      ...document.news.filter(({ item }) => isOut(document, item)).map(wordsOf),
      ...document.conflicts.filter(({ key }) => isOut(document, key)).map(wordsOf),
    ]
    const whole = rejection.items === 'all' ? ['全部内容'] : [...new Set(words)]
    return whole.map((what) => ({ ...placeOf(document), what, reason: rejection.reason.slice(0, 2_000) }))
  })
  const conflicts = told.flatMap((document) =>
    document.conflicts
      .filter(({ key }) => !isOut(document, key))
      .map((conflict) => ({ ...placeOf(document), what: wordsOf(conflict) })),
  )
  return {
    // A problem and its 办内信息 are one.
    taken: new Set(told.flatMap(({ key, problemId }) => (rejections.get(key)?.items === 'all' ? [] : [problemId ?? key]))).size,
    conflicts: conflicts.slice(0, MOST_PLACES),
    rejected: rejected.slice(0, MOST_PLACES),
  }
}

/** 整改措施的时限. */
const wordsOf = ({ record, title }: Pick<ToldPlace, 'record' | 'title'>): string =>
  `${record}${title === '' ? '' : `的${title}`}`.slice(0, 300)

export const encodeReceipt = (receipt: Receipt, facts: JsonPackageFacts): Uint8Array =>
  encodeJsonPackage('receipt', receipt, facts)

export const readReceipt = (value: unknown): Result<Receipt, Refusal> => {
  const receipt = receiptSchema.safeParse(value)
  return receipt.success ? ok(receipt.data) : err({ type: 'package-foreign', entry: 'receipt.json' })
}

/** What a receipt says in one line, for the 收发登记. */
export const receiptLine = ({ of, taken, conflicts, rejected }: Receipt): string =>
  [
    `已签收“${TRANSFER_WORDS[of.purpose]}”`,
    of.purpose === 'slice' ? '' : `采用 ${taken} 个问题的内容`,
    conflicts.length > 0 ? `${conflicts.length} 处冲突待处理` : '',
    rejected.length > 0
      ? `未采用 ${rejected.length} 处（${rejected.map(({ number, what, reason }) => `${number === null ? '' : `第${number}个问题`}${what}：${reason}`).join('；')}）`
      : '',
  ]
    .filter((part) => part !== '')
    .join('，')
    .slice(0, 20_000)

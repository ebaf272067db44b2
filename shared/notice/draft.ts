import { z } from 'zod'
import { parseJson } from '../base/json.ts'
import { isPlainDate, type PlainDate } from '../base/plain-date.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { EDITIONS } from '../domain/records/notice-records.ts'
import type { NoticeModel } from './model.ts'

/** The format of a frozen draft, of its own: it is read long after the ledger's format has moved on. */
const FORMAT = { name: 'zgtz-draft', version: 1 } as const

const plainDate = z.string().refine(isPlainDate) as unknown as z.ZodType<PlainDate, PlainDate>

/** What a comparison and a screen need of a model; what a later program adds to it stays as it is. */
const lineSchema = z.looseObject({ kind: z.enum(['heading', 'run-in', 'paragraph']), text: z.string() })
const modelSchema = z.looseObject({
  head: z.array(z.string()),
  title: z.string().nullable(),
  edition: z.enum(EDITIONS),
  cutoff: plainDate,
  lines: z.array(lineSchema),
  signature: z.string().nullable(),
  signedOn: plainDate.nullable(),
  annotations: z.array(z.string()),
  missingFigures: z.array(z.string()),
  unnamedProblems: z.array(z.number()),
})

const draftSchema = z.object({
  format: z.object({ name: z.literal(FORMAT.name), version: z.literal(FORMAT.version) }),
  noticeId: z.string(),
  template: z.string(),
  model: modelSchema,
})

const versionSchema = z.object({ format: z.object({ name: z.literal(FORMAT.name), version: z.number().int() }) })

/** 第N稿: a notice as it was composed on a day, whole. Edition and cut-off are the model's. */
export interface NoticeDraft {
  readonly noticeId: string
  readonly template: string
  readonly model: NoticeModel
}

/** The one text of a draft: the same composition gives the same text. */
export const printDraft = ({ noticeId, template, model }: NoticeDraft): string =>
  JSON.stringify({ format: FORMAT, noticeId, template, model })

/** Reads what printDraft wrote. `draft-newer` for one of a later program; anything else that is none is `draft-damaged`. */
export const readDraft = (text: string): Result<NoticeDraft, Refusal> => {
  const parsed = parseJson(text)
  const version = versionSchema.safeParse(parsed)
  if (version.success && version.data.format.version > FORMAT.version)
    return err({ type: 'draft-newer', version: version.data.format.version, known: FORMAT.version })
  const draft = draftSchema.safeParse(parsed)
  if (!draft.success) return err({ type: 'draft-damaged' })
  const { noticeId, template, model } = draft.data
  return ok({ noticeId, template, model: model as unknown as NoticeModel })
}

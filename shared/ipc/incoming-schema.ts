import { z } from 'zod'

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly()
const count = z.number().int().nonnegative()

/** What a reader in another process answers (`intake/incoming.ts`): checked like everything that crosses a process. */
export const incomingDocumentSchema = z.object({
  format: z.enum(['txt', 'csv', 'docx', 'doc', 'wps', 'xlsx', 'xls', 'et', 'ods']),
  text: z.string(),
  tables: list(
    z.object({
      name: z.string(),
      rows: list(list(z.string())),
      merges: list(z.object({ top: count, bottom: count, left: count, right: count })),
      isHidden: z.boolean(),
      hiddenRows: list(count),
      hiddenColumns: list(count),
    }),
  ),
  asides: list(
    z.object({
      kind: z.enum(['comment', 'footnote', 'endnote', 'deleted', 'inserted', 'textBox', 'header', 'footer']),
      text: z.string(),
      author: z.string().nullable(),
      at: count.nullable(),
    }),
  ),
  findings: list(
    z.object({
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'hint']),
      message: z.string(),
      start: count.nullable(),
      end: count.nullable(),
      text: z.string().nullable(),
      stated: z.string().nullable(),
      expected: z.string().nullable(),
    }),
  ),
})

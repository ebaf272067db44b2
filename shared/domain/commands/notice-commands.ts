import { z } from 'zod'
import { orderBetween, orderKeys } from '../../base/order.ts'
import type { Refusal } from '../../base/refusal.ts'
import { assertNever, err, ok, type Result } from '../../base/result.ts'
import { inOrder } from '../arrangement.ts'
import { fittingRecord } from '../field-limits.ts'
import type { Ledger } from '../ledger.ts'
import { defaultBlocks, titleFor } from '../notices/default-blocks.ts'
import { findTemplate, templatesOf } from '../notices/find-template.ts'
import type { NoticeTemplate } from '../notices/notice-template.ts'
import { templateRecord } from '../notices/template-record.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import { id, plainDate } from '../records/fields.ts'
import { EDITIONS } from '../records/notice-records.ts'
import { type RecordKind, recordOf } from '../records/record-kinds.ts'
import { fittedBlocks } from './apply-template.ts'
import type { CommandContext, Decision } from './decision.ts'

/** 通报 and their templates, and what of them is 拟不公开. */
export const noticeCommandSchemas = [
  /** A notice with the standard text of its template. Null: edition and title of the template, the 整改单位 signs, no day yet. */
  z.object({
    type: z.literal('create-notice'),
    template: z.string(),
    edition: z.enum(EDITIONS).nullable().default(null),
    title: z.string().nullable().default(null),
    signature: z.string().nullable().default(null),
    signedOn: plainDate().nullable().default(null),
  }),
  /** A template of the ledger's own that says what another says. `title` null: that one's, as a copy. */
  z.object({ type: z.literal('copy-template'), templateId: z.string(), title: z.string().nullable().default(null) }),
  /** A notice in the order, the headings and the wording of another template. Its own words stay; none is lost. */
  z.object({ type: z.literal('apply-template'), noticeId: id(), templateId: z.string() }),
  /**
   * 拟不公开: a sentence of a field, or the whole record (`field` and `sentence` empty). `problemId` is the problem it stands in, as the
   * store needs it; where the whole ledger is at hand it is found.
   */
  z.object({
    type: z.literal('withhold-text'),
    problemId: id().nullable().default(null),
    ownerId: id(),
    field: z.string().default(''),
    sentence: z.string().default(''),
    reason: z.string().nullable().default(null),
  }),
] as const
export type NoticeCommand = Readonly<z.infer<(typeof noticeCommandSchemas)[number]>>

export const decideNoticeCommand = (
  ledger: Ledger,
  command: NoticeCommand,
  context: CommandContext,
): Result<Decision, Refusal> => {
  switch (command.type) {
    case 'create-notice':
      return createNotice(ledger, command, context)
    case 'copy-template':
      return copyTemplate(ledger, command, context)
    case 'apply-template':
      return applyTemplate(ledger, command, context)
    case 'withhold-text':
      return withholdText(ledger, command, context)
    default:
      return assertNever(command)
  }
}

type Of<T extends NoticeCommand['type']> = Extract<NoticeCommand, { readonly type: T }>

const named = (ledger: Ledger, templateId: string): Result<NoticeTemplate, Refusal> => {
  const template = findTemplate(templateId, ledger.records)
  const known = templatesOf(ledger.records).map((one) => one.id)
  return template ? ok(template) : err({ type: 'no-such-template', template: templateId.slice(0, 100), known })
}

const createNotice = (ledger: Ledger, command: Of<'create-notice'>, { ids }: CommandContext): Result<Decision, Refusal> => {
  const template = named(ledger, command.template)
  if (!template.ok) return template
  const edition = command.edition ?? template.value.edition
  const last = inOrder(ledger.records.notice).at(-1)
  const notice = fittingRecord('notice', {
    id: ids.id(),
    order: orderBetween(last?.order ?? null, null),
    title: command.title ?? titleFor(template.value, ledger),
    template: template.value.id,
    edition,
    signature: command.signature ?? ledger.inspection.rectifyingParty,
    signedOn: command.signedOn,
    itemHeadings: template.value.itemHeadings,
    names: 'public',
  })
  if (!notice.ok) return notice
  const blocks = defaultBlocks(template.value, ledger, edition)
  const places = orderKeys(blocks.length)
  const created = blocks.map((block, i) =>
    tag('noticeBlock', recordOf('noticeBlock', { ...block, id: ids.id(), noticeId: notice.value.id, order: places[i] ?? 'a0' })),
  )
  return ok({
    intent: `新建${template.value.title}`,
    edits: [tag('notice', notice.value), ...created].map((tagged): RecordEdit => ({ type: 'create', tagged })),
  })
}

const copyTemplate = (ledger: Ledger, command: Of<'copy-template'>, { ids }: CommandContext): Result<Decision, Refusal> => {
  const template = named(ledger, command.templateId)
  if (!template.ok) return template
  const title = command.title ?? `${template.value.title}（副本）`
  const last = inOrder(ledger.records.noticeTemplate).at(-1)
  const fits = fittingRecord('noticeTemplate', { id: 'fits', title })
  if (!fits.ok) return fits
  const record = templateRecord(template.value, { id: ids.id(), order: orderBetween(last?.order ?? null, null), title })
  return ok({ intent: `复制模板“${title}”`, edits: [{ type: 'create', tagged: tag('noticeTemplate', record) }] })
}

const applyTemplate = (ledger: Ledger, command: Of<'apply-template'>, { ids }: CommandContext): Result<Decision, Refusal> => {
  const notice = ledger.records.notice.find((known) => known.id === command.noticeId)
  if (!notice) return err({ type: 'entity-removed', entity: `notice:${command.noticeId}` })
  const template = named(ledger, command.templateId)
  if (!template.ok) return template
  const stored = inOrder(ledger.records.noticeBlock.filter(({ noticeId }) => noticeId === notice.id))
  const { itemHeadings } = template.value
  const wording = { levels: null, problemHeading: null, remainingHeading: null, itemLines: null, itemHeadings }
  return ok({
    intent: `套用模板“${template.value.title}”`,
    edits: [
      { type: 'change', kind: 'notice', id: notice.id, fields: { template: template.value.id, ...wording } },
      ...fittedBlocks(template.value, notice.id, stored, ids),
    ],
  })
}

/** The kinds whose words may be marked, with the fields a notice prints. */
const WORDS: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  problem: ['statement', 'details', 'target', 'account', 'result'],
  measure: ['title', 'text', 'account', 'result'],
  progress: ['text'],
  outlineNode: ['text'],
  noticeBlock: ['heading', 'text'],
  noticeEntry: ['remainingText'],
}

const withholdText = (ledger: Ledger, command: Of<'withhold-text'>, { ids }: CommandContext): Result<Decision, Refusal> => {
  const { ownerId, field, reason } = command
  const sentence = command.sentence.trim()
  const found = (Object.keys(WORDS) as RecordKind[]).flatMap((kind) =>
    (ledger.records[kind] as readonly { readonly id: string }[])
      .filter((record) => record.id === ownerId)
      .map((record) => ({ kind, record: record as unknown as Readonly<Record<string, unknown>> })),
  )[0]
  if (!found) return err({ type: 'entity-removed', entity: `record:${ownerId}` })
  // A problem is left out whole by its own 拟不公开, a heading by its problems.
  const isWhole =
    sentence === '' && field === '' && (found.kind === 'measure' || found.kind === 'progress' || found.kind === 'noticeBlock')
  const text = found.record[field]
  const stands =
    WORDS[found.kind]?.includes(field) === true && typeof text === 'string' && sentence !== '' && text.includes(sentence)
  if (!isWhole && !stands)
    return err({
      type: 'value-not-understood',
      field: '拟不公开内容',
      value: command.sentence.slice(0, 100),
      expected: '所在栏目中原有的一句话',
    })
  const last = inOrder(ledger.records.withheldText).at(-1)
  const mark = fittingRecord('withheldText', {
    id: ids.id(),
    order: orderBetween(last?.order ?? null, null),
    ...{ ...homeOf(ledger, found), ownerId, field, sentence, reason },
  })
  if (!mark.ok) return mark
  return ok({ intent: '标记拟不公开内容', edits: [{ type: 'create', tagged: tag('withheldText', mark.value) }] })
}

interface Owner {
  readonly kind: RecordKind
  readonly record: Readonly<Record<string, unknown>>
}

/** The problem or the notice whose words are marked; neither for a heading of the outline. */
const homeOf = (
  { records }: Ledger,
  { kind, record }: Owner,
): { readonly problemId: string | null; readonly noticeId: string | null } => {
  const own = (field: string): string | null => (typeof record[field] === 'string' ? record[field] : null)
  const ofProblem = (problemId: string | null) => ({ problemId, noticeId: null })
  switch (kind) {
    case 'problem':
      return ofProblem(own('id'))
    case 'progress': {
      const ownerId = own('ownerId')
      return ofProblem(records.measure.find(({ id: measureId }) => measureId === ownerId)?.problemId ?? ownerId)
    }
    case 'noticeBlock':
      return { problemId: null, noticeId: own('noticeId') }
    default:
      return ofProblem(own('problemId'))
  }
}

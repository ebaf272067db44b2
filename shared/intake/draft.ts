import type { PlainDate } from '../base/plain-date.ts'
import type { Ids } from '../base/ports.ts'
import type { Refusal } from '../base/refusal.ts'
import { defect } from '../base/result.ts'
import type { Finding } from '../domain/finding.ts'
import { type DraftOf, noRecords, type RecordKind, type RecordOf, recordSchemas } from '../domain/records/record-kinds.ts'
import { type FindingFacts, INTAKE_FINDINGS, type IntakeRule } from '../messages/findings.ts'

/** What intake is given from outside. */
export interface IntakeDeps {
  readonly ids: Ids
  /** The day the ledger is made. */
  readonly today: PlainDate
}

/** A place in the source that a finding points to. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** What intake collects while it reads: records with fresh ids, and findings. A text beyond its field's limit becomes a refusal. */
export interface Draft {
  readonly records: ReturnType<typeof noRecords>
  readonly findings: Finding[]
  readonly refusals: Refusal[]
  /** `id`: only for records whose id follows from others. */
  readonly add: <K extends RecordKind>(kind: K, fields: Omit<DraftOf<K>, 'id'>, id?: string) => RecordOf<K>
  /** Changes fields of a record that was added before. */
  readonly change: <K extends RecordKind>(kind: K, id: string, fields: Partial<RecordOf<K>>) => void
  readonly note: (rule: IntakeRule, place: Place | null, facts?: FindingFacts) => void
}

/** `source` is the whole text: findings quote from it. */
export const newDraft = (ids: Ids, source: string): Draft => {
  // Where each record stands, by kind and id: directories change ten thousand responsibilities one by one.
  const places = new Map<string, number>()
  const draft: Draft = {
    records: noRecords(),
    findings: [],
    refusals: [],
    add: (kind, fields, id = ids.id()) => {
      const parsed = recordSchemas[kind].safeParse({ ...fields, id })
      const record = (parsed.success
        ? parsed.data
        : recordSchemas[kind].parse({ ...required(fields), id })) as unknown as RecordOf<typeof kind>
      for (const issue of parsed.error?.issues ?? []) {
        const field = String(issue.path[0])
        const limit = issue.code === 'too_big' ? Number(issue.maximum) : 0
        draft.refusals.push({ type: 'text-too-long', what: titleOf(kind, field), limit })
      }
      const list = draft.records[kind] as unknown[]
      places.set(`${kind}:${record.id}`, list.length)
      list.push(record)
      return record
    },
    change: (kind, id, fields) => {
      const list = draft.records[kind] as unknown as { readonly id: string }[]
      const at = places.get(`${kind}:${id}`) ?? -1
      list[at] = { ...(list[at] ?? defect(`only records of this draft are changed: ${kind}:${id}`)), ...fields }
    },
    note: (rule, place, facts = {}) => {
      const { severity, say } = INTAKE_FINDINGS[rule]
      draft.findings.push({
        rule,
        severity,
        message: say(facts),
        start: place?.start ?? null,
        end: place?.end ?? null,
        text: place ? source.slice(place.start, place.end) : null,
        stated: facts.stated ?? null,
        expected: facts.expected ?? null,
      })
    },
  }
  return draft
}

/** A finding about the whole, for readers that have no draft. */
export const intakeFinding = (rule: IntakeRule, facts: FindingFacts = {}): Finding => ({
  rule,
  severity: INTAKE_FINDINGS[rule].severity,
  message: INTAKE_FINDINGS[rule].say(facts),
  start: null,
  end: null,
  text: facts.text ?? null,
  stated: facts.stated ?? null,
  expected: facts.expected ?? null,
})

/** The references of a record, which no text can make too long. */
const required = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => /(?:Id|order)$/.test(key)))

const titleOf = (kind: RecordKind, field: string): string => {
  const shape = recordSchemas[kind].shape as unknown as Readonly<Record<string, { meta?: () => { title?: string } | undefined }>>
  return shape[field]?.meta?.()?.title ?? field
}

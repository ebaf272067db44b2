import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { type BatchWanted, batchFiles } from '../../../shared/documents/batch/batch-files.ts'
import { NAME_PARTS, USUAL_PATTERN, unknownParts } from '../../../shared/documents/batch/file-names.ts'
import { FORM_KEYS } from '../../../shared/documents/forms/form-keys.ts'
import { type PreviousPeriod, previousRecord } from '../../../shared/documents/forms/work-report.ts'
import { TABLE_KEYS } from '../../../shared/documents/tables/table-keys.ts'
import { usualDate } from '../../../shared/domain/ledger.ts'
import type { OpenedLedger } from '../../../shared/exchange/ledger-package.ts'
import { openSnapshotFile } from '../../../shared/exchange/snapshot-file.ts'
import { ensureFolder, writeFileAtomically } from '../../files/atomic-write.ts'
import { readWholeFile } from '../../files/read-file.ts'
import { dateOption } from '../arguments.ts'
import { papersOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { type CliPorts, done, misused, option, type ParsedArguments, refused, type Verb } from '../verb.ts'

type Written = z.infer<typeof papersOutput>['files'][number]

/** A form with letterhead and seal has a few MB. */
const LARGEST_TEMPLATE_MEGABYTES = 20

export const papersVerb: Verb = {
  name: 'papers',
  usage:
    'papers LEDGER --out FOLDER [--also LEDGER]… [--form ID]… [--table ID]… [--books unit|leader]… [--template X.docx] [--unit NAME]… [--every] [--name PATTERN] [--by UNIT] [--date YYYY-MM-DD] [--replace]',
  summary: 'writes the papers that are signed (督办通知单, 审批表, 月报 …), tables and 分册 into a folder, a file each',
  positionals: 1,
  options: {
    out: { type: 'string' },
    also: { type: 'string', multiple: true },
    form: { type: 'string', multiple: true },
    table: { type: 'string', multiple: true },
    books: { type: 'string', multiple: true },
    template: { type: 'string' },
    unit: { type: 'string', multiple: true },
    every: { type: 'boolean' },
    name: { type: 'string' },
    by: { type: 'string' },
    date: { type: 'string' },
    secrecy: { type: 'string' },
    protect: { type: 'boolean' },
    replace: { type: 'boolean' },
  },
  required: ['out'],
  output: papersOutput,
  run: async (given, ports) => {
    const wanted = wantedOf(given)
    if (!wanted.ok) return misused(wanted.error)
    const chosen = dateOption(given)
    if (!chosen.ok) return misused(chosen.error)
    const form = await templateOf(given)
    if (!form.ok) return refused(form.error)
    const template = form.value
    if (template !== null && template.check.faults.length > 0) {
      const output: z.infer<typeof papersOutput> = { folder: null, faults: [...template.check.faults], files: [] }
      return done(output, template.check.faults, true)
    }
    if (template === null && Object.values(wanted.value).every((list) => !Array.isArray(list) || list.length === 0))
      return misused('请用 --form、--table、--books 或 --template 说明要写什么')
    const folder = await ensureFolder(option(given, 'out') ?? '')
    if (!folder.ok) return refused(folder.error)

    const files: Written[] = []
    for (const path of [...given.positionals, ...(given.options['also'] ?? [])]) {
      const opened = await readLedgerFile(path, ports)
      if (!opened.ok) return refused(opened.error)
      const batch: BatchWanted = {
        ...wanted.value,
        template: template === null ? null : { name: template.name, scope: template.check.scope },
      }
      const answer = await writeBatch(opened.value, batch, template?.bytes ?? null, folder.value, chosen.value, given, ports)
      if (!answer.ok) return refused(answer.error)
      files.push(...answer.value)
    }
    const output: z.infer<typeof papersOutput> = { folder: folder.value, faults: [], files }
    const count = files.filter(({ state }) => state === 'written').length
    return done(output, [`已写 ${count} 个文件到：${folder.value}`])
  },
}

const wantedOf = ({ options }: ParsedArguments): Result<Omit<BatchWanted, 'template'>, string> => {
  const among = <K extends string>(name: string, known: readonly K[], word: string): Result<readonly K[], string> => {
    const asked = options[name] ?? []
    const unknown = asked.find((id) => id !== 'all' && !known.some((key) => key === id))
    if (unknown !== undefined) return err(`没有${word}“${unknown}”，可用的有：${known.join('、')}，全部用 all`)
    return ok(asked.includes('all') ? known : known.filter((key) => asked.includes(key)))
  }
  const forms = among('form', FORM_KEYS, '表单')
  if (!forms.ok) return forms
  const tables = among('table', TABLE_KEYS, '表')
  if (!tables.ok) return tables
  const books = among('books', ['unit', 'leader'] as const, '分册')
  if (!books.ok) return books
  const pattern = options['name']?.at(-1) ?? USUAL_PATTERN
  const [part] = unknownParts(pattern)
  if (part !== undefined) return err(`文件名里没有“{${part}}”，可用的有：${NAME_PARTS.map((name) => `{${name}}`).join('')}`)
  return ok({
    forms: forms.value,
    tables: tables.value,
    books: books.value,
    range: options['every'] === undefined ? 'due' : 'all',
    units: options['unit'] ?? [],
    pattern,
  })
}

const templateOf = async (given: ParsedArguments) => {
  const path = option(given, 'template')
  if (path === null) return ok(null)
  const bytes = await readWholeFile(path, LARGEST_TEMPLATE_MEGABYTES)
  if (!bytes.ok) return bytes
  const { readTemplate } = await import('../../../shared/documents/render/own-template.ts')
  return ok({ name: basename(path).replace(/\.docx$/i, ''), bytes: bytes.value, check: readTemplate(bytes.value) })
}

const writeBatch = async (
  opened: OpenedLedger<unknown>,
  wanted: BatchWanted,
  template: Uint8Array | null,
  folder: string,
  chosen: PlainDate | null,
  given: ParsedArguments,
  ports: CliPorts,
): Promise<Result<readonly Written[], Refusal>> => {
  const { ledger } = opened
  const date = chosen ?? usualDate(ledger, ports.clock.today())
  const { renderBatchFile } = await import('../../../shared/documents/render/batch-file.ts')
  const issuer = option(given, 'by') ?? ''
  const tables = { secrecy: option(given, 'secrecy') ?? '', isProtected: given.options['protect'] !== undefined }
  const files: Written[] = []
  for (const file of batchFiles(ledger, wanted, date)) {
    const path = join(folder, `${file.name}.${file.extension}`)
    const told = { name: `${file.name}.${file.extension}`, ...whatOf(file.of) }
    if (given.options['replace'] === undefined && (await stat(path).then(() => true, isMissing))) {
      files.push({ ...told, state: 'skipped' })
      continue
    }
    const previous = previousOf(opened, file.of, date)
    if (!previous.ok) return previous
    const bytes = await renderBatchFile(ledger, file, { date, issuer, previous: previous.value, tables, template })
    if (bytes === null) continue
    const written = await writeFileAtomically(path, bytes)
    if (!written.ok) return written
    files.push({ ...told, state: 'written' })
  }
  return ok(files)
}

type BatchOf = ReturnType<typeof batchFiles>[number]['of']

const whatOf = (of: BatchOf): Pick<Written, 'paper' | 'subjectId'> => {
  if (of.type === 'book') return { paper: of.by, subjectId: of.name }
  if (of.type === 'table') return { paper: of.key, subjectId: null }
  return { paper: of.type === 'form' ? of.key : 'template', subjectId: of.subjectId }
}

const isMissing = (): boolean => false

/** The period a report compares with; its file must be whole, or its numbers could not be proved. */
const previousOf = (opened: OpenedLedger<unknown>, of: BatchOf, date: PlainDate): Result<PreviousPeriod | null, Refusal> => {
  if (of.type !== 'form' || (of.key !== 'monthly' && of.key !== 'halfMonthly')) return ok(null)
  const record = previousRecord(opened.ledger.records.snapshot, of.key, date)
  if (record === null) return ok(null)
  const read = openSnapshotFile(opened.filesByHash.get(record.sha256), record.sha256)
  return read.ok ? ok({ title: record.title, snapshot: read.value }) : read
}

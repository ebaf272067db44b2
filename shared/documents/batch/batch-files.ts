import { directoryOf } from '../../domain/directory.ts'
import type { Ledger } from '../../domain/ledger.ts'
import { FORM_KEYS, type FormKey, type FormRange, type FormSubject, formSubjects } from '../forms/form-keys.ts'
import type { TemplateScope } from '../forms/template-check.ts'
import { type BookBy, booksOf } from '../tables/books.ts'
import { TABLE_KEYS, type TableKey, tableName } from '../tables/table-keys.ts'
import { distinctFileNames, type NamePart, nameOfFile } from './file-names.ts'

/** What is written of a ledger in one go. */
export interface BatchWanted {
  /** Each a workbook of its own. */
  readonly tables: readonly TableKey[]
  /** 分册: a workbook for each unit or leader. */
  readonly books: readonly BookBy[]
  readonly forms: readonly FormKey[]
  /** A form of the unit's own. */
  readonly template: { readonly name: string; readonly scope: TemplateScope } | null
  readonly range: FormRange
  /** Only what concerns one of these units, by name or alias; none for all. Tables are written whole. */
  readonly units: readonly string[]
  /** How files are called; see `NAME_PARTS`. */
  readonly pattern: string
}

/** One file that will be written. */
export interface BatchFile {
  /** Without its extension; no two of a batch are the same. */
  readonly name: string
  readonly extension: 'xlsx' | 'docx'
  readonly of:
    | { readonly type: 'table'; readonly key: TableKey }
    | { readonly type: 'book'; readonly by: BookBy; readonly name: string }
    | { readonly type: 'form'; readonly key: FormKey; readonly subjectId: string }
    | { readonly type: 'template'; readonly subjectId: string }
}

/** Every file of a batch, before any is made. */
export const batchFiles = (ledger: Ledger, wanted: BatchWanted, date: string): readonly BatchFile[] => {
  const { unitOf } = directoryOf(ledger.records)
  const chosen = new Set(wanted.units.map((name) => unitOf(name).key))
  const concerns = (names: readonly string[]): boolean => chosen.size === 0 || names.some((name) => chosen.has(unitOf(name).key))
  const files: readonly (Omit<BatchFile, 'name'> & { readonly kind: string; readonly subject: string })[] = [
    ...TABLE_KEYS.filter((key) => wanted.tables.includes(key)).map((key) => ({
      kind: tableName(key),
      subject: '',
      extension: 'xlsx' as const,
      of: { type: 'table' as const, key },
    })),
    ...wanted.books.flatMap((by) =>
      booksOf(ledger, by)
        .filter(({ name, files: own }) => (by === 'unit' ? concerns([name]) : concerns(own.flatMap(unitsOf))))
        .map(({ name }) => ({
          kind: tableName(by === 'unit' ? 'byUnit' : 'byLeader'),
          subject: name,
          extension: 'xlsx' as const,
          of: { type: 'book' as const, by, name },
        })),
    ),
    ...FORM_KEYS.filter((key) => wanted.forms.includes(key)).flatMap((key) =>
      subjectsFor(formSubjects(ledger, key, wanted.range), concerns).map(({ id, kind, name }) => ({
        kind,
        subject: name,
        extension: 'docx' as const,
        of: { type: 'form' as const, key, subjectId: id },
      })),
    ),
    ...templateSubjects(ledger, wanted, concerns).map(({ id, name }) => ({
      kind: wanted.template?.name ?? '',
      subject: name,
      extension: 'docx' as const,
      of: { type: 'template' as const, subjectId: id },
    })),
  ]
  const names = distinctFileNames(
    files.map(({ kind, subject }) => {
      const parts: Readonly<Record<NamePart, string>> = { 台账: ledger.ledger.title, 文种: kind, 对象: subject, 日期: date }
      return nameOfFile(wanted.pattern, parts)
    }),
  )
  return files.map(({ extension, of }, i) => ({ name: names[i] ?? '', extension, of }))
}

type Concerns = (names: readonly string[]) => boolean

const unitsOf = ({ responsibilities }: Ledger['problems'][number]): readonly string[] =>
  responsibilities.filter(({ role }) => role === 'leadUnit' || role === 'unit').map(({ name }) => name)

/** A paper of the ledger itself concerns everybody. */
const subjectsFor = (subjects: readonly FormSubject[], concerns: Concerns): readonly FormSubject[] =>
  subjects.filter(({ name, units }) => name === '' || concerns(units))

const templateSubjects = (ledger: Ledger, { template }: BatchWanted, concerns: Concerns): readonly FormSubject[] => {
  if (template === null) return []
  if (template.scope === 'ledger') return [{ id: ledger.ledger.id, kind: template.name, name: '', units: [] }]
  return subjectsFor(formSubjects(ledger, 'problemFile', 'all'), concerns)
}

import { type FieldType, fieldShapes } from '../domain/records/field-shape.ts'
import { isRecordKind, type RecordKind } from '../domain/records/record-kinds.ts'
import { RECORD_WORDS } from '../domain/records/record-words.ts'
import { printTyped } from '../domain/typed-value.ts'
import type { Author, ChangedLife, DocumentChange, MergeEngine } from './engine.ts'
import { type EntityKey, parseFieldKey, type Scalar } from './flat-map.ts'

/** One field before and after, in words a person reads. */
export interface ToldField {
  /** 整改措施“建立台账”: null for the problem itself. */
  readonly of: string | null
  readonly title: string
  readonly from: string
  readonly to: string
}

/** One change of 修改记录: who, when (seconds since 1970, as that PC's clock said), what for, and what it wrote. */
export interface ToldChange {
  readonly hash: string
  readonly author: Author | null
  readonly at: number
  readonly intent: string
  readonly fields: readonly ToldField[]
  /** 添加了整改措施“建立台账”. */
  readonly lives: readonly string[]
}

/** The history of documents that belong together, newest first; an act that changed several of them is told once. */
export const toldChanges = <Doc>(engine: MergeEngine<Doc>, docs: readonly Doc[]): readonly ToldChange[] => {
  const told = new Map<string, ToldChange & { readonly rank: number }>()
  for (const doc of docs) {
    const names = new Names()
    for (const [rank, change] of engine.changes(doc).entries()) {
      names.learn(change)
      const name = change.act?.id ?? change.hash
      const before = told.get(name)
      const own = toldChange(change, names)
      told.set(name, {
        ...(before ?? { ...own, rank }),
        fields: [...(before?.fields ?? []), ...own.fields],
        lives: [...(before?.lives ?? []), ...own.lives],
      })
    }
  }
  return [...told.values()].sort((a, b) => b.at - a.at || b.rank - a.rank).map(({ rank: _, ...change }) => change)
}

const toldChange = (change: DocumentChange, names: Names): ToldChange => {
  const made = new Set(change.lives.filter(({ what }) => what === 'created').map(({ entity }) => entity))
  const { hash, author, at, intent } = change
  return {
    hash,
    author,
    at,
    intent,
    lives: change.lives.map(({ entity, what }) => `${LIFE_WORDS[what]}${names.of(entity)}`),
    fields: change.fields.flatMap(({ key, from, to }): readonly ToldField[] => {
      const parts = parseFieldKey(key)
      const shape =
        parts && isRecordKind(parts.kind) ? fieldShapes(parts.kind).find(({ name }) => name === parts.field) : undefined
      // What a record was made with is told by its being made; where it stands and what it belongs to is the program's.
      if (!parts || !shape || made.has(parts.entity) || HIDDEN.has(shape.type)) return []
      const print = (value: Scalar): string => (shape.accepts(value) ? printTyped(shape, value) : String(value ?? ''))
      const of = parts.kind === 'problem' || parts.kind === 'officePart' ? null : names.of(parts.entity)
      return [{ of, title: shape.title, from: from.map(print).join(' / '), to: print(to) }]
    }),
  }
}

const HIDDEN: ReadonlySet<FieldType> = new Set(['id', 'order', 'sha256', 'reference'])

const LIFE_WORDS: Readonly<Record<ChangedLife['what'], string>> = {
  created: '添加了',
  removed: '删除了',
  restored: '恢复了',
  settled: '处理了去留：',
}

/** Fields that name a record to a person, the first that says something. */
const NAMING = ['title', 'name', 'statement', 'heading', 'text', 'subject', 'unit', 'findings', 'reason', 'measure', 'people']

/** What records are called, learnt from what was written into them last. */
class Names {
  readonly #fields = new Map<EntityKey, Map<string, string>>()

  learn(change: DocumentChange): void {
    for (const { key, to } of change.fields) {
      const parts = parseFieldKey(key)
      if (!parts || typeof to !== 'string' || !NAMING.includes(parts.field)) continue
      const known = this.#fields.get(parts.entity) ?? new Map<string, string>()
      known.set(parts.field, to)
      this.#fields.set(parts.entity, known)
    }
  }

  of(entity: EntityKey): string {
    return recordName(entity, this.#fields.get(entity) ?? new Map())
  }
}

/** 整改措施“建立联席会议制度…”: what a record is called by its kind and the first of its fields that names it. */
export const recordName = (entity: EntityKey, fields: ReadonlyMap<string, unknown>): string => {
  const kind = entity.slice(0, entity.indexOf(':'))
  const word = isRecordKind(kind) ? RECORD_WORDS[kind as RecordKind] : kind
  const named = NAMING.map((field) => fields.get(field)).find((value) => typeof value === 'string' && value !== '')
  const text = String(named ?? '').replace(/\s+/g, ' ')
  return text === '' ? word : `${word}“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`
}

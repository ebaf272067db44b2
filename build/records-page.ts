import { LIMITS } from '../shared/domain/limits.ts'
import { type FieldShape, fieldShapes } from '../shared/domain/records/field-shape.ts'
import { RECORD_KINDS, type RecordKind } from '../shared/domain/records/record-kinds.ts'
import { RECORD_WORDS } from '../shared/domain/records/record-words.ts'

/** docs/records.md as the schemas have it. */
export const recordsPage = (): string => `${[INTRODUCTION, ...RECORD_KINDS.map(section)].join('\n\n')}\n`

const INTRODUCTION = `# Records

Every kind of record a ledger is made of, with its fields. Written from the schemas in \`shared/domain/records\` by \`npm run docs:records\`; a
test compares. A record is flat: one value in each field. “May be unknown” is null, which an empty text typed by a person means too. Dates are
calendar days without a time (\`2021-12-31\`), decimals exact and written as text, lengths counted in UTF-16 units. What two people wrote
differently in one field is kept and shown until someone decides.`

const section = (kind: RecordKind): string => {
  const { by, within, limit } = LIMITS[kind]
  const holder = by === null ? '' : ` (\`${by}\`)`
  return [
    `## ${kind} ${RECORD_WORDS[kind]}`,
    '',
    `At most ${limit.toLocaleString('en')} in one ${within}${holder}.`,
    '',
    '| field | 名称 | value | begins as |',
    '|---|---|---|---|',
    ...fieldShapes(kind).map((shape) => `| \`${shape.name}\` | ${shape.title} | ${takes(shape)} | ${beginning(shape)} |`),
  ].join('\n')
}

const FORMS: Readonly<Record<FieldShape['type'], string>> = {
  id: 'letters, digits, `_`, `-`, at most 64',
  reference: 'id of another record',
  order: 'place among siblings (fractional index), at most 200',
  text: 'text',
  date: 'date',
  decimal: 'decimal',
  sha256: 'SHA-256, 64 hexadecimal digits, or empty',
  count: 'whole number',
  flag: 'yes or no',
  choice: 'one of',
}

const takes = (shape: FieldShape): string => {
  const limit = shape.limit?.toLocaleString('en') ?? ''
  const form = FORMS[shape.type]
  const words = Object.entries(shape.words).map(([code, word]) => (word === '' ? `\`${code}\`` : `\`${code}\` ${word}`))
  const told =
    shape.type === 'choice'
      ? `${form} ${words.join(', ')}`
      : shape.type === 'text' || shape.type === 'decimal'
        ? `${form}, at most ${limit}`
        : shape.type === 'count'
          ? `${form}, 0 to ${limit}`
          : form
  return shape.nullable ? `${told}; may be unknown` : told
}

const beginning = ({ initial }: FieldShape): string => {
  if (initial === undefined) return 'must be told'
  if (initial === null) return 'unknown'
  return initial === '' ? 'empty' : typeof initial === 'boolean' ? (initial ? 'yes' : 'no') : `\`${initial}\``
}

import { fieldShape } from '../records/field-shape.ts'
import { choicesOf } from '../typed-value.ts'
import { REGISTER_KIND, type RegisterKey } from './register-keys.ts'

/** `problem` names a problem by its number, `supervision` a round by its title; `told` is worked out and not typed. */
export type RegisterColumnType = 'line' | 'lines' | 'choice' | 'date' | 'number' | 'problem' | 'supervision' | 'told'

export interface RegisterColumn {
  /** The field of the record it writes, or a name of its own where it is told. */
  readonly key: string
  readonly title: string
  /** Pixels, before a person drags it. */
  readonly width: number
  readonly type: RegisterColumnType
  /** The words a person chooses from; empty for what is typed freely. */
  readonly choices: readonly string[]
}

type Sketch = readonly [key: string, width: number, type?: RegisterColumnType]

/** Every field of every record of a register stands in a column. */
const SKETCHES: Readonly<Record<RegisterKey, readonly Sketch[]>> = {
  accountability: [
    ['category', 100],
    ['measure', 120],
    ['count', 64],
    ['countUnit', 64],
    ['people', 104],
    ['post', 140],
    ['reason', 160],
    ['on', 100],
    ['problemId', 160, 'problem'],
  ],
  leads: [
    ['kind', 84],
    ['number', 80],
    ['title', 200],
    ['problemId', 150, 'problem'],
    ['receivedOn', 100],
    ['handledBy', 110],
    ['replyDue', 100],
    ['closedOn', 100],
    ['state', 84, 'told'],
    ['received', 64],
    ['closed', 64],
    ['inProgress', 64],
    ['duplicates', 64],
    ['result', 160],
    ['note', 140],
  ],
  regulations: [
    ['title', 320],
    ['documentNumber', 150],
    ['regulation', 76],
    ['on', 100],
    ['count', 64],
    ['ownerId', 260, 'problem'],
  ],
  money: [
    ['kind', 120],
    ['amount', 120],
    ['title', 300],
    ['on', 100],
    ['ownerId', 300, 'problem'],
  ],
  outcomes: [
    ['kind', 100],
    ['title', 360],
    ['count', 70],
    ['on', 100],
    ['ownerId', 300, 'problem'],
  ],
  meetings: [
    ['on', 100],
    ['body', 120],
    ['name', 220],
    ['subject', 380],
    ['chair', 90],
    ['count', 64],
  ],
  supervisions: [
    ['on', 100],
    ['until', 100],
    ['title', 180],
    ['team', 110],
    ['units', 160],
    ['findings', 280],
    ['count', 56],
    ['notices', 150, 'told'],
  ],
  notices: [
    ['printedNumber', 140, 'told'],
    ['kind', 100],
    ['unit', 120],
    ['text', 220],
    ['state', 84, 'told'],
    ['printedOn', 100],
    ['replyDue', 100],
    ['repliedOn', 100],
    ['reply', 160],
    ['supervisionId', 130, 'supervision'],
    ['problemId', 150, 'problem'],
    ['word', 80],
    ['year', 60],
    ['number', 60],
  ],
  blocks: [
    ['kind', 120],
    ['year', 80],
    ['pc', 200],
    ['from', 100],
    ['to', 100],
    ['used', 120, 'told'],
  ],
}

const TOLD_TITLES: Readonly<Record<string, string>> = {
  state: '办理状态',
  notices: '发出文书',
  printedNumber: '文号',
  used: '已用',
}

/** What a column is called where the field's own title says less than the register needs. */
const TITLES: Readonly<Record<string, string>> = { 'outcome/ownerId': '所属问题' }

/** The columns of a register as the schema of its records has them. */
export const registerColumns = (register: RegisterKey): readonly RegisterColumn[] => COLUMNS[register]

const columnOf = (register: RegisterKey, [key, width, type]: Sketch): RegisterColumn => {
  if (type === 'told') return { key, title: TOLD_TITLES[key] ?? key, width, type, choices: [] }
  const kind = REGISTER_KIND[register]
  const shape = fieldShape(kind, key)
  const title = TITLES[`${kind}/${key}`] ?? shape.title
  return { key, title, width, type: type ?? typeOf(shape), choices: choicesOf(shape) }
}

const typeOf = ({ type, limit }: ReturnType<typeof fieldShape>): RegisterColumnType => {
  if (type === 'date' || type === 'choice') return type
  if (type === 'count' || type === 'decimal') return 'number'
  return (limit ?? 0) > 500 ? 'lines' : 'line'
}

const COLUMNS = Object.fromEntries(
  (Object.keys(SKETCHES) as RegisterKey[]).map((register) => [
    register,
    SKETCHES[register].map((sketch) => columnOf(register, sketch)),
  ]),
) as unknown as Readonly<Record<RegisterKey, readonly RegisterColumn[]>>

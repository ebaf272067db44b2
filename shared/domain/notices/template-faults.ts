import { STATEMENT_SLOT, STATUS_SLOT } from '../heading-pattern.ts'
import { ITEM_PARTS } from '../item-lines.ts'
import { MARK_STYLES, rankOf, readLevels } from '../numbering.ts'
import { NOTICE_PART_WORDS } from '../records/notice-records.ts'
import type { RecordOf } from '../records/record-kinds.ts'
import { STATUSES } from '../status.ts'
import { readPairs } from './pairs.ts'
import { STANDARD_SLOTS } from './standard-text.ts'
import { CONDITION, DEADLINE_SLOT } from './status-words.ts'

type TemplateRecord = RecordOf<'noticeTemplate'>

export const TEMPLATE_RULES = [
  'template.untitled',
  'template.slot-unknown',
  'template.slot-missing',
  'template.brackets-open',
  'template.part-unknown',
  'template.part-twice',
  'template.problems-missing',
  'template.levels-missing',
  'template.level-unknown',
  'template.level-order',
  'template.level-taken',
  'template.line-unknown',
  'template.lines-missing',
  'template.group-unknown',
  'template.group-twice',
  'template.words-missing',
] as const
export type TemplateRule = (typeof TEMPLATE_RULES)[number]

/** One thing wrong with a template of the ledger's own: in which field, and the words that are wrong. */
export interface TemplateFault {
  readonly rule: TemplateRule
  readonly field: keyof TemplateRecord
  readonly text: string
}

/** What keeps a template from saying what was meant. None of it stops a notice: what is not understood is left out of it. */
export const templateFaults = (template: TemplateRecord): readonly TemplateFault[] => [
  ...(template.title.trim() === '' ? [fault('template.untitled', 'title')] : []),
  ...headingFaults(template, 'problemHeading', [STATEMENT_SLOT, STATUS_SLOT]),
  ...headingFaults(template, 'remainingHeading', [STATEMENT_SLOT]),
  ...STATUS_FIELDS.flatMap((field) => statusFaults(template, field)),
  ...STANDARD_TEXTS.flatMap((field) => unknownSlots(template, field, STANDARD_SLOTS)),
  ...partFaults(template),
  ...levelFaults(template),
  ...lineFaults(template),
  ...groupFaults(template),
]

const fault = (rule: TemplateRule, field: keyof TemplateRecord, text = ''): TemplateFault => ({ rule, field, text })

const STATUS_FIELDS = ['notStartedWords', 'inProgressWords', 'basicallyDoneWords', 'doneWords', 'closedWords'] as const
const STANDARD_TEXTS = [
  'titleWords',
  'openingText',
  'arrangementText',
  'dealingText',
  'outlookText',
  'contactText',
  'annotationText',
] as const
type TextField = (typeof STATUS_FIELDS)[number] | (typeof STANDARD_TEXTS)[number] | 'problemHeading' | 'remainingHeading'

const unknownSlots = (template: TemplateRecord, field: TextField, known: readonly string[]): readonly TemplateFault[] =>
  [...template[field].matchAll(/\{[^{}]*\}/g)]
    .filter(([slot]) => !known.includes(slot))
    .map(([slot]) => fault('template.slot-unknown', field, slot))

const headingFaults = (
  template: TemplateRecord,
  field: 'problemHeading' | 'remainingHeading',
  known: readonly string[],
): readonly TemplateFault[] => [
  ...unknownSlots(template, field, known),
  ...(template[field].includes(STATEMENT_SLOT) ? [] : [fault('template.slot-missing', field, STATEMENT_SLOT)]),
]

const statusFaults = (template: TemplateRecord, field: (typeof STATUS_FIELDS)[number]): readonly TemplateFault[] => [
  ...unknownSlots(template, field, [DEADLINE_SLOT]),
  ...(/[【】]/.test(template[field].replace(CONDITION, '')) ? [fault('template.brackets-open', field, template[field])] : []),
  ...(template[field].trim() === '' ? [fault('template.words-missing', field)] : []),
]

const partFaults = ({ parts }: TemplateRecord): readonly TemplateFault[] => {
  const names = readPairs(parts).map(({ name }) => name)
  return [
    ...names
      .filter((name) => !Object.hasOwn(NOTICE_PART_WORDS, name))
      .map((name) => fault('template.part-unknown', 'parts', name)),
    ...repeated(names).map((name) => fault('template.part-twice', 'parts', name)),
    ...(names.includes('problems') ? [] : [fault('template.problems-missing', 'parts')]),
  ]
}

/** Levels from the highest down: each deeper than the one above it, and the first deeper than the heading the problems stand under. */
const levelFaults = ({ levels, parts }: TemplateRecord): readonly TemplateFault[] => {
  const names = readLevels(levels)
  if (names.length === 0) return [fault('template.levels-missing', 'levels')]
  const isUnderSection = readPairs(parts).some(({ name, words }) => name === 'problems' && words !== null)
  const known = names.flatMap((name) => MARK_STYLES.find((style) => style === name) ?? [])
  const unordered = known.find((style, i) => {
    const above = known[i - 1]
    return above !== undefined && rankOf(style) <= rankOf(above)
  })
  return [
    ...names
      .filter((name) => !(MARK_STYLES as readonly string[]).includes(name))
      .map((name) => fault('template.level-unknown', 'levels', name)),
    ...(unordered === undefined ? [] : [fault('template.level-order', 'levels', unordered)]),
    ...(isUnderSection && known[0] === 'cjk-dun' ? [fault('template.level-taken', 'levels', known[0])] : []),
  ]
}

/** 方面—事项式 has no lines under a problem. */
const lineFaults = ({ itemLines, build }: TemplateRecord): readonly TemplateFault[] => {
  const names = itemLines
    .split(/[|;]/)
    .map((part) => part.split(':')[0] ?? '')
    .filter((name) => name !== '')
  return [
    ...names
      .filter((name) => !(ITEM_PARTS as readonly string[]).includes(name))
      .map((name) => fault('template.line-unknown', 'itemLines', name)),
    ...(names.length === 0 && build === 'labelled' ? [fault('template.lines-missing', 'itemLines')] : []),
  ]
}

const groupFaults = ({ remainingGroups }: TemplateRecord): readonly TemplateFault[] => {
  const pairs = readPairs(remainingGroups)
  return [
    ...pairs
      .filter(({ name, words }) => !(STATUSES as readonly string[]).includes(name) || words === null)
      .map(({ name }) => fault('template.group-unknown', 'remainingGroups', name)),
    ...repeated(pairs.map(({ name }) => name)).map((name) => fault('template.group-twice', 'remainingGroups', name)),
  ]
}

const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
]

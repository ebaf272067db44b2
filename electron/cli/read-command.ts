import type { z } from 'zod'
import { parseJson } from '../../shared/base/json.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { type LedgerCommand, ledgerCommandSchema } from '../../shared/domain/commands/ledger-command.ts'
import type { Ledger } from '../../shared/domain/ledger.ts'

/** Why a text is no command: a sentence about how it was written, or a refusal for what it names. */
type NoCommand = { readonly misuse: string } | { readonly refusal: Refusal }

/** A command as JSON. `#12` in place of an id is problem 12, `#12.2` its second measure. */
export const readCommand = (text: string, ledger: Ledger): Result<LedgerCommand, NoCommand> => {
  const parsed = parseJson(text)
  if (parsed === undefined) return err({ misuse: `--do 应是一段 JSON；读不懂“${text}”` })
  const number = nobodysNumber(parsed, ledger, '')
  if (number !== null) return err({ refusal: { type: 'no-such-problem', number, last: ledger.problems.length } })
  const command = ledgerCommandSchema.safeParse(withIds(parsed, ledger))
  if (command.success) return ok(command.data as LedgerCommand)
  const [issue] = command.error.issues
  return err({ misuse: `--do 的“${text}”不对：${issue ? issueText(issue, parsed) : ''}` })
}

/** Which field is wrong, and what it takes. */
const issueText = (issue: z.core.$ZodIssue, command: unknown): string => {
  const field = issue.path.length === 0 ? '' : `“${issue.path.join('.')}”`
  const isMissing = issue.path.length > 0 && valueAt(command, issue.path) === undefined
  return `${isMissing ? `缺少${field}，` : field}应为${expectedText(issue)}`
}

const expectedText = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_WORDS[issue.expected] ?? '另一种值'
    case 'invalid_value':
      return `取值之一：${issue.values.map(String).join('、')}`
    case 'invalid_union':
      return `取值之一：${ACT_NAMES.join('、')}`
    case 'invalid_format':
      return '编号（字母、数字、_、-，不超过64个）；问题也可写作 #12，措施写作 #12.2'
    case 'too_small':
      return issue.origin === 'array' ? '至少一项' : issue.origin === 'string' ? '不空的文字' : `不小于${issue.minimum}的数`
    case 'too_big':
      return issue.origin === 'array'
        ? `不多于${issue.maximum}项`
        : issue.origin === 'string'
          ? `不超过${issue.maximum}字的文字`
          : `不大于${issue.maximum}的数`
    case 'custom':
      return '日历上有的日期，如 2024-09-30'
    default:
      return '另一种值'
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一个对象',
  record: '一个对象',
}

const ACT_NAMES: readonly string[] = ledgerCommandSchema.options.map(({ shape }) => shape.type.value)

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  )

/** The first number in place of an id that names nothing; null when all do. */
const nobodysNumber = (value: unknown, ledger: Ledger, key: string): string | null => {
  if (typeof value === 'string')
    return ID_KEY.test(key) && NUMBER.test(value) && idOfNumber(value, ledger) === null ? value.slice(1) : null
  if (value === null || typeof value !== 'object') return null
  for (const [name, item] of Object.entries(value)) {
    const found = nobodysNumber(item, ledger, Array.isArray(value) ? key : name)
    if (found !== null) return found
  }
  return null
}

/** `id`, `ids`, `problemId`, `measureIds`: a number anywhere else may be a text. */
const ID_KEY = /^ids?$|Ids?$/
const NUMBER = /^#(\d+)(?:\.(\d+))?$/

const withIds = (value: unknown, ledger: Ledger): unknown => {
  if (typeof value === 'string') return idOfNumber(value, ledger) ?? value
  if (Array.isArray(value)) return value.map((item) => withIds(item, ledger))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withIds(item, ledger)]))
}

const idOfNumber = (text: string, ledger: Ledger): string | null => {
  const match = NUMBER.exec(text)
  const file = match ? ledger.problems[Number(match[1]) - 1] : undefined
  return match?.[2] === undefined ? (file?.problem.id ?? null) : (file?.measures[Number(match[2]) - 1]?.id ?? null)
}

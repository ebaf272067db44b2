import { parseArgs } from 'node:util'
import { type PlainDate, parsePlainDate } from '../../shared/base/plain-date.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { option, type ParsedArguments, type Verb } from './verb.ts'

/** Reads a verb's arguments; the error is a sentence about what is wrong with them. */
export const readArguments = (verb: Verb, argv: readonly string[]): Result<ParsedArguments, string> => {
  const parsed = attemptParse(verb, argv)
  if (!parsed.ok) return parsed
  const { positionals, options } = parsed.value
  const missing = verb.required.find((name) => option(parsed.value, name) === null)
  const wanted = verb.positionals
  if (typeof wanted === 'number' ? positionals.length !== wanted : positionals.length < wanted.least)
    return err(
      typeof wanted === 'number'
        ? `应给出 ${wanted} 个文件，实际 ${positionals.length} 个`
        : `至少应给出 ${wanted.least} 个文件，实际 ${positionals.length} 个`,
    )
  if (missing !== undefined) return err(`缺少 --${missing}`)
  const empty = Object.entries(options).find(([, values]) => values.includes(''))
  return empty ? err(`--${empty[0]} 后面是空的`) : parsed
}

/** Files whose first line is a passphrase: every verb that opens a package takes them. */
export const PASSPHRASE_FILE = 'passphrase-file'

const optionsOf = ({ options, opensNoPackage }: Verb): Verb['options'] =>
  opensNoPackage ? options : { ...options, [PASSPHRASE_FILE]: { type: 'string', multiple: true } }

/** --date as a plain date; null when it was not given. */
export const dateOption = (given: ParsedArguments): Result<PlainDate | null, string> => {
  const text = option(given, 'date')
  if (text === null) return ok(null)
  const date = parsePlainDate(text)
  return date.ok ? date : err(`“${text}”不是日期，应写作 2021-09-30`)
}

/** parseArgs throws for an unknown option or a missing value; its English sentence names the option. */
const sayParseError = (thrown: unknown): string => {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const option = /'(--?[\w-]+)/.exec(message)?.[1] ?? ''
  return PARSE_ERRORS[code]?.(option, message) ?? message
}

const PARSE_ERRORS: Readonly<Record<string, (option: string, message: string) => string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (option) => `没有 ${option} 这个选项`,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (option, message) =>
    /ambiguous/.test(message) ? `${option} 后面的内容不能以“-”开头；确需如此请写作 ${option}=-…` : `${option} 后面缺少内容`,
}

const attemptParse = (verb: Verb, argv: readonly string[]): Result<ParsedArguments, string> => {
  try {
    const { positionals, values } = parseArgs({ args: [...argv], options: optionsOf(verb), allowPositionals: true, strict: true })
    const options = Object.entries(values).map(
      ([name, value]) => [name, Array.isArray(value) ? value.map(String) : [String(value)]] as const,
    )
    return ok({ positionals, options: Object.fromEntries(options) })
  } catch (thrown) {
    return err(sayParseError(thrown))
  }
}

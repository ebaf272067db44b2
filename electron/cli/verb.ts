import type { ParseArgsConfig } from 'node:util'
import type { z } from 'zod'
import type { Clock, Ids } from '../../shared/base/ports.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import type { Author } from '../../shared/merge/engine.ts'

/** What a verb is given from outside. */
export interface CliPorts {
  readonly clock: Clock
  readonly ids: Ids
  readonly programVersion: string
  /** What the call may open locked packages with, and locks what it sends with. */
  readonly passphrases?: readonly string[]
}

export interface ParsedArguments {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, readonly string[]>>
}

/** How a verb ended. Exit codes: `done` 0, or 1 when it found something of error severity; `refused` 1; `misused` 2. */
export type Outcome =
  | { readonly type: 'done'; readonly output: unknown; readonly foundErrors: boolean; readonly messages: readonly string[] }
  /** Text for standard output as it is, without JSON around it. */
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'misused'; readonly message: string }

export interface Verb {
  readonly name: string
  /** intake FILE --out DIR */
  readonly usage: string
  readonly summary: string
  /** So many files; `least`: that many or more. */
  readonly positionals: number | { readonly least: number }
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly required: readonly string[]
  /** It reads no package, and so takes no passphrase. */
  readonly opensNoPackage?: true
  /** What stands on standard output; null for a verb that prints text. */
  readonly output: z.ZodType | null
  readonly run: (given: ParsedArguments, ports: CliPorts) => Promise<Outcome>
}

export const refused = (refusal: Refusal): Outcome => ({ type: 'refused', refusal })
export const misused = (message: string): Outcome => ({ type: 'misused', message })
export const done = (output: unknown, messages: readonly string[] = [], foundErrors = false): Outcome => ({
  type: 'done',
  output,
  foundErrors,
  messages,
})

/** The one value of an option, or null. */
export const option = (given: ParsedArguments, name: string): string | null => given.options[name]?.at(-1) ?? null

/** 'clerk/unit/pc' → author; parts that are left out are named so. */
export const authorOf = (text: string | null): Author => {
  const [clerk = '', unit = '', pc = ''] = (text ?? '').split('/')
  return { clerk: clerk || '未登记', unit: unit || '未登记', pc: pc || '命令行' }
}

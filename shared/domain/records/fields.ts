import { z } from 'zod'
import { type Decimal, isDecimal } from '../../base/decimal.ts'
import { isOrderKey } from '../../base/order.ts'
import { isPlainDate, type PlainDate } from '../../base/plain-date.ts'

/**
 * The few kinds of field a record may have. A record is flat: every field is a scalar, because the merge engine keeps one
 * flat map per document ([Note: Flat records] in shared/merge/record-codec.ts). The Chinese title is what a person sees.
 * Every field but the id has a default, so that a record written by an older program reads as one of today.
 */
export const id = () => z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** A reference to another record, or null. */
export const reference = (title: string) => id().nullable().default(null).meta({ title, format: 'reference' })

/** Text of at most `limit` UTF-16 units. Line feeds separate paragraphs. */
export const text = (title: string, limit: number) => z.string().max(limit).default('').meta({ title })

/** Text that may be unknown: null says "nobody told us", '' would say "there is none". */
export const optionalText = (title: string, limit: number) => z.string().max(limit).nullable().default(null).meta({ title })

/** A place among siblings: a fractional index, so that moving one record changes one record. Compare by code unit. */
export const order = () =>
  z.string().max(200).refine(isOrderKey, { message: 'no place' }).default('a0').meta({ title: '次序', format: 'order' })

export const flag = (title: string) => z.boolean().default(false).meta({ title })

export const count = (title: string) => z.number().int().min(0).max(1_000_000_000).nullable().default(null).meta({ title })

export const plainDate = () =>
  z.string().refine(isPlainDate, { message: 'no such date' }) as unknown as z.ZodString & z.ZodType<PlainDate, PlainDate>

export const date = (title: string) => plainDate().nullable().default(null).meta({ title, format: 'plain-date' })

/** An exact decimal in its canonical form. */
export const decimal = (title: string) =>
  (
    z.string().max(40).refine(isDecimal, { message: 'no canonical decimal' }) as unknown as z.ZodString &
      z.ZodType<Decimal, Decimal>
  )
    .nullable()
    .default(null)
    .meta({ title, format: 'decimal' })

/** The name of a file that is kept beside the documents; empty for none. */
export const sha256 = () =>
  z
    .string()
    .regex(/^(?:[0-9a-f]{64})?$/)
    .default('')
    .meta({ title: '校验值', format: 'sha256' })

/** One of some values; `words` gives each value the Chinese word a person sees and chooses by. */
export const choice = <T extends string>(title: string, words: Readonly<Record<T, string>>, initial: NoInfer<T>) =>
  valuesOf(words)
    .default(initial as never)
    .meta({ title, words })

/** One of some values, or null. */
export const optionalChoice = <T extends string>(title: string, words: Readonly<Record<T, string>>) =>
  valuesOf(words).nullable().default(null).meta({ title, words })

const valuesOf = <T extends string>(words: Readonly<Record<T, string>>) => z.enum(Object.keys(words) as [T, ...T[]])

import { z } from 'zod'

/** A schema as docs/cli.md shows it: JSON Schema without the dialect and without the bounds every integer has. */
export const documentedSchema = (schema: z.ZodType): unknown => withoutNoise(z.toJSONSchema(schema))

const withoutNoise = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNoise)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, v]) => key !== '$schema' && key !== 'additionalProperties' && Math.abs(Number(v)) !== Number.MAX_SAFE_INTEGER,
      )
      .map(([key, v]) => [key, withoutNoise(v)]),
  )
}

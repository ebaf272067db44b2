/**
 * How a heading names a problem: words around the slot `{statement}`, such as 关于“{statement}”问题的整改情况. Inside the quotation
 * marks of a pattern the statement's own “ ” become ‘ ’ (GB/T 15834-2011, 4.8.3.5), and back when a heading is read.
 */
export type HeadingPattern = string

export const STATEMENT_SLOT = '{statement}'

/** The heading for a problem: its statement without the closing stop, in the words of the pattern. */
export const fillHeading = (pattern: HeadingPattern, statement: string): string => {
  const name = statement.trim().replace(/[。；;.]+$/, '')
  const quoted = isQuoted(pattern) ? name.replace(/“/g, '‘').replace(/”/g, '’') : name
  return pattern.replace(STATEMENT_SLOT, () => quoted)
}

/** The statement a heading was made from: what stands in the slot, with its own quotation marks put back. */
export const statementInSlot = (pattern: HeadingPattern, slot: string): string =>
  isQuoted(pattern) ? slot.replace(/‘/g, '“').replace(/’/g, '”') : slot

const isQuoted = (pattern: HeadingPattern): boolean => pattern.includes(`“${STATEMENT_SLOT}”`)

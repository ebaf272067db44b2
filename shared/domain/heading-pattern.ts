/**
 * How a heading names a problem: words around the slot `{statement}`, such as 关于“{statement}”问题的整改情况. Inside the quotation
 * marks of a pattern the statement's own “ ” become ‘ ’ (GB/T 15834-2011, 4.8.3.5), and back when a heading is read. A slot
 * `{status}` stands in brackets where a heading tells the status. A pattern that ends in 。 runs on into the text behind it.
 */
export type HeadingPattern = string

export const STATEMENT_SLOT = '{statement}'
export const STATUS_SLOT = '{status}'

/** The heading for a problem: its statement without the closing stop, in the words of the pattern. */
export const fillHeading = (pattern: HeadingPattern, statement: string, status = ''): string =>
  fillPattern(pattern, statement.trim().replace(/[。；;.]+$/, ''), status)

/** The same with the statement as it is, its closing stop too. Without a status the brackets around its slot go. */
export const fillPattern = (pattern: HeadingPattern, statement: string, status: string): string => {
  const quoted = isQuoted(pattern) ? statement.replace(/“/g, '‘').replace(/”/g, '’') : statement
  const told = status === '' ? pattern.replace(EMPTY_STATUS, '') : pattern.replace(STATUS_SLOT, () => status)
  return told.replace(STATEMENT_SLOT, () => quoted)
}

/** The statement a heading was made from: what stands in the slot, with its own quotation marks put back. */
export const statementInSlot = (pattern: HeadingPattern, slot: string): string =>
  isQuoted(pattern) ? slot.replace(/‘/g, '“').replace(/’/g, '”') : slot

/** Does the heading run on into its text? */
export const runsOn = (pattern: HeadingPattern): boolean => pattern.endsWith('。')

const EMPTY_STATUS = /[（(【[]\{status\}[）)】\]]/

const isQuoted = (pattern: HeadingPattern): boolean => pattern.includes(`“${STATEMENT_SLOT}”`)

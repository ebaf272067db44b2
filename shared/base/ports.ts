import type { PlainDate } from './plain-date.ts'

/** The time, as the outermost layer knows it. It is shown to people and never decides which of two edits wins. */
export interface Clock {
  /** Whole seconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
  /** Today on the calendar of the place where the program runs. */
  readonly today: () => PlainDate
}

/** Identity and randomness, as the outermost layer provides them. */
export interface Ids {
  /** A new id that no other PC will ever make: letters and digits, at least 80 random bits. */
  readonly id: () => string
  /** A new actor for the merge engine: 32 hexadecimal digits. A fresh one is taken at every load of a document. */
  readonly actor: () => string
}

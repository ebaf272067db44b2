/**
 * Result: what a user or a file can cause is a value, not an exception.
 *
 * Use it for refusals a person must read about (a damaged package, a date that does not exist). What only a bug can
 * cause throws through `defect`, with the reason why it "cannot" happen.
 */
export type Ok<T> = { readonly ok: true; readonly value: T }
export type Err<E> = { readonly ok: false; readonly error: E }
export type Result<T, E> = Ok<T> | Err<E>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const err = <E>(error: E): Err<E> => ({ ok: false, error })

/** Ends a switch over alternatives: a new alternative becomes a compile error at every place that must decide about it. */
export const assertNever = (value: never): never => defect(`unhandled alternative: ${JSON.stringify(value)}`)

/** Throws for a state that only a bug can cause. `why` says why it cannot happen. */
export const defect = (why: string): never => {
  throw new Error(`defect: ${why}`)
}

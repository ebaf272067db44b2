/** A string that carries a meaning the compiler keeps apart: `Brand<string, 'PlainDate'>` is no `Brand<string, 'Decimal'>`. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name }

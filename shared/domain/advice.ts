/**
 * What a person is told about an act that was carried out all the same, because signatures on paper rule and the program records. Each
 * type has its sentence in shared/messages/advice.ts.
 */
export type Advice =
  /** The problem is set 已销号 by hand: no application, no date stands behind it. */
  { readonly type: 'closed-without-closure' }

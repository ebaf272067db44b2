/**
 * What a person is told about an act that was carried out all the same, because signatures on paper rule and the program records. Each
 * type has its sentence in shared/messages/advice.ts.
 */
export type Advice =
  /** The problem is set 已销号 by hand: no application, no date stands behind it. */
  | { readonly type: 'closed-without-closure' }
  /** Problems of different status were joined: the one they were joined to keeps its own. */
  | { readonly type: 'joined-statuses-differ' }
  /** Deadlines differed: that of the one they were joined to stands; the others', with their extensions, stand in 回收站. */
  | { readonly type: 'joined-deadlines-differ' }
  /** A joined problem had been applied for or closed (销号): its cycles stay with it in 回收站, as they were signed for it alone. */
  | { readonly type: 'joined-closures' }
  /** A closed problem (已销号) was split: its 销号 stays with it, the new ones are 已完成 without one. */
  | { readonly type: 'split-closed' }

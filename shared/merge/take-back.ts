import type { Act } from './engine.ts'

/** What is known of an act for taking it back. */
export interface DoneAct extends Act {
  readonly intent: string
}

/** An act that can be taken back: `act` is the one whose changes are turned round, `intent` names it for the menu. */
export interface TakeBack<A extends DoneAct> {
  readonly act: A
  readonly intent: string
}

/** What can be undone and what redone; the next one stands last. */
export interface TakeBacks<A extends DoneAct> {
  readonly undo: readonly TakeBack<A>[]
  readonly redo: readonly TakeBack<A>[]
}

export const NOTHING_TO_TAKE_BACK: TakeBacks<never> = { undo: [], redo: [] }

/**
 * One more act of one's own, in the order they were done. A new act ends what could be redone. An undo whose act is no longer remembered
 * changes nothing.
 */
export const afterAct = <A extends DoneAct>(before: TakeBacks<A>, act: A): TakeBacks<A> => {
  const { undo, redo } = before
  switch (act.type) {
    case 'do':
      return { undo: [...undo, { act, intent: act.intent }].slice(-MOST_REMEMBERED), redo: [] }
    case 'undo':
      return undo.at(-1)?.act.id === act.of
        ? { undo: undo.slice(0, -1), redo: [...redo, { act, intent: undo.at(-1)?.intent ?? act.intent }] }
        : before
    case 'redo':
      return redo.at(-1)?.act.id === act.of
        ? { undo: [...undo, { act, intent: redo.at(-1)?.intent ?? act.intent }], redo: redo.slice(0, -1) }
        : before
    case 'whole':
      return before
  }
}

/** How many acts can be taken back in a row. */
export const MOST_REMEMBERED = 200

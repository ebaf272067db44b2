/** Text a person is typing and that is not saved yet. */
export interface Typing {
  /** Which cell or field, as the person would name it. */
  readonly what: string
  readonly text: string
  /** Saves it; false when it was refused, which has been told, and still stands in its editor. */
  readonly commit: () => Promise<boolean>
  /** Brings its editor before the person's eyes. */
  readonly show: () => void
}

/**
 * The editors in which something is being typed. Nothing is drawn from it: whatever moves away saves through it (`leave`), and a fault of
 * the window shows from it what would be lost.
 */
const editors = new Map<string, Typing>()

export const typing = {
  set: (id: string, entry: Typing): void => {
    editors.set(id, entry)
  },
  end: (id: string): void => {
    editors.delete(id)
  },
  isAny: (): boolean => editors.size > 0,
  drafts: (): readonly Typing[] => [...editors.values()],
  /** Saves everything, also what is typed meanwhile; false when something was refused or failed, and then that is shown. */
  commitAll: async (): Promise<boolean> => {
    while (editors.size > 0) {
      const round = [...editors]
      // What throws has not been saved: the store's own page, or the log, says why.
      const outcomes = await Promise.all(round.map(([, { commit }]) => commit().catch(() => false)))
      const refused = round.find((_, i) => !outcomes[i])
      if (refused) {
        refused[1].show()
        return false
      }
      for (const [id, entry] of round) if (editors.get(id) === entry) editors.delete(id)
    }
    return true
  },
}

/**
 * [Note: Leaving] The one way from where something may be being typed: a screen that goes, a focus that moves. What is typed is saved
 * first; where it is refused nothing moves, and the text stands in its editor with the reason told. Answers whether it moved; at once
 * when nothing is being typed.
 */
export const leave = async (go: () => void = () => undefined): Promise<boolean> => {
  if (typing.isAny() && !(await typing.commitAll())) return false
  go()
  return true
}

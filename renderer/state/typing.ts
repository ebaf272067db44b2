/** Text a person is typing and that is not saved yet. */
export interface Typing {
  /** Which cell or field, as the person would name it. */
  readonly what: string
  readonly text: string
  /** Saves it; false when it was refused and still stands in its editor. */
  readonly commit: () => Promise<boolean>
}

/**
 * The editors in which something is being typed. Nothing is drawn from it: closing the window saves through it, and a fault of the window
 * shows from it what would be lost.
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
  /** Saves everything; false when something was refused. */
  commitAll: async (): Promise<boolean> => {
    const outcomes = await Promise.all([...editors.values()].map((entry) => entry.commit()))
    return outcomes.every((saved) => saved)
  },
}

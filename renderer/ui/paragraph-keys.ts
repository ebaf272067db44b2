import type { KeyboardEvent } from 'react'

/** The keys of a field of paragraphs: Ctrl+Enter saves, Esc gives up; an input method that composes keeps its own. */
export const paragraphKeys =
  (acts: { readonly save: () => void; readonly giveUp: () => void }) =>
  (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      acts.giveUp()
    } else if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault()
      acts.save()
    }
  }

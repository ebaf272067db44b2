import { untilSaved } from '../data/last-act.ts'
import { invoke } from '../platform/bridge.ts'
import { typing } from '../state/typing.ts'

/**
 * Answers the wish to close: at once that the window lives, and that it may go when everything is saved. What was refused, or failed,
 * stays in its editor with its reason, and the window stays with it; `tellStays` is given what was not saved.
 */
export const answerClosing = async (tellStays: (what: readonly string[]) => void): Promise<void> => {
  await invoke('window.stays', undefined)
  if (!(await typing.commitAll())) return tellStays(typing.drafts().map(({ what }) => what))
  await untilSaved()
  await invoke('window.mayClose', undefined)
}

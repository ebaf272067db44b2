import { DIRECTORIES_WORDS } from '../../messages/directories.ts'
import { useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'

/** Goes to the lists with exactly the problems that name somebody. */
export const showUses = async (name: string, problemIds: readonly string[]): Promise<void> => {
  if (problemIds.length === 0) return
  const shown = await useListView.getState().showOnly({ what: DIRECTORIES_WORDS.showUse(name), ids: new Set(problemIds) })
  if (shown) await useScreen.getState().enterRoom('lists')
}

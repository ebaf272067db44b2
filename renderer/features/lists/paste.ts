import { LIST_COLUMNS } from '../../../shared/domain/four-lists.ts'
import { type PasteRequest, useListDialog } from '../../state/list-dialog.ts'
import { leave } from '../../state/typing.ts'

/**
 * Pastes a table into a list: decided as a whole (`planPaste`), carried out as one act. Asks before anything is written when a cell is refused
 * or when it is not plain where the table goes.
 */
export const pasteInto = async ({
  columns,
  ...request
}: Omit<PasteRequest, 'columns'> & { readonly columns?: readonly string[] }): Promise<void> => {
  if (!(await leave())) return
  const shown = columns ?? LIST_COLUMNS[request.list].map(({ key }) => key)
  useListDialog.getState().open({ type: 'paste', request: { ...request, columns: shown } })
}

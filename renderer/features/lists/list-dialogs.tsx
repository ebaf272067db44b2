import type { CommandContext } from '../../../shared/domain/commands/decision.ts'
import type { ListDate } from '../../../shared/domain/four-lists.ts'
import { useListDialog } from '../../state/list-dialog.ts'
import { BatchDialog } from './batch-dialog.tsx'
import { JoinDialog } from './join-dialog.tsx'
import { type ListDialogProps, MoveDialog } from './move-dialog.tsx'
import { OutlineDialog } from './outline-dialog.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { ViewsDialog } from './views-dialog.tsx'

interface ListDialogsProps extends Omit<ListDialogProps, 'onClose'> {
  readonly at: ListDate
  readonly context: CommandContext
}

/** The dialog that stands open over the lists, if any. */
export const ListDialogs = ({ at, context, ...around }: ListDialogsProps) => {
  const dialog = useListDialog((state) => state.dialog)
  const props = { ...around, onClose: () => useListDialog.getState().open(null) }
  switch (dialog?.type) {
    case 'move':
      return <MoveDialog {...props} ids={dialog.ids} />
    case 'join':
      return <JoinDialog {...props} ids={dialog.ids} />
    case 'batch':
      return <BatchDialog {...props} ids={dialog.ids} context={context} />
    case 'split':
      return <SplitDialog {...props} problemId={dialog.problemId} />
    case 'replace':
      return <ReplaceDialog {...props} ids={dialog.ids} />
    case 'outline':
      return <OutlineDialog {...props} />
    case 'views':
      return <ViewsDialog ledgerId={props.ledgerId} onClose={props.onClose} />
    case 'paste':
      return <PasteDialog {...props} request={dialog.request} at={at} context={context} />
    default:
      return null
  }
}

import { ROOM_WORDS } from '../../messages/shell.ts'
import { Page } from '../../ui/page.tsx'

/** history: not built yet. */
export const HistoryPage = ({ ledgerId }: { readonly ledgerId: string }) => (
  <Page title={ROOM_WORDS.history}>
    <span data-ledger={ledgerId} />
  </Page>
)

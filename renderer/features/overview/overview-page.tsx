import { ROOM_WORDS } from '../../messages/shell.ts'
import { Page } from '../../ui/page.tsx'

/** overview: not built yet. */
export const OverviewPage = ({ ledgerId }: { readonly ledgerId: string }) => (
  <Page title={ROOM_WORDS.overview}>
    <span data-ledger={ledgerId} />
  </Page>
)

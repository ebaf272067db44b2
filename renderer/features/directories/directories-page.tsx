import { ROOM_WORDS } from '../../messages/shell.ts'
import { Page } from '../../ui/page.tsx'

/** directories: not built yet. */
export const DirectoriesPage = ({ ledgerId }: { readonly ledgerId: string }) => (
  <Page title={ROOM_WORDS.directories}>
    <span data-ledger={ledgerId} />
  </Page>
)

import { ROOM_WORDS } from '../../messages/shell.ts'
import { Page } from '../../ui/page.tsx'

/** registers: not built yet. */
export const RegistersPage = ({ ledgerId }: { readonly ledgerId: string }) => (
  <Page title={ROOM_WORDS.registers}>
    <span data-ledger={ledgerId} />
  </Page>
)

import { App } from 'antd'
import { exchangeStore } from '../../data/exchange-client.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { LEDGERS_WORDS } from '../../messages/ledgers.ts'
import { invoke } from '../../platform/bridge.ts'
import { useScreen } from '../../state/screen.ts'
import { leave } from '../../state/typing.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'

interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Opening files, by the dialog or handed over: a ledger package is taken in, anything else is read as a notice. What is being typed is
 * saved before a file is chosen or taken in.
 */
export const useOpenFile = () => {
  const tellRefusal = useTellRefusal()
  const { message } = App.useApp()
  const { openLedger, startIntake, openDialog } = useScreen.getState()

  const openFile = async ({ name, bytes }: OpenedFile): Promise<void> => {
    if (!/\.zgtz$/i.test(name)) {
      void startIntake({ type: 'read', from: { name, bytes } })
      return
    }
    const receive = () => void openDialog({ type: 'receive', files: [{ name, bytes }] })
    const seen = await exchangeStore.lookAt(bytes)
    if (!seen.ok) return seen.error.type === 'package-locked' ? receive() : tellRefusal(seen.error)
    // Only a whole ledger is opened at once; what was handed out, answered or signed for is told first.
    if (seen.value.purpose !== 'whole') return receive()
    const opened = await ledgerStore.openPackage(bytes)
    if (!opened.ok) return opened.error.type === 'ledger-already-here' ? receive() : tellRefusal(opened.error)
    const { ledgerId, errors } = opened.value
    if (!(await openLedger(ledgerId))) return
    if (errors > 0) void message.warning(LEDGERS_WORDS.openedWithErrors(errors), 8)
    else void message.success(LEDGERS_WORDS.opened)
  }
  const choose = async (kind: 'text' | 'package'): Promise<void> => {
    if (!(await leave())) return
    const chosen = await invoke('file.open', { kind })
    if (!chosen.ok) return tellRefusal(chosen.error)
    if (chosen.value) await openFile(chosen.value)
  }
  return {
    openFile,
    chooseText: () => choose('text'),
    choosePackage: () => choose('package'),
    /** What the program was started with, or a second start has handed over. */
    openHanded: async (): Promise<void> => {
      const handed = await invoke('file.handed', undefined)
      if (!handed.ok) tellRefusal(handed.error)
      else if (handed.value) {
        if (await leave()) await openFile(handed.value)
        else void message.warning(LEDGERS_WORDS.notOpened(handed.value.name), 8)
      }
    },
  }
}

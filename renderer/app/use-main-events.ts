import { App } from 'antd'
import { useEffect, useRef } from 'react'
import type { EventPayload } from '../../shared/ipc/contract.ts'
import { ledgerStore } from '../data/store-client.ts'
import { useOpenFile } from '../features/ledgers/use-open-file.ts'
import { SHELL_WORDS } from '../messages/shell.ts'
import { invoke, onEvent } from '../platform/bridge.ts'
import { useFind } from '../state/find.ts'
import { type ExportKind, openLedgerId, useScreen } from '../state/screen.ts'
import { typing } from '../state/typing.ts'
import { useTellRefusal } from '../ui/refusal-notice.tsx'

type MenuItem = EventPayload<'menu'>

/** What main tells unasked: the menu, a file handed over, the wish to close. */
export const useMainEvents = (): void => {
  const { message } = App.useApp()
  const tellRefusal = useTellRefusal()
  const { choosePackage, openHanded } = useOpenFile()

  const exportAs = (kind: ExportKind) => {
    if (openLedgerId(useScreen.getState()) === null) void message.info(SHELL_WORDS.openLedgerFirst)
    else useScreen.getState().openDialog({ type: 'export', kind })
  }
  const takeBack = async (which: 'undo' | 'redo') => {
    // In a field that is being typed in, the keys mean the text.
    if (isTypingInField()) {
      document.execCommand(which)
      return
    }
    const ledgerId = openLedgerId(useScreen.getState())
    if (ledgerId === null) return
    const answer = await ledgerStore[which](ledgerId)
    if (!answer.ok) return tellRefusal(answer.error)
    const words = which === 'undo' ? SHELL_WORDS.undone : SHELL_WORDS.redone
    void message.success({ key: 'take-back', content: words(answer.value.intent), duration: 2 })
  }
  const menu: Readonly<Record<MenuItem, () => void>> = {
    'new-ledger': () => useScreen.getState().startIntake({ type: 'choose' }),
    'open-file': () => void choosePackage(),
    'save-package': () => exportAs('package'),
    'export-notice': () => exportAs('notice'),
    'export-tables': () => exportAs('tables'),
    undo: () => void takeBack('undo'),
    redo: () => void takeBack('redo'),
    find: () => useFind.getState().ask(),
    settings: () => useScreen.getState().openDialog({ type: 'settings' }),
    about: () => useScreen.getState().openDialog({ type: 'settings' }),
  }
  const latest = useRef({ menu, openHanded })
  latest.current = { menu, openHanded }

  useEffect(() => {
    const ends = [
      onEvent('menu', (item) => latest.current.menu[item]()),
      onEvent('fileHanded', () => void latest.current.openHanded()),
      onEvent('closing', () => {
        // What was refused stays in its editor, with its reason; the window stays too.
        void typing.commitAll().then((saved) => (saved ? invoke('window.mayClose', undefined) : null))
      }),
    ]
    const onKey = (event: KeyboardEvent) => {
      const item = menuItemOf(event)
      if (item === null) return
      event.preventDefault()
      latest.current.menu[item]()
    }
    window.addEventListener('keydown', onKey)
    void latest.current.openHanded()
    return () => {
      window.removeEventListener('keydown', onKey)
      for (const end of ends) end()
    }
  }, [])
}

/**
 * The keys of the menu that also mean something inside the page: they are taken here, before the menu would see them, so that they act
 * the same wherever a menu bar is hidden. While something is being typed, undo belongs to the text.
 */
const menuItemOf = (event: KeyboardEvent): MenuItem | null => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'f') return 'find'
  if (isTypingInField()) return null
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' ? 'redo' : null
}

const isTypingInField = (): boolean => {
  const active = document.activeElement
  if (!(active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement)) return false
  return !active.readOnly && !(active.classList.contains('keeper') && !active.classList.contains('keeper-typing'))
}

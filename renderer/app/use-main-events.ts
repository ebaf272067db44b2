import { App } from 'antd'
import { useEffect, useRef } from 'react'
import type { EventPayload } from '../../shared/ipc/contract.ts'
import { useOpenFile } from '../features/ledgers/use-open-file.ts'
import { SHELL_WORDS } from '../messages/shell.ts'
import { onEvent } from '../platform/bridge.ts'
import { useFind } from '../state/find.ts'
import { type ExportKind, openLedgerId, useScreen } from '../state/screen.ts'
import { answerClosing } from './answer-closing.ts'
import { useTakeBackActs } from './use-take-back.ts'

type MenuItem = EventPayload<'menu'>

/** What main tells unasked: the menu, a file handed over, the wish to close. */
export const useMainEvents = (): void => {
  const { message } = App.useApp()
  const act = useTakeBackActs()
  const { choosePackage, openHanded } = useOpenFile()

  const exportAs = (kind: ExportKind) => {
    if (openLedgerId(useScreen.getState()) === null) void message.info(SHELL_WORDS.openLedgerFirst)
    else void useScreen.getState().openDialog({ type: 'export', kind })
  }
  const takeBack = async (which: 'undo' | 'redo') => {
    // In a field that is being typed in, the keys mean the text.
    if (isTypingInField()) {
      document.execCommand(which)
      return
    }
    const ledgerId = openLedgerId(useScreen.getState())
    if (ledgerId !== null) await act(ledgerId, which)
  }
  const menu: Readonly<Record<MenuItem, () => void>> = {
    'new-ledger': () => void useScreen.getState().startIntake({ type: 'facts' }),
    'open-file': () => void choosePackage(),
    'save-package': () => exportAs('package'),
    'export-notice': () => exportAs('notice'),
    'export-tables': () => exportAs('tables'),
    'update-from-table': () => {
      if (openLedgerId(useScreen.getState()) === null) void message.info(SHELL_WORDS.openLedgerFirst)
      else void useScreen.getState().openDialog({ type: 'update' })
    },
    receive: () => void useScreen.getState().openDialog({ type: 'receive' }),
    print: () => {
      if (openLedgerId(useScreen.getState()) === null) void message.info(SHELL_WORDS.openLedgerFirst)
      else void useScreen.getState().openDialog({ type: 'print' })
    },
    undo: () => void takeBack('undo'),
    redo: () => void takeBack('redo'),
    'search-all': () => void useScreen.getState().openDialog({ type: 'search' }),
    find: () => {
      const { screen, openDialog } = useScreen.getState()
      // 总览 has nothing of its own to look through.
      if (screen.type === 'ledger' && screen.room === 'overview') void openDialog({ type: 'search' })
      else useFind.getState().ask()
    },
    settings: () => void useScreen.getState().openDialog({ type: 'settings' }),
    shortcuts: () => void useScreen.getState().openDialog({ type: 'shortcuts' }),
    about: () => void useScreen.getState().openDialog({ type: 'settings', section: 'about' }),
  }
  const tellStays = (what: readonly string[]) =>
    void message.warning({ key: 'stays', content: SHELL_WORDS.stays(what), duration: 12 })
  const latest = useRef({ menu, openHanded, tellStays })
  latest.current = { menu, openHanded, tellStays }

  useEffect(() => {
    const ends = [
      onEvent('menu', (item) => latest.current.menu[item]()),
      onEvent('fileHanded', () => void latest.current.openHanded()),
      onEvent('closing', () => void answerClosing(latest.current.tellStays)),
    ]
    const onKey = (event: KeyboardEvent) => {
      const item = menuItemOf(event)
      if (item === null) return
      event.preventDefault()
      latest.current.menu[item]()
    }
    window.addEventListener('keydown', onKey)
    for (const name of ['dragover', 'drop'] as const) window.addEventListener(name, refuseFiles)
    void latest.current.openHanded()
    return () => {
      window.removeEventListener('keydown', onKey)
      for (const name of ['dragover', 'drop'] as const) window.removeEventListener(name, refuseFiles)
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
  if (key === 'k') return 'search-all'
  if (key === 'p') return 'print'
  // An editor of texts has taken its own words back.
  if (event.defaultPrevented || isTypingInField()) return null
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' ? 'redo' : null
}

/** A file dropped beside every place for files does nothing: it must not take the window away from its page. */
const refuseFiles = (event: DragEvent): void => {
  if (event.dataTransfer === null || !event.dataTransfer.types.includes('Files')) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'none'
}

const isTypingInField = (): boolean => {
  const active = document.activeElement
  if (!(active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement)) return false
  return !active.readOnly && !(active.classList.contains('keeper') && !active.classList.contains('keeper-typing'))
}

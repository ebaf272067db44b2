import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventPayload } from '../../shared/ipc/contract.ts'
import { SHELL } from '../../shared/messages/shell.ts'

type MenuCommand = EventPayload<'menu'>

/**
 * The menu only tells the window what was chosen. Undo and redo go there too: the window knows whether a text field has the focus (then
 * its own typing is undone) or a command of the ledger is meant.
 */
export const setMenu = (send: (command: MenuCommand) => void, isDevelopment: boolean): void => {
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const words = SHELL.menu
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    {
      label: words.file,
      submenu: [
        command(words.newLedger, 'new-ledger', 'CmdOrCtrl+N'),
        command(words.open, 'open-file', 'CmdOrCtrl+O'),
        command(words.updateFromTable, 'update-from-table', 'CmdOrCtrl+U'),
        command(words.receive, 'receive', 'CmdOrCtrl+Shift+O'),
        command(words.savePackage, 'save-package', 'CmdOrCtrl+S'),
        separator,
        command(words.exportNotice, 'export-notice', 'CmdOrCtrl+E'),
        command(words.exportTables, 'export-tables', 'CmdOrCtrl+Shift+E'),
        separator,
        command(words.print, 'print', 'CmdOrCtrl+P'),
        separator,
        command(words.settings, 'settings', 'CmdOrCtrl+,'),
        separator,
        { label: words.quit, role: 'quit' },
      ],
    },
    {
      label: words.edit,
      submenu: [
        command(words.undo, 'undo', 'CmdOrCtrl+Z'),
        command(words.redo, 'redo', 'CmdOrCtrl+Y'),
        separator,
        { label: words.cut, role: 'cut' },
        { label: words.copy, role: 'copy' },
        { label: words.paste, role: 'paste' },
        { label: words.selectAll, role: 'selectAll' },
        separator,
        command(words.find, 'find', 'CmdOrCtrl+F'),
        command(words.searchAll, 'search-all', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: words.view,
      submenu: [
        { label: words.zoomIn, role: 'zoomIn', accelerator: 'CmdOrCtrl+=' },
        { label: words.zoomOut, role: 'zoomOut' },
        { label: words.actualSize, role: 'resetZoom' },
        separator,
        { label: words.fullScreen, role: 'togglefullscreen' },
        ...(isDevelopment ? [separator, { label: words.developerTools, role: 'toggleDevTools' as const }] : []),
      ],
    },
    { label: words.help, submenu: [command(words.shortcuts, 'shortcuts', 'F1'), separator, command(words.about, 'about')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog, type FileFilter, shell } from 'electron'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok } from '../../shared/base/result.ts'
import { extensionOf, fileNameToShow } from '../../shared/domain/attached-files.ts'
import { SHELL } from '../../shared/messages/shell.ts'
import { createAllowedFolders } from '../files/allowed-folders.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import type { ListDrives } from '../files/drives.ts'
import { orNull } from '../files/or-null.ts'
import type { Host } from '../ipc/handlers.ts'
import { safeFileName, withExtension } from '../platform/file-names.ts'
import { readChosenFile, readChosenPackages } from '../platform/handed-files.ts'

const words = SHELL.dialogs

/** Only main knows paths: the window names a kind, a person chooses the file. */
export const createDialogs = (
  window: BrowserWindow,
  listDrives: ListDrives,
): Pick<
  Host,
  'openFile' | 'openPackages' | 'saveFile' | 'saveCopy' | 'chooseFolder' | 'folders' | 'openWithSystem' | 'revealFile'
> => {
  const saved = new Set<string>()
  const folders = createAllowedFolders({ listDrives, wrote: (path) => saved.add(path) })
  let folder = app.getPath('documents')

  return {
    openFile: async (kind) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: words.openTitle,
        buttonLabel: words.open,
        defaultPath: folder,
        properties: ['openFile'],
        filters: kind === 'text' ? [...INCOMING] : [FILTERS.package],
      })
      const [path] = filePaths
      if (canceled || path === undefined) return ok(null)
      folder = dirname(path)
      return readChosenFile(path)
    },
    openPackages: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: words.openManyTitle,
        buttonLabel: words.open,
        defaultPath: folder,
        properties: ['openFile', 'multiSelections'],
        filters: [FILTERS.package],
      })
      const [first] = filePaths
      if (canceled || first === undefined) return ok(null)
      folder = dirname(first)
      return readChosenPackages(filePaths)
    },
    saveFile: async ({ kind, suggestedName, bytes }) => {
      const filter = FILTERS[kind]
      const [extension] = filter.extensions
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: words.saveTitle,
        buttonLabel: words.save,
        defaultPath: join(folder, safeFileName(suggestedName, extension)),
        filters: [filter],
        properties: ['showOverwriteConfirmation'],
      })
      if (canceled || !filePath) return ok(null)
      const path = withExtension(filePath, extension)
      if (path !== filePath && (await orNull(stat(path))) !== null && !(await mayReplace(window, path))) return ok(null)
      folder = dirname(path)
      const written = await writeFileAtomically(path, bytes)
      if (!written.ok) return written
      saved.add(written.value)
      return ok({ path: written.value })
    },
    saveCopy: async (name, bytes) => {
      const shown = fileNameToShow(name)
      const extension = extensionOf(shown)
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: words.saveTitle,
        buttonLabel: words.save,
        defaultPath: join(folder, extension === '' ? safeFileName(shown, 'bin') : safeFileName(shown, extension)),
        properties: ['showOverwriteConfirmation'],
      })
      if (canceled || !filePath) return ok(null)
      folder = dirname(filePath)
      const written = await writeFileAtomically(filePath, bytes)
      if (!written.ok) return written
      saved.add(written.value)
      return ok({ path: written.value })
    },
    chooseFolder: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: words.folderTitle,
        buttonLabel: words.chooseFolder,
        defaultPath: folder,
        properties: ['openDirectory', 'createDirectory'],
      })
      const [path] = filePaths
      if (canceled || path === undefined) return ok(null)
      folder = path
      folders.allow(path)
      return ok({ folder: path })
    },
    folders,
    openWithSystem: async (path, name) => {
      const detail = await shell.openPath(path)
      return detail === '' ? ok(null) : err<Refusal>({ type: 'no-program-for-file', name, detail })
    },
    revealFile: async (path) => {
      if (!saved.has(path)) return err<Refusal>({ type: 'file-not-found', path })
      shell.showItemInFolder(path)
      return ok(null)
    },
  }
}

type Filter = FileFilter & { extensions: [string] }

const FILTERS: Readonly<Record<'notice' | 'tables' | 'csv' | 'package' | 'pdf', Filter>> = {
  notice: { name: words.notice, extensions: ['docx'] },
  tables: { name: words.tables, extensions: ['xlsx'] },
  csv: { name: words.csv, extensions: ['csv'] },
  package: { name: words.package, extensions: ['zgtz'] },
  pdf: { name: words.pdf, extensions: ['pdf'] },
}
const INCOMING: readonly FileFilter[] = [
  { name: words.incoming, extensions: ['docx', 'doc', 'wps', 'xlsx', 'xls', 'et', 'ods', 'csv', 'txt'] },
  { name: words.anyFile, extensions: ['*'] },
]

/** The system asked about the name that was typed, not about the one with its extension. */
const mayReplace = async (window: BrowserWindow, path: string): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: SHELL.program,
    message: words.replaceTitle(basename(path)),
    detail: words.replaceDetail,
    buttons: [words.replace, words.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

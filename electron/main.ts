import { join } from 'node:path'
import { app, dialog } from 'electron'
import { SHELL } from '../shared/messages/shell.ts'
import { createDriveWatch, systemDriveSign } from './files/drive-watch.ts'
import { createDriveList } from './files/drives.ts'
import { clearIncoming } from './files/incoming-attachments.ts'
import { keepDatabaseAside } from './files/keep-aside.ts'
import { clearOpenedCopies } from './files/opened-copies.ts'
import { defaultSettings, readSettings } from './files/settings.ts'
import { openStoreFiles } from './files/store-files.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createRouter } from './ipc/router.ts'
import { type Log, openLog, thrownText } from './log.ts'
import { createHandedFiles, type HandedFiles } from './platform/handed-files.ts'
import { systemClock } from './platform/node-ports.ts'
import { registerAppScheme, serveApp } from './shell/app-protocol.ts'
import { writePicture } from './shell/clipboard.ts'
import { createDialogs } from './shell/dialogs.ts'
import { lookWhileFocused } from './shell/drive-watch.ts'
import { hardenBeforeReady } from './shell/hardening.ts'
import { setMenu } from './shell/menu.ts'
import { createOldFiles } from './shell/old-files.ts'
import { createPages, createPrinting } from './shell/printing.ts'
import { registerIpc } from './shell/register-ipc.ts'
import { isFirstInstance } from './shell/single-instance.ts'
import { openWindow, type ProgramWindow } from './shell/window.ts'

/** Composition root. Everything the program keeps lies under Electron's `userData`; the bundle stands at dist/main, the window beside it. */
const main = (): void => {
  const isDevelopment = !app.isPackaged
  const dataFolder = app.getPath('userData')
  registerAppScheme()
  hardenBeforeReady(isDevelopment)

  const handed = createHandedFiles()
  let open: ProgramWindow | null = null
  const isFirst = isFirstInstance(({ argv, cwd }) => {
    void handed.put(argv, cwd).then((waiting) => {
      open?.toFront()
      if (waiting > 0) open?.send('fileHanded', undefined)
    })
  })
  if (!isFirst) {
    app.quit()
    return
  }

  const log = openLog(dataFolder, isDevelopment)
  process.on('uncaughtException', (thrown) => log.report('error', 'main-bug', thrownText(thrown)))
  process.on('unhandledRejection', (thrown) => log.report('error', 'main-bug', thrownText(thrown)))
  app.on('window-all-closed', () => app.quit())
  start({ dataFolder, isDevelopment, log, handed }).then(
    (window) => {
      open = window
    },
    (thrown: unknown) => {
      log.report('error', 'start-failed', thrownText(thrown))
      const reason = thrown instanceof Error ? thrown.message : String(thrown)
      dialog.showErrorBox(SHELL.startFailed.title, SHELL.startFailed.detail(reason))
      app.exit(1)
    },
  )
}

interface StartDeps {
  readonly dataFolder: string
  readonly isDevelopment: boolean
  readonly log: Log
  readonly handed: HandedFiles
}

/** IndexedDB is kept aside before anything of Chromium's can open it; the store's files are read while Electron gets ready. */
const start = async ({ dataFolder, isDevelopment, log, handed }: StartDeps): Promise<ProgramWindow> => {
  log.report('info', 'start', `${app.getVersion()} on Electron ${process.versions['electron']}, ${process.platform}`)
  const [aside, store] = await Promise.all([
    keepDatabaseAside(dataFolder),
    openStoreFiles(dataFolder, systemClock),
    handed.put(process.argv, process.cwd()),
    app.whenReady(),
  ])
  if (!aside.ok) log.report('error', 'keep-aside', JSON.stringify(aside.error))
  if (!store.ok) log.report('error', 'store-files', JSON.stringify(store.error))
  else
    log.report('info', 'store-files', JSON.stringify({ ...store.value.state(), incidents: store.value.state().incidents.length }))

  void Promise.all([clearOpenedCopies(dataFolder), clearIncoming(dataFolder)])
  const pages = createPages()
  serveApp(join(__dirname, '../renderer'), pages.waiting)
  const settings = await readSettings(dataFolder)
  const { scale } = settings.ok ? settings.value : defaultSettings()
  const opened = await openWindow({ dataFolder, preload: join(__dirname, 'preload.cjs'), isDevelopment, log, scale })
  setMenu((command) => opened.send('menu', command), isDevelopment)
  const listDrives = createDriveList()
  const facts = { version: app.getVersion(), electron: process.versions['electron'] ?? '', dataFolder, isDevelopment }
  const host = {
    facts,
    ...createDialogs(opened.window, listDrives),
    writePicture,
    printing: createPrinting(opened.window, pages, log),
    oldFiles: createOldFiles(),
    takeHandedFile: handed.take,
    stays: opened.stays,
    mayClose: opened.mayClose,
    discardDatabase: opened.discardDatabase,
    scaleTo: opened.scaleTo,
  }
  registerIpc(opened.window, createRouter(createHandlers({ host, store, log }), log), log)
  const changed = (): void => opened.send('drivesChanged', undefined)
  lookWhileFocused(opened.window, createDriveWatch({ sign: systemDriveSign(), listDrives, changed, log }))
  opened.load()
  return opened
}

main()

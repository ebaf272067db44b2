import { join } from 'node:path'
import { BrowserWindow, dialog, screen } from 'electron'
import { eventChannel } from '../../shared/ipc/channels.ts'
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts'
import { SHELL } from '../../shared/messages/shell.ts'
import { readJsonFile, writeJsonFile } from '../files/json-file.ts'
import { type Log, thrownText } from '../log.ts'
import { APP_ORIGIN } from '../platform/app-address.ts'
import { DEFAULT_SIZE, placeOnDisplay, SMALLEST_SIZE, type WindowState, windowStateSchema } from '../platform/window-place.ts'

export interface ProgramWindow {
  readonly window: BrowserWindow
  readonly send: <E extends EventName>(event: E, payload: EventPayload<E>) => void
  /** The window lives: it closes when it says so, however long it saves, or not at all. */
  readonly stays: () => void
  /** The window has saved what was being typed: it closes. */
  readonly mayClose: () => void
  readonly toFront: () => void
  /** Deletes what IndexedDB keeps of our origin. */
  readonly discardDatabase: () => Promise<void>
  /** Draws everything in this size, in per cent; again after each loading. */
  readonly scaleTo: (percent: number) => void
  /** Loads the page; everything that answers it stands by then. */
  readonly load: () => void
}

export interface WindowDeps {
  readonly dataFolder: string
  readonly preload: string
  readonly isDevelopment: boolean
  readonly log: Log
  /** The size everything is drawn in, in per cent. */
  readonly scale: number
}

/** The window gets so long to say that it lives. */
const CLOSING_MS = 3_000

export const openWindow = async (deps: WindowDeps): Promise<ProgramWindow> => {
  const { dataFolder, preload, isDevelopment, log } = deps
  const kept = await readJsonFile(statePath(dataFolder), windowStateSchema)
  if (!kept.ok) log.report('warn', 'window-state', kept.error.type)
  const state = kept.ok ? kept.value : null
  const place = placeOnDisplay(
    state,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const window = new BrowserWindow({
    ...(place ?? DEFAULT_SIZE),
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    title: SHELL.program,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: isDevelopment,
    },
  })
  if (state?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())

  let { scale } = deps
  const drawToScale = (): void => window.webContents.setZoomFactor(scale / 100)
  window.webContents.on('dom-ready', drawToScale)

  const send: ProgramWindow['send'] = (event, payload) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel(event), payload)
  }
  const { stays, mayClose } = closeByAgreement(window, deps, () => send('closing', undefined))
  reloadAfterCrash(window, log)
  return {
    window,
    send,
    stays,
    mayClose,
    discardDatabase: () => window.webContents.session.clearStorageData({ origin: APP_ORIGIN, storages: ['indexdb'] }),
    toFront: () => {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    scaleTo: (percent) => {
      scale = percent
      drawToScale()
    },
    load: () => {
      window.loadURL(APP_ORIGIN).catch((thrown: unknown) => log.report('error', 'window-load', thrownText(thrown)))
    },
  }
}

/**
 * Closing asks the window first. One that does not answer in time, or has crashed, is closed all the same: what it saved is saved. The
 * time measures life and not success: a window that has answered closes when it has saved, or stays with a text that was refused.
 */
const closeByAgreement = (
  window: BrowserWindow,
  { dataFolder, log }: WindowDeps,
  ask: () => void,
): Pick<ProgramWindow, 'stays' | 'mayClose'> => {
  let waiting: NodeJS.Timeout | null = null
  const stays = (): void => {
    if (waiting !== null) clearTimeout(waiting)
    waiting = null
  }
  const leave = (): void => {
    stays()
    if (!window.isDestroyed()) window.destroy()
  }
  window.on('close', (event) => {
    event.preventDefault()
    if (waiting !== null) return
    waiting = setTimeout(() => {
      log.report('warn', 'window-closing', 'no answer in time')
      leave()
    }, CLOSING_MS)
    void keepState(dataFolder, stateOf(window), log).then(() => {
      if (window.isDestroyed()) return
      if (window.webContents.isCrashed() || window.webContents.isLoading()) leave()
      else ask()
    })
  })
  return { stays, mayClose: leave }
}

const reloadAfterCrash = (window: BrowserWindow, log: Log): void => {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log.report('error', 'render-process-gone', `${reason} ${exitCode}`)
    const { title, detail, reload, quit } = SHELL.crash
    void dialog
      .showMessageBox(window, {
        type: 'error',
        title: SHELL.program,
        message: title,
        detail,
        buttons: [reload, quit],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      .then(({ response }) => (response === 0 ? window.webContents.reload() : window.destroy()))
  })
  window.webContents.on('unresponsive', () => log.report('warn', 'window-unresponsive', ''))
}

const stateOf = (window: BrowserWindow): WindowState => ({
  bounds: window.getNormalBounds(),
  isMaximized: window.isMaximized(),
})

const keepState = async (dataFolder: string, state: WindowState, log: Log): Promise<void> => {
  const written = await writeJsonFile(statePath(dataFolder), state)
  if (!written.ok) log.report('warn', 'window-state', written.error.type)
}

const statePath = (dataFolder: string): string => join(dataFolder, 'window.json')

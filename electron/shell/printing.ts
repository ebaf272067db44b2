import { BrowserWindow } from 'electron'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { Paper } from '../../shared/ipc/contract.ts'
import { SHELL } from '../../shared/messages/shell.ts'
import type { Printing } from '../ipc/handlers.ts'
import { type Log, thrownText } from '../log.ts'
import { PRINT_ADDRESS } from '../platform/app-address.ts'

/** The page that is to be printed, until the protocol has served it. */
export interface Pages {
  readonly waiting: () => string | null
  readonly put: (html: string | null) => void
}

export const createPages = (): Pages => {
  let page: string | null = null
  return {
    waiting: () => page,
    put: (html) => {
      page = html
    },
  }
}

/**
 * [Note: Printing] A page is laid out in a window nobody sees, with a process of its own: a hundred pages take seconds, in which the
 * clerk's window must answer. No script runs in it (switched off, and forbidden by PRINT_POLICY) and it has no bridge. It stays until the
 * preview is closed, so that what was looked at is what goes to the printer.
 */
export const createPrinting = (owner: BrowserWindow, pages: Pages, log: Log): Printing => {
  let hidden: BrowserWindow | null = null
  /** Electron 25 makes one PDF after the other and waits for ever for one whose window has gone: such a window stays until its PDF is made. */
  let making: BrowserWindow | null = null
  const destroy = (window: BrowserWindow | null): void => {
    if (window !== null && !window.isDestroyed()) window.destroy()
  }
  const end = (): void => {
    pages.put(null)
    if (hidden !== making) destroy(hidden)
    hidden = null
  }
  // A window left behind would keep the program running.
  owner.on('closed', () => {
    end()
    destroy(making)
  })

  const layOut = async (html: string): Promise<BrowserWindow> => {
    end()
    pages.put(html)
    hidden = new BrowserWindow({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
        javascript: false,
      },
    })
    const window = hidden
    await window.loadURL(PRINT_ADDRESS)
    return window
  }

  let last: Promise<unknown> = Promise.resolve()
  const pdfOf = (window: BrowserWindow, paper: Paper): Promise<Uint8Array | null> => {
    const made = last.then(async () => {
      if (hidden !== window) return null
      making = window
      try {
        return new Uint8Array(await window.webContents.printToPDF(pdfOptions(paper)))
      } finally {
        making = null
        if (hidden !== window) destroy(window)
      }
    })
    last = made.catch(() => undefined)
    return made
  }

  return {
    preview: async ({ html, paper }) => {
      let window: BrowserWindow | null = null
      try {
        window = await layOut(html)
        const bytes = await pdfOf(window, paper)
        return ok(hidden === window && bytes !== null ? { bytes } : null)
      } catch (thrown) {
        // Destroyed meanwhile: cancelled, or another preview was asked for.
        if (window === null || window.isDestroyed() || hidden !== window) return ok(null)
        log.report('error', 'print-preview', thrownText(thrown))
        return err({ type: 'print-failed', detail: thrown instanceof Error ? thrown.message : String(thrown) })
      }
    },
    send: async ({ paper, title }) => {
      if (hidden === null || hidden.isDestroyed()) return err({ type: 'print-failed', detail: SHELL.print.nothing })
      const { webContents } = hidden
      if ((await webContents.getPrintersAsync()).length === 0) return err({ type: 'no-printer' })
      return new Promise<Result<{ printed: boolean }, Refusal>>((resolve) => {
        webContents.print(
          {
            silent: false,
            printBackground: true,
            landscape: paper.landscape,
            pageSize: paper.size,
            header: paper.laid ? '' : title,
            footer: '',
            margins: { marginType: paper.laid ? 'none' : 'default' },
          },
          (printed, reason) => {
            const isCancelled = /cancel/i.test(reason)
            resolve(printed || isCancelled ? ok({ printed }) : err({ type: 'print-failed', detail: reason }))
          },
        )
      })
    },
    end,
  }
}

const [before, between, behind] = SHELL.print.pageNumber

const FOOTER = [
  '<div style="width:100%;text-align:center;font-size:9px;font-family:SimSun,\'Noto Sans CJK SC\',sans-serif">',
  `${before}<span class="pageNumber"></span>${between}<span class="totalPages"></span>${behind}`,
  '</div>',
].join('')

/** Margins in inches: 1.5 cm, and room for the page number below; none where the pages come laid. */
const pdfOptions = ({ size, landscape, laid }: Paper): Electron.PrintToPDFOptions =>
  laid
    ? {
        pageSize: size,
        printBackground: true,
        preferCSSPageSize: true,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
      }
    : {
        landscape,
        pageSize: size,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: FOOTER,
        margins: { top: 0.59, bottom: 0.67, left: 0.59, right: 0.59 },
      }

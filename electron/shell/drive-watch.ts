import type { BrowserWindow } from 'electron'

const EVERY_MS = 3_000

/** Looks every few seconds while the window has the focus, and when it gets it again. The first look waits until the program stands. */
export const lookWhileFocused = (window: BrowserWindow, look: () => Promise<void>): void => {
  let timer: NodeJS.Timeout | null = null
  const stop = (): void => {
    if (timer !== null) clearInterval(timer)
    timer = null
  }
  const begin = (): void => {
    stop()
    timer = setInterval(() => void look(), EVERY_MS)
  }
  window.on('focus', begin)
  window.on('blur', stop)
  window.on('closed', stop)
  if (window.isFocused()) begin()
}

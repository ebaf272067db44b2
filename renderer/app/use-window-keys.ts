import { useEffect } from 'react'
import { openLedgerId, ROOMS, useScreen } from '../state/screen.ts'

/** The parts of the window F6 goes round, in reading order; of each the first that is on the screen. */
const PARTS = ['.top-bar', '.side-nav', '[role="toolbar"], .page-extra', '.list-grid, .page-body']

const CAN_TAKE_KEYS = 'button:not(:disabled), input:not(:disabled), textarea, select, summary, a[href], [tabindex="0"]'

/** Keys of the whole window that are no items of the menu: F1, F6 and Ctrl+1 … Ctrl+6. */
export const useWindowKeys = (): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || !act(event)) return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** Answers whether the key meant something here. */
const act = (event: KeyboardEvent): boolean => {
  const { openDialog, enterRoom, dialog } = useScreen.getState()
  if (event.key === 'F1') {
    if (dialog === null) void openDialog({ type: 'shortcuts' })
    return true
  }
  if (dialog !== null) return false
  if (event.key === 'F6') {
    goRound(event.shiftKey ? -1 : 1)
    return true
  }
  const isRoomKey = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && /^[1-7]$/.test(event.key)
  const room = isRoomKey ? ROOMS[Number(event.key) - 1] : undefined
  if (room === undefined || openLedgerId(useScreen.getState()) === null) return false
  void enterRoom(room)
  return true
}

const goRound = (by: 1 | -1): void => {
  const parts = PARTS.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? [])
  const at = parts.findIndex((part) => part.contains(document.activeElement))
  for (let i = 1; i <= parts.length; i++) {
    const part = parts[(at + by * i + parts.length * 2) % parts.length]
    const target = part && targetIn(part)
    if (target) {
      target.focus()
      return
    }
  }
}

/** Where the keys go in a part: to the room that is open, to the list's cell, else to the first control. */
const targetIn = (part: HTMLElement): HTMLElement | null =>
  part.querySelector<HTMLElement>('[aria-current="page"]') ??
  part.querySelector<HTMLElement>('.keeper') ??
  part.querySelector<HTMLElement>(CAN_TAKE_KEYS)

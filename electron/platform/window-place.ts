import { z } from 'zod'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const windowStateSchema = z.object({
  bounds: z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int().min(1), height: z.number().int().min(1) }),
  isMaximized: z.boolean(),
})
export type WindowState = Readonly<z.output<typeof windowStateSchema>>

export const DEFAULT_SIZE = { width: 1366, height: 768 } as const
export const SMALLEST_SIZE = { width: 960, height: 600 } as const

/** The kept place of the window, if enough of its title bar is on a display that is there today to take hold of it; otherwise null. */
export const placeOnDisplay = (state: WindowState | null, displays: readonly Rectangle[]): Rectangle | null => {
  if (state === null) return null
  const { x, y, width } = state.bounds
  const isReachable = displays.some(
    (display) =>
      Math.min(x + width, display.x + display.width) - Math.max(x, display.x) >= GRIP &&
      y >= display.y &&
      y <= display.y + display.height - GRIP,
  )
  return isReachable ? state.bounds : null
}

/** So much of the title bar must be seen. */
const GRIP = 100

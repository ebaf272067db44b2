import { useState } from 'react'
import type { Split } from '../../../shared/intake/feedback/splits.ts'

type Splits = readonly Split[]

/** The split points as a person changes them, step by step, there and back. */
export const useSplitHistory = (given: Splits) => {
  const [{ past, now, future }, set] = useState<{ past: readonly Splits[]; now: Splits; future: readonly Splits[] }>({
    past: [],
    now: given,
    future: [],
  })
  return {
    splits: now,
    change: (next: Splits) => set({ past: [...past, now], now: next, future: [] }),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    undo: () => {
      const last = past.at(-1)
      if (last) set({ past: past.slice(0, -1), now: last, future: [now, ...future] })
    },
    redo: () => {
      const [next] = future
      if (next) set({ past: [...past, now], now: next, future: future.slice(1) })
    },
  } as const
}

import { create } from 'zustand'
import type { Settings } from '../../shared/ipc/contract.ts'

/** The settings of this PC, one copy for the whole window: what one place saves, another must not write over with what it read before. */
export const usePcSettings = create<{ readonly settings: Settings | null }>()(() => ({ settings: null }))

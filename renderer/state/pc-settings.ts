import { create } from 'zustand'
import type { Settings } from '../../shared/ipc/contract.ts'

/** The settings of this PC, one copy for the whole window: what one place saves, another must not write over with what it read before. */
export const usePcSettings = create<{ readonly settings: Settings | null }>()(() => ({ settings: null }))

/** 单位 and name of who works at this PC, as a paper names them; empty where nobody said. */
export const registeredName = (): string => {
  const { settings } = usePcSettings.getState()
  return settings === null ? '' : `${settings.unit} ${settings.clerk}`.trim()
}

/** The office that signs what this PC prints: the registered 单位, empty where nobody said. */
export const issuerName = (): string => usePcSettings.getState().settings?.unit.trim() ?? ''

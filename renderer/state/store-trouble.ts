import { create } from 'zustand'

/** Set when the store has failed and must be opened again. */
export const useStoreTrouble = create<{ readonly detail: string | null; readonly fail: (detail: string) => void }>()((set) => ({
  detail: null,
  fail: (detail) => set({ detail }),
}))

import { create } from 'zustand'

/** How often 查找 was asked for: the search box of the screen takes the keys each time. */
export const useFind = create<{ readonly asked: number; readonly ask: () => void }>()((set) => ({
  asked: 0,
  ask: () => set(({ asked }) => ({ asked: asked + 1 })),
}))

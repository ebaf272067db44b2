import { create } from 'zustand'
import { type Typing, typing } from './typing.ts'

interface StoreTrouble {
  /** Set when the store has failed and must be opened again. */
  readonly detail: string | null
  /** What was being typed then: its editors go from the screen. */
  readonly drafts: readonly Typing[]
  readonly fail: (detail: string) => void
}

export const useStoreTrouble = create<StoreTrouble>()((set) => ({
  detail: null,
  drafts: [],
  fail: (detail) => set((now) => (now.detail === null ? { detail, drafts: typing.drafts() } : now)),
}))

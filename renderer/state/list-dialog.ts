import { create } from 'zustand'
import type { ListKey } from '../../shared/domain/four-lists.ts'

/** A table a person has pasted into a list. */
export interface PasteRequest {
  readonly list: ListKey
  /** The cell at the top left; `column` counts among `columns`. Null: where there is no cell, every row is a new problem. */
  readonly anchor: { readonly problemId: string; readonly row: number; readonly column: number } | null
  readonly matrix: readonly (readonly string[])[]
  /** Ids of the problems shown, in order. */
  readonly order: readonly string[]
  /** Keys of the columns shown, in order. */
  readonly columns: readonly string[]
}

/** What stands open over the lists; `ids` are the problems it is about. */
export type ListDialog =
  | { readonly type: 'move' | 'join' | 'batch'; readonly ids: readonly string[] }
  | { readonly type: 'split'; readonly problemId: string }
  | { readonly type: 'replace'; readonly ids: readonly string[] }
  | { readonly type: 'outline' | 'views' }
  | { readonly type: 'paste'; readonly request: PasteRequest }

interface ListDialogState {
  readonly dialog: ListDialog | null
  readonly open: (dialog: ListDialog | null) => void
}

export const useListDialog = create<ListDialogState>()((set) => ({
  dialog: null,
  open: (dialog) => set({ dialog }),
}))

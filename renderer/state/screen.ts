import { create } from 'zustand'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import { windowClock } from '../platform/window-ports.ts'

/** Where the making of a new ledger begins. */
export type IntakeSource =
  | { readonly type: 'choose' }
  | { readonly type: 'paste' }
  | { readonly type: 'read'; readonly from: string | Uint8Array }

export type Screen =
  | { readonly type: 'ledgers' }
  | { readonly type: 'intake'; readonly source: IntakeSource }
  | { readonly type: 'lists'; readonly ledgerId: string }

export type ExportKind = 'notice' | 'tables' | 'package'
export type OpenDialog = { readonly type: 'settings' } | { readonly type: 'export'; readonly kind: ExportKind }

interface ScreenState {
  readonly screen: Screen
  readonly dialog: OpenDialog | null
  /** The problem whose 问题档案 stands open beside the list. */
  readonly problemId: string | null
  /** 截至: the day everything is looked at. */
  readonly date: PlainDate
  readonly goHome: () => void
  readonly startIntake: (source: IntakeSource) => void
  readonly openLedger: (ledgerId: string) => void
  readonly openProblem: (problemId: string | null) => void
  readonly openDialog: (dialog: OpenDialog | null) => void
  readonly setDate: (date: PlainDate) => void
}

export const useScreen = create<ScreenState>()((set) => ({
  screen: { type: 'ledgers' },
  dialog: null,
  problemId: null,
  date: windowClock.today(),
  goHome: () => set({ screen: { type: 'ledgers' }, problemId: null }),
  startIntake: (source) => set({ screen: { type: 'intake', source }, problemId: null }),
  openLedger: (ledgerId) => set({ screen: { type: 'lists', ledgerId }, problemId: null }),
  openProblem: (problemId) => set({ problemId }),
  openDialog: (dialog) => set({ dialog }),
  setDate: (date) => set({ date }),
}))

/** The ledger on the screen, or null. */
export const openLedgerId = (state: Pick<ScreenState, 'screen'>): string | null =>
  state.screen.type === 'lists' ? state.screen.ledgerId : null

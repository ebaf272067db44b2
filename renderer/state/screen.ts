import { create } from 'zustand'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { FormKey } from '../../shared/documents/forms/form-keys.ts'
import type { TableKey } from '../../shared/documents/tables/table-keys.ts'
import { windowClock } from '../platform/window-ports.ts'
import { useListView } from './list-view.ts'
import { leave } from './typing.ts'

/** Where the making of a new ledger begins. */
export type IntakeSource =
  | { readonly type: 'facts' }
  | { readonly type: 'paste' }
  | { readonly type: 'read'; readonly from: string | { readonly name: string; readonly bytes: Uint8Array } }

export type Screen =
  | { readonly type: 'ledgers' }
  | { readonly type: 'intake'; readonly source: IntakeSource }
  | { readonly type: 'ledger'; readonly ledgerId: string; readonly room: Room }

/** The rooms of a ledger, in the order of the day. */
export const ROOMS = ['overview', 'lists', 'registers', 'notice', 'directories', 'exchange', 'history'] as const
export type Room = (typeof ROOMS)[number]

export type ExportKind = 'notice' | 'tables' | 'package' | 'proof' | 'form'
export type TableFormat = 'xlsx' | 'utf-8' | 'gb18030'

/** Which tables are written and how; without it the 四张清单 as Excel. */
export interface WantedTables {
  readonly keys: readonly TableKey[]
  /** Excel, or the encoding of a CSV. */
  readonly format: TableFormat
  readonly secrecy: string
  readonly isProtected: boolean
}

/** One paper that is signed, and what it is about. */
export interface WantedForm {
  readonly key: FormKey
  readonly subjectId: string
  /** What kind of paper it is, as its file is called. */
  readonly kind: string
  /** What its file is called beside its kind; empty for one of the whole ledger. */
  readonly subject: string
}

export type SettingsSection = 'pc' | 'ledger' | 'maintenance' | 'about'
export type OpenDialog =
  | { readonly type: 'trash' | 'shortcuts' | 'search' | 'update' | 'tables' | 'papers' }
  /** One paper that is signed, or what is chosen in the dialog. */
  | { readonly type: 'print'; readonly form?: WantedForm }
  /** Files that came on a stick: those that were handed over, or what is chosen there. */
  | {
      readonly type: 'receive'
      readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[]
      /** A stick that was found: what is on it is read. */
      readonly folder?: string
    }
  | { readonly type: 'hand-out'; readonly kind: 'slice' | 'reply' | 'whole' | 'backup' }
  /** A text from outside; held against the open ledger where one is open. */
  | { readonly type: 'proof' }
  | { readonly type: 'settings'; readonly section?: SettingsSection }
  /** Of the open ledger, or of the one that is named. */
  | {
      readonly type: 'export'
      readonly kind: ExportKind
      readonly ledgerId?: string
      readonly comments?: boolean
      readonly tables?: WantedTables
      readonly form?: WantedForm
    }

interface ScreenState {
  readonly screen: Screen
  readonly dialog: OpenDialog | null
  /** The problem whose 问题档案 stands open beside the list. */
  readonly problemId: string | null
  /** 截至: the day everything is looked at. */
  readonly date: PlainDate
  // [Note: Leaving] (typing.ts): each answers whether it went there.
  readonly goHome: () => Promise<boolean>
  readonly startIntake: (source: IntakeSource) => Promise<boolean>
  readonly openLedger: (ledgerId: string, room?: Room) => Promise<boolean>
  /** Another room of the open ledger. */
  readonly enterRoom: (room: Room) => Promise<boolean>
  readonly openProblem: (problemId: string | null) => Promise<boolean>
  readonly setDate: (date: PlainDate) => Promise<boolean>
  /** A file is made of what is typed as well; the settings leave everything where it is. */
  readonly openDialog: (dialog: OpenDialog | null) => Promise<boolean>
}

export const useScreen = create<ScreenState>()((set) => ({
  screen: { type: 'ledgers' },
  dialog: null,
  problemId: null,
  date: windowClock.today(),
  goHome: () => leave(() => set({ screen: { type: 'ledgers' }, problemId: null })),
  startIntake: (source) => leave(() => set({ screen: { type: 'intake', source }, problemId: null })),
  openLedger: (ledgerId, room = 'overview') =>
    leave(() =>
      set((state) => {
        // Another ledger begins with a view of its own.
        if (ledgerId !== openLedgerId(state)) useListView.getState().reset()
        return { screen: { type: 'ledger', ledgerId, room }, problemId: null }
      }),
    ),
  enterRoom: (room) =>
    leave(() => set(({ screen }) => (screen.type === 'ledger' ? { screen: { ...screen, room }, problemId: null } : {}))),
  openProblem: (problemId) => leave(() => set({ problemId })),
  setDate: (date) => leave(() => set({ date })),
  openDialog: async (dialog) => {
    if (
      dialog?.type === 'export' ||
      dialog?.type === 'print' ||
      dialog?.type === 'update' ||
      dialog?.type === 'tables' ||
      dialog?.type === 'receive' ||
      dialog?.type === 'hand-out' ||
      dialog?.type === 'papers'
    )
      return leave(() => set({ dialog }))
    set({ dialog })
    return true
  },
}))

/** The ledger on the screen, or null. */
export const openLedgerId = (state: Pick<ScreenState, 'screen'>): string | null =>
  state.screen.type === 'ledger' ? state.screen.ledgerId : null

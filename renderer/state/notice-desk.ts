import { create } from 'zustand'
import type { Edition } from '../../shared/domain/records/notice-records.ts'

/** Which notice is on the workbench and how it is looked at; stays while other rooms are visited. */
interface NoticeDesk {
  /** By ledger; the first notice where nothing was chosen. */
  readonly chosen: Readonly<Record<string, string>>
  /** By notice; its own edition where nothing was chosen. */
  readonly editions: Readonly<Record<string, Edition>>
  readonly zoom: number
  readonly choose: (ledgerId: string, noticeId: string) => void
  readonly look: (noticeId: string, edition: Edition) => void
  readonly setZoom: (zoom: number) => void
}

export const useNoticeDesk = create<NoticeDesk>()((set) => ({
  chosen: {},
  editions: {},
  zoom: 1,
  choose: (ledgerId, noticeId) => set(({ chosen }) => ({ chosen: { ...chosen, [ledgerId]: noticeId } })),
  look: (noticeId, edition) => set(({ editions }) => ({ editions: { ...editions, [noticeId]: edition } })),
  setZoom: (zoom) => set({ zoom: Math.min(2, Math.max(0.6, Math.round(zoom * 10) / 10)) }),
}))

/** The notice on the workbench as it is looked at; null: the first, in its own edition. */
export const noticeOnDesk = (ledgerId: string): { readonly noticeId: string | null; readonly edition: Edition | null } => {
  const { chosen, editions } = useNoticeDesk.getState()
  const noticeId = chosen[ledgerId] ?? null
  return { noticeId, edition: noticeId === null ? null : (editions[noticeId] ?? null) }
}

import { z } from 'zod'
import { windowClock } from '../../platform/window-ports.ts'
import { type DeskPart, deskPart, keepOnDesk, PROGRAM_DESK, useDeskPart } from '../../state/desk.ts'

const schema = z.object({
  /** When each ledger was last opened on this PC, in seconds. */
  opened: z.record(z.string(), z.number()).default({}),
  /** Ledgers out of the first view. */
  archived: z.array(z.string()).default([]),
})
type HomeDesk = Readonly<z.infer<typeof schema>>

/** How the first screen is arranged on this PC. */
const HOME_DESK: DeskPart<HomeDesk> = { name: 'home', schema, empty: { opened: {}, archived: [] } }

export const useHomeDesk = () => useDeskPart(PROGRAM_DESK, HOME_DESK)

/** Recent first; what was never opened here stands behind, the newest ledger first. */
export const byRecency =
  ({ opened }: HomeDesk) =>
  (
    a: { readonly id: string; readonly createdOn: string | null },
    b: { readonly id: string; readonly createdOn: string | null },
  ) =>
    (opened[b.id] ?? 0) - (opened[a.id] ?? 0) || (b.createdOn ?? '').localeCompare(a.createdOn ?? '') || a.id.localeCompare(b.id)

/** This ledger is opened now. */
export const rememberOpened = async (ledgerId: string): Promise<void> => {
  const desk = await deskPart(PROGRAM_DESK, HOME_DESK)
  await keepOnDesk(PROGRAM_DESK, HOME_DESK, { ...desk, opened: { ...desk.opened, [ledgerId]: windowClock.now() } })
}

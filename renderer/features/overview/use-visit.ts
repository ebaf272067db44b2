import { useEffect, useState } from 'react'
import { z } from 'zod'
import { isPlainDate, type PlainDate } from '../../../shared/base/plain-date.ts'
import { useLastSequence } from '../../data/overview-queries.ts'
import { windowClock } from '../../platform/window-ports.ts'
import { type DeskPart, useDeskPart } from '../../state/desk.ts'

const visitSchema = z.object({
  sequence: z.number().int().min(0),
  at: z.number().int().min(0),
  /** The calendar day of it. */
  on: z.string().refine(isPlainDate) as unknown as z.ZodType<PlainDate, PlainDate>,
})

/** When 总览 of a ledger was last looked at on this PC. */
export type LastVisit = Readonly<z.infer<typeof visitSchema>>

const VISIT: DeskPart<LastVisit | null> = { name: 'overview-visit', schema: visitSchema.nullable(), empty: null }

/** What the visit before this session of the program was, by ledger: it stands still while the screen is gone to and left. */
const before = new Map<string, LastVisit | null>()

export interface VisitBefore {
  /** Null: never. Undefined while it is being read. */
  readonly visit: LastVisit | null | undefined
  readonly sequence: number | undefined
  /** What is there now has been seen. */
  readonly startAnew: () => void
}

/** The last visit; as long as this screen stands, the present one is remembered for the next time. */
export const useVisit = (ledgerId: string): VisitBefore => {
  const [kept, keep, isRead] = useDeskPart(ledgerId, VISIT)
  const sequence = useLastSequence()
  const [, redraw] = useState(0)
  if (isRead && !before.has(ledgerId)) before.set(ledgerId, kept)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `keep` is made anew with every drawing
  useEffect(() => {
    if (isRead && sequence !== undefined) keep(visitNow(sequence))
  }, [ledgerId, isRead, sequence])
  return {
    visit: before.get(ledgerId),
    sequence,
    startAnew: () => {
      before.set(ledgerId, visitNow(sequence ?? 0))
      redraw((n) => n + 1)
    },
  }
}

const visitNow = (sequence: number): LastVisit => ({ sequence, at: windowClock.now(), on: windowClock.today() })

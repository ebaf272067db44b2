import { app } from 'electron'
import { z } from 'zod'

/** What a second start tells the first: Chromium may reorder the arguments it passes on, so they travel beside it as well. */
const startSchema = z.object({ argv: z.array(z.string()), cwd: z.string() })
export type Start = Readonly<z.output<typeof startSchema>>

/**
 * One program per data folder: two would write one journal. Answers false when another one runs already; it has then been told what
 * this one was started with.
 */
export const isFirstInstance = (onSecondStart: (start: Start) => void): boolean => {
  const start: Start = { argv: process.argv, cwd: process.cwd() }
  if (!app.requestSingleInstanceLock({ ...start })) return false
  app.on('second-instance', (_event, argv, cwd, additionalData) => {
    const told = startSchema.safeParse(additionalData)
    onSecondStart(told.success ? told.data : { argv, cwd })
  })
  return true
}
